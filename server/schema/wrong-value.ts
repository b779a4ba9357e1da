import type { Field } from '../../schemas/fields.ts';
import { isObject, type Json } from '../../schemas/json.ts';
import { jsonType } from './json-type.ts';
import { letters, nearest, nearestFirst } from './nearest.ts';
import type { Place } from './place.ts';
import type { FormatProblem, RangeProblem, TypeProblem, ValueProblem } from './shape-problem.ts';

export function wrongType(place: Place): TypeProblem {
  const { pointer, field, value } = place;
  const meant = converted(value, field);
  const nearest = meant === undefined ? {} : { nearest: meant };
  return { kind: 'type', pointer, part: 'value', found: jsonType(value), expected: field.types, ...nearest };
}

function converted(value: unknown, field: Field): Json | undefined {
  const { types } = field;
  if (typeof value === 'string') {
    if (types.includes('boolean') && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    if (types.includes('integer') && /^-?(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  }
  return isExact(value) && types.includes('string') && mayBe(String(value), field) ? String(value) : undefined;
}

/** Whether a number stands in the text as it was read: beyond that digits are lost. */
function isExact(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** A text that would be wrong in another way is no repair. */
function mayBe(text: string, { format, allowed }: Field): boolean {
  return format === undefined && (allowed === undefined || allowed.some(({ value }) => value === text));
}

/** A value outside the list; of a type that the list does not have, it is a wrong type. */
export function wrongValue(place: Place, closed: boolean): ValueProblem | TypeProblem {
  const { pointer, field } = place;
  const found = place.value as Json;
  if (!field.types.includes(jsonType(found))) return wrongType(place);
  const offered = (field.allowed ?? []).map(({ value }) => value);
  const meant = typeof found === 'string' ? likelyMeant(found, offered, field.oftenWritten) : undefined;
  const rest = (typeof found === 'string' ? sorted(found, offered) : offered).filter((value) => value !== meant);
  return {
    kind: 'value',
    pointer,
    part: 'value',
    found,
    allowed: meant === undefined ? rest : [meant, ...rest],
    ...(meant !== undefined && { nearest: meant }),
    closed,
  };
}

export function wrongRange(place: Place): RangeProblem | undefined {
  const { pointer, field, value, holder } = place;
  const { range } = field;
  if (!range || (typeof value !== 'number' && typeof value !== 'string')) return undefined;
  const unit = range.unit !== undefined && isObject(holder?.value) ? holder.value[range.unit] : undefined;
  const maximum = typeof unit === 'string' ? range.maximumByUnit?.[unit] : undefined;
  return {
    kind: 'range',
    pointer,
    part: 'value',
    found: value,
    minimum: range.minimum,
    maximum: maximum ?? range.maximum,
    besides: range.besides,
    ...(maximum !== undefined && typeof unit === 'string' && { unit }),
  };
}

/** A text that does not look as its field wants it; a number written as a text has its bounds instead. */
export function wrongText(place: Place): FormatProblem | RangeProblem | undefined {
  const { pointer, field, value } = place;
  if (typeof value !== 'string' || field.format === undefined) return undefined;
  if (field.format === 'percentage' && isOutside(value, field.range)) return wrongRange(place);
  return { kind: 'format', pointer, part: 'value', found: value, format: field.format };
}

function isOutside(text: string, range: Place['field']['range']): boolean {
  if (!range || !/^[+-]?\d+(?:\.\d+)?$/.test(text)) return false;
  return Number(text) < range.minimum || Number(text) > range.maximum;
}

function likelyMeant(found: string, offered: Json[], oftenWritten: Record<string, string>): Json | undefined {
  const same = (text: string): boolean => letters(text) === letters(found);
  const spelledAlike = offered.find((value) => same(String(value)));
  if (spelledAlike !== undefined) return spelledAlike;
  const known = Object.entries(oftenWritten).find(([written]) => same(written));
  if (known) return known[1];
  const [first] = nearest(found, offered.map(String));
  return offered.find((value) => String(value) === first);
}

function sorted(found: string, offered: Json[]): Json[] {
  const order = nearestFirst(found, offered.map(String));
  return [...offered].sort((one, other) => order.indexOf(String(one)) - order.indexOf(String(other)));
}
