import type { Replacement } from '../../document/edit.ts';
import type { Span } from '../../document/span.ts';

/** Takes a comment out with the blanks before it; with its whole line where nothing else stands on it. */
export function removedComment(text: string, { start, end }: Span): Replacement {
  const before = blanksBefore(text, start);
  const after = blanksAfter(text, end);
  if (!isLineEnd(text, after)) return { start, end, newText: joins(text, start, end) ? ' ' : '' };
  if (before > 0 && !isLineEnd(text, before - 1)) return { start: before, end: after, newText: '' };
  const lineBreak = text.startsWith('\r\n', after) ? 2 : 1;
  return { start: before, end: Math.min(after + lineBreak, text.length), newText: '' };
}

/** Two words that a comment alone keeps apart. */
function joins(text: string, start: number, end: number): boolean {
  return /[\w"]/.test(text.charAt(start - 1)) && /[\w"]/.test(text.charAt(end));
}

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlankOfLine(text, at - 1)) at--;
  return at;
}

function blanksAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlankOfLine(text, at)) at++;
  return at;
}

function isBlankOfLine(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0';
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}
