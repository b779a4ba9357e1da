import { fieldAt, type JsonType } from '../../../schemas/fields.ts';
import type { Json } from '../../../schemas/json.ts';
import { type Pointer, parent, ROOT, valueAt } from '../../../schemas/pointer.ts';
import type { Operation } from '../../document/edit.ts';
import { fieldName, joined, shown } from '../../words.ts';
import type { Finding, Job, Rule } from '../rule.ts';

const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  title: 'The value has a type that the platform does not read',
  why: 'The platform answers 2501 to a value of the wrong type. Where the samples show two spellings, both are accepted.',
  source: 'release notes',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'type') return [];
      const { pointer, expected, nearest } = problem;
      const value = valueAt(job.written, pointer);
      const to = nearest ?? listOf(value, expected, pointer);
      return [
        {
          at: pointer,
          part: 'value',
          message: `${fieldName(pointer)} is ${withType(value)}; it must be ${joined(expected.map(typeName), 'or')}.`,
          ...(to !== undefined && { to }),
        },
      ];
    }),
  fix: ({ at, to }, job, _, adds) => {
    if (to === undefined) return [];
    const operations = [{ set: at, value: to }];
    if (Array.isArray(to)) {
      // Asked only of the few lists of the job itself, all at once: the answer takes as long as to judge the job.
      const safe = parent(at) === ROOT && !adds(ownLists(job));
      return [{ title: 'Put it in a list', safe, operations }];
    }
    const isWrongStill = job.shape.some(({ kind, pointer }) => pointer === at && kind !== 'type');
    return isWrongStill ? [] : [{ title: `Replace with ${shown(to)}`, safe: true, operations }];
  },
};
export default wrongType;

function withType(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'object') return shown(value);
  return `the ${typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'flag' : 'number'} ${shown(value)}`;
}

function typeName(type: JsonType): string {
  switch (type) {
    case 'null':
      return 'null';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'string':
      return 'a text';
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
  }
}

/** What puts each value of the job itself into its list. */
function ownLists({ written, shape }: Job): Operation[] {
  return shape.flatMap((problem): Operation[] => {
    if (problem.kind !== 'type' || parent(problem.pointer) !== ROOT) return [];
    const list = listOf(valueAt(written, problem.pointer), problem.expected, problem.pointer);
    return list === undefined ? [] : [{ set: problem.pointer, value: list }];
  });
}

function listOf(value: unknown, expected: readonly JsonType[], at: Pointer): Json | undefined {
  const fits = expected.includes('array') && !Array.isArray(value) && value !== null && fitsItem(value, at);
  return fits ? [value as Json] : undefined;
}

function fitsItem(value: unknown, at: Pointer): boolean {
  const types = fieldAt(at)?.item?.types ?? [];
  if (typeof value === 'string') return types.includes('string') && value !== '';
  return typeof value === 'object' && types.includes('object');
}
