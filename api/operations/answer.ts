import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { ApiError } from '../failure.ts';
import { readJson } from '../job/read-json.ts';
import type { Session } from '../session.ts';
import type { ApiResponse } from '../transport/transport.ts';

/** The JSON of an answer that said 2xx. Rejects with ApiError `not-understood` when it is HTML, cut off or no JSON. */
export function jsonOf(response: ApiResponse, session: Pick<Session, 'connection'>): Json {
  const value = readJson(response.body);
  if (value === undefined) throw notUnderstood(response, session);
  return value;
}

/** What no job is without; every answer in the release notes has all its 72 fields. */
const OF_EVERY_JOB = ['name', 'platform', 'type', 'status', 'scheduleType'];

/**
 * A whole job, or ApiError `not-understood`. A part of one will not do: a body composed from it, and a base made of it,
 * would lose the rest.
 */
export function jobOf(response: ApiResponse, session: Pick<Session, 'connection'>): JsonObject & { id: string } {
  const value = jsonOf(response, session);
  if (!isObject(value) || typeof value.id !== 'string' || value.id === '') throw notUnderstood(response, session);
  if (!OF_EVERY_JOB.every((key) => Object.hasOwn(value, key))) throw notUnderstood(response, session);
  return { ...value, id: value.id };
}

export function notUnderstood(response: ApiResponse, session: Pick<Session, 'connection'>): ApiError {
  return new ApiError({
    kind: 'not-understood',
    host: new URL(session.connection.baseUrl).host,
    status: response.status,
    contentType: response.headers['content-type'] ?? '',
  });
}
