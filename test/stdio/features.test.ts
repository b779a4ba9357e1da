import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  type Position,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { applyEdits, offsetOf } from '../rules/marked-text.ts';
import { Editor } from './editor.ts';

const uri = 'file:///jobs/weekly.pmjob.json';
// Written as a person would, with a cursor ‸; the schedule is far ahead, so that the tests stay right.
const job = readFileSync(join(import.meta.dirname, 'weekly.txt'), 'utf8');

let editor: Editor;

beforeEach(async () => {
  editor = await Editor.start({ pulls: true, snippets: true });
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
});

test('a time zone is found by its city, a day by its name, and a schedule comes with all its keys', async () => {
  const zone = await editor.complete(uri, await openAt(job.replace('"Asia/Kolkata"', '"Kolk‸"')));
  const [first] = zone.sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
  expect(first).toMatchObject({
    label: '"Asia/Kolkata"',
    labelDetails: { description: 'UTC+05:30 India Standard Time' },
    textEdit: { newText: '"Asia/Kolkata"' },
  });
  await editor.close(uri);

  const days = await editor.complete(uri, await openAt(job.replace('"0,1,0,0,0,1,0"', '"Fri‸"')));
  const friday = days.find(({ label }) => label === 'Friday');
  expect(friday).toMatchObject({ textEdit: { newText: '"0,0,0,0,0,1,0"' } });
  expect(friday?.filterText).toMatch(/^"Fri/);
  await editor.close(uri);

  const keys = await editor.complete(uri, await openAt('{\n  "name": "Patch",\n  ‸\n}'));
  const block = keys.find(({ label }) => label === 'Schedule: every month, after Patch Tuesday');
  expect(JSON.stringify(block?.textEdit)).toMatch(
    /startDateTime.*monthlyRecurringType.*patchTuesdayPlusXDays.*timezone/,
  );
});

test('a hover says what the value under it means', async () => {
  expect(await hoverAt(job.replace('"scheduleType"', '"schedule‸Type"'))).toMatch(
    /every week on Monday and Friday at 10:00 PM, Asia\/Kolkata time.*Next 5 runs:.*Mon 3 Jan 2050, 10:00 PM/s,
  );
  expect(await hoverAt(job.replace('"script"', '"scr‸ipt"'))).toContain('```powershell\nGet-Service\n```');
  expect(await hoverAt(job.replace('"threshold"', '"thres‸hold"'))).toContain('Runs when at least 80 % of');
});

test('hints stand beside the start, the days and the script', async () => {
  await editor.open(uri, job);
  const end = editor.positionAfter(uri, '"threshold"', 200);
  const hints = await editor.connection.sendRequest(InlayHintRequest.type, {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end },
  });
  const shown = hints?.map(({ position, label }) => `${lineBefore(position)} ‹${label}›`);
  expect(shown).toEqual([
    '"startDateTime": "2050-01-01 10:00:00 PM" ‹next: Mon 3 Jan 2050, 10:00 PM›',
    '"recurringWeekDays": "0,1,0,0,0,1,0" ‹Mon, Fri›',
    '"script": "R2V0LVNlcnZpY2U=" ‹11 bytes, 1 line›',
  ]);
});

test('the outline, folds, selections and links name what is there', async () => {
  const cursor = await openAt(job.replace('Get the services', 'Get the ‸services'));
  const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  const names = JSON.stringify(symbols);
  expect(names).toContain('"name":"Get the services"');
  expect(names).toContain('"name":"after 5b0fd130-52c8-473c-96b1-8f10ea7d4c13, at least 80 %"');
  const folds = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  expect(folds?.length).toBeGreaterThan(2);
  const [selection] =
    (await editor.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument: { uri },
      positions: [cursor],
    })) ?? [];
  expect(selection && editor.textIn(uri, selection.range)).toBe('"Get the services"');
  expect(selection?.parent && editor.textIn(uri, selection.parent.range)).toBe('"actionItem": "Get the services"');
  const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  expect(links?.map(({ range, target }) => [editor.textIn(uri, range), target])).toEqual([
    ['https://downloads.example.com/setup.exe', 'https://downloads.example.com/setup.exe'],
  ]);
});

test('formatting lays out a part alone when asked to, keeps the value, and is done after once', async () => {
  const text = '{\n  "name":   "Patch",\n  "assetIds":[  ],\n  "platform":"Linux"\n}';
  await editor.open(uri, text);
  const options = { tabSize: 2, insertSpaces: true };
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 17 } };
  const part = await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument: { uri },
    range,
    options,
  });
  expect(applyEdits(text, part ?? [])).toBe('{\n  "name":   "Patch",\n  "assetIds": [],\n  "platform":"Linux"\n}');
  const whole = await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
  const formatted = applyEdits(text, whole ?? []);
  expect(formatted).toBe('{\n  "name": "Patch",\n  "assetIds": [],\n  "platform": "Linux"\n}');
  await editor.close(uri);
  await editor.open(uri, formatted);
  expect(
    await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options }),
  ).toEqual([]);
});

test.each<[options: object, before: string, after: string]>([
  [{}, '\n', '\n'],
  [{ insertFinalNewline: false, trimFinalNewlines: false }, '\r\n', '\r\n'],
  [{}, '', ''],
  [{}, '\n\n\n', '\n\n\n'],
  [{}, ' \n\t\n', '\n\n'],
  [{ trimTrailingWhitespace: false }, ' \n', ' \n'],
  [{ trimFinalNewlines: true }, '\n\n\n', '\n'],
  [{ trimFinalNewlines: true }, '', ''],
  [{ insertFinalNewline: true }, '', '\n'],
  [{ insertFinalNewline: true }, '\n\n', '\n\n'],
  [{ insertFinalNewline: true, trimFinalNewlines: true }, ' \n \n', '\n'],
])('formatting with %j leaves %j after the job as %j', async (wishes, before, after) => {
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  const laidOut = `{${lineEnd}  "name": "J"${lineEnd}}`;
  await editor.open(uri, laidOut + before);
  const options = { tabSize: 2, insertSpaces: true, ...wishes };
  const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
  expect(edits?.length).toBe(before === after ? 0 : 1);
  expect(applyEdits(laidOut + before, edits ?? [])).toBe(laidOut + after);
});

test('places of a text that has changed meanwhile are not told', async () => {
  await editor.open(uri, job);
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  let asked: Promise<unknown> | undefined;
  await editor.whileItWaits(() => {
    asked = editor.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
    return editor.replace(uri, '"Weekly patches"', '"Patches of the week"');
  });
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

/** Opens a text with a cursor; gives where that was. */
async function openAt(textWithCursor: string): Promise<Position> {
  const [before = ''] = textWithCursor.split('‸');
  await editor.open(uri, textWithCursor.replace('‸', ''));
  return editor.positionAfter(uri, before);
}

async function hoverAt(textWithCursor: string): Promise<string> {
  const position = await openAt(textWithCursor);
  const said = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  await editor.close(uri);
  return typeof said?.contents === 'object' && 'value' in said.contents ? said.contents.value : '';
}

function lineBefore(position: Position): string {
  const text = editor.text(uri);
  return text.slice(offsetOf(text, { ...position, character: 0 }), offsetOf(text, position)).trim();
}
