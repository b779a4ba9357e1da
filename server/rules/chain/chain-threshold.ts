import { isObject } from '../../../schemas/json.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const chainThreshold: Rule = {
  code: 'chain-threshold',
  severity: 'error',
  title: 'The threshold of a chain rule is no percentage',
  why: 'The threshold is the percentage of machines on which the post actions must have succeeded; the notes\' "in hours" is a slip.',
  source: 'release notes',
  since: '3.3',
  before: ['out-of-range', 'bad-format', 'wrong-type'],
  check: ({ value }) => {
    const rules = value.chainedJobRule;
    if (!Array.isArray(rules)) return [];
    return rules.flatMap((rule, index): Finding[] => {
      const threshold = isObject(rule) ? rule.threshold : undefined;
      if (typeof threshold !== 'number' && typeof threshold !== 'string') return [];
      if (threshold === '' || isPercentage(threshold)) return [];
      const at = `/chainedJobRule/${index}/threshold`;
      const to = clamped(threshold);
      const message = `${fieldName(at)} is ${shown(threshold)}; it must be a whole number from 1 to 100, the percentage of machines on which the post actions succeeded.`;
      return [{ at, part: 'value', message, ...(to !== undefined && { to }) }];
    });
  },
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default chainThreshold;

function isPercentage(threshold: number | string): boolean {
  if (typeof threshold === 'string') return /^([1-9]\d?|100)$/.test(threshold);
  return Number.isInteger(threshold) && threshold >= 1 && threshold <= 100;
}

/** The nearest percentage, in the spelling that was used; undefined where no number is meant. */
function clamped(threshold: number | string): number | string | undefined {
  const wanted = typeof threshold === 'string' ? Number.parseFloat(threshold) : threshold;
  if (Number.isNaN(wanted)) return undefined;
  const nearest = Math.min(Math.max(Math.round(wanted), 1), 100);
  return typeof threshold === 'string' ? String(nearest) : nearest;
}
