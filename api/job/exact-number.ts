import { isObject, type Json } from '../../schemas/json.ts';

/**
 * JSON has numbers of any size, JavaScript's have 53 bits: `12345678901234567890` would be sent as another number, and
 * `1e400` as null. A number that cannot be kept is carried as a text with this mark before its digits.
 */
const MARK = '\u0000number ';
const MARKED = /"\\u0000number (-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"/g;
/** A text, which is passed over, or a number. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MAYBE_INEXACT = /\d{16}|\d\.\d{15}|[eE][+-]?\d{3}/;

/** JSON text with every number that JavaScript cannot keep as a marked text. */
export function markNumbers(json: string): string {
  if (!MAYBE_INEXACT.test(json)) return json;
  return json.replaceAll(TEXT_OR_NUMBER, (found) =>
    found.startsWith('"') || isExact(found) ? found : JSON.stringify(`${MARK}${found}`),
  );
}

/** A value as JSON text, each marked number as the number that it was read from. */
export function writeJson(value: unknown, indent?: number | string): string {
  return JSON.stringify(value, null, indent).replaceAll(MARKED, '$1');
}

/** The value with JavaScript's nearest numbers in the place of marked ones: for judging, never for sending. */
export function nearestNumbers(value: Json): Json {
  if (typeof value === 'string') return value.startsWith(MARK) ? Number(value.slice(MARK.length)) : value;
  if (Array.isArray(value)) return value.map(nearestNumbers);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, nearestNumbers(inner)]));
}

/** Is that the same number when it is written again? */
function isExact(literal: string): boolean {
  const number = Number(literal);
  return Number.isFinite(number) && digitsOf(literal) === digitsOf(String(number));
}

/** One spelling for one number: its significant digits and the power of ten of the last of them. */
function digitsOf(literal: string): string {
  const [mantissa = '', power = '0'] = literal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${literal.startsWith('-') ? '-' : ''}${significant}e${Number(power) - fraction.length + digits.length - significant.length}`;
}
