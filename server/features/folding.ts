import type { FoldingRange } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import { endOfScalarList } from '../document/scalar-list.ts';
import { createScanner } from '../document/scanner.ts';

/**
 * Objects and lists that spread over lines; the line of the closing bracket stays in sight. One scan, no tree: a list of
 * 100,000 ids has one range.
 */
export function foldingRanges({ text, value, valid, lines }: JobDocument): FoldingRange[] {
  if (value === undefined) return [];
  const ranges: FoldingRange[] = [];
  const open: { bracket: string; start: number }[] = [];
  const scanner = createScanner(text, 0, () => undefined);
  for (scanner.next(); scanner.kind !== 'end'; scanner.next()) {
    const { kind, start } = scanner;
    const end = valid && kind === '[' ? endOfScalarList(text, start) : undefined;
    if (end !== undefined) {
      fold(start, end - 1);
      scanner.end = end;
    } else if (kind === '{' || kind === '[') open.push({ bracket: kind, start });
    else if ((kind === '}' || kind === ']') && open.at(-1)?.bracket === OPENING[kind]) {
      fold(open.pop()?.start ?? start, start);
    }
  }
  return ranges.sort((one, other) => one.startLine - other.startLine || other.endLine - one.endLine);

  function fold(start: number, close: number): void {
    const startLine = lines.positionAt(start).line;
    const endLine = lines.positionAt(close).line - 1;
    if (endLine > startLine) ranges.push({ startLine, endLine });
  }
}

const OPENING = { '}': '{', ']': '[' } as const;
