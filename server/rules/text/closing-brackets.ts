import type { Replacement } from '../../document/edit.ts';
import { layoutOf } from '../../document/layout.ts';
import { createScanner } from '../../document/scanner.ts';

/**
 * What closes all that is open at the end of a text, each bracket at the indent of its partner; a comma after the last entry
 * goes. Undefined where the brackets before do not match.
 */
export function closingBrackets(text: string): Replacement | undefined {
  const open: { bracket: string; start: number }[] = [];
  const scanner = createScanner(text, 0, () => undefined);
  let start = 0;
  let end = 0;
  for (scanner.next(); scanner.kind !== 'end'; scanner.next()) {
    const { kind } = scanner;
    if (kind === '{' || kind === '[') open.push({ bracket: kind, start: scanner.start });
    if ((kind === '}' || kind === ']') && open.pop()?.bracket !== PARTNER[kind]) return undefined;
    if (kind !== ',') start = scanner.end;
    end = scanner.end;
  }
  if (open.length === 0) return undefined;
  const newText = open.toReversed().map((bracket) => closingBracket(text, bracket.start, end));
  return { start, end, newText: newText.join('') };
}

/** What closes the bracket at an offset behind another one, laid out as the bracket's content is. */
export function closingBracket(text: string, opened: number, after: number): string {
  const { lineEnd, indentAt } = layoutOf(text);
  const spread = /[\r\n]/.test(text.slice(opened, after));
  return (spread ? lineEnd + indentAt(opened) : '') + (text[opened] === '{' ? '}' : ']');
}

const PARTNER = { '}': '{', ']': '[' } as const;
