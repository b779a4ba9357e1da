import { format } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';

/**
 * Lays a job out over lines, one entry each; the value stays what it is. A text that is no JSON is left as it is: where its
 * parts belong is a guess. jsonc-parser does the layout, it works on tokens alone.
 */
export function formatting(document: JobDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  if (!document.valid) return [];
  const { text, lines, layout } = document;
  const end = text.trimEnd().length;
  const asked = range && spanOf(document, range);
  const edits = format(text, asked, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    eol: layout.lineEnd,
  }).filter(({ offset }) => offset < end);
  if (asked === undefined || asked.offset + asked.length > end) {
    const content = endOfFile(text.slice(end), layout.lineEnd, options);
    if (content !== text.slice(end)) edits.push({ offset: end, length: text.length - end, content });
  }
  return edits.map(({ offset, length, content }) => ({
    range: lines.rangeOf({ start: offset, end: offset + length }),
    newText: content,
  }));
}

/** What follows the job: its line breaks stay but for what the options say of them, which jsonc-parser does not know. */
function endOfFile(
  present: string,
  lineEnd: string,
  { insertFinalNewline, trimFinalNewlines, trimTrailingWhitespace }: FormattingOptions,
): string {
  const blank = trimTrailingWhitespace === false ? present : present.replace(/[ \t]/g, '');
  const even = blank.replace(/\r\n|\r|\n/g, lineEnd);
  if (insertFinalNewline && !even.endsWith(lineEnd)) return even + lineEnd;
  return trimFinalNewlines && even.includes(lineEnd) ? even.slice(0, even.indexOf(lineEnd) + lineEnd.length) : even;
}

function spanOf({ lines }: JobDocument, range: Range): { offset: number; length: number } {
  const offset = lines.offsetAt(range.start);
  return { offset, length: lines.offsetAt(range.end) - offset };
}
