import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { patchedText } from '../../server/document/patched-text.ts';
import { fixedText } from '../../server/features/fix-all.ts';
import { judgeDocument } from '../../server/rules/run.ts';
import { repairPasted } from '../../server/rules/text/repair-pasted.ts';
import { applyEdits } from '../rules/marked-text.ts';

/** The rest of a job, on the line of the slip. */
const REST = '"platform":"Windows","type":"Install","scheduleType":"On-demand"}';

// Where « and » stand, the one problem is found; the fix that is offered gives the job with the value behind the arrow.
const slips = [
  ['{"name":"Click «"Later"» to wait",', 'Click "Later" to wait'],
  ['{"name":"Click «"Later"», then wait",', 'Click "Later", then wait'],
  ['{"name":"Note: «"Later"»: wait",', 'Note: "Later": wait'],
  ['{"name":"say «"hi"» there",', 'say "hi" there'],
  ['{"name":"a 15«"» screen",', 'a 15" screen'],
  ['{"name":"J«"»",', 'J'],
  ['{"name": «J"»,', 'J'],
  ['{"name": «My job"»,', 'My job'],
  ['{«name"»: "J",', 'J'],
  ['{«"name»: "J",', 'J'],
  ['{"name": «"J», ', 'J'],
  ['{"name":«"Later, or now»,', 'Later, or now'],
  ['{"name": «My patch job»,', 'My patch job'],
  ['{"name": «10:30 AM (UTC)»,', '10:30 AM (UTC)'],
  ['{"name": «https://example.com/#a»,', 'https://example.com/#a'],
  ["{\"name\": «'Don't reboot'»,", "Don't reboot"],
  ['{"name" «"J"»,', 'J'],
] as const;

describe('one slip on a line that holds the whole job', () => {
  test.each(slips)('%s', (marked, name) => {
    const written = marked.replace(/[«»]/g, '') + REST;
    const document = openDocument('file:///job.pmjob.json', 1, written);
    const found = judgeDocument(document, {});
    const { offsetAt } = document.lines;
    expect(found.map(({ code, range }) => [code, offsetAt(range.start), offsetAt(range.end)])).toEqual([
      ['syntax', marked.indexOf('«'), marked.indexOf('»') - 1],
    ]);
    const [fix] = found[0]?.fixes() ?? [];
    expect(JSON.parse(applyEdits(written, fix?.edits ?? []))).toEqual({ ...JSON.parse(`{${REST}`), name });
    expect(fix?.safe).toBe(false);
  });

  test.each([
    ...slips.map(([marked]) => marked.replace(/[«»]/g, '')),
    '{"timeout": 1 000,',
    '{"timeout": 1,000,',
    '{"timeout" 5,',
    '{"name": "J" "x": 1,',
    '{"assetIds": ["a" "b"],',
    '{"name": "a, "b" and "c", d",',
  ])('%s is left to a person: nothing that changes it is safe', (start) => {
    const text = start + REST;
    const judge = (document: ReturnType<typeof openDocument>) => judgeDocument(document, {});
    expect(fixedText(openDocument('file:///job.pmjob.json', 1, text), judge)).toEqual({ text, fixes: 0 });
    const spread = text.replaceAll(',"', ',\u00a0"');
    const repaired = patchedText(spread).replace(repairPasted(spread, 0)).text;
    expect(repaired.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('a mistake where quotes are in step', () => {
  test.each([
    ['{"name": "J"\n"timeout": 1,', { name: 'J', timeout: 1 }],
    ['{"name": {}  "timeout": 1,', { name: {}, timeout: 1 }],
    ['{"name"::"J",', { name: 'J' }],
    ['{"name": “Don’t reboot”,', { name: 'Don’t reboot' }],
    ["{name: 'J',", { name: 'J' }],
  ])('%s has one reading', (start, expected) => {
    const judge = (document: ReturnType<typeof openDocument>) =>
      judgeDocument(document, {}).filter(({ code }) => code === 'syntax');
    const { text } = fixedText(openDocument('file:///job.pmjob.json', 1, start + REST), judge);
    expect(JSON.parse(text)).toEqual({ ...expected, ...JSON.parse(`{${REST}`) });
  });
});
