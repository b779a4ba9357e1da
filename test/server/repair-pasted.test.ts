import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/document/document.ts';
import { patchedText } from '../../server/document/patched-text.ts';
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

/** Work that grows with the square of the text would not end within the time that any test has. */
describe('a text that holds the same mistake a hundred thousand times is repaired as one that holds it once', () => {
  const id = 'd543e2a2-3860-461f-bd59-d718c31d2344';
  const wrapped = '“d543e2a2-3860-461f-\n bd59-d718c31d2344”';
  test.each<[string, (times: number) => [before: string, after: string]]>([
    ['no-break spaces', (times) => [`{${'\u00a0 '.repeat(times)}}`, `{${' '.repeat(2 * times)}}`]],
    ['comments', (times) => [`{${'/**/'.repeat(times)}}`, '{}']],
    ['lines of comments', (times) => [`{\n${'// a\n'.repeat(times)}}`, '{\n}']],
    ['typographic quotes', (times) => [`{${'“\n'.repeat(times)}\u00a0}`, `{${'“\n'.repeat(times)} }`]],
    ['single quotes and backslashes', (times) => [`{\u00a0${"'\\".repeat(times)}`, `{ ${"'\\".repeat(times)}`]],
    ['line breaks in a text', (times) => [`{"a":"${'\n'.repeat(times)}"}`, '{"a":""}']],
    [
      'wrapped ids',
      (times) => [
        `{"assetIds":[${`${wrapped},\n`.repeat(times / 10)}${wrapped}]}`,
        `{"assetIds":[${`"${id}",\n`.repeat(times / 10)}"${id}"]}`,
      ],
    ],
  ])('%s', (_, texts) => {
    const [few, fewAfter] = texts(10);
    expect(repaired(few)).toBe(fewAfter);
    const [many, manyAfter] = texts(100_000);
    expect(repaired(many) === manyAfter).toBe(true);
  });
});

function repaired(text: string): string {
  return patchedText(text).replace(repairPasted(text, 0)).text;
}

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
