import { fieldAt } from '../../../schemas/fields.ts';
import type { Json } from '../../../schemas/json.ts';
import { child, type Pointer, parent, ROOT, segments } from '../../../schemas/pointer.ts';
import { meantSchedules } from '../../domain/meant-schedules.ts';
import type { Facts } from '../../facts.ts';
import { choice, fieldName, joined, shown } from '../../words.ts';
import type { Adds, Finding, Fix, Job, Rule } from '../rule.ts';

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
  fix: ({ absent, to }, job, facts, adds) => {
    if (absent === undefined || to === undefined) return [];
    if (absent === SCHEDULE) return scheduleFix(job, facts, adds);
    const title = `Insert "${segments(absent).at(-1)}": ${shown(to)}`;
    return [{ title, safe: false, operations: [{ set: absent, value: to }] }];
  },
};
export default missingField;

const SCHEDULE = '/scheduleType';

/** The first of what the job may mean that makes nothing else wrong. */
function scheduleFix(job: Job, facts: Facts, adds: Adds): Fix[] {
  for (const entries of meantSchedules(job.value, facts)) {
    const operations = Object.entries(entries).map(([key, value]) => ({ set: child(ROOT, key), value }));
    if (adds(operations)) continue;
    const words = Object.entries(entries).map(([key, value]) => `"${key}": ${shown(value)}`);
    return [{ title: `Insert ${joined(words, 'and')}`, safe: false, operations }];
  }
  return [];
}

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
