import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { edit, jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { until } from './support/until.ts';

describe('a job file in the editor', () => {
  it('is underlined where it is wrong', async () => {
    const file = vscode.Uri.file(pathOf('mistakes.pmjob.json'));
    const { document } = await vscode.window.showTextDocument(file);
    const found = await until(
      'diagnostics',
      () => underlined(document),
      (lines) => lines.length > 0,
    );
    const text = `${found.join('\n')}\n`;
    if (process.env.UPDATE === '1') await writeFile(pathOf('mistakes.expected.txt'), text);
    assert.equal(text, await readFile(pathOf('mistakes.expected.txt'), 'utf8'));
  });

  it('is completed where the cursor is', async () => {
    const file = await jobFile('To be completed', { '"On-demand"': '""' });
    const document = await vscode.workspace.openTextDocument(file);
    const inside = document.getText().indexOf('"scheduleType": ""') + '"scheduleType": "'.length;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      file,
      document.positionAt(inside),
    );
    const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
    for (const value of ['On-demand', 'Once', 'Daily', 'Weekly', 'Monthly'])
      assert.ok(
        labels.some((label) => label.replaceAll('"', '') === value),
        `${value} is not among ${labels.join(', ')}`,
      );
  });

  it('is checked again after the language server was restarted', async () => {
    const person = await Person.present();
    const file = await jobFile('Restarted');
    const document = await vscode.workspace.openTextDocument(file);
    await person.run('pmjob.restartLanguageServer', undefined);
    await edit(file, '"Windows"', '"windows"');
    const found = await until(
      'diagnostics',
      () => underlined(document),
      (lines) => lines.length > 0,
    );
    assert.match(found[0] ?? '', /^\d+: unknown-value "windows"$/);
  });

  it('is served by one language server, however often and fast that is restarted', async () => {
    const restart = () => vscode.commands.executeCommand('pmjob.restartLanguageServer');
    await Promise.all([restart(), restart(), restart()]);
    const file = await jobFile('Restarted at once');
    const document = await vscode.workspace.openTextDocument(file);
    const symbols = await until(
      'symbols',
      async (): Promise<vscode.DocumentSymbol[]> =>
        vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => (found?.length ?? 0) > 0,
    );
    assert.equal(symbols.filter(({ name }) => name === 'platform').length, 1, symbols.map(({ name }) => name).join());
  });
});

/** Each diagnostic as `line: code text`, the text being what is underlined. */
function underlined(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map(({ range, code }) => {
      const name = typeof code === 'object' ? code.value : code;
      return `${range.start.line + 1}: ${name} ${document.getText(range)}`;
    });
}
