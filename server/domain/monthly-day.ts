import type { JsonObject } from '../../schemas/json.ts';
import { isUpdate } from './update.ts';
import { DAY, type WallTime } from './wall-time.ts';

/** Midnight of a day, as a wall time. */
export type Day = WallTime;

/** A way in which a job names its day of the month, with the fields that say it. */
export interface DayNaming {
  keys: string[];
  /** The day in a month, 0 being January; it may lie in the next one or the one before. Undefined where there is none. */
  dayIn(year: number, month: number): Day | undefined;
}

/** All the ways in which a job names its day of the month, whether their values are right or not. */
export function dayNamings(job: JsonObject): DayNaming[] {
  const named: DayNaming[] = [];
  if (isSet(job.dayOfMonth)) {
    const day = wholeNumber(job.dayOfMonth);
    named.push({ keys: ['dayOfMonth'], dayIn: (year, month) => dayOfMonth(year, month, day) });
  }
  const nth = ['recurringDayOfMonth', 'recurringWeekDayOfMonth'].filter((key) => isSet(job[key]));
  if (nth.length > 0) {
    const which = wholeNumber(job.recurringDayOfMonth);
    const weekday = wholeNumber(job.recurringWeekDayOfMonth);
    named.push({ keys: nth, dayIn: (year, month) => nthWeekday(year, month, which, weekday) });
  }
  if (job.recurringLastDayOfMonth === true) {
    named.push({ keys: ['recurringLastDayOfMonth'], dayIn: (year, month) => Date.UTC(year, month + 1, 0) });
  }
  const patchTuesday = patchTuesdayKeys(job);
  if (patchTuesday.length > 0) {
    const offset = patchTuesdayOffset(job) ?? Number.NaN;
    named.push({
      keys: patchTuesday,
      dayIn: (year, month) => (nthWeekday(year, month, 2, TUESDAY) ?? Number.NaN) + offset * DAY,
    });
  }
  return named.map(({ keys, dayIn }) => ({ keys, dayIn: (year, month) => known(dayIn(year, month)) }));
}

const TUESDAY = 2;

/**
 * The days from Patch Tuesday, as a number or as its text, 0 where none are named; undefined where they cannot be read, or
 * where an update leaves them as the platform has them.
 */
export function patchTuesdayOffset(job: JsonObject): number | undefined {
  const { patchTuesdayPlusXDays: offset } = job;
  if (!isSet(offset)) return isUpdate(job) ? undefined : 0;
  const days = typeof offset === 'string' && /^-?\d+$/.test(offset) ? Number(offset) : wholeNumber(offset);
  return Number.isNaN(days) ? undefined : days;
}

function patchTuesdayKeys({ monthlyRecurringType: type, patchTuesdayPlusXDays: offset }: JsonObject): string[] {
  if (type === 1 || type === '1') {
    return isSet(offset) ? ['monthlyRecurringType', 'patchTuesdayPlusXDays'] : ['monthlyRecurringType'];
  }
  return isSet(offset) && !isSet(type) ? ['patchTuesdayPlusXDays'] : [];
}

function dayOfMonth(year: number, month: number, day: number): Day | undefined {
  const found = Date.UTC(year, month, day);
  return new Date(found).getUTCDate() === day ? found : undefined;
}

/** The `which`-th of a weekday, 0 being Sunday. */
function nthWeekday(year: number, month: number, which: number, weekday: number): Day | undefined {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return dayOfMonth(year, month, 1 + ((weekday - first + 7) % 7) + 7 * (which - 1));
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function wholeNumber(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : Number.NaN;
}

function known(day: Day | undefined): Day | undefined {
  return day === undefined || Number.isNaN(day) ? undefined : day;
}
