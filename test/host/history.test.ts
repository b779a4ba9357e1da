import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

describe('the history of a file in the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  /** A file that was created with a window of 6 hours and updated to 7. */
  async function pushedTwice(name: string): Promise<{ file: vscode.Uri; id: string }> {
    const file = await jobFile(name);
    const id = await person.create(file);
    await edit(file, '"timeout": 6', '"timeout": 7');
    await person.run('pmjob.deploy', file, 'Update Job');
    await platform.forgetRequests();
    return { file, id };
  }

  /** The entry whose label ends so. */
  function choose(end: string) {
    return ({ offers }: { offers: string[] }) => offers.find((label) => label.endsWith(end)) ?? 'no such entry';
  }

  async function text(file: vscode.Uri): Promise<string> {
    return (await vscode.workspace.openTextDocument(file)).getText();
  }

  it('lists the pushes, the newest first, and shows what one changed', async () => {
    const { file } = await pushedTwice('With a history');
    const asked = await person.run('pmjob.showHistory', file, choose(': updated'), 'Show What It Changed');
    assert.deepEqual(
      asked[0]?.offers.map((label) => label.replace(/^.*: /, '')),
      ['updated', 'created'],
    );
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /Patch window: 6 → 7/);
  });

  it('pushes an earlier version again after the question of every push; the file follows when that is wanted', async () => {
    const { file, id } = await pushedTwice('Put back');
    const ways = ['Push This Earlier Version Again', 'Update Job'] as const;
    const asked = await person.run('pmjob.showHistory', file, choose(': created'), ...ways, 'Put It into the File');
    assert.match(asked[2]?.detail ?? '', /Patch window: 7 → 6/);
    assert.equal((await platform.job(id)).timeout, 6);
    assert.match(await text(file), /"timeout": 6/);
    assert.ok((await vscode.workspace.openTextDocument(file)).isDirty);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.match(await text(file), /"timeout": 7/);
  });

  it('sends nothing after a no, and leaves the file', async () => {
    const { file } = await pushedTwice('Not put back');
    const ways = ['Push This Earlier Version Again', undefined] as const;
    await person.run('pmjob.showHistory', file, choose(': created'), ...ways);
    assert.deepEqual(await platform.writes(), []);
    assert.match(await text(file), /"timeout": 7/);
  });

  it('compares a version with the file', async () => {
    const { file } = await pushedTwice('Compared with then');
    await person.run('pmjob.showHistory', file, choose(': created'), 'Compare It with the File');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.modified.toString(), file.toString());
    assert.match((await vscode.workspace.openTextDocument(input.original)).getText(), /"timeout": 6/);
  });

  it('of a file that was never pushed is none', async () => {
    const [none] = await person.run('pmjob.showHistory', await jobFile('Never pushed'));
    assert.match(none?.message ?? '', /Nothing was pushed of never-pushed\.pmjob\.json/);
  });
});
