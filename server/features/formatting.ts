import { format } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import { layoutOf } from '../document/layout.ts';

/**
 * Lays a job out over lines, one entry each; the value stays what it is. A text that is no JSON is left as it is: where its
 * parts belong is a guess. jsonc-parser does the layout, it works on tokens alone.
 */
export function formatting(document: JobDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  if (!document.valid) return [];
  const { text, lines } = document;
  const asked = range && spanOf(document, range);
  const edits = format(text, asked, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    eol: layoutOf(text).lineEnd,
    insertFinalNewline: options.insertFinalNewline ?? false,
  });
  return edits.map(({ offset, length, content }) => ({
    range: lines.rangeOf({ start: offset, end: offset + length }),
    newText: content,
  }));
}

function spanOf({ lines }: JobDocument, range: Range): { offset: number; length: number } {
  const offset = lines.offsetAt(range.start);
  return { offset, length: lines.offsetAt(range.end) - offset };
}
