import { ApiError, type ApiFailure } from '../failure.ts';
import { redact } from './redact.ts';
import type { ApiRequest } from './transport.ts';

/** One request on its way, with what is known of it when it fails. */
export interface Exchange {
  request: ApiRequest;
  url: URL;
  signal: AbortSignal;
  timer: AbortSignal;
  /** Milliseconds. */
  timeout: number;
  /** Has the request begun to be written, as far as can be told? */
  written(): boolean;
}

/**
 * Says what a failed exchange means. A write that failed after it was written may have been accepted, whatever made it
 * fail: it is `sent-without-answer`, also when it was cancelled or took too long.
 */
export function classifyFailure(error: unknown, exchange: Exchange): ApiError {
  return new ApiError(failureOf(error, exchange));
}

function failureOf(error: unknown, { request, url, signal, timer, timeout, written }: Exchange): ApiFailure {
  const host = url.host;
  const cause = rootCause(error);
  const isWrite = request.method !== 'GET';
  if (isWrite && written()) {
    if (!signal.aborted && !timer.aborted) return { kind: 'sent-without-answer', host, cause: cause.text };
    const why = signal.aborted ? 'cancelled' : `no answer in ${timeout / 1000} seconds`;
    return { kind: 'sent-without-answer', host, cause: why, stillOpen: true };
  }
  if (signal.aborted) return { kind: 'cancelled', host };
  if (timer.aborted) return { kind: 'timed-out', host };
  if (isCertificate(cause.code)) {
    const other = cause.code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? { isOfAnotherHost: true as const } : {};
    return { kind: 'certificate', host, cause: cause.text, ...other };
  }
  if (isProxy(cause, url)) return { kind: 'proxy', host, cause: cause.text };
  if (NAME_CODES.has(cause.code)) return { kind: 'unknown-host', host, cause: cause.text };
  return { kind: 'unreachable', host, cause: cause.text };
}

/** What a resolver says of a name that it does not know, or cannot ask for now. */
const NAME_CODES: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME', 'EAI_NODATA', 'EAI_FAIL']);

interface Cause {
  code: string;
  text: string;
  /** The name that was looked up, when the error says so. */
  name: string | undefined;
  /** Where a connection was tried, when the error says so. */
  port: number | undefined;
}

function rootCause(error: unknown): Cause {
  let deepest = error;
  while (deepest instanceof Error && (deepest.cause instanceof Error || firstOf(deepest) !== undefined))
    deepest = deepest.cause ?? firstOf(deepest);
  const code = property(deepest, 'code');
  const name = property(deepest, 'hostname');
  const port = property(deepest, 'port');
  const message = deepest instanceof Error ? deepest.message : String(deepest);
  // An error without a code and a cause is about the request itself, and may repeat a header's value.
  const isOfTheRequest = code === undefined && deepest === error;
  return {
    code: typeof code === 'string' ? code : '',
    text: isOfTheRequest ? 'the request could not be made' : textOf(message, String(code ?? 'the connection failed')),
    name: typeof name === 'string' ? name : undefined,
    port: typeof port === 'number' ? port : undefined,
  };
}

/** OpenSSL's own words name its source files, on several lines; these are its codes for bytes that are no TLS. */
function textOf(message: string, code: string): string {
  if (/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE)$/.test(code))
    return 'this port does not speak TLS, which an https address wants';
  if (code.startsWith('ERR_SSL_')) return `TLS failed: ${code}`;
  return redact(message || code).replaceAll(/\s+/g, ' ');
}

/** Node tries every address of a name; each attempt's error is one of an AggregateError. */
function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

/** OpenSSL's and Node's codes for a certificate that does not hold. */
function isCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS_CERT_ALTNAME_INVALID/.test(code);
}

/** Another name was looked up than the platform's, another port was tried, or the words say so. */
function isProxy(cause: Cause, url: URL): boolean {
  if (cause.name !== undefined) return cause.name !== url.hostname;
  if (/proxy|tunnel/i.test(cause.text)) return true;
  const port = Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port);
  return cause.port !== undefined && cause.port !== port;
}
