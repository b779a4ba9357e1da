import type { Json } from '../schemas/json.ts';
import { type Pointer, segments } from '../schemas/pointer.ts';
import { isPacked } from '../schemas/script-like.ts';

/** A value as a sentence shows it: short, in JSON's spelling, and nothing of what looks like a script. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string' && isPacked(value)) return `"…" (${counted(value.length, 'character')})`;
  // What JSON.parse makes of 1e999.
  if (value === Number.POSITIVE_INFINITY) return '1.8e308 or more';
  if (value === Number.NEGATIVE_INFINITY) return '-1.8e308 or less';
  return clipped(JSON.stringify(value) ?? 'nothing', 60);
}

export function clipped(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** `"a", "b" or "c"`. */
export function choice(values: readonly Json[]): string {
  return joined(
    values.map((value) => JSON.stringify(value)),
    'or',
  );
}

export function joined(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A field as people write it: `chainedJobRule[0].threshold`; the root is "the job". */
export function fieldName(at: Pointer): string {
  let name = '';
  for (const segment of segments(at)) {
    if (/^\d+$/.test(segment)) name += `[${segment}]`;
    else name += name === '' ? segment : `.${segment}`;
  }
  return name === '' ? 'the job' : clipped(name, 120);
}

/**
 * `1 character`, `4,800,000 characters`. Not by `toLocaleString`: what that loads costs a third of the server's start and
 * 7 MB of memory.
 */
export function counted(count: number, noun: string): string {
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped} ${noun}${count === 1 ? '' : 's'}`;
}
