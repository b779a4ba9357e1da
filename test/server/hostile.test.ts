import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { completion } from '../../server/features/completion.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { foldingRanges } from '../../server/features/folding.ts';
import { formatting } from '../../server/features/formatting.ts';
import { hover } from '../../server/features/hover.ts';
import { inlayHints } from '../../server/features/inlay-hints.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { judgeDocument } from '../../server/rules/run.ts';

/** A job of that many ids, with one mistake after them. */
function largeJob(ids: number): string {
  const lines = Array.from(
    { length: ids },
    (_, at) => `    "${at.toString(16).padStart(8, '0')}-461f-bd59-d718-c31d23440000"`,
  );
  return `{\n  "name": "Large",\n  "type": "Install",\n  "scheduleType": "On-demand",\n  "assetIds": [\n${lines.join(',\n')}\n  ],\n  "platform": "windows"\n}`;
}

const hostile: [what: string, text: string, codes: string[]][] = [
  ['nothing', '', ['syntax']],
  ['blanks', ' \n\t ', ['syntax']],
  ['prose', 'Please deploy this tonight.\n{"name": 1}', ['syntax']],
  ['an array', '[]', ['not-an-object']],
  ['null', 'null', ['not-an-object']],
  ['10,000 open lists', '['.repeat(10_000), ['too-deep']],
  ['10,000 nested lists', '['.repeat(10_000) + ']'.repeat(10_000), ['too-deep']],
  ['10,000 nested objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, ['too-deep']],
  ['a million open lists', '['.repeat(1_000_000), ['too-deep']],
  ['5,000,000 characters', ' '.repeat(5_000_000), ['too-large']],
  ['binary', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\ufffd\ufffd\ufffd', ['syntax']],
  ['UTF-16 read as UTF-8', '{\0"\0n\0a\0m\0e\0"\0:\0"\0x\0"\0}\0', ['syntax']],
];

// What grew with the square of a million characters would outlast the time that any test has.
describe('hostile text', () => {
  test.each(hostile)('%s gets one clear diagnostic', (_, text, codes) => {
    const document = openDocument('file:///job.pmjob.json', 1, text);
    const found = judgeDocument(document, {});
    expect(found.map(({ code }) => code)).toEqual(codes);
    const end = document.lines.positionAt(text.length);
    completion(document, end, {});
    hover(document, end, {});
    documentSymbols(document, {});
    documentLinks(document);
    inlayHints(document, { start: { line: 0, character: 0 }, end }, { now: 0 });
    foldingRanges(document);
    formatting(document, { tabSize: 2, insertSpaces: true });
    selectionRanges(document, [end]);
    for (const finding of found) finding.fixes();
  });

  test.each([
    ['line breaks in a text', `{"a":"${'\n'.repeat(1_000_000)}`],
    ['commas', `{${','.repeat(1_000_000)}`],
    ['single quotes and backslashes', `{${"'\\".repeat(500_000)}`],
    ['typographic quotes', `{${'“”'.repeat(500_000)}`],
    ['quotes', `{${'"'.repeat(1_000_000)}}`],
    ['quotes inside texts', `{${'"a": "b "c" d",'.repeat(65_000)}}`],
    ['lost quotes', `{${'"a: "b", '.repeat(110_000)}}`],
    ['apostrophes', `{${"'a'b".repeat(250_000)}}`],
    ['escaped quotes on lines of their own', `{${'\\"\n'.repeat(330_000)}}`],
    ['words and no-break spaces', `{"a":${'b\u00a0'.repeat(500_000)}`],
    ['comments', `{${'/**/'.repeat(250_000)}}`],
    ['words', `{${'word '.repeat(200_000)}}`],
    ['an endless number', `{"a":${'1'.repeat(1_000_000)}`],
    ['equal keys', `{${'"a":1,'.repeat(150_000)}"a":1}`],
    ['wrong brackets', `{"a":${'[}'.repeat(500_000)}`],
  ])('a million characters of %s take no time that grows with their square', (_, text) => {
    const document = openDocument('file:///job.pmjob.json', 1, text);
    expect(judgeDocument(document, {}).length).toBeGreaterThan(0);
    document.cursor(text.length);
  });

  test('more than fifty mistakes of syntax are not all told', () => {
    const found = judgeDocument(
      openDocument('file:///job.pmjob.json', 1, `{\n${'  "a": 01,\n'.repeat(200)}  "b": 1\n}`),
      {},
    );
    expect(found.filter(({ code }) => code === 'syntax').length).toBe(50);
  });

  test('a key named __proto__ changes nothing but the job', () => {
    for (const text of ['{"__proto__": {"polluted": 1}}', '{"__proto__": {"polluted": 1},}']) {
      const document = openDocument('file:///job.pmjob.json', 1, text);
      judgeDocument(document, {});
      expect(Object.hasOwn(document.value as object, '__proto__')).toBe(true);
      expect('polluted' in {}).toBe(false);
    }
  });
});

describe('a job of 100,000 ids', () => {
  const text = largeJob(100_000);

  test('is read in full, its mistake found behind the ids', () => {
    expect(text.length).toBeGreaterThan(4_300_000);
    const document = openDocument('file:///job.pmjob.json', 1, text);
    const found = judgeDocument(document, {});
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['unknown-value', 100_006]]);
    expect(hover(document, { line: 100_006, character: 6 }, {})).toBeDefined();
  });

  test('with a mistake in each id is judged once for each, not once for each pair', () => {
    const found = judgeDocument(openDocument('file:///job.pmjob.json', 1, text.replaceAll('-c31d', '-x31d')), {});
    expect(found.length).toBe(100_001);
  });
});

test('more mistakes than a call takes arguments are all told', () => {
  const job = {
    name: 'J',
    platform: 'Windows',
    type: 'Install',
    assetIds: Array.from({ length: 200_000 }, (_, id) => `x${id}`),
  };
  const found = judgeDocument(openDocument('file:///job.pmjob.json', 1, JSON.stringify(job)), {});
  expect(found.filter(({ pointer }) => pointer.startsWith('/assetIds/')).length).toBe(200_000);
});
