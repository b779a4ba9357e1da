import type { Json } from '../../../schemas/json.ts';
import { choice, fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  title: 'The value is none of those that the platform knows',
  why: 'A guessed value ("ON_DEMAND", "windows") is the most frequent reason for error 2501.',
  source: 'release notes',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'value') return [];
      return [
        {
          at: problem.pointer,
          part: 'value',
          message: describe(fieldName(problem.pointer), problem.found, problem.allowed, problem.closed),
          ...(!problem.closed && { severity: 'warning' }),
          ...(problem.nearest !== undefined && { to: problem.nearest }),
        },
      ];
    }),
  fix: ({ at, to }) =>
    to === undefined ? [] : [{ title: `Replace with ${shown(to)}`, safe: false, operations: [{ set: at, value: to }] }],
};
export default unknownValue;

function describe(name: string, found: Json, allowed: readonly Json[], closed: boolean): string {
  const known = allowed.length === 0 ? '' : closed ? `; it must be ${choice(allowed)}` : `; known are ${choice(allowed)}`;
  return `${name} is ${shown(found)}${known}.`;
}
