import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import { type Pointer, valueAt } from '../../schemas/pointer.ts';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { completion } from '../../server/features/completion.ts';
import { withoutSnippet } from '../../server/features/without-snippet.ts';
import { textRules } from '../../server/rules/all.ts';
import { judgeDocument } from '../../server/rules/run.ts';
import { facts } from '../rules/known.ts';
import { applyEdits, offsetOf } from '../rules/marked-text.ts';
import { damaged, wrongJob } from '../support/damage.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { caretIn } from '../support/typing.ts';

const CODES_OF_TEXT = new Set(textRules.map(({ code }) => code));

/** What these say decides what others do: a value that is wrong already is judged once it counts. */
const SWITCHES = new Set(['/scheduleType', '/platform', '/type']);

/** So does a unit for its number alone: minutes are taken, the smallest, and no other one makes right what they make wrong. */
const UNITS: ReadonlyMap<Pointer, Pointer> = new Map([['/downloadRandomizeTimeUnit', '/downloadRandomizeTime']]);

/** A place in a text, and which of the things that are offered there is taken. */
const choice = { at: fc.nat(6_000), which: fc.nat(200) };

test('what is accepted in a job makes no new error', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.record({ text: wrongJob, ...choice }), ({ text, at, which }) => {
      const { item, after, pointer } = accepted(text, at, which);
      if (item === undefined) return;
      taken++;
      const errors = errorsOf(after).filter(
        ({ at }) => !(SWITCHES.has(pointer) || UNITS.get(pointer) === at) || !isSet(text, at),
      );
      if (!renames(item, text)) expect(added(errorsOf(text), errors), `${item.label}\n${after}`).toEqual([]);
      else {
        // What another key was good for is lost with it, and its value is judged as that of the new key.
        const without = errorsOf(applyEdits(text, [{ range: rangeOf(item), newText: '"no key of a job"' }]));
        const elsewhere = errors.filter((error) => !error.at.startsWith(pointer));
        expect(added([...without, ...errorsOf(text)], elsewhere), `${item.label}\n${after}`).toEqual([]);
      }
    }),
    propertyRuns(300),
  );
  expect(taken).toBeGreaterThan(100);
});

test('what is accepted in a broken text breaks it no further', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.record({ text: damaged, ...choice }), ({ text, at, which }) => {
      // Where brackets or quotes do not match, what stands where is a guess.
      fc.pre(text.length < 100_000 && open(text).structureKnown);
      const { item, after } = accepted(text, at, which);
      if (item === undefined) return;
      taken++;
      expect(mistakes(after), `${item.label}\n${after}`).toBeLessThanOrEqual(mistakes(text));
    }),
    propertyRuns(300),
  );
  expect(taken).toBeGreaterThan(100);
});

function accepted(
  text: string,
  at: number,
  which: number,
): { item: CompletionItem | undefined; after: string; pointer: string } {
  const document = open(text);
  const { items } = completion(document, document.lines.positionAt(caretIn(text, at)), facts);
  const chosen = items[which % Math.max(1, items.length)];
  if (chosen === undefined) return { item: undefined, after: text, pointer: '' };
  const item = withoutSnippet(document, chosen);
  const { textEdit, additionalTextEdits = [] } = item;
  if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${item.label} has no edit`);
  const after = applyEdits(text, [textEdit, ...additionalTextEdits]);
  const { start } = textEdit.range;
  return { item, after, pointer: open(after).pointerAt({ ...start, character: start.character + 1 }) };
}

/** It is put before the colon and the value of a key that is there. */
function renames(item: CompletionItem, text: string): boolean {
  return /^\s*:/.test(text.slice(offsetOf(text, rangeOf(item).end)));
}

function isSet(text: string, at: Pointer): boolean {
  return at !== '' && (valueAt(open(text).value, at) ?? '') !== '';
}

function rangeOf({ textEdit }: CompletionItem): Range {
  if (textEdit === undefined || !('range' in textEdit)) throw new Error('an item without a range');
  return textEdit.range;
}

interface Mistake {
  at: string;
  words: string;
}

function errorsOf(text: string): Mistake[] {
  return judgeDocument(open(text), facts).flatMap(({ severity, code, pointer, message }) =>
    severity === 'error' ? [{ at: pointer, words: `${code}: ${message}` }] : [],
  );
}

/** Errors at places that had none, or fewer, before. An item put before others moves their places. */
function added(before: readonly Mistake[], after: readonly Mistake[]): string[] {
  const known = before.map(placeOf);
  const more = after.filter((mistake) => {
    const index = known.indexOf(placeOf(mistake));
    if (index !== -1) known.splice(index, 1);
    return index === -1;
  });
  return more.map(({ words }) => words);
}

function placeOf({ at }: Mistake): string {
  return at.replace(/\/\d+(?=\/|$)/g, '/*');
}

function mistakes(text: string): number {
  return judgeDocument(open(text), facts).filter(({ code }) => CODES_OF_TEXT.has(code)).length;
}

function open(text: string): JobDocument {
  return openDocument('file:///job.pmjob.json', 1, text);
}
