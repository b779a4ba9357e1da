import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { jobFile, pathOf, watchedFolder } from './support/files.ts';
import { until } from './support/until.ts';

describe('the settings of the rules in the editor', () => {
  let ring = 0;
  let folder: string;
  let config: vscode.Uri;

  // A folder of its own for each test: that one was removed as a whole is noticed only some seconds later.
  beforeEach(async () => {
    ring += 1;
    folder = `ring-${ring}`;
    config = vscode.Uri.file(pathOf(`${folder}/.pmjob/config.json`));
    await watchedFolder(folder, '.pmjob');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(pathOf(folder), { recursive: true });
  });

  /** A job file with a field that no release has, and a document shown of it. */
  async function shownJob(): Promise<vscode.TextDocument> {
    const source = await jobFile('Ring', { '{': '{\n  "colour": "red",' });
    const file = vscode.Uri.file(pathOf(`${folder}/ring.pmjob.json`));
    await vscode.workspace.fs.rename(source, file, { overwrite: true });
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    return document;
  }

  it('a quick fix writes them, and what it turns off goes at once', async () => {
    const { uri } = await shownJob();
    const [found] = await until(
      'a diagnostic',
      () => codesOf(uri, 'unknown-field'),
      ({ length }) => length === 1,
    );
    assert.ok(found);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found.range,
    );
    const action = actions.find(({ title }) => title === 'Allow this field: /colour');
    assert.ok(action?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await until(
      'no diagnostic',
      () => codesOf(uri, 'unknown-field'),
      ({ length }) => length === 0,
    );
    const written = await vscode.workspace.openTextDocument(config);
    assert.deepEqual(JSON.parse(written.getText()), { allowedFields: ['/colour'] });
    await written.save();
  });

  it('are watched on the disk', async () => {
    const { uri } = await shownJob();
    await until(
      'a diagnostic',
      () => codesOf(uri, 'unknown-field'),
      ({ length }) => length === 1,
    );
    await writeFile(config.fsPath, '{"rules": {"unknown-field": "off"}}');
    await until(
      'no diagnostic',
      () => codesOf(uri, 'unknown-field'),
      ({ length }) => length === 0,
    );
  });

  it('are completed and checked by their schema, each mistake told once', async () => {
    await writeFile(config.fsPath, '{\n  "rules": {\n    "unknwon-field": "off"\n  }\n}\n');
    await shownJob();
    await until(
      'a diagnostic of the closed file',
      () => vscode.languages.getDiagnostics(config),
      ({ length }) => length === 1,
    );
    const document = await vscode.workspace.openTextDocument(config);
    await vscode.window.showTextDocument(document);
    await until(
      'a diagnostic of the schema',
      () => vscode.languages.getDiagnostics(config).map(({ source }) => source),
      (sources) => sources.length === 1 && sources[0] !== 'pmjob',
    );
    const inside = document.positionAt(document.getText().indexOf('{\n    "unk') + 1);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      config,
      inside,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('chain-threshold'), labels.join(', '));
  });
});

describe('the address behind the code of a diagnostic', () => {
  it('opens the page of the rules, rendered', async () => {
    const file = vscode.Uri.file(join(pathOf('mistakes.pmjob.json')));
    await vscode.window.showTextDocument(file);
    const [found] = await until(
      'diagnostics',
      () => vscode.languages.getDiagnostics(file),
      ({ length }) => length > 0,
    );
    assert.ok(typeof found?.code === 'object');
    assert.equal(found.code.target.toString(), `${vscode.env.uriScheme}://pmjob.pmjob/rules/${found.code.value}`);
    await vscode.commands.executeCommand('vscode.open', found.code.target);
    await until(
      'preview',
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input),
      (inputs) =>
        inputs.some((input) => input instanceof vscode.TabInputWebview && input.viewType.includes('markdown')),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

function codesOf(uri: vscode.Uri, wanted: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ code }) => (typeof code === 'object' ? code.value : code) === wanted);
}
