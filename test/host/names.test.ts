import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform, setNames } from './support/platform.ts';
import { until } from './support/until.ts';

const LAPTOP = '94c0bc01-3b1b-4b4b-84a0-b9fe3c9aebb0';
const ASSETS = `"assetIds": ["${LAPTOP}", ""],`;

describe('names of the platform in the editor', () => {
  let platform: Platform;
  let person: Person;
  let document: vscode.TextDocument;

  before(async () => {
    platform = await Platform.start();
    await setNames(true);
    person = await Person.present();
    await person.run('pmjob.chooseConnection', undefined, 'Sandbox');
    const file = await jobFile('With names', { '"type"': `${ASSETS}\n  "type"` });
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await platform.stop();
  });

  const whole = () => new vscode.Range(0, 0, document.lineCount, 0);
  const at = (text: string, ahead: number) => document.positionAt(document.getText().indexOf(text) + ahead);
  const labels = async () => {
    const hints: vscode.InlayHint[] = await vscode.commands.executeCommand(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole(),
    );
    return hints.map(({ label }) => label);
  };

  it('stand beside their ids, without a question', async () => {
    person.asked.length = 0;
    await until('the asset’s name', labels, (found) => found.includes('FIN-LAPTOP-12'));
    assert.deepEqual(person.asked, []);
  });

  it('are told on hover', async () => {
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      at(LAPTOP, 3),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.match(said.join(), /FIN.*LAPTOP.*12.*, an asset on the platform/);
  });

  it('are offered in the place of ids, and become them', async () => {
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at('""', 1),
    );
    const item = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'PILOT-PC-01');
    assert.match(JSON.stringify(item), /3d8a4c97-5b1e-4c60-8d7f-1e9a6b2c0d13/);
  });

  it('were read once, and are read again only as far as jobs go once something was sent', async () => {
    const asked = (await platform.requests()).filter((request) => request.includes('/assets'));
    assert.equal(asked.length, 2, asked.join());
    await platform.forgetRequests();
    await person.run('pmjob.createJob', await jobFile('Newly named'), 'Create Job');
    await platform.forgetRequests();
    await labels();
    await until(
      'a look at the jobs',
      () => platform.requests(),
      (found) => found.some((one) => one.includes('summary')),
    );
    assert.ok(!(await platform.requests()).some((request) => request.includes('/assets')));
  });

  it('are gone while the setting is off', async () => {
    await setNames(false);
    await until('hints without the name', labels, (found) => !found.includes('FIN-LAPTOP-12'));
    await setNames(true);
    await until('the asset’s name', labels, (found) => found.includes('FIN-LAPTOP-12'));
  });

  it('are not asked for where nobody is signed in', async () => {
    const connections = [{ name: 'Silent', url: platform.url }];
    const settings = vscode.workspace.getConfiguration('pmjob');
    await settings.update('connections', connections, vscode.ConfigurationTarget.Global);
    person.asked.length = 0;
    await person.run('pmjob.chooseConnection', undefined, 'Silent');
    await platform.forgetRequests();
    await until('hints without the name', labels, (found) => !found.includes('FIN-LAPTOP-12'));
    assert.deepEqual(await platform.requests(), []);
    await person.run('pmjob.chooseConnection', undefined, 'Sandbox');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
  });
});
