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
};
export default monthlyDayMissing;

/** A value out of its range counts as named: `out-of-range` speaks of it. Half a pair does too: `missing-field` does. */
const NAMING = ['dayOfMonth', 'recurringDayOfMonth', 'recurringWeekDayOfMonth', 'patchTuesdayPlusXDays'] as const;
