import { isObject, type JsonObject } from '../../schemas/json.ts';
import { composeUpdate } from '../job/compose-update.ts';
import { readJson } from '../job/read-json.ts';
import { type Base, readBase, stillThere, writeBase } from '../link/base.ts';
import { writeGitIgnore } from '../link/git-ignore.ts';
import { scriptConflicts } from '../plan/conflicts.ts';
import { lastChange } from '../plan/last-change.ts';
import type { Change, Conflict, Note } from '../plan/plan.ts';
import type { JobId, Platform, Target } from '../platform.ts';
import { nothingSent, type Progress } from '../push/ending.ts';
import { findJob } from '../push/find-job.ts';
import { lookAtJobOf } from '../push/look.ts';
import type { Outcome } from '../push/outcome.ts';
import { platformOf } from '../push/record.ts';
import type { PushDependencies, PushRequest } from '../push/request.ts';
import { mergeJob } from './merge-job.ts';
import { mergeText } from './merge-text.ts';
import { tellMerge } from './told.ts';

/** A place of the merged text that a person has to choose at. */
interface MarkedConflict {
  conflict: Extract<Conflict, { kind: 'changed-on-server' }>;
  /** The line of its first marker, from one. */
  line: number;
}

export type Merged =
  | {
      kind: 'merged';
      target: Target;
      id: JobId;
      /** The whole file. While `conflicts` is not empty it holds markers, and is no JSON. */
      text: string;
      /** What the file got from the server, as a person is told of it. */
      taken: Change[];
      /** In the order of the text. */
      conflicts: MarkedConflict[];
      /** Scripts that a push would send, though nobody can see what the server has: the next push asks about them. */
      scripts: Conflict[];
      notes: Note[];
      /** Makes the merged state of the server the base; call it once the text is written. Rejects as the disk does. */
      record(): Promise<void>;
    }
  | { kind: 'stopped'; outcome: Outcome };

/**
 * Merges what somebody else changed on the server into the text of a file. Writes nothing and sends nothing but GETs;
 * an earlier push whose answer was lost is settled first, as in `preparePush`. Never rejects for what the platform, the
 * disk or the person did.
 */
export async function mergeFile(
  request: PushRequest,
  dependencies: PushDependencies,
  signal: AbortSignal,
): Promise<Merged> {
  const progress: Progress = { path: request.file.path, changes: [], notes: [] };
  try {
    return await merge(request, dependencies, progress, signal);
  } catch (error) {
    return { kind: 'stopped', outcome: nothingSent(error, progress, signal) };
  }
}

async function merge(
  request: PushRequest,
  dependencies: PushDependencies,
  progress: Progress,
  signal: AbortSignal,
): Promise<Merged> {
  const { session, state, judge } = dependencies;
  const [mark, text] = withoutMark(request.file.text);
  const file = readJson(text);
  if (!isObject(file)) {
    dependencies.progress('validating');
    const findings = await judge.file(request.file);
    return { kind: 'stopped', outcome: { ...progress, kind: 'invalid', findings, sendable: false } };
  }
  const found = await findJob(request, file, dependencies, progress, signal);
  if (found.kind === 'stopped') return found;
  const { target } = found.where;
  if (found.kind === 'create')
    return { kind: 'stopped', outcome: { ...progress, kind: 'failed', failure: { kind: 'no-job-chosen' } } };
  const { job: server } = await lookAtJobOf(target, session, found.job, signal);
  dependencies.progress('planning');
  const platform = platformOf(target, server);
  const base = await readBase(state, platform, server.id);
  const known = base?.scripts ?? {};
  const { merged, notes } = mergeJob({ file, base: base?.job, server, known });
  const { taken, conflicts } = await tellMerge(merged);
  const written = mergeText(text, merged, { ours: 'this file', theirs: theirName(target, server) });
  const { body } = composeUpdate({ file, server, base: base?.job, known });
  const scripts = scriptConflicts({ file, server, body, known });
  return {
    kind: 'merged',
    target,
    id: server.id,
    text: mark + written.text,
    taken,
    conflicts: conflicts.map(({ conflict, of }) => ({ conflict, line: written.choices.get(of) ?? 1 })),
    scripts: scripts.map(({ conflict }) => conflict),
    notes: [...progress.notes, ...(base === undefined ? [noBase()] : []), ...notes],
    record: () => recordMerge(dependencies, platform, server, base),
  };
}

/** The scripts keep the dates at which they were known: a merge of fields says nothing of them. */
async function recordMerge(
  { state }: PushDependencies,
  platform: Platform,
  server: JsonObject & { id: JobId },
  base: Base | undefined,
): Promise<void> {
  await writeGitIgnore(state);
  await writeBase(state, platform, server, stillThere(base?.scripts ?? {}, server));
}

function theirName({ host }: Target, server: JsonObject): string {
  const last = lastChange(server);
  return last === '' ? host : `${host}, changed ${last}`;
}

function noBase(): Note {
  return {
    code: 'no-base',
    message:
      'Nothing is known here of an earlier push or pull of this job: who changed what cannot be told, so every difference is left for choice.',
  };
}

function withoutMark(text: string): [string, string] {
  return text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text];
}
