import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { jobFile, pathOf } from './support/files.ts';
import { until } from './support/until.ts';

/** What the release notes print: two creates and two updates, each with its answer. */
const EIGHT = [
  'create-linux-rollback',
  'create-windows-chained',
  'update-linux-rollback',
  'update-windows-chained',
].flatMap((name) => [`${name}.request`, `${name}.response`]);

describe('what was pasted into the editor', () => {
  for (const name of EIGHT) {
    it(`is repaired in one step: ${name}`, async () => {
      const file = vscode.Uri.file(pathOf(`pasted-${name}.pmjob.json`));
      await writeFile(file.fsPath, await sample(`as-printed/${name}.txt`));
      const { document } = await vscode.window.showTextDocument(file);
      const pasted = await until('pasted-text', () => found(document, 'pasted-text'));
      assert.ok(pasted);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        file,
        pasted.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const repair = actions.find(({ title }) => title === 'Repair pasted JSON');
      assert.ok(repair?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
      assert.ok(await vscode.workspace.applyEdit(repair.edit));

      const value = JSON.parse(document.getText().replace('[email\u00a0protected]', 'patching@example.com'));
      assert.deepEqual(value, JSON.parse(await sample(`${name}.json`)));
      await until('no error', () => errors(document).length === 0);
      assert.ok(found(document, 'email-masked'));
    });
  }

  it('is fixed on saving where a person wants that', async () => {
    const file = await jobFile('Fixed on saving');
    const right = await readFile(file.fsPath, 'utf8');
    const { document } = await vscode.window.showTextDocument(file);
    const settings = vscode.workspace.getConfiguration('editor', file);
    await settings.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, vscode.ConfigurationTarget.Global);
    try {
      const change = new vscode.WorkspaceEdit();
      const platform = right.indexOf('"Windows"');
      change.replace(
        file,
        new vscode.Range(document.positionAt(platform), document.positionAt(platform + '"Windows"'.length)),
        '\u201cWindows\u201d',
      );
      await vscode.workspace.applyEdit(change);
      await until('syntax', () => found(document, 'syntax'));
      assert.ok(await document.save());
      assert.equal(document.getText(), right);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

async function sample(name: string): Promise<string> {
  const extension = vscode.extensions.getExtension('pmjob.pmjob');
  assert.ok(extension, 'the editor does not know pmjob.pmjob');
  return readFile(join(extension.extensionPath, 'test', 'samples', name), 'utf8');
}

function found(document: vscode.TextDocument, code: string): vscode.Diagnostic | undefined {
  return vscode.languages
    .getDiagnostics(document.uri)
    .find((diagnostic) => (typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code) === code);
}

function errors(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
}
