import { isObject } from '../schemas/json.ts';
import type { ApiFailure } from './failure.ts';
import { readJson } from './job/read-json.ts';
import { redact } from './transport/redact.ts';
import type { ApiResponse } from './transport/transport.ts';

/** What is known of the request that was answered. */
export interface Asked {
  host: string;
  /** In words, e.g. "the job 5b0f…": for what was not found. */
  what: string;
  /** Texts that must not come back in a message. */
  secrets: readonly string[];
  now: Date;
}

/** What an answer that is not 2xx says. A 408 is a server error: nobody knows what became of the request. */
export function answerFailure(response: ApiResponse, asked: Asked): ApiFailure {
  const { host } = asked;
  const { status } = response;
  if (status >= 300 && status < 400)
    return { kind: 'redirected', host, status, to: placeOf(response.headers.location ?? '', asked.secrets) };
  if (status === 401) return { kind: 'unauthorised', host, status };
  // A 407 is a proxy's: it forbids the way.
  if (status === 403 || status === 407) return { kind: 'forbidden', host, status };
  if (status === 404) return { kind: 'not-found', host, what: asked.what };
  if (status === 429) return { kind: 'rate-limited', host, ...retryAfterOf(response, asked.now) };
  if (status >= 500 || status === 408) return { kind: 'server-error', host, status };
  return { kind: 'rejected', host, status, ...serverError(response.body, asked.secrets) };
}

/** Stands in for the host of an address that names none. */
const NO_HOST = 'https://host.invalid';

/** Of an address its origin, when it names one, and its path, unless that holds a secret; empty for what is none of the web. */
function placeOf(address: string, secrets: readonly string[]): string {
  if (address === '' || !URL.canParse(address, NO_HOST)) return '';
  const { origin, pathname } = new URL(address, NO_HOST);
  if (origin === 'null') return '';
  const decoded = decodedPath(pathname);
  const isFit = [pathname, decoded].every((path) => path !== undefined && path === redact(path, secrets));
  return `${origin === NO_HOST ? '' : redact(origin, secrets)}${isFit ? pathname : '/…'}`;
}

function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** An answer's `type/subtype`, fit to be shown; empty when there is none, or none that looks like one. */
export function mediaTypeOf({ headers }: ApiResponse, secrets: readonly string[]): string {
  const [type] = /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,60}(?=[\s;,]|$)/.exec(headers['content-type'] ?? '') ?? [];
  return redact(type ?? '', secrets);
}

/** Seconds that the server asks us to wait, by a number or a date of HTTP; of several the most. */
export function retryAfterOf(response: ApiResponse, now: Date): { retryAfter?: number } {
  // A comma stands in a date too, before its day.
  const parts = (response.headers['retry-after'] ?? '').split(/,(?! \d\d[ -][A-Z])/);
  const waits = parts.map((part) => secondsOf(part.trim(), now)).filter((wait) => wait > 0 && wait < Infinity);
  return waits.length === 0 ? {} : { retryAfter: Math.max(...waits) };
}

/** The three forms of RFC 9110; the last one says no zone and means the same. */
const HTTP_DATE =
  /^[A-Z][a-z]+, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} [\d:]{8} GMT$|^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/;

/** NaN for what is neither. */
function secondsOf(text: string, now: Date): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (!HTTP_DATE.test(text)) return Number.NaN;
  return Math.ceil((Date.parse(text.replace(/(?<!GMT)$/, ' GMT')) - now.getTime()) / 1000);
}

/** `{"_error":{"errorCode":"2501","message":…}}`, or nothing that we know how to read. */
function serverError(body: string, secrets: readonly string[]): { code?: string; message?: string } {
  const value = readJson(body);
  const error = isObject(value) ? value._error : undefined;
  if (!isObject(error)) return {};
  const code = error.errorCode;
  const message = error.message ?? error.errorMessage;
  return {
    ...(typeof code === 'string' || typeof code === 'number' ? { code: redact(String(code), secrets) } : {}),
    ...(typeof message === 'string' && message !== '' ? { message: redact(message, secrets) } : {}),
  };
}
