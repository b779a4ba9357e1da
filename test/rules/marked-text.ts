import type { Position, Range } from 'vscode-languageserver-types';

/**
 * A text with marks: a line that begins with `^` (after blanks) names a finding in the line above it, the carets standing
 * under the characters that it covers. Characters that nobody sees are written as signs.
 */
export interface Mark {
  range: Range;
  words: string;
}

const SIGNS: readonly (readonly [sign: string, meaning: string])[] = [
  ['⍽', '\u00a0'],
  ['⇤', '\ufeff'],
  ['␉', '\t'],
  ['␀', '\0'],
  ['␍', '\r'],
];

export function withoutMarks(marked: string): string {
  const lines = marked.split('\n').filter((line) => !/^\s*\^/.test(line));
  return fromSigns(lines.join('\n'));
}

export function fromSigns(text: string): string {
  return SIGNS.reduce((changed, [sign, meaning]) => changed.replaceAll(sign, meaning), text);
}

export function toSigns(text: string): string {
  return SIGNS.reduce((changed, [sign, meaning]) => changed.replaceAll(meaning, sign), text);
}

export function withMarks(text: string, marks: readonly Mark[]): string {
  const lines = text.split('\n');
  const written = lines.flatMap((line, number) => [
    toSigns(line),
    ...marks.filter(({ range }) => range.start.line === number).map((mark) => markLine(mark, line)),
  ]);
  return written.join('\n');
}

function markLine({ range, words }: Mark, line: string): string {
  const goesOn = range.end.line > range.start.line;
  const end = goesOn ? line.length : range.end.character;
  const carets = '^'.repeat(Math.max(1, end - range.start.character));
  return `${' '.repeat(range.start.character)}${carets}${goesOn ? ' …' : ''} ${words}`;
}

export function applyEdits(text: string, edits: readonly { range: Range; newText: string }[]): string {
  const placed = edits.map(({ range, newText }, index) => ({
    start: offsetOf(text, range.start),
    end: offsetOf(text, range.end),
    newText,
    index,
  }));
  placed.sort((one, other) => other.start - one.start || other.index - one.index);
  let changed = text;
  for (const { start, end, newText } of placed) changed = changed.slice(0, start) + newText + changed.slice(end);
  return changed;
}

/** An own reckoning of lines, so that a slip of the server's line table shows. */
export function offsetOf(text: string, { line, character }: Position): number {
  let offset = 0;
  for (let number = 0; number < line; number++) {
    const rest = /\r\n|\n|\r/.exec(text.slice(offset));
    if (rest === null) throw new Error(`the text has no line ${line}`);
    offset += rest.index + rest[0].length;
  }
  const length = text.slice(offset).search(/[\r\n]|$/);
  if (character > length) throw new Error(`line ${line} has no character ${character}`);
  return offset + character;
}
