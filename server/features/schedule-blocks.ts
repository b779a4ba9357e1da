import { rootField } from '../../schemas/fields.ts';
import type { Json, JsonObject } from '../../schemas/json.ts';
import { dayNamings } from '../domain/monthly-day.ts';
import { USED_BY } from '../domain/schedule-fields.ts';
import { tomorrowEvening, zoneOfStart } from '../domain/start-offers.ts';
import type { Facts } from '../facts.ts';
import { literalSnippet, scalarSnippet } from './value-snippet.ts';

/** A whole schedule: several keys of the job at once. */
interface ScheduleBlock {
  label: string;
  scheduleType: string;
  entries: BlockEntry[];
}

export interface BlockEntry {
  key: string;
  value: Json;
  /** The value as snippet text. */
  insert: string;
}

/**
 * The schedules that the job can still get, each with the keys that it lacks: every kind while it has none, else those of
 * its kind while it does not say when it runs.
 */
export function scheduleBlocks(job: JsonObject, present: ReadonlySet<string>, facts: Facts): ScheduleBlock[] {
  const zone = present.has('timezone') ? zoneOfStart(job, facts) : (facts.readerZone ?? 'UTC');
  const kind = job.scheduleType;
  const isNamed = dayNamings(job).length > 0;
  return allBlocks(zone, facts)
    .map((block) => ({ ...block, entries: block.entries.filter(({ key }) => !present.has(key)) }))
    .filter(({ scheduleType, entries }) => {
      if (!present.has('scheduleType')) return scheduleType !== 'Monthly' || !isNamed;
      if (scheduleType !== kind || (kind === 'Monthly' && isNamed)) return false;
      return entries.some(({ key }) => USED_BY[key] !== undefined);
    });
}

/** What a job of each kind cannot be without, in the documented order: its start, and the days that it runs on. */
export function neededEntries(job: JsonObject, facts: Facts): ReadonlyMap<string, BlockEntry[]> {
  const needed = new Map<string, BlockEntry[]>();
  const isNamed = dayNamings(job).length > 0;
  for (const { scheduleType, entries } of allBlocks(zoneOfStart(job, facts), facts)) {
    const isNeeded = ({ key }: BlockEntry): boolean =>
      key === 'startDateTime' || (USED_BY[key] !== undefined && !(isNamed && scheduleType === 'Monthly'));
    if (!needed.has(scheduleType)) needed.set(scheduleType, entries.filter(isNeeded));
  }
  return needed;
}

function allBlocks(zone: string, { now }: Facts): ScheduleBlock[] {
  const inZone = {
    startDateTime: scalar(tomorrowEvening(now, zone) ?? '2030-01-15 10:00:00 PM'),
    timezoneType: literal('SPECIFIC_TZ'),
    timezone: scalar(zone),
  };
  const again = { ...inZone, recurring: literal(true) };
  const monthly = (words: string, day: Record<string, Written>): ScheduleBlock =>
    block(`Schedule: every month, ${words}`, 'Monthly', { ...again, ...day });
  return [
    block('Schedule: on demand', 'On-demand', { recurring: literal(false) }),
    block('Schedule: once', 'Once', { ...inZone, recurring: literal(false) }),
    block('Schedule: every day', 'Daily', again),
    block('Schedule: every week', 'Weekly', { ...again, recurringWeekDays: scalar('0,1,0,0,0,0,0') }),
    monthly('on a day', { dayOfMonth: scalar(15) }),
    monthly('on a weekday', { recurringDayOfMonth: scalar(2), recurringWeekDayOfMonth: scalar(2) }),
    monthly('on its last day', { recurringLastDayOfMonth: literal(true) }),
    monthly('after Patch Tuesday', { monthlyRecurringType: literal(1), patchTuesdayPlusXDays: scalar(3) }),
  ];
}

type Written = Omit<BlockEntry, 'key'>;

function block(label: string, scheduleType: string, written: Record<string, Written>): ScheduleBlock {
  const entries = Object.entries({ scheduleType: literal(scheduleType), ...written }).map(([key, value]) => ({
    key,
    ...value,
  }));
  return { label, scheduleType, entries: entries.sort((one, other) => orderOf(one.key) - orderOf(other.key)) };
}

function orderOf(key: string): number {
  return rootField.children.find(({ name }) => name === key)?.order ?? 0;
}

function scalar(value: Json): Written {
  return { value, insert: scalarSnippet(value) };
}

function literal(value: Json): Written {
  return { value, insert: literalSnippet(value) };
}
