import type { JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { ApiError } from '../failure.ts';
import { composeCreate } from '../job/compose-create.ts';
import { normaliseAsWritten } from '../job/normalise.ts';
import { isServerPath } from '../job/scripts.ts';
import { ACTION_LISTS, SCRIPT_FIELDS } from '../job/server-fields.ts';
import { isOn } from '../link/links.ts';
import { readJob } from '../operations/read-job.ts';
import { createChanges } from '../plan/changes.ts';
import { labelOf } from '../plan/label.ts';
import type { Change, Conflict, Note, Seen } from '../plan/plan.ts';
import type { JobId, Target } from '../platform.ts';
import type { Session } from '../session.ts';
import { lookForName } from './look.ts';
import type { PushDependencies, PushRequest } from './request.ts';

/** A create before it is judged and confirmed. */
export interface CreateDraft {
  seen: Seen;
  body: JsonObject;
  changes: Change[];
  conflicts: Conflict[];
  notes: Note[];
}

/** Looks for jobs that the create would double, and says what it would send. Rejects with ApiError. */
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
  const taken = unless !== undefined && (await isThere(session, unless, signal)) ? unless : undefined;
  const ids = name === '' ? [] : await lookForName(session, name, signal);
  progress('planning');
  const { body } = composeCreate(file);
  const linkedFile = (id: JobId) => links.find((link) => link.id === id && isOn(link, target))?.file;
  const jobs = ids.map((id) => {
    const linked = linkedFile(id);
    return linked === undefined ? { id } : { id, linkedFile: linked };
  });
  return {
    seen: { kind: 'names', ids },
    body,
    changes: await createChanges(normaliseAsWritten(body)),
    conflicts: [
      ...(taken === undefined ? [] : [{ kind: 'already-linked', id: taken } as const]),
      ...(jobs.length === 0 || request.createNew ? [] : [{ kind: 'same-name', name, jobs } as const]),
      ...missingScripts(file),
    ],
    notes: foreignParent(body, links, target),
  };
}

async function isThere(session: Session, id: JobId, signal: AbortSignal): Promise<boolean> {
  try {
    await readJob(session, id, signal);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.failure.kind === 'not-found') return false;
    throw error;
  }
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
        return isServerPath(script) ? [{ kind: 'script-unknown', pointer, label: labelOf(pointer) }] : [];
      }),
    );
  });
}

function foreignParent(body: JsonObject, links: readonly Link[], target: Target): Note[] {
  const parent = body.linkedJobId;
  const same = links.filter((link) => link.id === parent);
  const [other] = same;
  if (other === undefined || same.some((link) => isOn(link, target))) return [];
  return [
    {
      code: 'parent-on-another-platform',
      pointer: '/linkedJobId',
      message: `The linked job is ${other.file} on ${new URL(other.origin).host}. Push that file here first, and write the id that it gets here.`,
    },
  ];
}
