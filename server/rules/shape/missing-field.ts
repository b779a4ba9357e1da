import { fieldAt } from '../../../schemas/fields.ts';
import type { Json } from '../../../schemas/json.ts';
import { type Pointer, parent, ROOT, segments } from '../../../schemas/pointer.ts';
import { choice, fieldName, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  title: 'A field that the job needs is absent',
  why: 'The platform refuses a create without its mandatory fields, and says 2501 without naming the field.',
  source: 'official documentation',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'missing') return [];
      const value = insertion(problem.field);
      return [
        {
          at: problem.pointer,
          part: problem.part,
          of: 'absence',
          absent: problem.field,
          message: describe(problem.field, problem.key, problem.pointer === problem.field),
          ...(problem.inferred && { severity: 'warning' }),
          ...(value !== undefined && { to: value }),
        },
      ];
    }),
  fix: ({ absent, to }) => {
    if (absent === undefined || to === undefined) return [];
    const title = `Insert "${segments(absent).at(-1)}": ${shown(to)}`;
    return [{ title, safe: false, operations: [{ set: absent, value: to }] }];
  },
};
export default missingField;

function describe(at: Pointer, key: string, isEmpty: boolean): string {
  const holder = parent(at);
  const where = holder === ROOT ? '' : ` in ${fieldName(holder)}`;
  const field = fieldAt(at);
  const values = field?.allowed?.map(({ value }) => value) ?? [];
  const allowed = values.length > 0 && values.length <= 6 ? ` It is ${choice(values)}.` : '';
  return isEmpty
    ? `"${key}" is empty${where}, which counts as missing.${allowed}`
    : `"${key}" is missing${where}.${allowed}`;
}

/** What to put there: what the platform would fill in, else what is usual, else the field's own title to be overwritten. */
function insertion(at: Pointer): Json | undefined {
  const field = fieldAt(at);
  if (field === undefined) return undefined;
  const usual = field.default ?? field.example ?? field.allowed?.[0]?.value;
  return usual ?? (field.types.includes('string') && field.format === undefined ? field.title : undefined);
}
