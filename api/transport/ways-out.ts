import type { Dispatcher } from 'undici';
import { isLoopback } from '../connection.ts';
import { ApiError } from '../failure.ts';

/**
 * How a host beyond this machine is reached. `environment`: by the proxy of HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
 * `editor`: by the fetch that the editor puts in the place of Node's own, which knows the editor's proxy and
 * certificates; an undici of ours would pass them by, by whatever name it is loaded.
 */
export type Way = 'direct' | 'environment' | 'editor';

/** What undici's fetch and Node's own have in common, as far as we need it. */
export type Fetch = (url: URL, init: FetchInit) => Promise<FetchedResponse>;

interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: 'manual';
  signal: AbortSignal;
}

export interface FetchedResponse {
  status: number;
  ok: boolean;
  headers: { entries(): Iterable<[string, string]> };
  body: AsyncIterable<Uint8Array> | null;
}

/** The way to an address. Agents are made when first needed and kept for the connections that they hold open. */
export function waysOut(way: Way): (url: URL) => Promise<Fetch> {
  let direct: Dispatcher | undefined;
  let proxied: Dispatcher | undefined;
  return async (url) => {
    // This machine is never reached through a proxy, whatever the settings say.
    if (way === 'editor' && !isLoopback(url.hostname)) return globalThis.fetch;
    const { Agent, EnvHttpProxyAgent, fetch } = await import('undici');
    const through =
      (dispatcher: Dispatcher): Fetch =>
      (to, init) =>
        fetch(to, { ...init, dispatcher });
    if (way === 'environment' && !isLoopback(url.hostname) && isProxyInEnvironment()) {
      proxied ??= orProxyFailure(url, () => new EnvHttpProxyAgent());
      return through(proxied);
    }
    direct ??= new Agent();
    return through(direct);
  };
}

function isProxyInEnvironment(): boolean {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (process.env[name] ?? '') !== '');
}

function orProxyFailure(url: URL, make: () => Dispatcher): Dispatcher {
  try {
    return make();
  } catch {
    const cause =
      'the address of the proxy in the environment cannot be used; write it like http://proxy.example.com:3128';
    throw new ApiError({ kind: 'proxy', host: url.host, cause });
  }
}
