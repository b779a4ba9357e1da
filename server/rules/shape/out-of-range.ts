import { fieldAt } from '../../../schemas/fields.ts';
import type { Json, JsonObject } from '../../../schemas/json.ts';
import type { Pointer } from '../../../schemas/pointer.ts';
import type { RangeProblem } from '../../schema/shape-problem.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const outOfRange: Rule = {
  code: 'out-of-range',
  severity: 'error',
  title: 'The number is outside its bounds',
  why: 'The platform refuses a number outside its bounds, and does not say which.',
  source: 'official documentation',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'range') return [];
      const clamped = clamp(problem);
      return [
        {
          at: problem.pointer,
          part: 'value',
          message: describe(problem),
          ...(fieldAt(problem.pointer)?.source.includes('I') && { severity: 'warning' }),
          to: typeof problem.found === 'string' ? String(clamped) : clamped,
        },
      ];
    }),
  fix: ({ at, to }, { value }) =>
    to === undefined || skipsMonths(at, to, value)
      ? []
      : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default outOfRange;

/** No fix brings the next finding: day 31 is in bounds and skips the short months. */
function skipsMonths(at: Pointer, to: Json, { scheduleType }: JsonObject): boolean {
  return at === '/dayOfMonth' && scheduleType === 'Monthly' && Number(to) > 28;
}

function describe({ pointer, found, minimum, maximum, besides, unit }: RangeProblem): string {
  const besidesText = besides.length === 0 ? '' : `, or ${besides.join(' or ')}`;
  const unitText = unit === undefined ? '' : ` (in ${unit})`;
  return `${fieldName(pointer)} is ${shown(found)}; it must be from ${minimum} to ${maximum}${besidesText}${unitText}.`;
}

function clamp({ found, minimum, maximum }: RangeProblem): number {
  const wanted = Number(found);
  return Math.min(Math.max(Number.isFinite(wanted) ? Math.round(wanted) : minimum, minimum), maximum);
}
