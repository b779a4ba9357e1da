import type { Json } from '../../schemas/json.ts';
import type { LineTable } from './line-table.ts';

/** How a person lays out a document. */
export interface Layout {
  /** One step of indentation. */
  unit: string;
  lineEnd: string;
  /** The document spreads over lines. */
  spread: boolean;
  /** The blanks at the start of the line of an offset. */
  indentAt(offset: number): string;
}

/** `lines` is the text's line table, where the caller has it. */
export function layoutOf(text: string, lines?: LineTable): Layout {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0];
  return {
    unit: typed(/^[{[][^\S\r\n]*(?:\r\n|\n|\r)([^\S\r\n]+)/.exec(text.trimStart())?.[1] ?? '  '),
    lineEnd: lineEnd ?? '\n',
    spread: lineEnd !== undefined,
    indentAt(offset) {
      const start = lines?.starts[lines.positionAt(offset).line] ?? lineStart(text, offset);
      return typed(/^[^\S\r\n]*/.exec(text.slice(start, offset))?.[0] ?? '');
    },
  };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** An indent as somebody types it: without a byte order mark, and with plain blanks for those that were pasted. */
function typed(indent: string): string {
  return indent.replaceAll('\ufeff', '').replace(/[^\t ]/g, ' ');
}

/** A value in the document's layout, its first line standing after `indent`. */
export function written(value: Json, indent: string, { unit, lineEnd, spread }: Omit<Layout, 'indentAt'>): string {
  if (!spread || typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(value, undefined, unit).replaceAll('\n', lineEnd + indent);
}
