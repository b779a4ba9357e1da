import { isBlank, isPastedBlank } from '../../document/characters.ts';
import type { Replacement } from '../../document/edit.ts';
import { createScanner } from '../../document/scanner.ts';

/**
 * What stands between the values and only looks like a blank: a wide one becomes a plain one, so that indents stay; one that
 * nobody sees, or that ends a line, goes.
 */
export function pastedBlanks(text: string, from: number): Replacement[] {
  const found: number[] = [];
  const scanner = createScanner(text, from, ({ kind, start }) => {
    if (kind === 'pasted' && isPastedBlank(text.charCodeAt(start))) found.push(start);
  });
  do scanner.next();
  while (scanner.kind !== 'end');
  return withEnds(text, found);
}

/** From the last to the first, so that a row of them is looked along once. */
function withEnds(text: string, found: readonly number[]): Replacement[] {
  const replacements: Replacement[] = [];
  let next: { start: number; endsLine: boolean } | undefined;
  for (const start of found.toReversed()) {
    let after = start + 1;
    while (after < text.length && isBlank(text.charCodeAt(after)) && !isLineEnd(text.charCodeAt(after))) after++;
    const endsLine =
      after >= text.length || isLineEnd(text.charCodeAt(after)) || (next?.start === after && next.endsLine);
    const newText = endsLine || WITHOUT_WIDTH.test(text.charAt(start)) ? '' : ' ';
    replacements.push({ start, end: start + 1, newText });
    next = { start, endsLine };
  }
  return inRows(replacements.reverse());
}

/** An indent is one change, not one for each of its blanks: a list of 100,000 ids has 400,000 of them. */
function inRows(replacements: readonly Replacement[]): Replacement[] {
  const rows: Replacement[] = [];
  for (const { start, end, newText } of replacements) {
    const last = rows.at(-1);
    if (last?.end === start) rows[rows.length - 1] = { start: last.start, end, newText: last.newText + newText };
    else rows.push({ start, end, newText });
  }
  return rows;
}

const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/;

function isLineEnd(character: number): boolean {
  return character === 10 || character === 13;
}
