import { endOfLine } from './end-of-line.ts';

/** What a merge left to choose from, as it is read: this side is read, the other one is passed over. */
export interface MergeMarker {
  /** Where the reading goes on. */
  end: number;
  /** A person is told of it: it begins a choice, or stands there alone. */
  isTold: boolean;
}

/**
 * Finds the merge markers of a text that is read from its start to its end; each is asked for by the offset at which it
 * may begin. Undefined where none does.
 */
export function mergeMarkers(text: string): (at: number) => MergeMarker | undefined {
  let isOpen = false;
  let mayClose = true;

  return (at) => {
    if (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') return undefined;
    if (!isMarkerLine(text, at)) return undefined;
    const mark = text.slice(at, at + 7);
    const end = endOfLine(text, at);
    const isTold = mark === '<<<<<<<' || !isOpen;
    isOpen = mark === '<<<<<<<';
    const closing = isOpen || mark === '>>>>>>>' ? undefined : closingFrom(end);
    return { end: closing === undefined ? end : endOfLine(text, closing), isTold };
  };

  /** Looked for in vain once at most, so that a text of nothing but markers costs no more than another. */
  function closingFrom(from: number): number | undefined {
    if (!mayClose) return undefined;
    const closing = /[\r\n]>{7}(?=[ \r\n]|$)/g;
    closing.lastIndex = from;
    const found = closing.exec(text);
    mayClose = found !== null;
    return found === null ? undefined : found.index + 1;
  }
}

/** Is a line, named by its start, a merge marker? */
export function isMarkerLine(text: string, start: number): boolean {
  return MARKS.has(text.slice(start, start + 7)) && ' \r\n'.includes(text[start + 7] ?? '\n');
}

/** `|||||||` comes with what both sides had, where somebody has set git so. */
const MARKS: ReadonlySet<string> = new Set(['<<<<<<<', '|||||||', '=======', '>>>>>>>']);
