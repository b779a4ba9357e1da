import { parent, ROOT } from '../../../schemas/pointer.ts';
import { clipped, fieldName } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'warning',
  title: 'No known release has this field',
  why: 'The platform ignores it or answers 2501. A newer release may have brought it: that is why it is no error.',
  source: 'release notes',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'unknown') return [];
      const holder = parent(problem.pointer);
      const where = holder === ROOT ? 'a job' : fieldName(holder);
      const [meant] = problem.nearest;
      const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
      return [
        {
          at: problem.pointer,
          part: 'key',
          of: 'placement',
          message: `"${clipped(problem.key, 60)}" is no known field of ${where}.${hint}`,
          ...(meant !== undefined && { to: meant }),
        },
      ];
    }),
  fix: ({ at, to }) =>
    typeof to === 'string'
      ? [{ title: `Rename to "${to}"`, safe: false, operations: [{ rename: at, to }] }]
      : [],
};
export default unknownField;
