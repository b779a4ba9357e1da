import { fieldAt } from '../../../schemas/fields.ts';
import { isObject } from '../../../schemas/json.ts';
import { parent, type Pointer, ROOT, segments, valueAt } from '../../../schemas/pointer.ts';
import { fieldName, joined } from '../../words.ts';
import type { Finding, Job, Rule } from '../rule.ts';

const misplacedField: Rule = {
  code: 'misplaced-field',
  severity: 'warning',
  title: 'The field stands at a place where the platform does not look for it',
  why: 'The platform ignores a known field at the wrong place, and the job does not do what the file says.',
  source: 'release notes',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'misplaced') return [];
      const holder = parent(problem.pointer);
      const here = holder === ROOT ? 'at the root of a job' : `in ${fieldName(holder)}`;
      const names = problem.places.slice(0, 3).map((place) => `in ${holderName(place)}`);
      const to = problem.places.filter((place) => isFree(job, place));
      const [only] = to;
      return [
        {
          at: problem.pointer,
          part: 'key',
          of: 'placement',
          message: `"${problem.key}" has no meaning ${here}; it belongs ${joined(names, 'or')}.`,
          ...(only !== undefined && problem.places.length === 1 && { to: only }),
        },
      ];
    }),
  fix: ({ at, to }) =>
    typeof to === 'string'
      ? [{ title: `Move to ${fieldName(parent(to))}`, safe: false, operations: [{ move: at, to }] }]
      : [],
};
export default misplacedField;

function holderName(place: Pointer): string {
  return parent(place) === ROOT ? 'the job itself' : fieldName(parent(place)).replaceAll('.*', '[…]');
}

/** Whether a value can be put there: nothing is there yet, and what is on the way is an object or can become one. */
function isFree(job: Job, place: Pointer): boolean {
  if (segments(place).includes('*') || valueAt(job.value, place) !== undefined) return false;
  for (let at = parent(place); at !== ROOT; at = parent(at)) {
    const value = valueAt(job.value, at);
    if (value !== undefined && value !== null) return isObject(value) && fieldAt(place) !== undefined;
  }
  return true;
}
