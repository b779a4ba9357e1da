import { ApiError } from '../failure.ts';
import { classifyFailure, type Exchange } from './classify.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport.ts';
import { type Fetch, type FetchedResponse, type Way, waysOut } from './ways-out.ts';
import { watchWriting } from './written.ts';

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
      const writing = watchWriting(request.method, url);
      const exchange: Exchange = { request, url, signal, timer, timeout, written: writing.written };
      try {
        return await exchangeOnce(exchange, fetch, limit);
      } catch (error) {
        throw error instanceof ApiError ? error : classifyFailure(error, exchange);
      } finally {
        writing.stop();
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
