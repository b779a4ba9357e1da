import { isObject, type Json } from '../../schemas/json.ts';
import { readJson } from '../job/read-json.ts';
import { isSameId, type JobId } from '../platform.ts';
import type { Session } from '../session.ts';

/** What an answer says of the one job that was asked for; `unclear` is read by looking at the job. */
export type Said = 'success' | 'failed' | 'unclear';

/**
 * Asks once to enable or disable a job. No official page has this request: its address and its answer, an entry for each
 * id, are those of the public Python SDK for Qualys. Rejects with ApiError.
 */
export async function setJobStatus(
  session: Pick<Session, 'send'>,
  id: JobId,
  status: 'Enabled' | 'Disabled',
  signal: AbortSignal,
): Promise<Said> {
  const path = `/pm/v1/deploymentjobs/update/status/${status}`;
  const body = JSON.stringify({ ids: [id] });
  const response = await session.send({ method: 'POST', path, body, what: `the job ${id}` }, signal);
  return saidOf(readJson(response.body), id);
}

/** Asks once to delete a job. From the same source. Rejects with ApiError. */
export async function deleteJob(session: Pick<Session, 'send'>, id: JobId, signal: AbortSignal): Promise<Said> {
  const body = JSON.stringify({ ids: [id] });
  const response = await session.send(
    { method: 'DELETE', path: '/pm/v1/deploymentjobs', body, what: `the job ${id}` },
    signal,
  );
  return saidOf(readJson(response.body), id);
}

function saidOf(answer: Json | undefined, id: JobId): Said {
  const entries = Array.isArray(answer) ? answer.filter(isObject) : [];
  const own = entries.find((entry) => typeof entry.id === 'string' && isSameId(entry.id, id));
  const status = typeof own?.status === 'string' ? own.status.toLowerCase() : '';
  if (status === 'success') return 'success';
  return status === 'failed' ? 'failed' : 'unclear';
}
