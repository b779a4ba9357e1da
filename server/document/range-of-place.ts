import { type Pointer, parent, ROOT } from '../../schemas/pointer.ts';
import type { Span } from './span.ts';
import type { Place } from './tree.ts';

export type Part = 'key' | 'value' | 'entry';

/**
 * The smallest text that names a part of a place: what a person would change. Of a container over several lines that is
 * its opening bracket; of something that is not there, the key of what should hold it (of the root, the opening brace).
 */
export function spanOfPart(text: string, places: ReadonlyMap<Pointer, Place>, at: Pointer, part: Part): Span {
  const place = places.get(at);
  if (place === undefined) return at === ROOT ? { start: 0, end: 0 } : spanOfPart(text, places, parent(at), 'key');
  if (part === 'entry') return { start: (place.key ?? place.value).start, end: place.value.end };
  if (part === 'key' && place.key !== undefined) return { start: place.key.start, end: place.key.end };
  const { start, end } = place.value;
  const opens = '{['.includes(text.charAt(start)) && end > start;
  if (opens && (at === ROOT || part === 'key' || spreadsOverLines(text, start, end))) return { start, end: start + 1 };
  return { start, end };
}

function spreadsOverLines(text: string, start: number, end: number): boolean {
  if (end - start > 400) return true;
  return /[\r\n]/.test(text.slice(start, end));
}
