import type { Replacement } from '../../document/edit.ts';
import type { Span } from '../../document/span.ts';

/** Takes a comment out with the blanks before it; with its whole line where nothing else stands on it. */
export function removedComment(text: string, { start, end }: Span): Replacement {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const lineEnd = /^[^\S\r\n]*(\r\n|\n|\r|$)/.exec(text.slice(end, endOfLine(text, end) + 2));
  if (start === 0 || lineEnd === null) return { start, end, newText: joins(text, start, end) ? ' ' : '' };
  if (before.trim() !== '')
    return { start: lineStart + before.trimEnd().length, end: end + blanksOf(lineEnd), newText: '' };
  return { start: lineStart, end: end + lineEnd[0].length, newText: '' };
}

function blanksOf([all, lineBreak = '']: RegExpExecArray): number {
  return all.length - lineBreak.length;
}

/** Two words that a comment alone keeps apart. */
function joins(text: string, start: number, end: number): boolean {
  return /[\w"]$/.test(text.charAt(start - 1)) && /^[\w"]/.test(text.charAt(end));
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
