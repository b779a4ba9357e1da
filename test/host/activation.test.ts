import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pathOf } from './support/files.ts';
import { until } from './support/until.ts';

describe('the extension', () => {
  it('sleeps until a job file is opened, and wakes then', async () => {
    const extension = vscode.extensions.getExtension('pmjob.pmjob');
    assert.ok(extension, 'the editor does not know pmjob.pmjob');
    assert.equal(extension.isActive, false);
    const document = await vscode.workspace.openTextDocument(pathOf('patch-night.pmjob.json'));
    assert.equal(document.languageId, 'pmjob');
    await until('activation', () => extension.isActive);
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension('pmjob.pmjob');
    const named: { command: string; title: string }[] = extension?.packageJSON.contributes.commands;
    const registered = await vscode.commands.getCommands(true);
    for (const { command, title } of named) {
      assert.ok(registered.includes(command), `${command} is not registered`);
      assert.doesNotMatch(title, /%/, `${command} has no title`);
    }
  });
});
