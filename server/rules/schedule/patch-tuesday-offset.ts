import { shown } from '../../words.ts';
import { isAbsent } from '../absence.ts';
import type { Rule } from '../rule.ts';

const patchTuesdayOffset: Rule = {
  code: 'patch-tuesday-offset',
  severity: 'error',
  title: 'The days from Patch Tuesday are out of range',
  why: 'The platform counts at most 27 days before or after Patch Tuesday, the second Tuesday of the month.',
  source: 'official documentation',
  before: ['out-of-range', 'unknown-value', 'bad-format'],
  check: ({ value }) => {
    const offset = value.patchTuesdayPlusXDays;
    if (isAbsent(offset) || (typeof offset !== 'number' && typeof offset !== 'string')) return [];
    const days = Number(offset);
    if (!Number.isInteger(days) && typeof offset === 'string') return [];
    if (days !== 0 && Math.abs(days) <= 27) return [];
    if (days === 0 && value.scheduleType !== 'Monthly') return [];
    const allowed = 'it must be from -27 to -1 (before Patch Tuesday) or from 1 to 27 (after it)';
    return [
      {
        at: '/patchTuesdayPlusXDays',
        part: 'value',
        message: `patchTuesdayPlusXDays is ${shown(offset)}; ${allowed}.`,
        ...(days === 0 && { severity: 'warning' }),
      },
    ];
  },
};
export default patchTuesdayOffset;
