import type { JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { composeCreate } from '../job/compose-create.ts';
import { normaliseAsWritten } from '../job/normalise.ts';
import { isServerPath } from '../job/scripts.ts';
import { ACTION_LISTS, SCRIPT_FIELDS } from '../job/server-fields.ts';
import { isOn } from '../link/links.ts';
import { createChanges } from '../plan/changes.ts';
import { labelOf } from '../plan/label.ts';
import { oneLine } from '../plan/one-line.ts';
import type { Change, Conflict, Note, PlanSides, Seen } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import { lookForName } from './look.ts';
import { checkParent, isJobThere } from './parent.ts';
import type { PushDependencies, PushRequest } from './request.ts';

/** A create before it is judged and confirmed. */
export interface CreateDraft {
  seen: Seen;
  body: JsonObject;
  changes: Change[];
  sides: PlanSides;
  conflicts: Conflict[];
  notes: Note[];
}

/** Looks for jobs that the create would double, and says what it would send. Rejects with ApiError or StateError. */
export async function draftCreate(
  request: PushRequest,
  file: JsonObject,
  unless: JobId | undefined,
  { target, links }: { target: Target; links: readonly Link[] },
  { session, progress }: PushDependencies,
  signal: AbortSignal,
): Promise<CreateDraft> {
  progress('looking');
  const name = typeof file.name === 'string' ? file.name : '';
  const taken = unless !== undefined && (await isJobThere(session, unless, signal)) ? unless : undefined;
  const ids = name === '' ? [] : await lookForName(session, name, signal);
  const { body } = composeCreate(file);
  await checkParent(body.linkedJobId, { target, links }, session, signal);
  progress('planning');
  const linkedFile = (id: JobId) => links.find((link) => link.id === id && isOn(link, target))?.file;
  const jobs = ids.map((id) => {
    const linked = linkedFile(id);
    return linked === undefined ? { id } : { id, linkedFile: linked };
  });
  const after = normaliseAsWritten(body);
  return {
    seen: { kind: 'names', ids },
    body,
    changes: await createChanges(after),
    sides: { before: undefined, after },
    conflicts: [
      ...(taken === undefined ? [] : [{ kind: 'already-linked', id: taken, by: 'id' } as const]),
      ...(jobs.length === 0 || request.createNew ? [] : [{ kind: 'same-name', name, jobs } as const]),
      ...missingScripts(file),
    ],
    notes: request.createNew && jobs.length > 0 ? [sameName(name, jobs)] : [],
  };
}

/** Somebody who asks for a new job may not know of that one. */
function sameName(name: string, jobs: readonly { id: JobId; linkedFile?: string }[]): Note {
  const [are, ones] = jobs.length === 1 ? ['A job', 'is'] : ['Jobs', 'are'];
  const told = jobs.map(({ id, linkedFile }) =>
    linkedFile === undefined ? oneLine(id) : `${oneLine(id)} (the job of ${linkedFile})`,
  );
  return {
    code: 'same-name',
    message: `${are} named "${oneLine(name)}" ${ones} there already: ${told.join(', ')}. This makes another one.`,
  };
}

/** A path to a script on a server is nothing that could be sent. */
function missingScripts(file: JsonObject): Conflict[] {
  return ACTION_LISTS.flatMap((list) => {
    const actions = Array.isArray(file[list]) ? file[list] : [];
    return actions.flatMap((action, index) =>
      SCRIPT_FIELDS.flatMap((field): Conflict[] => {
        const script =
          typeof action === 'object' && action !== null && !Array.isArray(action) ? action[field] : undefined;
        const pointer = `/${list}/${index}/${field}`;
        return isServerPath(script)
          ? [{ kind: 'script-unknown', pointer, label: labelOf(pointer), sendable: false }]
          : [];
      }),
    );
  });
}
