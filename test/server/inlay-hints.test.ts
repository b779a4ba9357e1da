import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { openDocument } from '../../server/document/document.ts';
import { inlayHints } from '../../server/features/inlay-hints.ts';
import { facts as known } from '../rules/known.ts';
import { offsetOf } from '../rules/marked-text.ts';

// A text, then `---- shown`, the text as an editor shows it: each hint stands in ‹ ›. UPDATE=1 rewrites that.
const folder = join(import.meta.dirname, 'inlay-hints');
const facts = { now: Date.UTC(2026, 10, 24, 15, 20), readerZone: 'Europe/Berlin', server: known.server };

test.each(readdirSync(folder))('%s', (name) => {
  const path = join(folder, name);
  const written = readFileSync(path, 'utf8');
  const text = written.split('\n---- ')[0] ?? '';
  const expected = `${text}\n---- shown\n${shown(text)}`;
  if (process.env.UPDATE) writeFileSync(path, expected);
  else expect(written).toBe(expected);
});

test('only hints of the lines that are asked for are given', () => {
  const text = '{\n  "recurringWeekDays": "1,0,0,0,0,0,0",\n  "preDeployActions": [\n    { "script": "bHM=" }\n  ]\n}';
  const document = openDocument('file:///job.pmjob.json', 1, text);
  const line = (number: number): Range => ({
    start: { line: number, character: 0 },
    end: { line: number, character: 99 },
  });
  expect(inlayHints(document, line(1), facts).map(({ label }) => label)).toEqual(['Sun']);
  expect(inlayHints(document, line(3), facts).map(({ label }) => label)).toEqual(['2 bytes, 1 line']);
});

test('the next run is explained with the runs after it', () => {
  const text = '{ "scheduleType": "Daily", "startDateTime": "2026-11-24 10:00:00 PM", "timezone": "Asia/Tokyo" }';
  const document = openDocument('file:///job.pmjob.json', 1, text);
  const [hint] = inlayHints(document, document.lines.rangeOf({ start: 0, end: text.length }), facts);
  expect(JSON.stringify(hint?.tooltip)).toContain('Next 5 runs');
});

function shown(text: string): string {
  const document = openDocument('file:///job.pmjob.json', 1, text);
  const hints = inlayHints(document, document.lines.rangeOf({ start: 0, end: text.length }), facts);
  return hints
    .map(({ position, label }) => ({ offset: offsetOf(text, position), label }))
    .sort((one, other) => other.offset - one.offset)
    .reduce((now, { offset, label }) => `${now.slice(0, offset)} ‹${label}›${now.slice(offset)}`, text);
}
