import type { Json } from '../../schemas/json.ts';
import { writeJson } from '../job/exact-number.ts';

/** How a person lays out a file. */
export interface Layout {
  lineEnd: string;
  /** One step of indentation. */
  unit: string;
  /** The file spreads over lines. */
  spread: boolean;
  /** The blanks at the start of the line of an offset. */
  indentAt(offset: number): string;
}

export function layoutOf(text: string): Layout {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0];
  return {
    lineEnd: lineEnd ?? '\n',
    unit: /(?:^|[\r\n])([\t ]+)"/.exec(text)?.[1] ?? '  ',
    spread: lineEnd !== undefined,
    indentAt(offset) {
      const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
      return /^[\t ]*/.exec(text.slice(start, offset))?.[0] ?? '';
    },
  };
}

/** A value in the file's layout, its first line standing after `indent`. */
export function written(value: Json, indent: string, { unit, lineEnd, spread }: Layout): string {
  if (!spread) return writeJson(value);
  return writeJson(value, unit).replaceAll('\n', lineEnd + indent);
}
