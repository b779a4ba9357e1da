import { writeStart } from './start-date-time.ts';
import { isTimeZone } from './time-zone.ts';

/** The next full hour after a moment, as a `startDateTime` in a job's zone; in UTC where the zone is not known. */
export function nextFullHour(now: number, zone: unknown): string {
  const hour = 3_600_000;
  const next = new Date((Math.floor(now / hour) + 1) * hour);
  const known = typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: known,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  }).formatToParts(next);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  return writeStart(new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'))));
}
