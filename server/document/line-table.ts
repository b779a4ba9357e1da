import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from './span.ts';

/** Offsets to lines and back. A line ends with LF, CR LF or a lone CR, as the protocol has it. */
export interface LineTable {
  /** The offset at which each line starts. */
  readonly starts: Uint32Array;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

export function lineTable(text: string): LineTable {
  return tableOf(text.length, Uint32Array.from(lineStarts(text, 0, Number.POSITIVE_INFINITY)));
}

/**
 * The table of a text that came about when `replaced` of the text before became `length` characters: only the lines
 * around the change are looked at.
 */
export function lineTableAfter(before: LineTable, text: string, { start, end }: Span, length: number): LineTable {
  const shift = length - (end - start);
  const first = before.positionAt(start - 1).line;
  const next = before.positionAt(end + 1).line + 1;
  const { starts } = before;
  const nextStart = starts[next];
  const limit = nextStart === undefined ? Number.POSITIVE_INFINITY : nextStart + shift;
  const changed = lineStarts(text, starts[first] ?? 0, limit);
  const after = new Uint32Array(first + changed.length + starts.length - next);
  after.set(starts.subarray(0, first));
  after.set(changed, first);
  const from = first + changed.length;
  after.set(starts.subarray(next), from);
  if (shift !== 0) for (let line = from; line < after.length; line++) after[line] = (after[line] ?? 0) + shift;
  return tableOf(text.length, after);
}

function tableOf(textLength: number, starts: Uint32Array): LineTable {
  function positionAt(offset: number): Position {
    const within = Math.min(Math.max(offset, 0), textLength);
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= within) low = middle;
      else high = middle;
    }
    return { line: low, character: within - (starts[low] ?? 0) };
  }

  function offsetAt(position: Position): number {
    const start = starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : textLength;
    const next = starts[position.line + 1] ?? textLength;
    return Math.min(start + Math.max(position.character, 0), next);
  }

  return {
    starts,
    positionAt,
    offsetAt,
    rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }),
  };
}

/** The starts of the lines from the one at `from` on, as far as they are smaller than `limit`. */
function lineStarts(text: string, from: number, limit: number): number[] {
  const starts = [from];
  if (from === 0 && !text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1 && at + 1 < limit; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character !== 10 && character !== 13) continue;
    if (character === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (at + 1 >= limit) break;
    starts.push(at + 1);
  }
  return starts;
}
