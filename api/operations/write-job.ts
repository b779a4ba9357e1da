import type { JsonObject } from '../../schemas/json.ts';
import type { Asked } from '../api-request.ts';
import { readJson } from '../job/read-json.ts';
import { scriptsIn } from '../job/scripts.ts';
import { isSameId, type JobId } from '../platform.ts';
import type { Session } from '../session.ts';
import { jobOf, notUnderstood } from './answer.ts';

/** The request that creates a job, or updates the one with an id. */
export function writeRequest(id: JobId | undefined, body: string): Asked {
  return id === undefined
    ? { method: 'POST', path: '/pm/v1/deploymentjob', body }
    : { method: 'PATCH', path: `/pm/v1/deploymentjob/update/${encodeURIComponent(id)}`, body };
}

/** Sends a create, once. An answer with an id of `before` is about another job. Rejects with ApiError. */
export async function createJob(
  session: Session,
  body: string,
  before: readonly JobId[],
  signal: AbortSignal,
): Promise<JsonObject & { id: JobId }> {
  const response = await session.send({ ...writeRequest(undefined, body), conceal: scriptsOf(body) }, signal);
  const job = jobOf(response, session);
  if (before.some((id) => isSameId(id, job.id))) throw notUnderstood(response, session);
  return job;
}

/** Sends an update, once. The body's `id` is the address's. Rejects with ApiError. */
export async function updateJob(
  session: Session,
  id: JobId,
  body: string,
  signal: AbortSignal,
): Promise<JsonObject & { id: JobId }> {
  const response = await session.send(
    { ...writeRequest(id, body), what: `the job ${id}`, conceal: scriptsOf(body) },
    signal,
  );
  const job = jobOf(response, session);
  if (!isSameId(job.id, id)) throw notUnderstood(response, session);
  return job;
}

/** The scripts that are sent, as they are, decoded, and line by line: a server may repeat them when it refuses them. */
function scriptsOf(body: string): string[] {
  return scriptsIn(readJson(body) ?? null)
    .flatMap((script) => [script, ...decoded(script)])
    .filter((script) => script.length > 3);
}

/** A shorter line, such as `fi`, gives nothing away, and is in many a word. */
const SHORTEST_LINE = 8;

function decoded(base64: string): string[] {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return [text, text.trim(), ...lines.filter((line) => line.length >= SHORTEST_LINE)];
  } catch {
    return [];
  }
}
