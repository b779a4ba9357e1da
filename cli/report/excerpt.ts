import type { Diagnosis } from '../../server/judge.ts';

export interface ExcerptStyle {
  /** Width of the terminal; undefined for a pipe. */
  columns: number | undefined;
  /** Lines that are never printed. */
  isConcealed(line: number): boolean;
  colour(text: string): string;
  faint(text: string): string;
}

const WIDTH_OF_A_PIPE = 100;
/** Past this a line is nothing that a person reads. */
const LONGEST_LINE = 2_000;

/**
 * The line that a diagnostic is about, and the place below it underlined; nothing where there is nothing to see or where
 * a script would be shown. A long line is cut round the place.
 */
export function excerpt(lines: readonly string[], { range }: Diagnosis, style: ExcerptStyle): string[] {
  const line = lines[range.start.line] ?? '';
  if (line.trim() === '' || line.length > LONGEST_LINE || style.isConcealed(range.start.line)) return [];
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const gutter = `  ${range.start.line + 1} | `;
  const room = Math.max(20, (style.columns ?? WIDTH_OF_A_PIPE) - gutter.length - 2);
  const from = range.start.character < room * 0.75 ? 0 : range.start.character - Math.floor(room / 3);
  const to = Math.min(line.length, from + room);
  const before = from > 0 ? '…' : '';
  const shown = `${before}${showAll(line.slice(from, to))}${to < line.length ? '…' : ''}`;
  const indent = range.start.character - from + before.length;
  const carets = Math.max(1, Math.min(end, to) - range.start.character);
  const blankGutter = `${' '.repeat(gutter.length - 2)}| `;
  return [
    style.faint(gutter) + shown,
    style.faint(blankGutter) + ' '.repeat(indent) + style.colour('^'.repeat(carets)),
  ];
}

/** One character for one, so that the underline stays below its place. */
function showAll(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cf}\u00a0]/gu, (character) => '·'.repeat(character.length));
}
