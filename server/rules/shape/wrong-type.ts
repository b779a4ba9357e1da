import { fieldAt, type JsonType } from '../../../schemas/fields.ts';
import type { Json } from '../../../schemas/json.ts';
import { type Pointer, parent, ROOT, valueAt } from '../../../schemas/pointer.ts';
import type { Operation } from '../../document/edit.ts';
import { fieldName, joined, shown } from '../../words.ts';
import type { Finding, Job, Rule } from '../rule.ts';
import outOfRange from './out-of-range.ts';

const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  title: 'The value has a type that the platform does not read',
  why: 'The platform answers 2501 to a value of the wrong type. Where the samples show two spellings, both are accepted.',
  source: 'release notes',
  check: (job) => {
    const problems = job.shape.filter((problem) => problem.kind === 'type');
    const wrongStill = problems.length === 0 ? NONE : wrongAsMeant(job);
    return problems.map(({ pointer, expected, nearest }): Finding => {
      const value = valueAt(job.written, pointer);
      const to =
        nearest === undefined ? listOf(value, expected, pointer) : wrongStill.has(pointer) ? undefined : nearest;
      return {
        at: pointer,
        part: 'value',
        message: `${fieldName(pointer)} is ${withType(value)}; it must be ${joined(expected.map(typeName), 'or')}.`,
        ...(to !== undefined && { to }),
      };
    });
  },
  fix: ({ at, to }, job, _, adds) => {
    if (to === undefined) return [];
    const operations = [{ set: at, value: to }];
    if (Array.isArray(to)) {
      // Asked only of the few lists of the job itself, all at once: the answer takes as long as to judge the job.
      const lists = ownLists(job);
      const gone = lists.map(() => 'wrong-type');
      const safe = parent(at) === ROOT && !adds(lists, gone);
      return [{ title: 'Put it in a list', safe, operations }];
    }
    return [{ title: `Replace with ${shown(to)}`, safe: true, operations }];
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

const NONE: ReadonlySet<Pointer> = new Set();

/** Where a value would be wrong in another way, were it of the right type. */
function wrongAsMeant(job: Job): ReadonlySet<Pointer> {
  const others = job.shape.flatMap(({ kind, pointer }) => (kind === 'value' || kind === 'format' ? [pointer] : []));
  return new Set([...others, ...outOfRange.check(job, {}).map(({ at }) => at)]);
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
