import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

describe('a file that is renamed in the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  it('stays the job that it was', async () => {
    const file = await jobFile('Renamed soon');
    await person.run('pmjob.createJob', file, 'Create Job');
    await platform.forgetRequests();
    const renamed = vscode.Uri.file(pathOf('renamed.pmjob.json'));
    await rename(file, renamed);
    await until('the link’s new name', links, (text) => text.includes('"renamed.pmjob.json"'));
    assert.doesNotMatch(await links(), /renamed-soon/);
    const asked = await person.run('pmjob.deploy', renamed);
    assert.match(asked[0]?.message ?? '', /Nothing was sent/);
    assert.deepEqual(await platform.writes(), []);
  });

  it('stays it when its folder is moved into one with links of its own', async () => {
    await mkdir(pathOf('team/.pmjob'), { recursive: true });
    await mkdir(pathOf('shelf'), { recursive: true });
    const text = (await readFile(pathOf('patch-night.pmjob.json'), 'utf8')).replace('"Patch night"', '"Shelved"');
    await writeFile(pathOf('shelf/shelved.pmjob.json'), text);
    await person.run('pmjob.createJob', vscode.Uri.file(pathOf('shelf/shelved.pmjob.json')), 'Create Job');
    await rename(vscode.Uri.file(pathOf('shelf')), vscode.Uri.file(pathOf('team/shelf')));
    const theirs = () => readFile(pathOf('team/.pmjob/links.json'), 'utf8').catch(() => '');
    await until('the link in the other folder', theirs, (found) => found.includes('"shelf/shelved.pmjob.json"'));
    await until('the end of the old link', links, (found) => !found.includes('shelved'));
    const asked = await person.run('pmjob.deploy', vscode.Uri.file(pathOf('team/shelf/shelved.pmjob.json')));
    assert.match(asked[0]?.message ?? '', /Nothing was sent/);
  });

  it('is followed while it is still told that another could not be', async () => {
    const [stuck, next] = [await jobFile('Stuck'), await jobFile('Next')];
    await person.run('pmjob.createJob', stuck, 'Create Job');
    await person.run('pmjob.createJob', next, 'Create Job');
    const path = pathOf('.pmjob/links.json');
    const text = await links();
    let close: (answer: undefined) => void = () => undefined;
    const renameBoth = async () => {
      await writeFile(path, `<<<<<<< mine\n${text}`);
      await rename(stuck, vscode.Uri.file(pathOf('stuck-2.pmjob.json')));
      await until('what could not follow', () => person.asked.length > 0);
      await writeFile(path, text);
      await rename(next, vscode.Uri.file(pathOf('next-2.pmjob.json')));
      await until('the second link’s new name', links, (found) => found.includes('"next-2.pmjob.json"'));
      close(undefined);
    };
    const read = () =>
      new Promise<undefined>((resolve) => {
        close = resolve;
      });
    const asked = await person.during(renameBoth, read);
    assert.match(asked[0]?.message ?? '', /stuck\.pmjob\.json could not follow its new name/);
  });

  it('leaves its link when it is deleted, and says nothing', async () => {
    const file = await jobFile('Deleted');
    await person.run('pmjob.createJob', file, 'Create Job');
    const before = await links();
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(file);
    person.asked.length = 0;
    await vscode.workspace.applyEdit(edit);
    assert.equal(await links(), before);
    assert.deepEqual(person.asked, []);
  });
});

function links(): Promise<string> {
  return readFile(pathOf('.pmjob/links.json'), 'utf8');
}

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
