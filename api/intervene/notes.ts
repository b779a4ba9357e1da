import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { ACTION_LISTS } from '../job/server-fields.ts';
import { askedStatus } from '../job/spelling.ts';
import { readBase } from '../link/base.ts';
import { isOn } from '../link/links.ts';
import type { StateStore } from '../link/store.ts';
import { nameOf } from '../plan/changes.ts';
import { oneLine } from '../plan/one-line.ts';
import type { Note } from '../plan/plan.ts';
import { isSameId, type JobId, type Target } from '../platform.ts';
import type { InterventionKind } from './intervention.ts';

interface Surroundings {
  /** What the named file holds; empty when none was named. */
  file: JsonObject;
  links: readonly Link[];
  linkedFiles: readonly string[];
  target: Target;
  state: StateStore;
}

/** What a person should know before a job is enabled, disabled or deleted. */
export async function notesOn(
  kind: InterventionKind,
  job: JsonObject & { id: JobId },
  around: Surroundings,
): Promise<Note[]> {
  if (kind !== 'delete') return [...runOnce(kind, job), ...fileSaysOtherwise(kind, around)];
  return [
    ...filesStay(around),
    ...idStays(job.id, around),
    ...(await chainedFiles(job.id, around)),
    ...actionsInUse(job),
  ];
}

/** From the help of the interface, which is no word of the API. */
function runOnce(kind: InterventionKind, { scheduleType, status }: JsonObject): Note[] {
  if (kind !== 'disable' || scheduleType !== 'Once' || askedStatus(status ?? null) !== 'Enabled') return [];
  const message =
    'The job runs once. The interface does not let such a job be disabled once it was enabled: the platform may refuse it.';
  return [{ code: 'run-once', message }];
}

/** The next push of the file would change the status back. */
function fileSaysOtherwise(kind: InterventionKind, { file: { status } }: Surroundings): Note[] {
  const wanted = kind === 'enable' ? 'Enabled' : 'Disabled';
  if (typeof status !== 'string' || status === '' || askedStatus(status) === wanted) return [];
  const message = `The file says "status": ${JSON.stringify(oneLine(status))}: unless you write "${wanted}" there, the next push would set it back.`;
  return [{ code: 'file-says-otherwise', pointer: '/status', message }];
}

function filesStay({ linkedFiles }: Surroundings): Note[] {
  return linkedFiles.map((file) => ({
    code: 'file-stays',
    message: `${file} stays as it is, and is no longer linked to the job.`,
  }));
}

/** A file with the id of a job that is gone is no new job; what other linked files hold is not known here. */
function idStays(id: JobId, { file, linkedFiles }: Surroundings): Note[] {
  const isNamed = typeof file.id === 'string' && isSameId(file.id, id);
  if (!isNamed && (linkedFiles.length === 0 || Object.keys(file).length > 0)) return [];
  const named = isNamed ? 'The file names the job in its "id"' : 'A file may name the job in an "id"';
  const message = `${named}: take the "id" out before you push it as a new job.`;
  return [{ code: 'id-stays', ...(isNamed ? { pointer: '/id' } : {}), message }];
}

/** Other files whose jobs were chained to this one when they were last pushed or pulled. */
async function chainedFiles(id: JobId, { links, target, state }: Surroundings): Promise<Note[]> {
  const notes: Note[] = [];
  for (const link of links.filter((one) => isOn(one, target) && one.id.toLowerCase() !== id.toLowerCase())) {
    const parent = (await readBase(state, link, link.id))?.job.linkedJobId;
    if (typeof parent !== 'string' || parent.toLowerCase() !== id.toLowerCase()) continue;
    const message = `${link.file} (job ${link.id}) is chained to this job.`;
    notes.push({ code: 'chained-job', message });
  }
  return notes;
}

/** Other jobs' chains name actions by their ids. */
function actionsInUse(job: JsonObject): Note[] {
  return ACTION_LISTS.flatMap((list) => {
    const actions: Json | undefined = job[list];
    return (Array.isArray(actions) ? actions : [])
      .filter((action) => isObject(action) && action.actionLinkedToJob === true)
      .map((action) => ({
        code: 'action-in-use',
        pointer: `/${list}`,
        message: `Another job is chained to its action "${oneLine(String(nameOf(action)))}".`,
      }));
  });
}
