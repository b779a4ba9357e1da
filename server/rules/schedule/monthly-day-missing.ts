import type { Json, JsonObject } from '../../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../../schemas/pointer.ts';
import { readStart, writtenDate } from '../../domain/start-date-time.ts';
import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Finding, Rule } from '../rule.ts';

const monthlyDayMissing: Rule = {
  code: 'monthly-day-missing',
  severity: 'error',
  title: 'A monthly job does not say on which day it runs',
  why: 'There are four ways to name the day; without one of them the platform cannot tell when the job runs.',
  source: 'official documentation',
  check: ({ value }) => {
    if (value.scheduleType !== 'Monthly') return [];
    if (!isAbsent(value.dayOfMonth) || value.recurringLastDayOfMonth === true) return [];
    if (isPatchTuesday(value.monthlyRecurringType)) return [];
    const [half, otherHalf] = halves(value);
    if (half !== undefined) return otherHalf === undefined ? [] : [halfOfPair(half, otherHalf)];
    if (!isAbsent(value.patchTuesdayPlusXDays)) return offsetAlone(value);
    return [
      {
        at: '/scheduleType',
        part: 'value',
        of: 'absence',
        absent: '/dayOfMonth',
        message:
          'A Monthly job needs its day: "dayOfMonth", or "recurringDayOfMonth" with "recurringWeekDayOfMonth", or "recurringLastDayOfMonth": true, or "monthlyRecurringType": 1 with "patchTuesdayPlusXDays".',
      },
    ];
  },
  fix: ({ absent, at }, { value }) =>
    daysToInsert(absent ?? at, value).map(({ title, entries }) => ({
      title,
      safe: false,
      operations: Object.entries(entries).map(([key, day]) => ({ set: child(ROOT, key), value: day })),
    })),
};
export default monthlyDayMissing;

const PAIR = ['recurringDayOfMonth', 'recurringWeekDayOfMonth'] as const;

/** What there is of the pair, then what is lacking of it. */
function halves(job: JsonObject): [present?: string, lacking?: string] {
  const [day, weekday] = PAIR;
  if (isAbsent(job[day])) return isAbsent(job[weekday]) ? [] : [weekday, day];
  return isAbsent(job[weekday]) ? [day, weekday] : [day];
}

/** No page says that half a way is refused, so that it is no error. */
function halfOfPair(present: string, lacking: string): Finding {
  const message = `${present} says the day only together with "${lacking}", as in "the second (2) Tuesday (2)".`;
  return { at: `/${present}`, part: 'key', severity: 'warning', of: 'absence', absent: `/${lacking}`, message };
}

function offsetAlone({ monthlyRecurringType: type }: JsonObject): Finding[] {
  const at = '/monthlyRecurringType';
  if (isAbsent(type)) {
    const message = 'patchTuesdayPlusXDays counts only with "monthlyRecurringType": 1.';
    return [{ at: '/patchTuesdayPlusXDays', part: 'key', severity: 'warning', of: 'absence', absent: at, message }];
  }
  // Any other value is none that is known, which `unknown-value` says.
  if (type !== 0 && type !== '0') return [];
  const message = `monthlyRecurringType is ${shown(type)}, so that "patchTuesdayPlusXDays" does not count and nothing names the day; 1 counts from Patch Tuesday.`;
  return [{ at, part: 'value', severity: 'warning', message }];
}

function isPatchTuesday(type: unknown): boolean {
  return type === 1 || type === '1';
}

interface DayToInsert {
  title: string;
  entries: JsonObject;
}

function daysToInsert(at: Pointer, job: JsonObject): DayToInsert[] {
  const start = startDay(job);
  switch (at) {
    case '/recurringDayOfMonth':
      return [
        inserted('recurringDayOfMonth', start === undefined ? 2 : Math.min(4, Math.ceil(start.getUTCDate() / 7))),
      ];
    case '/recurringWeekDayOfMonth':
      return [inserted('recurringWeekDayOfMonth', start?.getUTCDay() ?? 2)];
    case '/monthlyRecurringType':
      return [{ title: 'Count from Patch Tuesday: "monthlyRecurringType": 1', entries: { monthlyRecurringType: 1 } }];
    default:
      return wholeDays(start);
  }
}

/** The day on which the job starts, the last day, or the day after Patch Tuesday: the usual ways. */
function wholeDays(start: Date | undefined): DayToInsert[] {
  const day = start?.getUTCDate() ?? 1;
  const lastDay = inserted('recurringLastDayOfMonth', true);
  const patchTuesday = {
    title: 'Insert the day after Patch Tuesday',
    entries: { monthlyRecurringType: 1, patchTuesdayPlusXDays: 1 },
  };
  // Short months have no 29th, 30th or 31st.
  return day > 28 ? [lastDay, patchTuesday] : [inserted('dayOfMonth', day), lastDay, patchTuesday];
}

function inserted(key: string, value: Json): DayToInsert {
  return { title: `Insert "${key}": ${shown(value)}`, entries: { [key]: value } };
}

function startDay({ startDateTime }: JsonObject): Date | undefined {
  const isRight = typeof startDateTime === 'string' && readStart(startDateTime).kind === 'right';
  return isRight ? writtenDate(startDateTime) : undefined;
}
