import type { JsonObject } from '../../schemas/json.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { jobOf, notUnderstood } from './answer.ts';

/** The whole job as the platform has it. Rejects with ApiError; `not-found` when there is none of that id. */
export async function readJob(
  session: Pick<Session, 'connection' | 'send'>,
  id: JobId,
  signal: AbortSignal,
): Promise<JsonObject & { id: JobId }> {
  const path = `/pm/v1/deploymentjob/${encodeURIComponent(id)}`;
  const response = await session.send({ method: 'GET', path, what: `the job ${id}` }, signal);
  const job = jobOf(response, session);
  if (job.id.toLowerCase() !== id.toLowerCase()) throw notUnderstood(response, session);
  return job;
}
