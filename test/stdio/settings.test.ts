import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type Diagnostic,
  FileChangeType,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../rules/marked-text.ts';
import { Editor } from './editor.ts';

const JOB = `{
  "name": "Patch the laptops",
  "platform": "windows",
  "type": "Install",
  "scheduleType": "On-demand",
  "colour": "red"
}
`;

let folder: string;
let job: string;
let config: string;
let editor: Editor | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pmjob-settings-'));
  await mkdir(join(folder, '.git'));
  await mkdir(join(folder, 'jobs'));
  job = addressOf('jobs/laptops.pmjob.json');
  config = addressOf('.pmjob/config.json');
});
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
  await rm(folder, { recursive: true });
});

function addressOf(path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

async function write(address: string, content: object | string): Promise<void> {
  const path = fileURLToPath(address);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
}

async function tellOf(watching: Editor, address: string): Promise<void> {
  const changes = [{ uri: address, type: FileChangeType.Changed }];
  await watching.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code, severity }) => `${severity} ${code}`);

/** What was last published about a file; waits until it is as it must be. */
async function published(
  watching: Editor,
  address: string,
  isThere: (found: Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const last = watching.published.findLast(({ uri }) => uri === address)?.diagnostics;
    if (last !== undefined && isThere(last)) return last;
    if (Date.now() > deadline) throw new Error(`last published of ${address}: ${JSON.stringify(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('the settings of a folder', () => {
  test('hold for the files below it, as they are on the disk at each question', async () => {
    editor = await Editor.start({ pulls: true });
    await editor.open(job, JOB);
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value', '2 unknown-field']);
    await write(config, { rules: { 'unknown-value': 'hint' }, allowedFields: ['colour'] });
    expect(codes(await editor.diagnostics(job))).toEqual(['4 unknown-value']);
    await write(addressOf('jobs/.pmjob/config.json'), { rules: { 'unknown-field': 'error' } });
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value', '1 unknown-field']);
  });

  test('an editor that watches is asked to, and asks again when they change', async () => {
    await write(config, {});
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    const first = await editor.ask(job);
    expect(editor.registered).toContain('workspace/didChangeWatchedFiles');
    await write(config, { rules: { 'unknown-field': 'off' } });
    await tellOf(editor, config);
    const second = await editor.ask(job, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [{ code: 'unknown-value' }] });
    expect(editor.refreshes).toBe(1);
    expect(await editor.ask(job, second.resultId)).toMatchObject({ kind: 'unchanged' });
  });

  test('are gone at once when the folder that holds them is removed as a whole', async () => {
    await write(config, { rules: { 'unknown-field': 'off' } });
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value']);
    await rm(join(folder, '.pmjob'), { recursive: true });
    await tellOf(editor, addressOf('.pmjob'));
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value', '2 unknown-field']);
  });

  test('an editor that is told of diagnostics gets new ones when they change', async () => {
    await write(config, {});
    editor = await Editor.start({ able: true });
    await editor.open(job, JOB);
    await published(editor, job, (found) => found.length === 2);
    await write(config, { rules: { 'unknown-field': 'off' } });
    await tellOf(editor, config);
    await published(editor, job, (found) => found.length === 1);
  });

  test('open in the editor, they hold as they are typed, before they are saved', async () => {
    await write(config, {});
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    await editor.open(config, '{"rules": {"unknown-field": "off"}}');
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value']);
    expect(editor.registered).toContain('textDocument/didOpen');
    await editor.replace(config, '"off"', '"hint"');
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value', '4 unknown-field']);
    await editor.close(config);
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value', '2 unknown-field']);
  });

  test('are no job: nothing that is said of jobs is said of them', async () => {
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(config, '{"rules": {}}');
    expect(await editor.diagnostics(config)).toEqual([]);
    expect(await editor.complete(config, { line: 0, character: 1 })).toEqual([]);
  });

  test('hold before a push, but that they lower no error', async () => {
    await write(config, { rules: { 'unknown-value': 'off', 'unknown-field': 'error' } });
    editor = await Editor.start({ pulls: true });
    const told = (found: { code: string; severity: string }[]) =>
      found.map(({ code, severity }) => `${severity} ${code}`);
    const ofFile = editor.connection.sendRequest<{ code: string; severity: string }[]>('pmjob/judgeFile', {
      path: 'jobs/laptops.pmjob.json',
      text: JOB,
      uri: job,
    });
    expect(told(await ofFile)).toEqual(['error unknown-value', 'error unknown-field']);
    const ofBody = editor.connection.sendRequest<{ code: string; severity: string }[]>('pmjob/judgeBody', {
      body: JSON.parse(JOB),
      uri: job,
    });
    expect(told(await ofBody).sort()).toEqual(['error unknown-field', 'error unknown-value']);
  });
});

describe('settings that are wrong', () => {
  const BROKEN = '{"rules": {"unknown-field": "off"}';

  test('are told in the file itself, set nothing, and it goes with the mistake', async () => {
    await write(config, BROKEN);
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value', '2 unknown-field']);
    const [found] = await published(editor, config, ({ length }) => length === 1);
    expect(found).toMatchObject({ severity: 1, source: 'pmjob', code: 'settings-unreadable' });
    expect(found?.message).toContain('no setting in this file counts');
    await write(config, '{"rules": {"unknown-field": "loud"}}');
    await tellOf(editor, config);
    expect(await published(editor, config, ([first]) => first?.code === 'unknown-severity')).toMatchObject([
      { severity: 2, range: { start: { line: 0, character: 28 }, end: { line: 0, character: 34 } } },
    ]);
    await write(config, '{"rules": {"unknown-field": "off"}}');
    await tellOf(editor, config);
    await published(editor, config, ({ length }) => length === 0);
  });

  test('are left to an editor that checks them by itself while they are open', async () => {
    await write(config, BROKEN);
    editor = await Editor.start({ pulls: true, able: true, checksSettings: true });
    await editor.open(job, JOB);
    await editor.diagnostics(job);
    await published(editor, config, ({ length }) => length === 1);
    await editor.open(config, BROKEN);
    await published(editor, config, ({ length }) => length === 0);
    await editor.close(config);
    await published(editor, config, ({ length }) => length === 1);
  });
});

describe('the quick fixes that write them', () => {
  async function offered(title: RegExp): Promise<CodeAction> {
    const [, last] = await editorOf().diagnostics(job);
    if (last === undefined) throw new Error('nothing was found');
    const actions = await editorOf().actions(job, last.range);
    const action = actions.find((one) => title.test(one.title));
    if (action === undefined) throw new Error(`not offered: ${actions.map((one) => one.title).join(', ')}`);
    return action;
  }

  function editorOf(): Editor {
    if (editor === undefined) throw new Error('no editor');
    return editor;
  }

  /** As an editor carries out an edit of files that are not open. */
  async function carryOut(edit: WorkspaceEdit | undefined): Promise<void> {
    for (const change of edit?.documentChanges ?? []) {
      if ('kind' in change) {
        if (change.kind !== 'create') throw new Error(`${change.kind} is not expected`);
        expect(change.options).toEqual({ ignoreIfExists: true });
        if (!existsSync(fileURLToPath(change.uri))) await write(change.uri, '');
      } else await edited(change.textDocument.uri, change.edits as Parameters<typeof applyEdits>[1]);
    }
    for (const [address, edits] of Object.entries(edit?.changes ?? {})) await edited(address, edits);
  }

  async function edited(address: string, edits: Parameters<typeof applyEdits>[1]): Promise<void> {
    const path = fileURLToPath(address);
    const before = existsSync(path) ? await readFile(path, 'utf8') : '';
    await write(address, applyEdits(before, edits));
  }

  test.each([
    ['makes the file, at the root of the repository', true],
    ['does so in an editor that makes no files by edits as well', false],
  ])('Allow this field %s', async (_, able) => {
    editor = await Editor.start({ pulls: true, able });
    await editor.open(job, JOB);
    await carryOut((await offered(/^Allow this field: \/colour$/)).edit);
    expect(JSON.parse(await readFile(fileURLToPath(config), 'utf8'))).toEqual({ allowedFields: ['/colour'] });
    await tellOf(editor, config);
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value']);
  });

  test('Turn this rule off here changes what is there, and nothing besides', async () => {
    await write(config, '{\n    "allowedFields": [ "x" ],\n    "rules": {\n        "syntax": "error"\n    }\n}');
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    await carryOut((await offered(/^Turn this rule off here: unknown-field$/)).edit);
    expect(await readFile(fileURLToPath(config), 'utf8')).toBe(
      '{\n    "allowedFields": [ "x" ],\n    "rules": {\n        "syntax": "error",\n        "unknown-field": "off"\n    }\n}',
    );
    await tellOf(editor, config);
    expect(codes(await editor.diagnostics(job))).toEqual(['1 unknown-value']);
  });

  test('an error is not turned off by a click, neither by itself nor by the settings', async () => {
    await write(config, { rules: { 'unknown-field': 'error', 'unknown-value': 'hint' } });
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    const whole = { start: { line: 0, character: 0 }, end: { line: 7, character: 0 } };
    const titles = (await editor.actions(job, whole)).map(({ title }) => title);
    expect(titles).toContain('Allow this field: /colour');
    expect(titles.filter((title) => title.startsWith('Turn this rule off'))).toEqual([]);
  });

  test('are not offered where the settings cannot be read', async () => {
    await write(config, '{"rules": ');
    editor = await Editor.start({ pulls: true, able: true });
    await editor.open(job, JOB);
    await expect(offered(/^(Allow|Turn)/)).rejects.toThrow('not offered');
  });
});

describe('the address behind a code', () => {
  test('is a file that is shipped, and holds a heading for the code', async () => {
    editor = await Editor.start({ pulls: true });
    await editor.open(job, JOB);
    const [found] = await editor.diagnostics(job);
    const [page = '', code] = (found?.codeDescription?.href ?? '').split('#');
    expect(code).toBe('unknown-value');
    expect(await readFile(fileURLToPath(page), 'utf8')).toMatch(/^### unknown-value$/m);
  });

  test('goes below an address that ends in a slash', async () => {
    editor = await Editor.start({ pulls: true, rulesPage: 'vscode://pmjob.pmjob/rules/' });
    await editor.open(job, JOB);
    const [found] = await editor.diagnostics(job);
    expect(found?.codeDescription?.href).toBe('vscode://pmjob.pmjob/rules/unknown-value');
  });
});
