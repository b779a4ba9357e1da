import type { Dispatcher } from 'undici';
import { isLoopback } from '../connection.ts';
import { ApiError } from '../failure.ts';
import { classifyFailure, type Exchange } from './classify.ts';
import type { ApiRequest, ApiResponse, Transport } from './transport.ts';
import { watchWriting } from './written.ts';

export interface UndiciOptions {
  /** For the whole exchange, from connecting to the answer's last byte. 60 seconds unless said. */
  timeoutMilliseconds?: number;
  /** Longer answers are not read. 32 MiB unless said. */
  answerLimitBytes?: number;
  /** Take the proxy from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; never for loopback. For the command line. */
  environmentProxy?: boolean;
}

/**
 * The network by undici, which is loaded by its name when first used: VS Code replaces it by a build that knows the
 * editor's proxy and certificates.
 */
export function undiciTransport(options: UndiciOptions = {}): Transport {
  const timeout = options.timeoutMilliseconds ?? 60_000;
  const limit = options.answerLimitBytes ?? 32 * 1024 * 1024;
  const dispatchers = new Dispatchers(options.environmentProxy ?? false);
  return {
    async send(request, signal) {
      const url = new URL(request.url);
      const timer = AbortSignal.timeout(timeout);
      const writing = watchWriting(request.method, url);
      const exchange: Exchange = { request, url, signal, timer, timeout, written: writing.written };
      try {
        return await exchangeOnce(exchange, await dispatchers.for(url), limit);
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
  dispatcher: Dispatcher | undefined,
  limit: number,
): Promise<ApiResponse> {
  const { fetch } = await import('undici');
  signal.throwIfAborted();
  const response = await fetch(url, {
    ...requestInit(request),
    ...(dispatcher === undefined ? {} : { dispatcher }),
    redirect: 'manual',
    signal: AbortSignal.any([signal, timer]),
  });
  const answer = { status: response.status, headers: Object.fromEntries(response.headers.entries()) };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      const bytes: Uint8Array = chunk;
      length += bytes.length;
      if (length > limit) throw new ApiError({ kind: 'too-large-answer', host: url.host, limit });
      chunks.push(bytes);
    }
  } catch (error) {
    // A refusal counts by its status, whether its words could be read or not.
    if (response.ok) throw error;
  }
  return { ...answer, body: decode(chunks) };
}

function requestInit({ method, headers, body }: ApiRequest) {
  return { method, headers, ...(body === undefined ? {} : { body }) };
}

function decode(chunks: Uint8Array[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

/** One agent per way out, made when first needed and kept for the connections it holds open. */
class Dispatchers {
  readonly #environmentProxy: boolean;
  #direct: Dispatcher | undefined;
  #proxied: Dispatcher | undefined;

  constructor(environmentProxy: boolean) {
    this.#environmentProxy = environmentProxy;
  }

  /** Undefined leaves the way to undici, and so to VS Code. */
  async for(url: URL): Promise<Dispatcher | undefined> {
    const { Agent, EnvHttpProxyAgent } = await import('undici');
    if (isLoopback(url.hostname)) {
      this.#direct ??= new Agent();
      return this.#direct;
    }
    if (!this.#environmentProxy || !proxyInEnvironment()) return undefined;
    this.#proxied ??= new EnvHttpProxyAgent();
    return this.#proxied;
  }
}

function proxyInEnvironment(): boolean {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (process.env[name] ?? '') !== '');
}
