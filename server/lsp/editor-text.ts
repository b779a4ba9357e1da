import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type LineTable, lineTable, lineTableAfter } from '../document/line-table.ts';

/** One version of a text as the editor has it; the lines of the next version are made from those of this one. */
export interface EditorText {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineTable;
  getText(): string;
}

/** How the connection's collection of open files makes texts, and new versions of them. */
export const editorTexts = {
  create: (uri: string, _languageId: string, version: number, text: string): EditorText =>
    editorText(uri, version, text, lineTable(text)),

  update(present: EditorText, changes: TextDocumentContentChangeEvent[], version: number): EditorText {
    let text = present.getText();
    let { lines } = present;
    for (const change of changes) {
      if ('range' in change) {
        const { start, end } = wellFormed(text, lines, change.range);
        text = text.slice(0, start) + change.text + text.slice(end);
        lines = lineTableAfter(lines, text, { start, end }, change.text.length);
      } else {
        text = change.text;
        lines = lineTable(text);
      }
    }
    return editorText(present.uri, version, text, lines);
  },
};

function editorText(uri: string, version: number, text: string, lines: LineTable): EditorText {
  return { uri, version, lines, getText: () => text };
}

type Range = Extract<TextDocumentContentChangeEvent, { range: unknown }>['range'];

/** A place past the end of a line is its end; a range the wrong way round is turned. */
function wellFormed(text: string, lines: LineTable, { start, end }: Range): { start: number; end: number } {
  const one = offsetIn(text, lines, start);
  const other = offsetIn(text, lines, end);
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

function offsetIn(text: string, lines: LineTable, position: Range['start']): number {
  const lineStart = lines.starts[position.line];
  let offset = lines.offsetAt(position);
  while (lineStart !== undefined && offset > lineStart && isLineEnd(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

function isLineEnd(character: number): boolean {
  return character === 10 || character === 13;
}
