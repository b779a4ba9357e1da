import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { edit, jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };

describe('several files from the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  /** A folder of its own with a job file for each name, all like the workspace's job file. */
  async function folderWith(folder: string, ...names: string[]): Promise<vscode.Uri> {
    const text = await readFile(pathOf('patch-night.pmjob.json'), 'utf8');
    await mkdir(pathOf(folder));
    for (const name of names)
      await writeFile(
        join(pathOf(folder), `${name}.pmjob.json`),
        text.replace('"Patch night"', JSON.stringify(`${folder} ${name}`)),
      );
    return vscode.Uri.file(pathOf(folder));
  }

  const fileIn = (folder: vscode.Uri, name: string) => vscode.Uri.joinPath(folder, `${name}.pmjob.json`);

  it('deploys what is selected after one question that names target, counts and each file', async () => {
    const [one, two] = [await jobFile('Selected one'), await jobFile('Selected two', { '"Windows"': '"windows"' })];
    const three = await jobFile('Selected three', { '"Disabled"': '"Enabled"' });
    const readMe = vscode.Uri.file(pathOf('read-me.txt'));
    await writeFile(readMe.fsPath, 'no job');
    const asked = await person.runOn('pmjob.deploy', [one, two, three, readMe], 'Deploy 2 Files');
    const question = `${asked[0]?.message}\n${asked[0]?.detail}`;
    for (const part of [
      'Deploy 2 files to Sandbox?',
      new URL(platform.url).host,
      '2 to create, 1 stopped',
      'selected-two.pmjob.json: not pushed, because it has errors',
      '+ selected-one.pmjob.json: create “Selected one”',
    ])
      assert.ok(question.includes(part), `${part} is not in ${question}`);
    assert.match(asked[1]?.message ?? '', /^On “Sandbox”: 2 created, 1 stopped\. Deploy a stopped file alone/);
    assert.equal((await platform.writes()).length, 2);
  });

  it('deploys a folder, saves as it was told, and tells each file on demand', async () => {
    const folder = await folderWith('night', 'a', 'b');
    await edit(fileIn(folder, 'b'), '"timeout": 6', '"timeout": 8');
    const asked = await person.run('pmjob.deployFolder', folder, 'Deploy 2 Files', 'Show Details');
    assert.match(asked[0]?.detail ?? '', /1 file has unsaved changes\. It is saved before it is sent\./);
    assert.match(await readFile(fileIn(folder, 'b').fsPath, 'utf8'), /"timeout": 8/);
    const shown = await until('the details', () => vscode.window.activeTextEditor?.document, Boolean);
    assert.equal(shown?.uri.scheme, 'pmjob-report', 'a report is no plan that could be deployed');
    assert.match(shown?.getText() ?? '', /night\/a\.pmjob\.json: created as job .*\n/);
    assert.match(shown?.getText() ?? '', /night\/b\.pmjob\.json: created as job .*\n/);
    assert.equal((await platform.writes()).length, 2);

    const again = await person.run('pmjob.deployFolder', folder);
    assert.deepEqual(
      again.map(({ message }) => message),
      ['On “Sandbox”: 2 unchanged.'],
    );
    assert.equal((await platform.writes()).length, 2);
  });

  it('asks which folder from the palette, and a no sends nothing and saves nothing', async () => {
    const folder = await folderWith('palette', 'a', 'b');
    await edit(fileIn(folder, 'a'), '"timeout": 6', '"timeout": 9');
    const asked = await person.run('pmjob.deployFolder', undefined, folder.fsPath, undefined);
    assert.equal(asked[0]?.kind, 'file');
    assert.equal(asked.length, 2);
    assert.deepEqual(await platform.writes(), []);
    assert.match(await readFile(fileIn(folder, 'a').fsPath, 'utf8'), /"timeout": 6/);
    await vscode.window.showTextDocument(fileIn(folder, 'a'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('shows every change beside a question that waits, and sends on the word given there', async () => {
    const folder = await folderWith('shown', 'a', 'b');
    const running = person.run('pmjob.deployFolder', folder, 'Show All Changes');
    const isPlan = () => vscode.window.activeTextEditor?.document.uri.scheme === 'pmjob-plan';
    await until('the plan', isPlan);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^2 files on Sandbox .*: 2 to create\n/);
    assert.match(text, /\nshown\/b\.pmjob\.json: create job "shown b"/);
    assert.deepEqual(await platform.writes(), []);
    await vscode.commands.executeCommand('pmjob.deployPlan');
    await running;
    assert.equal((await platform.writes()).length, 2);
  });

  it('tells what was rejected and what is not known, and underlines the one in its file', async () => {
    const folder = await folderWith('faults', 'a', 'b', 'c');
    await platform.goWrong({
      fault: 'answer',
      status: 422,
      body: { _error: { errorCode: '2501', message: 'unknown value in "timeout"' } },
      match: CREATE,
    });
    await platform.goWrong({ fault: 'drop-before', match: CREATE });
    const asked = await person.run('pmjob.deployFolder', folder, 'Deploy 3 Files');
    assert.equal(asked.at(-1)?.message, 'On “Sandbox”: 1 created, 1 rejected, 1 not known.');
    const said = () =>
      ['a', 'b', 'c']
        .flatMap((name) => vscode.languages.getDiagnostics(fileIn(folder, name)))
        .filter(({ code }) => code === 'rejected-by-platform');
    assert.equal((await until('what the platform said', said, (found) => found.length > 0)).length, 1);
    const again = await person.run('pmjob.deployFolder', folder, 'Deploy 2 Files');
    assert.equal(again.at(-1)?.message, 'On “Sandbox”: 2 created, 1 unchanged.');
    const names = (await platform.writes()).filter((write) => write.startsWith('POST'));
    assert.equal(names.length, 5);
  });

  it('pulls all jobs into a folder, keeps an edited file, and replaces it when that is wanted', async () => {
    const path = pathOf('all');
    await mkdir(path);
    const first = await person.run('pmjob.pullAllJobs', undefined, path, (question) => {
      assert.match(question.message, /^Pull \d+ jobs of “Sandbox” into all\?$/);
      return question.offers[0] ?? '';
    });
    assert.match(first[1]?.detail ?? '', /\d+ new/);
    assert.match(first.at(-1)?.message ?? '', /^Jobs of “Sandbox”: \d+ created/);
    const file = join(path, 'only-pre-post.pmjob.json');
    const pulled = await readFile(file, 'utf8');
    await writeFile(file, pulled.replace('"Windows"', '"Windows",\n  "description": "Mine"'));
    const kept = await person.run('pmjob.pullAllJobs', undefined, path, undefined);
    assert.match(kept[1]?.detail ?? '', /1 edited here/);
    assert.match(await readFile(file, 'utf8'), /Mine/);
    await person.run('pmjob.pullAllJobs', undefined, path, 'Replace the Edited Ones Too');
    assert.doesNotMatch(await readFile(file, 'utf8'), /Mine/);
    assert.deepEqual(await platform.writes(), []);
  });
});
