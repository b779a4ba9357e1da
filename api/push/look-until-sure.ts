import type { Clock } from '../clock.ts';
import type { Kept } from './intent-file.ts';

/** A request that was under way when its push ended may still arrive: so long after a look the next is made. */
const BETWEEN_LOOKS = 5_000;

/**
 * Where the platform did not end the exchange itself (a process that was killed, an answer that nobody waited for), it may
 * be at the request for as long as a push waits for an answer. Only after that does "not there" count.
 */
const AT_WORK_FOR = 60_000;

/** Looks twice at least, and until the platform can no longer be at the request, or `isSure` of what was seen. */
export async function lookUntilSure<Verdict>(
  look: () => Promise<Verdict>,
  isSure: (verdict: Verdict) => boolean,
  intent: Kept,
  clock: Clock,
  signal: AbortSignal,
): Promise<Verdict> {
  const isOpen = intent.state === 'under-way' || intent.stillOpen === true;
  const wait = isOpen ? Math.max(BETWEEN_LOOKS, AT_WORK_FOR - ageOf(intent, clock)) : BETWEEN_LOOKS;
  for (let waited = 0; ; waited += BETWEEN_LOOKS) {
    const verdict = await look();
    if (isSure(verdict) || waited >= wait) return verdict;
    await clock.sleep(BETWEEN_LOOKS, signal);
  }
}

/**
 * Milliseconds since a request went out, at the least. A clock that was set forward tells too many; the time that the machine
 * has run does not, and after another start tells too few.
 */
function ageOf({ at, sent }: Kept, clock: Clock): number {
  const byClock = clock.now().getTime() - Date.parse(sent?.at ?? at);
  if (sent === undefined) return Math.max(0, byClock);
  const uptime = clock.uptime();
  return Math.max(0, Math.min(byClock, 1_000 * (uptime < sent.uptime ? uptime : uptime - sent.uptime)));
}
