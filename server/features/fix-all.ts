import type { TextEdit } from 'vscode-languageserver-types';
import { compatible } from '../document/compatible.ts';
import { type JobDocument, openDocument } from '../document/document.ts';
import type { Replacement } from '../document/edit.ts';
import { type PatchedText, patchedText } from '../document/patched-text.ts';
import { textRules } from '../rules/all.ts';
import type { Found } from '../rules/run.ts';

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

type Judge = (document: JobDocument) => readonly Found[];

function fixedInRounds(document: JobDocument, judge: Judge, code?: string): { patched: PatchedText; fixes: number } {
  let patched = patchedText(document.text);
  let count = 0;
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && !seen.has(patched.text); round++) {
    seen.add(patched.text);
    const present = openDocument(document.uri, document.version, patched.text);
    const fixes = compatible(safeFixes(present, judge(present), code), (fix) => fix);
    if (fixes.length === 0) break;
    count += fixes.length;
    patched = patched.replace(fixes.flat());
  }
  return { patched, fixes: count };
}

/** Fixes that meet are carried out in rounds; more than these no document was seen to need. */
const MOST_ROUNDS = 100;

/** Those of the text first: what it says is certain only then. */
function safeFixes(document: JobDocument, findings: readonly Found[], code: string | undefined): Replacement[][] {
  const wanted = findings.filter((found) => code === undefined || found.code === code);
  const ofText = wanted.filter((found) => CODES_OF_TEXT.has(found.code));
  const replacements = (found: Found): Replacement[][] => {
    const fix = found.fixes().find(({ safe }) => safe);
    return fix === undefined ? [] : [replacementsOf(document, fix.edits)];
  };
  // What does more goes first: of a key that stands ten times, the last repair holds all others.
  const textFixes = ofText.flatMap(replacements).sort((one, other) => other.length - one.length);
  return textFixes.length > 0 ? textFixes : wanted.flatMap(replacements);
}

const CODES_OF_TEXT: ReadonlySet<string> = new Set(textRules.map(({ code }) => code));

function replacementsOf({ lines }: JobDocument, edits: readonly TextEdit[]): Replacement[] {
  return edits.map(({ range, newText }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    newText,
  }));
}
