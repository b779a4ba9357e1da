import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import type { Link } from '../../schemas/links.ts';
import { segments } from '../../schemas/pointer.ts';
import { normalise } from '../job/normalise.ts';
import { readJson } from '../job/read-json.ts';
import { mapActions } from '../job/scripts.ts';
import { updatedAt } from '../job/sent-scripts.ts';
import { ACTION_LISTS, keep } from '../job/server-fields.ts';
import { withoutScripts } from '../link/base.ts';
import { readJob } from '../operations/read-job.ts';
import { differences } from '../plan/diff.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import type { Intent } from './intent.ts';
import { jobFingerprint, lookAtJob, lookForName } from './look.ts';

/** What looking tells of a write whose answer is not known. Looking sends nothing but GETs. */
export type Verdict =
  /** The platform has what was sent; `scriptsAt`: the job's `updatedBy` at which its scripts were surely those that were sent. */
  | { kind: 'went-through'; job: JsonObject & { id: JobId }; scriptsAt: number | null }
  /** The platform is as it was before. */
  | { kind: 'not-there' }
  /** Something else is there: it may be ours and changed since, or somebody else's. */
  | { kind: 'differs'; ids: JobId[] };

/** Rejects with ApiError, or StateError `job-gone`. */
export async function findOut(
  intent: Intent,
  session: Session,
  links: readonly Link[],
  signal: AbortSignal,
): Promise<Verdict> {
  return intent.id === undefined
    ? findCreated(intent, session, links, signal)
    : findUpdated(intent, intent.id, session, signal);
}

async function findUpdated(intent: Intent, id: JobId, session: Session, signal: AbortSignal): Promise<Verdict> {
  const { job } = await lookAtJob(session, id, signal);
  if (intent.seen.kind === 'job' && (await jobFingerprint(job)) === intent.seen.fingerprint)
    return { kind: 'not-there' };
  const found = compare(job, intent.body);
  if (found === 'differs') return { kind: 'differs', ids: [id] };
  // Where there is more than was sent, somebody has been at work since, and perhaps at a script, which nobody can see.
  const before = intent.seen.kind === 'job' ? intent.seen.updatedAt : null;
  return { kind: 'went-through', job, scriptsAt: found === 'equal' ? updatedAt(job) : before };
}

/** A new job of that name is ours when it holds all that was sent; one that another file is linked to is not ours. */
async function findCreated(
  intent: Intent,
  session: Session,
  links: readonly Link[],
  signal: AbortSignal,
): Promise<Verdict> {
  const before = intent.seen.kind === 'names' ? intent.seen.ids : [];
  const ids = await lookForName(session, intent.jobName, signal);
  const fresh = ids.filter(
    (id) => !before.includes(id) && !links.some((link) => link.id === id && link.file !== intent.file),
  );
  const [only] = fresh;
  // Only a person can tell whether the platform gave the new job another name.
  if (only === undefined)
    return intent.answered === undefined ? { kind: 'not-there' } : { kind: 'differs', ids: [intent.answered] };
  if (fresh.length > 1) return { kind: 'differs', ids: fresh };
  const job = await readJob(session, only, signal);
  if (compare(job, intent.body) === 'differs') return { kind: 'differs', ids: fresh };
  // A job that has been updated since its creation may have another script.
  return { kind: 'went-through', job, scriptsAt: null };
}

/**
 * Does a job hold all that a body says? `more`: and something beside it, as a server may add on its own; another action, or
 * another entry of any list, is a difference. Scripts cannot be compared.
 */
function compare(job: JsonObject, bodyText: string): 'equal' | 'more' | 'differs' {
  const body = readJson(bodyText);
  if (!isObject(body)) return 'differs';
  const found = differences(comparable(job), comparable(body));
  if (found.length === 0) return 'equal';
  return found.every(({ pointer, after }) => after === undefined && !isInList(pointer, job)) ? 'more' : 'differs';
}

function comparable(job: JsonObject): JsonObject {
  const bare = withoutScripts(normalise(job));
  return mapActions(bare, (action) => keep(action, (key) => key !== 'actionId'));
}

function isInList(pointer: string, job: JsonObject): boolean {
  const [key = ''] = segments(pointer);
  if (ACTION_LISTS.some((list) => list === key)) return isWholeAction(pointer);
  return Array.isArray(job[key] as Json | undefined);
}

/** An action's own fields may be filled by the server; `action` itself tells that there is one more. */
function isWholeAction(pointer: string): boolean {
  return segments(pointer).length < 3 || pointer.endsWith('/action');
}
