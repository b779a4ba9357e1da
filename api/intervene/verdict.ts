import type { JsonObject } from '../../schemas/json.ts';
import { updatedAt } from '../job/sent-scripts.ts';
import { isSameId, type JobId } from '../platform.ts';
import { lookAtJob, lookForName } from '../push/look.ts';
import { lookUntilSure } from '../push/look-until-sure.ts';
import { StateError } from '../state-error.ts';
import type { InterventionIntent } from './intent.ts';
import type { InterventionDependencies } from './intervention.ts';

/** What looking tells of a request whose answer is not known or not clear. */
export type Verdict =
  /** `job` is undefined for one that was deleted. */
  { cameTrue: true; job: (JsonObject & { id: JobId }) | undefined } | { cameTrue: false };

/** Looks whether the platform has done what was asked. Sends nothing but GETs; rejects with ApiError. */
export async function lookForIt(
  intent: InterventionIntent,
  { session }: Pick<InterventionDependencies, 'session'>,
  signal: AbortSignal,
): Promise<Verdict> {
  const job = await jobOrGone(intent, session, signal);
  if (job === undefined)
    return intent.intervention === 'delete' && !(await isListed(intent, session, signal))
      ? { cameTrue: true, job }
      : { cameTrue: false };
  if (intent.intervention === 'delete') return { cameTrue: false };
  const isSo = (status: unknown) => (status === 'Disabled') === (intent.intervention === 'disable');
  const moved = !isSo(intent.status) || updatedAt(job) !== intent.updatedAt;
  return typeof job.status === 'string' && isSo(job.status) && moved ? { cameTrue: true, job } : { cameTrue: false };
}

/** A gateway in trouble answers 404 too: a job that the list still has is not gone. */
async function isListed(
  { id, jobName }: InterventionIntent,
  session: InterventionDependencies['session'],
  signal: AbortSignal,
): Promise<boolean> {
  const listed = await lookForName(session, jobName, signal);
  return listed.some((one) => isSameId(one, id));
}

/** Looks until it is done, or the platform can no longer be at the request. */
export function lookUntilSeen(
  intent: InterventionIntent,
  dependencies: InterventionDependencies,
  signal: AbortSignal,
): Promise<Verdict> {
  const look = () => lookForIt(intent, dependencies, signal);
  return lookUntilSure(look, ({ cameTrue }) => cameTrue, intent, dependencies.clock, signal);
}

async function jobOrGone(
  { id }: InterventionIntent,
  session: InterventionDependencies['session'],
  signal: AbortSignal,
): Promise<(JsonObject & { id: JobId }) | undefined> {
  try {
    return (await lookAtJob(session, id, signal)).job;
  } catch (error) {
    if (error instanceof StateError && error.failure.kind === 'job-gone') return undefined;
    throw error;
  }
}
