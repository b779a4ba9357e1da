import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../rules/marked-text.ts';
import { Editor } from './editor.ts';

const uri = 'file:///jobs/laptops.pmjob.json';
const other = 'file:///jobs/servers.pmjob.json';
// As printed it sends a percentage that no event reads, which is a hint.
const sample = readFileSync(
  join(import.meta.dirname, '../samples/create-windows-chained.request.json'),
  'utf8',
).replace('"onJobComplete": false', '"onJobComplete": true');

let editor: Editor;

describe('an editor that asks for diagnostics', () => {
  beforeEach(async () => {
    editor = await Editor.start({ pulls: true, snippets: true, rulesPage: 'https://example.com/rules' });
  });
  afterEach(async () => {
    expect(await editor.stop()).toBe(0);
  });

  test('sees what is wrong where it is wrong, and it goes with the mistake', async () => {
    await editor.open(uri, sample.replace('"Windows"', '"windows"').replace('"threshold": "100"', '"threshold": 101'));
    const found = await editor.diagnostics(uri);
    expect(editor.underlined(uri, found)).toEqual([
      ['unknown-value', '"windows"'],
      ['chain-threshold', '101'],
    ]);
    expect(found[0]).toMatchObject({
      severity: 1,
      source: 'pmjob',
      message: 'platform is "windows"; it must be "Windows" or "Linux".',
      codeDescription: { href: 'https://example.com/rules#unknown-value' },
    });
    await editor.replace(uri, '"windows"', '"Windows"');
    await editor.replace(uri, '101', '100');
    expect(await editor.diagnostics(uri)).toEqual([]);
    expect(editor.published).toEqual([]);
  });

  test('is told when nothing has changed', async () => {
    await editor.open(uri, sample);
    const first = await editor.ask(uri);
    expect(first).toMatchObject({ kind: 'full', items: [] });
    expect(await editor.ask(uri, first.resultId)).toMatchObject({ kind: 'unchanged' });
    await editor.replace(uri, '"Windows"', '"windows"');
    expect(await editor.ask(uri, first.resultId)).toMatchObject({ kind: 'full', items: [{ code: 'unknown-value' }] });
  });

  test('completes a key with a choice of values, and a value inside its quotes', async () => {
    await editor.open(uri, '{\n  "name": "Patch",\n  "schedu"\n}');
    const items = await editor.complete(uri, editor.positionAfter(uri, '"schedu'));
    const item = items.find(({ label }) => label === 'scheduleType');
    expect(item?.textEdit).toMatchObject({
      newText: `"scheduleType": "\${1|On-demand,Once,Daily,Weekly,Monthly|}"`,
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 10 } },
    });
    await editor.replace(uri, '"schedu"', '"scheduleType": "O"');
    const values = await editor.complete(uri, editor.positionAfter(uri, '"O'));
    expect(values.map(({ label }) => label)).toContain('"On-demand"');
    expect(values.find(({ label }) => label === '"On-demand"')?.textEdit).toMatchObject({
      newText: '"On-demand"',
      range: { start: { line: 2, character: 18 }, end: { line: 2, character: 21 } },
    });
  });

  test('explains a field', async () => {
    await editor.open(uri, sample);
    const position = editor.positionAfter(uri, '"alwaysShow');
    const said = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    expect(said?.range && editor.textIn(uri, said.range)).toBe('"alwaysShowCompletedPrompt"');
    expect(JSON.stringify(said?.contents)).toContain('Windows only');
  });

  test('formats, outlines and folds', async () => {
    await editor.open(uri, JSON.stringify(JSON.parse(sample)));
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    const formatted = applyEdits(editor.text(uri), edits ?? []);
    expect(JSON.parse(formatted)).toEqual(JSON.parse(sample));
    expect(formatted).toContain('\n  "platform": "Windows",\n');
    await editor.close(uri);
    await editor.open(uri, sample);
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    const actions = symbols?.find(({ name }) => name === 'postDeployActions');
    expect(JSON.stringify(actions)).toContain('"name":"Install Notepad"');
    const folds = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
    expect(folds?.[0]).toMatchObject({ startLine: 0 });
    expect(folds?.length).toBeGreaterThan(10);
  });

  test('is offered a fix that removes what it fixes', async () => {
    await editor.open(uri, sample.replace('"Windows"', '"windows"'));
    const [found] = await editor.diagnostics(uri);
    if (found === undefined) throw new Error('nothing was found');
    const [fix] = await editor.actions(uri, found.range);
    expect(fix).toMatchObject({ title: 'Replace with "Windows"', kind: 'quickfix', isPreferred: true });
    expect(applyEdits(editor.text(uri), fix?.edit?.changes?.[uri] ?? [])).toBe(sample);
  });

  test('has a file and a composed body judged before a push', async () => {
    const ofFile = await editor.connection.sendRequest<unknown>('pmjob/judgeFile', {
      path: 'laptops.pmjob.json',
      text: sample.replace('"Windows"', '"windows"'),
    });
    expect(ofFile).toEqual([
      {
        code: 'unknown-value',
        severity: 'error',
        message: 'platform is "windows"; it must be "Windows" or "Linux".',
        pointer: '/platform',
        range: expect.objectContaining({
          start: { line: sample.split('\n').findIndex((line) => line.includes('"platform"')), character: 14 },
        }),
      },
    ]);
    const ofBody = await editor.connection.sendRequest<{ code: string }[]>('pmjob/judgeBody', {
      body: { id: 'bdc31e33-753e-4a10-a5e0-a74fc551034a', name: 'Patch', platform: 'Windows', type: 'Install' },
    });
    expect(ofBody.map(({ code }) => code)).toEqual(['missing-field']);
  });

  test.each([
    ['not JSON', 'Please deploy this tonight.', 'syntax'],
    ['an array', `[${sample}]`, 'not-an-object'],
    ['empty', '', 'syntax'],
    ['5 MB', `${sample}${' '.repeat(5_000_000 - sample.length)}`, 'too-large'],
    ['binary', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\ufffd\ufffd', 'syntax'],
    ['nested 10,000 deep', '{"a":'.repeat(10_000), 'too-deep'],
  ])('a file that is %s has one clear diagnostic, and another file is served as before', async (_, text, code) => {
    await editor.open(other, sample.replace('"Windows"', '"windows"'));
    await editor.open(uri, text);
    const found = await editor.diagnostics(uri);
    expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
    await editor.complete(uri, { line: 0, character: 1 });
    await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
    expect(editor.underlined(other, await editor.diagnostics(other))).toEqual([['unknown-value', '"windows"']]);
  });

  test('a file that is not open is answered with nothing', async () => {
    expect(await editor.diagnostics('file:///nowhere.pmjob.json')).toEqual([]);
    expect(await editor.complete('file:///nowhere.pmjob.json', { line: 3, character: 1 })).toEqual([]);
  });
});

describe('an editor that is told of diagnostics', () => {
  beforeEach(async () => {
    editor = await Editor.start();
  });
  afterEach(async () => {
    expect(await editor.stop()).toBe(0);
  });

  test('gets them after each change, with the version that they are about, and none once the file is closed', async () => {
    expect(editor.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    await editor.open(uri, sample.replace('"Windows"', '"windows"'));
    const found = await editor.pushed(uri, 1);
    expect(editor.underlined(uri, found)).toEqual([['unknown-value', '"windows"']]);
    expect(found[0]?.codeDescription?.href).toMatch(/^file:.*#unknown-value$/);
    const version = await editor.replace(uri, '"windows"', '"Windows"');
    expect(await editor.pushed(uri, version)).toEqual([]);
    await editor.close(uri);
    expect(await editor.pushed(uri, undefined)).toEqual([]);
  });

  test('gets one answer for keystrokes that come together', async () => {
    await editor.open(uri, sample);
    for (let letter = 0; letter < 20; letter++) void editor.replace(uri, '"name": "', '"name": "x');
    await editor.pushed(uri, 21);
    expect(editor.published.filter((params) => params.uri === uri).length).toBeLessThan(15);
  });

  test('gets plain text where it reads no snippets', async () => {
    await editor.open(uri, '{\n  "name": "Patch",\n  \n}');
    const items = await editor.complete(uri, { line: 2, character: 2 });
    const inserted = items.map(({ textEdit }) => textEdit?.newText ?? '');
    expect(inserted).toContain('"platform": "Windows"');
    expect(inserted.filter((text) => /\$\{|\$\d/.test(text))).toEqual([]);
  });
});

describe('the server as a process', () => {
  test('serves over Node IPC as well', async () => {
    editor = await Editor.start({ transport: 'ipc', pulls: true });
    await editor.open(uri, sample.replace('"Windows"', '"windows"'));
    expect(await editor.diagnostics(uri)).toHaveLength(1);
    expect(await editor.stop()).toBe(0);
  });

  test('ends when the editor is gone without a word', async () => {
    editor = await Editor.start({ pulls: true });
    const ended = new Promise<number | null>((resolve) => editor.process.once('exit', resolve));
    editor.process.stdin?.end();
    expect(await ended).toBe(1);
  });
});
