import type { Clock } from '../clock.ts';

/** A request that was under way when its push ended may still arrive: so long after a look the next is made. */
const BETWEEN_LOOKS = 5_000;

/**
 * Where the platform did not end the exchange itself (a process that was killed, an answer that nobody waited for), it may
 * be at the request for as long as a push waits for an answer. Only after that does "not there" count.
 */
const AT_WORK_FOR = 60_000;

/** What an intent tells of how its request ended. */
interface Sent {
  state: 'under-way' | 'unsettled';
  at: string;
  /** Nobody waited for the answer any more. */
  stillOpen?: true;
}

/** Looks twice at least, and until the platform can no longer be at the request, or `isSure` of what was seen. */
export async function lookUntilSure<Verdict>(
  look: () => Promise<Verdict>,
  isSure: (verdict: Verdict) => boolean,
  { state, at, stillOpen }: Sent,
  clock: Clock,
  signal: AbortSignal,
): Promise<Verdict> {
  const age = Math.max(0, clock.now().getTime() - Date.parse(at));
  const isOpen = state === 'under-way' || stillOpen === true;
  const wait = isOpen ? Math.max(BETWEEN_LOOKS, AT_WORK_FOR - age) : BETWEEN_LOOKS;
  for (let waited = 0; ; waited += BETWEEN_LOOKS) {
    const verdict = await look();
    if (isSure(verdict) || waited >= wait) return verdict;
    await clock.sleep(BETWEEN_LOOKS, signal);
  }
}
