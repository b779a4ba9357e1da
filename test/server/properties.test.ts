import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { type JobDocument, openDocument } from '../../server/document/document.ts';
import { completion } from '../../server/features/completion.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { foldingRanges } from '../../server/features/folding.ts';
import { formatting } from '../../server/features/formatting.ts';
import { hover } from '../../server/features/hover.ts';
import { inlayHints } from '../../server/features/inlay-hints.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { judgeDocument } from '../../server/rules/run.ts';
import { applyEdits, offsetOf } from '../rules/marked-text.ts';
import { damaged } from '../support/damage.ts';
import { propertyRuns } from '../support/property-runs.ts';

const options = { tabSize: 2, insertSpaces: true };
const runs = propertyRuns(300);

function open(text: string): JobDocument {
  return openDocument('file:///job.pmjob.json', 1, text);
}

/** Throws where a range lies outside the text. */
function within(text: string, range: Range): boolean {
  return offsetOf(text, range.start) <= offsetOf(text, range.end);
}

test('what JSON.parse refuses has an error of the text, what it takes has none', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const document = open(text);
      const codes = judgeDocument(document, {}).map(({ code }) => code);
      if (codes.some((code) => code === 'too-deep' || code === 'too-large')) return;
      expect(codes.some((code) => code === 'syntax' || code === 'pasted-text')).toBe(!isJson(text));
      if (isJson(text)) expect(document.value).toEqual(readOf(text));
    }),
    runs,
  );
});

test('the reading of broken text, given valid text, says the same as JSON.parse and the same places', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (json) => {
      const text = `{"a": ${json}, "b": [${json}]}`;
      const broken = open(`${text.slice(0, -1)},}`);
      const valid = open(text);
      expect(broken.value).toEqual(valid.value);
      for (const pointer of ['/a', '/b', '/b/0', '/a/0', '/a/a']) {
        expect(broken.place(pointer)).toEqual(valid.place(pointer));
      }
    }),
    runs,
  );
});

test('no feature throws, and every range lies in the text', () => {
  fc.assert(
    fc.property(damaged, fc.nat(6_000), (text, at) => {
      const document = open(text);
      const position = document.lines.positionAt(at % (text.length + 1));
      for (const found of judgeDocument(document, { now: 0 })) {
        expect(within(text, found.range)).toBe(true);
        for (const fix of found.fixes()) for (const edit of fix.edits) expect(within(text, edit.range)).toBe(true);
      }
      completion(document, position, { now: 0 });
      const said = hover(document, position, { now: 0 });
      if (said?.range) expect(within(text, said.range)).toBe(true);
      const outline = documentSymbols(document, {});
      const { offsetAt, positionAt } = document.lines;
      const strays = flat(outline).filter(({ range, selectionRange }) => {
        const places = [range.start, selectionRange.start, selectionRange.end, range.end];
        const offsets = places.map(offsetAt);
        const inOrder = offsets.every((offset, index) => index === 0 || (offsets[index - 1] ?? 0) <= offset);
        const exact = places.every((place, index) => isDeepStrictEqual(positionAt(offsets[index] ?? -1), place));
        return !inOrder || !exact;
      });
      expect(strays).toEqual([]);
      for (const { range } of documentLinks(document)) expect(within(text, range)).toBe(true);
      const whole = document.lines.rangeOf({ start: 0, end: text.length });
      for (const hint of inlayHints(document, whole, { now: 0 }))
        expect(offsetOf(text, hint.position)).toBeGreaterThan(0);
      foldingRanges(document);
      selectionRanges(document, [position]);
      formatting(document, options);
    }),
    runs,
  );
});

test('formatting keeps the value and is done after once', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.json({ maxDepth: 5 })), (text) => {
      const once = applyEdits(text, formatting(open(text), options));
      if (isJson(text)) expect(readOf(once)).toEqual(readOf(text));
      else expect(once).toBe(text);
      expect(applyEdits(once, formatting(open(once), options))).toBe(once);
    }),
    runs,
  );
});

test('a line table agrees with a reckoning line by line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') }), fc.nat(60), (text, at) => {
      const { lines } = open(text);
      const offset = at % (text.length + 1);
      const insideLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
      if (!insideLineEnd) expect(offsetOf(text, lines.positionAt(offset))).toBe(offset);
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    }),
    runs,
  );
});

function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);
}

function isJson(text: string): boolean {
  try {
    readOf(text);
    return true;
  } catch {
    return false;
  }
}

/** A byte order mark is no part of the JSON behind it. */
function readOf(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ''));
}
