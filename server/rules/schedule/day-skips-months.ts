import { clearField } from '../clear-field.ts';
import type { Rule } from '../rule.ts';

const daySkipsMonths: Rule = {
  code: 'day-skips-months',
  severity: 'warning',
  title: 'The day does not exist in every month',
  why: 'A month without the day is skipped: the machines stay without patches until the next one.',
  source: 'inferred',
  check: ({ value: { scheduleType, dayOfMonth } }) => {
    const skipped = typeof dayOfMonth === 'number' ? SKIPPED.get(dayOfMonth) : undefined;
    if (scheduleType !== 'Monthly' || skipped === undefined) return [];
    const message = `dayOfMonth is ${dayOfMonth}: ${skipped}, and the job is skipped then. For the last day of each month use "recurringLastDayOfMonth": true.`;
    return [{ at: '/dayOfMonth', part: 'value', message }];
  },
  fix: (_, { value }) => [
    {
      title: 'Use the last day of each month',
      safe: false,
      operations: [{ set: '/recurringLastDayOfMonth', value: true }, clearField(value, 'dayOfMonth')],
    },
  ],
};
export default daySkipsMonths;

const SKIPPED = new Map([
  [29, 'February has no such day, but for leap years'],
  [30, 'February has no such day'],
  [31, 'February, April, June, September and November have no such day'],
]);
