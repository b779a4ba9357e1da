import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { type Found, judgeDocument } from '../../server/rules/run.ts';
import { repairPasted } from '../../server/rules/text/repair-pasted.ts';
import { applyEdits, offsetOf } from '../rules/marked-text.ts';

const folder = join(import.meta.dirname, '../samples');
const names = readdirSync(join(folder, 'as-printed')).map((name) => name.replace(/\.txt$/, ''));
const lineEnds = [
  ['LF', '\n'],
  ['CR LF', '\r\n'],
  ['CR', '\r'],
] as const;

describe.each(lineEnds)('a body of the release notes with lines that end with %s', (_, lineEnd) => {
  test.each(names)('%s is repaired in one step', (name) => {
    const text = printed(name).replaceAll('\n', lineEnd);
    const pasted = judge(text).filter(({ code }) => code === 'pasted-text');
    expect(pasted.map((found) => found.fixes().map(({ title }) => title))).toEqual([['Repair pasted JSON']]);
    const edits = pasted[0]?.fixes()[0]?.edits ?? [];
    const after = applyEdits(text, edits);

    const value = JSON.parse(after);
    const config = value.notification.notificationConfigs;
    expect(config.recipientEmails).toBe('[email\u00a0protected]');
    config.recipientEmails = 'patching@example.com';
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))));
    expect(codes(judge(after)).filter((code) => code !== 'script-is-server-path')).toContain('email-masked');
    expect(judge(after).filter(({ severity }) => severity === 'error')).toEqual([]);

    for (const { range, newText } of edits) {
      expect(text.slice(offsetOf(text, range.start), offsetOf(text, range.end))).toMatch(/^\s+$/);
      expect(newText).toMatch(/^ *$/);
    }
    expect(linesOutsideTexts(after)).toEqual(linesOutsideTexts(text));
  });
});

describe('a repair takes no time that grows with the square of the text', () => {
  test.each([
    ['no-break spaces', `{${'\u00a0 '.repeat(100_000)}}`],
    ['comments', `{${'/**/'.repeat(50_000)}}`],
    ['lines of comments', `{\n${'// a\n'.repeat(40_000)}}\u00a0`],
    ['typographic quotes', `{${'“\n'.repeat(100_000)}\u00a0}`],
    ['single quotes and backslashes', `{\u00a0${"'\\".repeat(100_000)}`],
    ['line breaks in a text', `{"a":"${'\n'.repeat(200_000)}"}`],
    ['wrapped ids', `{"assetIds":[${'“d543e2a2-3860-461f-\n bd59-d718c31d2344”,\u00a0\n'.repeat(5_000)}]}`],
  ])('%s', { timeout: 60_000 }, (_, text) => {
    const begin = performance.now();
    repairPasted(text, 0);
    // The square would take minutes; a busy machine may need seconds.
    expect(performance.now() - begin).toBeLessThan(20_000);
  });
});

function printed(name: string): string {
  return readFileSync(join(folder, 'as-printed', `${name}.txt`), 'utf8');
}

function judge(text: string): Found[] {
  return judgeDocument(openDocument('file:///job.pmjob.json', 1, text), {});
}

function codes(found: readonly Found[]): string[] {
  return found.map(({ code }) => code);
}

/** The lines with their indents, texts left out. */
function linesOutsideTexts(text: string): string[] {
  return text
    .replace(/"[^"]*"/g, '""')
    .replaceAll('\u00a0', ' ')
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .map((line) => line.replace(/ +(?=[\r\n]|$)/, ''));
}
