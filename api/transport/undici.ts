import { ApiError } from '../failure.ts';
import { classifyFailure, type Exchange } from './classify.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport.ts';
import { watchRequest } from './watched.ts';
import { type Fetch, type FetchedResponse, type Way, waysOut } from './ways-out.ts';

export interface UndiciOptions {
  /** For the whole exchange, from connecting to the answer's last byte. 60 seconds unless said. */
  timeoutMilliseconds?: number;
  /** Longer answers are not read. 32 MiB unless said. */
  answerLimitBytes?: number;
  /** How hosts beyond this machine are reached; directly unless said. */
  way?: Way;
}

/** The network by undici. */
export function undiciTransport(options: UndiciOptions = {}): Transport {
  const timeout = options.timeoutMilliseconds ?? 60_000;
  const limit = options.answerLimitBytes ?? 32 * 1024 * 1024;
  const wayTo = waysOut(options.way ?? 'direct');
  return {
    async send(request, signal) {
      const url = new URL(request.url);
      const timer = AbortSignal.timeout(timeout);
      const fetch = await wayTo(url);
      if (signal.aborted) throw new ApiError({ kind: 'cancelled', host: url.host });
      const watched = watchRequest(request.method, url);
      const exchange: Exchange = { request, url, signal, timer, timeout, written: watched.written };
      try {
        return await exchangeOnce(exchange, fetch, limit);
      } catch (error) {
        if (watched.answered(407) && isWithoutReason(error)) return { status: 407, headers: {}, body: '' };
        throw error instanceof ApiError ? error : classifyFailure(error, exchange);
      } finally {
        watched.stop();
      }
    },
  };
}

async function exchangeOnce(
  { request, url, signal, timer }: Exchange,
  fetch: Fetch,
  limit: number,
): Promise<ApiResponse> {
  const response = await fetch(url, {
    ...requestInit(request),
    redirect: 'manual',
    signal: AbortSignal.any([signal, timer]),
  });
  const answer = { status: response.status, headers: Object.fromEntries(response.headers.entries()) };
  return { ...answer, body: await readBody(response, url.host, limit) };
}

/**
 * Does fetch fail without a word of why? That is all it says of an answer with status 407, as its standard has it; another
 * request of the same address may have had that answer, but whatever else goes wrong has its reason.
 */
function isWithoutReason(error: unknown): boolean {
  const cause = error instanceof TypeError ? error.cause : undefined;
  return cause instanceof Error && cause.message === '' && !('code' in cause);
}

/** The answer's body. That of a refusal counts as empty when it cannot be read: its status says enough. */
async function readBody(response: FetchedResponse, host: string, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > limit) throw new ApiError({ kind: 'too-large-answer', host, limit, of: 'bytes' });
      chunks.push(chunk);
    }
  } catch (error) {
    if (response.ok) throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function requestInit({ method, headers, body }: ApiRequest) {
  return { method, headers, ...(body === undefined ? {} : { body }) };
}
