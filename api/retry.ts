import { retryAfterOf } from './answer-failure.ts';
import type { Clock } from './clock.ts';
import type { ApiResponse } from './transport/transport.ts';

/** A GET is asked at most four times, and all waiting together takes at most half a minute. */
const ATTEMPTS = 4;
const LONGEST_WAIT = 30_000;
const FIRST_WAIT = 500;

/**
 * Asks again while the answer is 429 or 5xx, within the limits above: after what Retry-After says, else after a time
 * that doubles, with jitter. The last answer counts.
 */
export async function askWithRetries(
  ask: () => Promise<ApiResponse>,
  clock: Clock,
  signal: AbortSignal,
): Promise<ApiResponse> {
  let waited = 0;
  for (let attempt = 1; ; attempt++) {
    const response = await ask();
    if (response.status !== 429 && response.status < 500) return response;
    const { retryAfter } = retryAfterOf(response, clock.now());
    const backOff = FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    const wait = retryAfter === undefined ? backOff : retryAfter * 1000;
    if (attempt === ATTEMPTS || waited + wait > LONGEST_WAIT) return response;
    await clock.sleep(wait, signal);
    waited += wait;
  }
}
