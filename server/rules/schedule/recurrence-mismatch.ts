import { shown } from '../../words.ts';
import type { Rule } from '../rule.ts';

const recurrenceMismatch: Rule = {
  code: 'recurrence-mismatch',
  severity: 'warning',
  title: '"recurring" says something else than the schedule',
  why: 'The platform gets two answers to one question, whether the job runs again, and may follow the wrong one.',
  source: 'official documentation',
  check: ({ value: { scheduleType, recurring } }) => {
    const right = typeof scheduleType === 'string' ? RECURRING.get(scheduleType) : undefined;
    if (right === undefined || typeof recurring !== 'boolean' || recurring === right) return [];
    const message = `recurring is ${shown(recurring)}, but scheduleType is ${shown(scheduleType)}, for which it is ${shown(right)}.`;
    return [{ at: '/recurring', part: 'value', message, to: right }];
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default recurrenceMismatch;

const RECURRING = new Map([
  ['On-demand', false],
  ['Once', false],
  ['Daily', true],
  ['Weekly', true],
  ['Monthly', true],
]);
