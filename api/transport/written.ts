import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Watches whether undici begins to write a request. Two requests of one method and address at once count for each
 * other: then "written" may be said too early, never too late. Nor may it be when whoever carries the request tells
 * nothing: a request that was never seen to be made counts as written.
 */
export function watchWriting(method: string, url: URL): { written: () => boolean; stop: () => void } {
  const path = `${url.pathname}${url.search}`;
  let made = false;
  let written = false;
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
  subscribe(MADE, noteMade);
  subscribe(WRITTEN, noteWritten);
  return {
    written: () => written || !made,
    stop() {
      unsubscribe(MADE, noteMade);
      unsubscribe(WRITTEN, noteWritten);
    },
  };
}

const MADE = 'undici:request:create';
const WRITTEN = 'undici:client:sendHeaders';

function requestOf(message: unknown): { method: string; path: string } | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  const { request } = message;
  if (typeof request !== 'object' || request === null || !('method' in request) || !('path' in request))
    return undefined;
  return { method: String(request.method), path: String(request.path) };
}
