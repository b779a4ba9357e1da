import type { TextEdit } from 'vscode-languageserver-types';
import { compatible } from '../document/compatible.ts';
import { type JobDocument, openDocument } from '../document/document.ts';
import type { Replacement } from '../document/edit.ts';
import { type PatchedText, patchedText } from '../document/patched-text.ts';
import type { Found, Judge } from '../rules/run.ts';

/**
 * All safe fixes of a document together, until none is left: each is right whenever it is offered, and loses nothing. `judge`
 * is what the rules say of a text of that file. With a code, the fixes of that rule alone.
 */
export function fixAll(document: JobDocument, judge: Judge, code?: string): TextEdit[] {
  return fixedInRounds(document, judge, code)
    .patched.replacements()
    .map(({ start, end, newText }) => ({ range: document.lines.rangeOf({ start, end }), newText }));
}

/** The text with all its safe fixes, and how many they were. */
export function fixedText(document: JobDocument, judge: Judge): { text: string; fixes: number } {
  const { patched, fixes } = fixedInRounds(document, judge);
  return { text: patched.text, fixes };
}

function fixedInRounds(document: JobDocument, judge: Judge, code?: string): { patched: PatchedText; fixes: number } {
  let patched = patchedText(document.text);
  let count = 0;
  let inVain = 0;
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && inVain < MOST_IN_VAIN && !seen.has(patched.text); round++) {
    seen.add(patched.text);
    const present = openDocument(document.uri, document.version, patched.text);
    const { asked, safe } = safeFixes(present, judge, code);
    const fixes = compatible(safe, (fix) => fix);
    if (fixes.length === 0) break;
    count += fixes.length;
    inVain += asked - fixes.length;
    patched = patched.replace(fixes.flat());
  }
  return { patched, fixes: count };
}

/** Fixes that meet are carried out in rounds; more than these no document was seen to need. */
const MOST_ROUNDS = 100;

/** Each round asks again what could not be carried out in the one before: of thousands of mistakes, a few times. */
const MOST_IN_VAIN = 20_000;

interface SafeFixes {
  /** Of how many findings these are. */
  asked: number;
  safe: Replacement[][];
}

/** Those of the text first: what it says is certain only then. */
function safeFixes(document: JobDocument, judge: Judge, code: string | undefined): SafeFixes {
  const fixesOf = (findings: readonly Found[]): SafeFixes => {
    const wanted = findings.filter((found) => code === undefined || found.code === code);
    return { asked: wanted.length, safe: wanted.flatMap((found) => safeFix(document, found)) };
  };
  const { asked, safe } = fixesOf(judge(document, 'text'));
  // What does more goes first: of a key that stands ten times, the last repair holds all others.
  return safe.length > 0
    ? { asked, safe: safe.sort((one, other) => other.length - one.length) }
    : fixesOf(judge(document));
}

function safeFix({ lines }: JobDocument, found: Found): Replacement[][] {
  const [fix] = found.fixes('safe');
  if (fix === undefined) return [];
  const replacements = fix.edits.map(({ range, newText }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    newText,
  }));
  return [replacements];
}
