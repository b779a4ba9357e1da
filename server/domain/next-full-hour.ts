import { writeStart } from './start-date-time.ts';
import { type ZoneClock, zoneClock } from './wall-time.ts';

/** The next full hour on the clock of a job's zone, as a `startDateTime`; in UTC where the zone is not known. */
export function nextFullHour(now: number, zone: unknown): string {
  const clock = typeof zone === 'string' ? zoneClock(zone) : undefined;
  return writeStart(new Date(nextHour(now, clock)));
}

/** A full hour that the clocks skip is none: the one after it comes next. */
function nextHour(now: number, clock: ZoneClock | undefined): number {
  const wall = clock?.wallTimeAt(now) ?? now;
  const next = (Math.floor(wall / HOUR) + 1) * HOUR;
  const reading = clock?.read(next);
  return reading?.kind === 'skipped' ? next + reading.by : next;
}

const HOUR = 3_600_000;
