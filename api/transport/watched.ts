import { subscribe, unsubscribe } from 'node:diagnostics_channel';

interface Watched {
  /** Has undici begun to write the request? */
  written(): boolean;
  /** Was it answered with that status? */
  answered(status: number): boolean;
  stop(): void;
}

/**
 * Watches what becomes of a request. Two requests of one method and address at once count for each other: then "written"
 * may be said too early, never too late. Nor may it be when whoever carries the request tells nothing: a request that was
 * never seen to be made counts as written.
 */
export function watchRequest(method: string, url: URL): Watched {
  const path = `${url.pathname}${url.search}`;
  let made = false;
  let written = false;
  const statuses = new Set<unknown>();
  const isOurs = (message: unknown): boolean => {
    const request = requestOf(message);
    return request !== undefined && request.method === method && request.path.endsWith(path);
  };
  const noteMade = (message: unknown): void => {
    if (isOurs(message)) made = true;
  };
  const noteWritten = (message: unknown): void => {
    if (isOurs(message)) written = true;
  };
  const noteAnswered = (message: unknown): void => {
    if (isOurs(message)) statuses.add(statusOf(message));
  };
  subscribe(MADE, noteMade);
  subscribe(WRITTEN, noteWritten);
  subscribe(ANSWERED, noteAnswered);
  return {
    written: () => written || !made,
    answered: (status) => statuses.has(status),
    stop() {
      unsubscribe(MADE, noteMade);
      unsubscribe(WRITTEN, noteWritten);
      unsubscribe(ANSWERED, noteAnswered);
    },
  };
}

const MADE = 'undici:request:create';
const WRITTEN = 'undici:client:sendHeaders';
const ANSWERED = 'undici:request:headers';

function requestOf(message: unknown): { method: string; path: string } | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  const { request } = message;
  if (typeof request !== 'object' || request === null || !('method' in request) || !('path' in request))
    return undefined;
  return { method: String(request.method), path: String(request.path) };
}

function statusOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('response' in message)) return undefined;
  const { response } = message;
  return typeof response === 'object' && response !== null && 'statusCode' in response
    ? response.statusCode
    : undefined;
}
