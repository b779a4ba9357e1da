import { fieldAt } from '../../../schemas/fields.ts';
import type { Json, JsonObject } from '../../../schemas/json.ts';
import type { Pointer } from '../../../schemas/pointer.ts';
import { longestSpread } from '../../domain/patch-window.ts';
import type { RangeProblem } from '../../schema/shape-problem.ts';
import { fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const outOfRange: Rule = {
  code: 'out-of-range',
  severity: 'error',
  title: 'The number is outside its bounds',
  why: 'The platform refuses a number outside its bounds, and does not say which.',
  source: 'official documentation',
  check: (job) => {
    const ranges = job.shape.filter((problem) => problem.kind === 'range');
    const findings = ranges.map((problem) => ofRange(problem, clamp(problem)));
    const longest = longestSpread(job.value, ofPlace(findings, WINDOW)?.to ?? job.value.timeout);
    return longest === undefined ? findings : withSpread(job.value, findings, longest);
  },
  fix: ({ at, to }, { value }) =>
    to === undefined || skipsMonths(at, to, value)
      ? []
      : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default outOfRange;

const WINDOW = '/timeout';
const SPREAD = '/downloadRandomizeTime';

function ofRange(problem: RangeProblem, clamped: number): Finding {
  const { pointer, found } = problem;
  return {
    at: pointer,
    part: 'value',
    message: describe(problem),
    ...(fieldAt(pointer)?.source.includes('I') && { severity: 'warning' }),
    to: typeof found === 'string' ? String(clamped) : clamped,
  };
}

function ofPlace(findings: readonly Finding[], place: Pointer): Finding | undefined {
  return findings.find(({ at }) => at === place);
}

/** The spread of the downloads has two bounds, its own and the window: one that is beyond both is told once. */
function withSpread(job: JsonObject, findings: readonly Finding[], longest: number): Finding[] {
  const { downloadRandomizeTime: spread, downloadRandomizeTimeUnit: unit = 'MINUTES' } = job;
  if (ofPlace(findings, SPREAD) !== undefined) {
    return findings.map((finding) =>
      finding.at === SPREAD ? { ...finding, to: Math.min(Number(finding.to), longest) } : finding,
    );
  }
  if (typeof spread !== 'number' || spread <= longest) return [...findings];
  const message = `downloadRandomizeTime is ${spread}; it must be less than the patch window, at most ${longest} (in ${unit}).`;
  return [...findings, { at: SPREAD, part: 'value', message, to: longest }];
}

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
