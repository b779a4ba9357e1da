import type { Transport } from './transport.ts';

export interface UndiciOptions {
  timeoutMilliseconds?: number;
  answerLimitBytes?: number;
  /** Take the proxy from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; never for loopback. For the command line. */
  environmentProxy?: boolean;
}

export function undiciTransport(options: UndiciOptions = {}): Transport {
  throw new Error(`no transport yet (${options.timeoutMilliseconds})`);
}
