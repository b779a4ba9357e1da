import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../rules/marked-text.ts';
import { Editor } from './editor.ts';

const uri = 'file:///jobs/laptops.pmjob.json';
const folder = join(import.meta.dirname, '../samples');
const names = readdirSync(join(folder, 'as-printed')).map((name) => name.replace(/\.txt$/, ''));
const sample = readFileSync(join(folder, 'create-windows-chained.request.json'), 'utf8');
const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

let editor: Editor;
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
});

describe('an editor with the least abilities', () => {
  beforeEach(async () => {
    editor = await Editor.start({ pulls: true });
  });

  test('is told which kinds of actions there are', () => {
    expect(editor.initialized?.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'source.fixAll.pmjob'],
      resolveProvider: true,
    });
  });

  test.each(names)('repairs %s in one step', async (name) => {
    await editor.open(uri, readFileSync(join(folder, 'as-printed', `${name}.txt`), 'utf8'));
    const pasted = (await editor.diagnostics(uri)).filter(({ code }) => code === 'pasted-text');
    expect(pasted.length).toBe(1);
    const place = pasted[0]?.range ?? everywhere;
    const repairs = (await editor.actions(uri, place)).filter(({ title }) => title === 'Repair pasted JSON');
    expect(repairs).toMatchObject([{ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'pasted-text' }] }]);

    const after = applyEdits(editor.text(uri), repairs[0]?.edit?.changes?.[uri] ?? []);
    const expected = readFileSync(join(folder, `${name}.json`), 'utf8');
    expect(JSON.parse(after.replace('[email\u00a0protected]', 'patching@example.com'))).toEqual(JSON.parse(expected));

    await editor.replace(uri, editor.text(uri), after);
    const left = await editor.diagnostics(uri);
    expect(left.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(left.map(({ code }) => code)).toContain('email-masked');
  });

  test('is offered to fix all of one kind, with the edit at once, and not to make files', async () => {
    await editor.open(uri, sample.replace('"Windows"', 'Windows').replace('"Install"', 'Install'));
    const [ofKind] = (await editor.actions(uri, everywhere)).filter(({ title }) => title.startsWith('Fix all'));
    expect(ofKind).toMatchObject({ title: 'Fix all of this kind (syntax)', kind: 'quickfix' });
    expect(applyEdits(editor.text(uri), ofKind?.edit?.changes?.[uri] ?? [])).toBe(sample);

    await editor.replace(uri, editor.text(uri), '[{ "name": "One" }, { "name": "Two" }]');
    expect(await editor.actions(uri, everywhere)).toEqual([]);
  });
});

describe('an editor that fixes on saving', () => {
  beforeEach(async () => {
    editor = await Editor.start({ pulls: true, able: true });
  });

  test.each(['source', 'source.fixAll', 'source.fixAll.pmjob'])(
    'gets all safe fixes when it asks for %s',
    async (kind) => {
      const broken = sample
        .replace('"Windows",', 'Windows')
        .replace('"alwaysShowCompletedPrompt": true', '"alwaysShowCompletedPrompt": "true"')
        .replace(/\n\}\s*$/, ',\n}\n');
      await editor.open(uri, broken);
      const actions = await editor.actions(uri, everywhere, [kind]);
      expect(actions).toMatchObject([{ kind: 'source.fixAll.pmjob' }]);
      expect(applyEdits(broken, editsOf(actions[0], uri))).toBe(sample);
      await editor.replace(uri, broken, sample);
      expect(await editor.actions(uri, everywhere, [kind])).toEqual([]);
    },
  );

  test('keeps comments, unfinished texts and guesses as they are', async () => {
    await editor.open(uri, '{\n  // for the laptops\n  "name": "Patch,\n  "platform": "windows",\n}\n');
    const [action] = await editor.actions(uri, everywhere, ['source.fixAll']);
    const after = applyEdits(editor.text(uri), editsOf(action, uri));
    expect(after).toContain('// for the laptops\n  "name": "Patch,\n');
  });

  test('is not given source actions where it asks for none', async () => {
    await editor.open(uri, sample.replace('"Windows"', 'Windows'));
    const kinds = (await editor.actions(uri, everywhere)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['quickfix']));
    expect(await editor.actions(uri, everywhere, ['refactor'])).toEqual([]);
  });

  test('has the fix of one kind made when it is chosen, and none once the text has changed', async () => {
    await editor.open(uri, sample.replace('"Windows"', 'Windows').replace('"Install"', 'Install'));
    const actions = await editor.actions(uri, everywhere);
    const ofKind = actions.find(({ title }) => title === 'Fix all of this kind (syntax)') ?? { title: 'none' };
    expect(ofKind.edit).toBeUndefined();
    const resolved = await editor.resolve(ofKind);
    expect(applyEdits(editor.text(uri), editsOf(resolved, uri))).toBe(sample);
    await editor.replace(uri, 'Windows', 'Linux');
    expect((await editor.resolve(ofKind)).edit).toBeUndefined();
  });

  test('splits a list of jobs into files', async () => {
    const other =
      '{\n  "name": "Patch the servers",\n  "assetIds": [\n    "d543e2a2-3860-461f-bd59-d718c31d2344"\n  ]\n}\n';
    await editor.open(uri, `[\n${indented(sample)},\n${indented(other)}\n]\n`);
    const [split] = await editor.actions(uri, everywhere);
    expect(split?.title).toBe('Split into 2 files; this one keeps the first job');
    expect(applyEdits(editor.text(uri), editsOf(split, uri))).toBe(sample);
    const second = 'file:///jobs/laptops-2.pmjob.json';
    expect(split?.edit?.documentChanges?.[0]).toEqual({
      kind: 'create',
      uri: second,
      options: { overwrite: false, ignoreIfExists: false },
    });
    expect(applyEdits('', editsOf(split, second))).toBe(other);
  });
});

/** The changes of one document in an action's edit. */
function editsOf(action: CodeAction | undefined, uriOfText: string): TextEdit[] {
  return (action?.edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uriOfText
      ? change.edits.filter((edit): edit is TextEdit => 'newText' in edit)
      : [],
  );
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}
