import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { comparison, differingLines } from './support/comparisons.ts';
import { edit, jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

describe('a pull into the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  after(() => platform.stop());

  it('brings a job of the platform into a file that can be pushed again', async () => {
    const path = pathOf('pulled.pmjob.json');
    const asked = await person.run('pmjob.pullJob', undefined, 'only pre post', path);
    assert.equal(asked[1]?.detail, pathOf('only-pre-post.pmjob.json'));
    assert.match(await readFile(path, 'utf8'), /"name": "only pre post"/);
    assert.equal(vscode.window.activeTextEditor?.document.fileName, path);
  });

  it('sends nothing and changes nothing when the pulled file is deployed as it is', async () => {
    await platform.forgetRequests();
    const asked = await person.run('pmjob.deploy', vscode.Uri.file(pathOf('pulled.pmjob.json')));
    assert.equal(asked.length, 1, asked.map((one) => `${one.message} ${one.detail}`).join(' | '));
    assert.deepEqual(await platform.writes(), []);
  });

  it('compares a file that is there first, and replaces it by one step that can be undone', async () => {
    const file = vscode.Uri.file(pathOf('pulled.pmjob.json'));
    await edit(file, '"only pre post"', '"something else"');
    const document = await vscode.workspace.openTextDocument(file);
    const edited = document.getText();
    const running = person.run('pmjob.pullJob', undefined, 'only pre post', (asked) => asked.detail);
    const { before, after } = await comparison('pmjob-pull');
    assert.equal(before.uri.fsPath, file.fsPath);
    assert.deepEqual(differingLines(before, after), ['  "name": "something else",', '  "name": "only pre post",']);
    assert.equal(document.getText(), edited);
    await vscode.commands.executeCommand('pmjob.replaceFile', after.uri);
    await running;
    assert.match(await readFile(file.fsPath, 'utf8'), /"name": "only pre post"/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), edited);
    await vscode.commands.executeCommand('redo');
    await document.save();
  });

  it('leaves a file that another program made while the platform answered', async () => {
    const path = pathOf('made-meanwhile.pmjob.json');
    await platform.goWrong({
      fault: 'delay',
      match: { method: 'GET', path: '/pm/v1/deploymentjob/5b0fd130-52c8-473c-96b1-8f10ea7d4c13' },
      milliseconds: 1_500,
    });
    await platform.forgetRequests();
    const running = person.run('pmjob.pullJob', undefined, 'only pre post', path);
    await until(
      'the pull',
      () => platform.requests(),
      (found) => found.some((one) => one.endsWith('/5b0fd130-52c8-473c-96b1-8f10ea7d4c13')),
    );
    await writeFile(path, '{ "name": "made meanwhile" }\n');
    assert.match((await running).at(-1)?.message ?? '', /made-meanwhile\.pmjob\.json was made meanwhile/);
    assert.match(await readFile(path, 'utf8'), /"made meanwhile"/);
    assert.doesNotMatch(await readFile(pathOf('.pmjob/links.json'), 'utf8'), /made-meanwhile/);
  });

  it('leaves a file that is there as it is when its comparison is closed', async () => {
    const file = await jobFile('Left as it is');
    const text = await readFile(file.fsPath, 'utf8');
    const running = person.run('pmjob.pullJob', undefined, 'only pre post', file.fsPath);
    const { tab } = await comparison('pmjob-pull');
    await vscode.window.tabGroups.close(tab);
    await running;
    assert.equal(await readFile(file.fsPath, 'utf8'), text);
    assert.doesNotMatch(await readFile(pathOf('.pmjob/links.json'), 'utf8'), /left-as-it-is/);
  });
});

describe('a comparison with the server', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  after(() => platform.stop());

  it('shows the job of a linked file beside it, as it is written, and what differs alone stands out', async () => {
    const file = await jobFile('Beside its job');
    await person.run('pmjob.createJob', file, 'Create Job');
    await platform.forgetRequests();
    const links = await readFile(pathOf('.pmjob/links.json'), 'utf8');
    await edit(file, '"timeout": 6', '"timeout": 7');
    await vscode.window.showTextDocument(file);
    assert.deepEqual(await person.run('pmjob.compareWithServer', file), []);
    const { tab, before, after } = await comparison('pmjob-server');
    assert.equal(after.uri.fsPath, file.fsPath);
    const lines = after.getText().split('\n');
    const missing = lines.filter((line) => !before.getText().includes(line.replace(/,$/, '')));
    assert.deepEqual(missing, ['  "timeout": 7,']);
    assert.ok(before.getText().includes('"timeout": 6'));
    assert.deepEqual(await platform.writes(), []);
    assert.equal(await readFile(pathOf('.pmjob/links.json'), 'utf8'), links);
    await vscode.window.tabGroups.close(tab);
    await vscode.window.showTextDocument(after);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('asks which job when the file has none', async () => {
    const file = await jobFile('No job of its own');
    const asked = await person.run('pmjob.compareWithServer', file, 'only pre post');
    assert.match(asked[0]?.message ?? '', /compared with no-job-of-its-own\.pmjob\.json/);
    const { tab, before } = await comparison('pmjob-server');
    assert.match(before.getText(), /"name": "only pre post"/);
    await vscode.window.tabGroups.close(tab);
  });
});
