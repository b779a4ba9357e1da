import type { FoldingRange } from 'vscode-languageserver-types';
import type { JobDocument } from '../document/document.ts';
import { createScanner } from '../document/scanner.ts';

/**
 * Objects and lists that spread over lines; the line of the closing bracket stays in sight. One scan, no tree: a list of
 * 100,000 ids has one range.
 */
export function foldingRanges({ text, value, lines }: JobDocument): FoldingRange[] {
  if (value === undefined) return [];
  const ranges: FoldingRange[] = [];
  const open: { bracket: string; start: number }[] = [];
  const scanner = createScanner(text, 0, () => undefined);
  for (scanner.next(); scanner.kind !== 'end'; scanner.next()) {
    const { kind, start } = scanner;
    if (kind === '{' || kind === '[') open.push({ bracket: kind, start });
    if (kind !== '}' && kind !== ']') continue;
    if (open.at(-1)?.bracket !== OPENING[kind]) continue;
    const startLine = lines.positionAt(open.pop()?.start ?? start).line;
    const endLine = lines.positionAt(start).line - 1;
    if (endLine > startLine) ranges.push({ startLine, endLine });
  }
  return ranges.sort((one, other) => one.startLine - other.startLine || other.endLine - one.endLine);
}

const OPENING = { '}': '{', ']': '[' } as const;
