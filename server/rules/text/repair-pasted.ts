import { compatible } from '../../document/compatible.ts';
import type { Replacement } from '../../document/edit.ts';
import { patchedText } from '../../document/patched-text.ts';
import { type Reading, readTolerantly } from '../../document/read-tolerantly.ts';
import { isSyntax } from '../../syntax-words.ts';
import { pastedBlanks } from './pasted-blanks.ts';
import { pastedTexts } from './pasted-texts.ts';
import { syntaxRepair } from './syntax-repair.ts';

/**
 * Turns a text that was copied out of a page or a PDF into JSON, as far as anybody can tell what was meant: blanks, broken
 * lines, quotes, commas and comments. Formatting, line ends and order stay. Disjoint changes of the text, in order.
 */
export function repairPasted(text: string, from: number): Replacement[] {
  let patched = patchedText(text);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = repairs(patched.text, from);
    if (wanted.length === 0) break;
    patched = patched.replace(compatible(wanted, (edits) => edits).flat());
  }
  return patched.replacements();
}

/** A repair can uncover a problem that was not told of before it; more rounds than these no text was seen to need. */
const MOST_ROUNDS = 10;

/** Enough for every text that is read at all; the reading of a hostile one still ends. */
const LIMITS = { told: 1_000_000, reported: 1_000_000 };

function repairs(text: string, from: number): Replacement[][] {
  const reading = readTolerantly(text, from, LIMITS);
  const ofTexts = pastedTexts(text, from, reading.root);
  return [...syntaxRepairs(text, reading), ...[...pastedBlanks(text, from), ...ofTexts].map((edit) => [edit])];
}

function syntaxRepairs(text: string, { problems }: Reading): Replacement[][] {
  return problems.filter(isSyntax).flatMap((problem) => {
    const repair = syntaxRepair(problem, text);
    return repair !== undefined && (repair.safe || problem.kind === 'comment') ? [repair.edits] : [];
  });
}
