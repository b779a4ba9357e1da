import type { JsonObject } from '../../schemas/json.ts';
import type { Facts } from '../facts.ts';
import { nextFullHour } from './next-full-hour.ts';
import { nextRuns } from './schedule.ts';
import { writeStart } from './start-date-time.ts';
import { DAY, type WallTime, zoneClock } from './wall-time.ts';

/** A start to propose: as the file writes it, and which one it is. */
interface StartOffer {
  text: string;
  words: string;
}

/**
 * Starts that people choose, on the clock of a zone: the next full hour, this and tomorrow evening, and the evening of the
 * next Patch Tuesday. Evening is 10 PM. Empty where nobody knows what time it is.
 */
export function startOffers(now: number | undefined, zone: string): StartOffer[] {
  const clock = zoneClock(zone);
  if (now === undefined || clock === undefined) return [];
  const wall = clock.wallTimeAt(now);
  const evening = eveningOf(wall);
  const offers = [
    { text: nextFullHour(now, zone), words: 'the next full hour' },
    { text: writeStart(new Date(evening)), words: 'this evening, today', past: evening <= wall },
    { text: writeStart(new Date(evening + DAY)), words: 'tomorrow evening' },
    { text: nextPatchTuesday(now, evening, zone), words: 'the evening of the next Patch Tuesday' },
  ];
  return offers.filter(({ text, past }, index) => !past && offers.findIndex((other) => other.text === text) === index);
}

/** Tomorrow evening on the clock of a zone, as the file writes it; undefined where nobody knows what time it is. */
export function tomorrowEvening(now: number | undefined, zone: string): string | undefined {
  const clock = now === undefined ? undefined : zoneClock(zone);
  if (now === undefined || clock === undefined) return undefined;
  return writeStart(new Date(eveningOf(clock.wallTimeAt(now)) + DAY));
}

/** The zone in which a job's start is read: its own, where it names one; else the reader's for machines' own zones, else UTC. */
export function zoneOfStart({ timezone, timezoneType }: JsonObject, { readerZone }: Facts): string {
  if (timezoneType === 'AGENT_TZ') return readerZone ?? 'UTC';
  return typeof timezone === 'string' && zoneClock(timezone) !== undefined ? timezone : 'UTC';
}

/** Of the same day. */
function eveningOf(wall: WallTime): WallTime {
  return Math.floor(wall / DAY) * DAY + EVENING;
}

const EVENING = 22 * 3_600_000;

function nextPatchTuesday(now: number, evening: number, timezone: string): string {
  const everySecondTuesday = { scheduleType: 'Monthly', recurringDayOfMonth: 2, recurringWeekDayOfMonth: 2, timezone };
  const [run] = nextRuns({ ...everySecondTuesday, startDateTime: writeStart(new Date(evening)) }, now, 1) ?? [];
  return writeStart(new Date(run?.wall ?? evening));
}
