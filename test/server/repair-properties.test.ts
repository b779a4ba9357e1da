import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { isObject } from '../../schemas/json.ts';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { MAXIMUM_SYNTAX_PROBLEMS } from '../../server/document/limits.ts';
import { patchedText } from '../../server/document/patched-text.ts';
import { fixAll } from '../../server/features/fix-all.ts';
import { type Found, judgeDocument, judgeWith } from '../../server/rules/run.ts';
import { facts } from '../rules/known.ts';
import { applyEdits, offsetOf } from '../rules/marked-text.ts';
import { damaged, pasted } from '../support/damage.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { ruleTally } from '../support/rule-tally.ts';

test('Repair pasted JSON gives back the value of what was copied', () => {
  fc.assert(
    fc.property(pasted, ({ sample, text }) => {
      const repairs = judge(text)
        .filter(({ code }) => code === 'pasted-text')
        .flatMap((found) => found.fixes());
      expect(repairs.map(({ title }) => title)).toEqual(['Repair pasted JSON']);
      const after = applyEdits(text, repairs[0]?.edits ?? []);
      expect(JSON.parse(after)).toEqual(JSON.parse(sample));
      expect(lineEnds(after).filter((lineEnd) => !lineEnds(text).includes(lineEnd))).toEqual([]);
    }),
    propertyRuns(300),
  );
});

test('a fix removes its own finding and adds none; one of a text that is no job yet may uncover some', () => {
  const tally = ruleTally();
  fc.assert(
    fc.property(damaged, (text) => {
      const before = judge(text);
      const isJobAlready = isJob(text);
      // Of more than fifty mistakes of the text the first fifty are told: one that goes makes room for another.
      fc.pre(times(before, 'syntax') < MAXIMUM_SYNTAX_PROBLEMS);
      tally.judged(before);
      for (const found of before.slice(0, 20)) {
        for (const { edits, title, safe } of found.fixes()) {
          tally.fixed(found.code);
          const after = judge(applyEdits(text, edits));
          const wrong = `${title} for ${found.message}`;
          if (REPLACING.test(title) && SHAPE.has(found.code)) {
            const here = after.filter(({ code, pointer }) => pointer === found.pointer && SHAPE.has(code));
            expect(
              here.map(({ message }) => message),
              wrong,
            ).toEqual([]);
          }
          if (isJobAlready && !(makesReadable(found.code, title) && !safe)) {
            expect(times(after, found.code), wrong).toBeLessThan(times(before, found.code));
            for (const { code } of after)
              expect(times(after, code), `${wrong}: ${code}`).toBeLessThanOrEqual(times(before, code));
          } else if (found.code === 'pasted-text') expect(times(after, found.code), wrong).toBe(0);
          else
            expect(
              after.filter((one) => isStill(one, found, text, edits)),
              wrong,
            ).toEqual([]);
        }
      }
    }),
    propertyRuns(600),
  );
  tally.print();
  expect(tally.rare(), 'too seldom').toEqual([]);
});

test('fix all reaches a point where nothing is left to fix, and keeps what is JSON so', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const after = applyEdits(text, fixAll(open(text), judgeWith(facts)));
      if (open(text).valid) JSON.parse(after.replace(/^\ufeff/, ''));
      expect(fixAll(open(after), judgeWith(facts))).toEqual([]);
      const left = judge(after).filter((found) => found.fixes().some(({ safe }) => safe));
      expect(left.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    }),
    propertyRuns(300),
  );
});

test('changes of several rounds are one set of changes of the first text', () => {
  const round = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 3 })), { maxLength: 3 });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 4 }), (text, rounds) => {
      let patched = patchedText(text);
      let expected = text;
      for (const wanted of rounds) {
        let free = 0;
        const changes = wanted
          .sort(([one], [other]) => one - other)
          .flatMap(([start, length, newText]) => {
            const end = Math.min(expected.length, start + length);
            if (start < free || start > end) return [];
            free = end + 1;
            return [{ start, end, newText }];
          });
        patched = patched.replace(changes);
        for (const { start, end, newText } of changes.toReversed())
          expected = expected.slice(0, start) + newText + expected.slice(end);
      }
      expect(patched.text).toBe(expected);
      const { lines } = open(text);
      const edits = patched.replacements().map(({ newText, ...span }) => ({ range: lines.rangeOf(span), newText }));
      expect(applyEdits(text, edits)).toBe(expected);
    }),
    propertyRuns(1_000),
  );
});

/** Such fixes bring what nobody read to where it is read: the rules about what it does, or lacks, then speak of it. */
function makesReadable(code: string, title: string): boolean {
  if (code === 'wrong-type') return title === 'Put it in a list';
  if (code === 'missing-field') return /^Insert "(platform|type)"/.test(title);
  return MAKING_READABLE.has(code);
}

/** The new value of a replacement is right in itself. */
const REPLACING = /^Replace with /;
const SHAPE = new Set(['unknown-value', 'wrong-type', 'out-of-range', 'bad-format', 'time-zone-unknown']);

const MAKING_READABLE = new Set(['unknown-field', 'misplaced-field', 'time-zone-unknown']);

function open(text: string): JobDocument {
  return openDocument('file:///job.pmjob.json', 1, text);
}

function judge(text: string): Found[] {
  return judgeDocument(open(text), facts);
}

function isJob(text: string): boolean {
  const { valid, value } = open(text);
  return valid && isObject(value);
}

/** Whether a finding after some edits is one that was there before them: the same, at the place that is now its place. */
function isStill(after: Found, before: Found, text: string, edits: readonly TextEdit[]): boolean {
  if (after.code !== before.code || after.message !== before.message) return false;
  const { start, end } = spanOf(text, before.range);
  let moved = start;
  for (const { range, newText } of edits) {
    const edit = spanOf(text, range);
    // What stood here is gone; what stands here now came from behind it.
    if (edit.start <= start && end <= edit.end && newText === '') return false;
    if (edit.end <= start) moved += newText.length - (edit.end - edit.start);
  }
  return offsetOf(applyEdits(text, edits), after.range.start) === moved;
}

function spanOf(text: string, range: Range): { start: number; end: number } {
  return { start: offsetOf(text, range.start), end: offsetOf(text, range.end) };
}

function times(found: readonly Found[], code: string): number {
  return found.filter((one) => one.code === code).length;
}

function lineEnds(text: string): string[] {
  return [...new Set(text.match(/\r\n|\r|\n/g))].sort();
}
