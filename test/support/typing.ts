import type { Position, Range } from 'vscode-languageserver-types';

interface Change {
  range: Range;
  text: string;
}

/** Where an editor can put its caret: a line end is one, also where it has two characters. */
export function caretIn(text: string, wanted: number): number {
  const offset = wanted % (text.length + 1);
  return splitsLineEnd(text, offset) ? offset - 1 : offset;
}

/**
 * What an editor sends where one text becomes another: what differs, as one change or two, or everything anew. Positions
 * are those of the text at that moment.
 */
export function changesTo(before: string, after: string, how: number): (Change | { text: string })[] {
  if (how % 7 === 0) return [{ text: after }];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const end = before.length - same;
  const put = after.slice(start, after.length - same);
  if (splitsLineEnd(before, start) || splitsLineEnd(before, end)) return [{ text: after }];
  if (how % 2 === 0) return [{ range: rangeOf(before, start, end), text: put }];
  const without = before.slice(0, start) + before.slice(end);
  return splitsLineEnd(without, start)
    ? [{ text: after }]
    : [
        { range: rangeOf(before, start, end), text: '' },
        { range: rangeOf(without, start, start), text: put },
      ];
}

function splitsLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}

function rangeOf(text: string, start: number, end: number): Range {
  return { start: positionOf(text, start), end: positionOf(text, end) };
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
