import type { JsonObject } from '../../schemas/json.ts';
import type { JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { jobOf, notUnderstood } from './answer.ts';

/** Sends a create, once. Rejects with ApiError. */
export async function createJob(
  session: Session,
  body: string,
  signal: AbortSignal,
): Promise<JsonObject & { id: JobId }> {
  const response = await session.send({ method: 'POST', path: '/pm/v1/deploymentjob', body }, signal);
  return jobOf(response, session);
}

/** Sends an update, once. The body's `id` is the address's. Rejects with ApiError. */
export async function updateJob(
  session: Session,
  id: JobId,
  body: string,
  signal: AbortSignal,
): Promise<JsonObject & { id: JobId }> {
  const path = `/pm/v1/deploymentjob/update/${encodeURIComponent(id)}`;
  const response = await session.send({ method: 'PATCH', path, body, what: `the job ${id}` }, signal);
  const job = jobOf(response, session);
  if (job.id.toLowerCase() !== id.toLowerCase()) throw notUnderstood(response, session);
  return job;
}
