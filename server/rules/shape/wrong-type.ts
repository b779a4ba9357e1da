import { fieldAt, type JsonType } from '../../../schemas/fields.ts';
import type { Json } from '../../../schemas/json.ts';
import { type Pointer, valueAt } from '../../../schemas/pointer.ts';
import { fieldName, joined, shown } from '../../words.ts';
import type { Finding, Rule } from '../rule.ts';

const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  title: 'The value has a type that the platform does not read',
  why: 'The platform answers 2501 to a value of the wrong type. Where the samples show two spellings, both are accepted.',
  source: 'release notes',
  check: (job) =>
    job.shape.flatMap((problem): Finding[] => {
      if (problem.kind !== 'type') return [];
      const value = valueAt(job.value, problem.pointer);
      const to = converted(value, problem.expected, problem.pointer);
      return [
        {
          at: problem.pointer,
          part: 'value',
          message: `${fieldName(problem.pointer)} is ${withType(value)}; it must be ${joined(problem.expected.map(typeName), 'or')}.`,
          ...(to !== undefined && { to }),
        },
      ];
    }),
  fix: ({ at, to }, job) => {
    if (to === undefined) return [];
    const title =
      Array.isArray(to) && !Array.isArray(valueAt(job.value, at)) ? 'Put it in a list' : `Replace with ${shown(to)}`;
    return [{ title, safe: true, operations: [{ set: at, value: to }] }];
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

/** The same value in a type that is read, where nothing is lost on the way. */
function converted(value: unknown, expected: readonly JsonType[], at: Pointer): Json | undefined {
  if (typeof value === 'string') {
    if (expected.includes('boolean') && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    if (expected.includes('integer') && /^-?(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  }
  if (isExact(value) && expected.includes('string') && mayBe(String(value), at)) return String(value);
  if (expected.includes('array') && !Array.isArray(value) && value !== null && fitsItem(value, at))
    return [value as Json];
  return undefined;
}

/** Whether a number stands in the text as it was read: beyond that digits are lost. */
function isExact(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** A text that would be wrong in another way is no repair. */
function mayBe(text: string, at: Pointer): boolean {
  const { format, allowed } = fieldAt(at) ?? {};
  return format === undefined && (allowed === undefined || allowed.some(({ value }) => value === text));
}

function fitsItem(value: unknown, at: Pointer): boolean {
  const types = fieldAt(at)?.item?.types ?? [];
  if (typeof value === 'string') return types.includes('string') && value !== '';
  return typeof value === 'object' && types.includes('object');
}
