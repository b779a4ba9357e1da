import { isObject, type JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { composeUpdate } from '../job/compose-update.ts';
import { jsonAt, withoutAt } from '../job/json-at.ts';
import { leftOut, namedPointers } from '../job/named.ts';
import { normalise } from '../job/normalise.ts';
import { type KnownScripts, withKnownScripts } from '../job/scripts.ts';
import { type Base, damagedBase, readBase, stillThere } from '../link/base.ts';
import { linkOf } from '../link/links.ts';
import { updateChanges } from '../plan/changes.ts';
import { scriptConflicts, serverChanges } from '../plan/conflicts.ts';
import { overwriting } from '../plan/overwrite.ts';
import type { Change, Conflict, Note, PlanSides, Seen } from '../plan/plan.ts';
import { updateNotes } from '../plan/update-notes.ts';
import { isSameId, type JobId, type NamedJob, type Target } from '../platform.ts';
import { lookAtJobOf } from './look.ts';
import { checkParent } from './parent.ts';
import { platformOf, recordJob } from './record.ts';
import type { PushDependencies, PushRequest } from './request.ts';

/** An update before it is judged and confirmed. */
export interface UpdateDraft {
  server: JsonObject & { id: JobId };
  seen: Seen;
  body: JsonObject;
  changes: Change[];
  sides: PlanSides;
  conflicts: Conflict[];
  notes: Note[];
  /** Stores base and link of a job that is already as the file says. */
  recordUnchanged(): Promise<void>;
}

/** Looks at the job and says what the file would change in it. Rejects with ApiError or StateError. */
export async function draftUpdate(
  request: PushRequest,
  file: JsonObject,
  wantedJob: NamedJob,
  { target, links }: { target: Target; links: readonly Link[] },
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<UpdateDraft> {
  const { session, state, progress } = dependencies;
  progress('looking');
  const { job: server, seen: sight } = await lookAtJobOf(target, session, wantedJob, signal);
  if (file.linkedJobId !== server.linkedJobId) await checkParent(file.linkedJobId, { target, links }, session, signal);
  progress('planning');
  const platform = platformOf(target, server);
  const base = await readBase(state, platform, server.id);
  const known = base?.scripts ?? {};
  const composed = composeUpdate({ file, server, base: base?.job, known });
  const wanted = normalise(composed.body);
  const since = base === undefined ? undefined : await serverChanges(base.job, normalise(server), wanted);
  const asKnown = await compared(server, known, composed.body);
  const scripts = scriptConflicts({ file, server, body: composed.body, known }).filter(
    ({ named }) => named || asKnown.changes.length > 0,
  );
  const { stopping, notes, scripts: sent } = overwriting(since?.conflicts ?? [], scripts, request, server);
  // Nobody sees what they replace: such a script is a change, also when the one known here is the same.
  const seen = Object.fromEntries(Object.entries(known).filter(([key]) => !sent.has(key)));
  const { changes, sides } = sent.size === 0 ? asKnown : await compared(server, seen, composed.body);
  const named = namedPointers(file);
  const link = linkOf(links, request.file.path, target);
  const before = link !== undefined && isSameId(link.id, server.id) ? link.named : [];
  return {
    server,
    seen: sight,
    body: composed.body,
    changes,
    sides,
    conflicts: stopping,
    notes: [
      ...replacedLink(server.id, link),
      ...notes,
      ...updateNotes({
        file,
        server,
        composed,
        changes: asKnown.changes,
        hasBase: base !== undefined,
        damagedBase: base === undefined ? await damagedBase(state, platform, server.id) : undefined,
        untouched: since?.untouched ?? [],
        leftOut: leftOut(before, named).filter((pointer) => isThere(server, pointer)),
      }),
    ],
    async recordUnchanged() {
      const scripts = scriptsLeft(base, server);
      await recordJob(dependencies, { target, file: request.file.path, job: server, named, scripts });
    },
  };
}

/** The person says that the file is another job than it was: from then on it changes that one. */
function replacedLink(id: JobId, before: Link | undefined): Note[] {
  if (before === undefined || isSameId(before.id, id)) return [];
  return [{ code: 'link-replaced', message: `${before.file} was job ${before.id} here; it becomes job ${id}.` }];
}

/** What the body changes in the server's job, as far as its scripts are known. */
async function compared(
  server: JsonObject,
  known: KnownScripts,
  body: JsonObject,
): Promise<{ changes: Change[]; sides: PlanSides }> {
  const [before, wanted] = [normalise(withKnownScripts(server, known)), normalise(body)];
  const differing = await updateChanges(before, wanted);
  // What a new action gets by default is filled in for comparing only: the file does not say it.
  const isFilledIn = (change: Change) => change.before === undefined && jsonAt(body, change.pointer) === undefined;
  const filledIn = new Set(differing.filter(isFilledIn).map(({ pointer }) => pointer));
  return {
    changes: differing.filter((change) => !isFilledIn(change)),
    sides: { before, after: withoutAt(wanted, filledIn) },
  };
}

function scriptsLeft(base: Base | undefined, server: JsonObject) {
  return stillThere(base?.scripts ?? {}, server);
}

function isThere(server: JsonObject, pointer: string): boolean {
  const value = jsonAt(server, pointer);
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && !(isObject(value) && Object.keys(value).length === 0);
}
