import type { JsonObject } from '../../schemas/json.ts';
import { ApiError } from '../failure.ts';
import { sha256, stableText } from '../fingerprint.ts';
import { normalise } from '../job/normalise.ts';
import { updatedAt } from '../job/sent-scripts.ts';
import { listJobs } from '../operations/list-jobs.ts';
import { readJob } from '../operations/read-job.ts';
import type { Seen } from '../plan/plan.ts';
import type { JobId, NamedJob, Target } from '../platform.ts';
import type { Session } from '../session.ts';
import { StateError } from '../state-error.ts';

/**
 * The job that an update or a pull is about. Rejects with ApiError, or StateError: `job-gone`, or `other-customer` for
 * a job of another subscription than the one that was looked for.
 */
export async function lookAtJobOf(
  { customerId: expected }: Target,
  session: Session,
  wanted: NamedJob,
  signal: AbortSignal,
): Promise<{ job: JsonObject & { id: JobId }; seen: Seen }> {
  const sight = await lookAtJob(session, wanted.id, signal, wanted);
  const { customerId: found } = sight.job;
  if (expected !== undefined && typeof found === 'string' && found.toLowerCase() !== expected.toLowerCase())
    throw new StateError({ kind: 'other-customer', expected, found });
  return sight;
}

/** The same for whatever subscription. Rejects with ApiError, or StateError `job-gone`. */
export async function lookAtJob(
  session: Session,
  id: JobId,
  signal: AbortSignal,
  wanted: NamedJob = { id },
): Promise<{ job: JsonObject & { id: JobId }; seen: Seen }> {
  try {
    const job = await readJob(session, id, signal);
    return { job, seen: { kind: 'job', fingerprint: await jobFingerprint(job), updatedAt: updatedAt(job) } };
  } catch (error) {
    if (error instanceof ApiError && error.failure.kind === 'not-found')
      throw new StateError({ kind: 'job-gone', ...wanted });
    throw error;
  }
}

/** The jobs that have a name. */
export async function lookForName(session: Session, name: string, signal: AbortSignal): Promise<JobId[]> {
  const jobs = await listJobs(session, { name }, signal);
  return jobs.map(({ id }) => id).sort();
}

/** Tells two states of a job apart; counters that move while it runs do not count. */
export function jobFingerprint(job: JsonObject): Promise<string> {
  return sha256(stableText({ job: normalise(job), updatedAt: updatedAt(job) }));
}

export function isSameSight(one: Seen, other: Seen): boolean {
  if (one.kind === 'job') return other.kind === 'job' && one.fingerprint === other.fingerprint;
  return other.kind === 'names' && one.ids.join() === other.ids.join();
}
