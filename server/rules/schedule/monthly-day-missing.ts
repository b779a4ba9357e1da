import type { JsonObject } from '../../../schemas/json.ts';
import { child, ROOT } from '../../../schemas/pointer.ts';
import { readStart, writtenDate } from '../../domain/start-date-time.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const monthlyDayMissing: Rule = {
  code: 'monthly-day-missing',
  severity: 'error',
  title: 'A monthly job does not say on which day it runs',
  why: 'There are four ways to name the day; without one of them the platform cannot tell when the job runs.',
  source: 'official documentation',
  check: ({ value }) => {
    if (value.scheduleType !== 'Monthly') return [];
    if (value.recurringLastDayOfMonth === true) return [];
    if (value.monthlyRecurringType === 1 || value.monthlyRecurringType === '1') return [];
    if (NAMING.some((key) => !isAbsent(value[key]))) return [];
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
  fix: (_, { value }) =>
    daysToInsert(value).map(({ title, entries }) => ({
      title: `Insert ${title}`,
      safe: false,
      operations: Object.entries(entries).map(([key, day]) => ({ set: child(ROOT, key), value: day })),
    })),
};
export default monthlyDayMissing;

/** The day on which the job starts, the last day, or the day after Patch Tuesday: the usual ways. */
function daysToInsert({ startDateTime }: JsonObject): { title: string; entries: JsonObject }[] {
  const starts = typeof startDateTime === 'string' && readStart(startDateTime).kind === 'right';
  const day = starts ? writtenDate(startDateTime).getUTCDate() : 1;
  const lastDay = { title: '"recurringLastDayOfMonth": true', entries: { recurringLastDayOfMonth: true } };
  const patchTuesday = {
    title: 'the day after Patch Tuesday',
    entries: { monthlyRecurringType: 1, patchTuesdayPlusXDays: 1 },
  };
  // Short months have no 29th, 30th or 31st.
  if (day > 28) return [lastDay, patchTuesday];
  return [{ title: `"dayOfMonth": ${day}`, entries: { dayOfMonth: day } }, lastDay, patchTuesday];
}

/** A value out of its range counts as named: `out-of-range` speaks of it. Half a pair does too: `missing-field` does. */
const NAMING = ['dayOfMonth', 'recurringDayOfMonth', 'recurringWeekDayOfMonth', 'patchTuesdayPlusXDays'] as const;
