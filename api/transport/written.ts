import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Watches whether undici begins to write a request. Two requests of one method and address at once count for each
 * other: then "written" may be said too early, never too late.
 */
export function watchWriting(method: string, url: URL): { written: () => boolean; stop: () => void } {
  const path = `${url.pathname}${url.search}`;
  let written = false;
  const listen = (message: unknown): void => {
    const request = requestOf(message);
    if (request !== undefined && request.method === method && request.path.endsWith(path)) written = true;
  };
  subscribe('undici:client:sendHeaders', listen);
  return { written: () => written, stop: () => unsubscribe('undici:client:sendHeaders', listen) };
}

function requestOf(message: unknown): { method: string; path: string } | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  const { request } = message;
  if (typeof request !== 'object' || request === null || !('method' in request) || !('path' in request))
    return undefined;
  return { method: String(request.method), path: String(request.path) };
}
