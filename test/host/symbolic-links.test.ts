import assert from 'node:assert/strict';
import { mkdir, readFile, rename, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

describe('a file that is reached by a symbolic link', () => {
  const file = () => pathOf('shared/reached-twice.pmjob.json');
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
    await mkdir(pathOf('shared'));
    await symlink('shared', pathOf('crew'));
    await rename((await jobFile('Reached twice')).fsPath, file());
  });
  after(() => platform.stop());

  it('is the job that it is by its own name', async () => {
    await person.run('pmjob.createJob', vscode.Uri.file(pathOf('crew/reached-twice.pmjob.json')), 'Create Job');
    await platform.forgetRequests();
    const asked = await person.run('pmjob.deploy', vscode.Uri.file(file()));
    assert.match(asked[0]?.message ?? '', /Nothing was sent/);
    assert.deepEqual(await platform.writes(), []);
    assert.deepEqual(await linkedFiles(), ['shared/reached-twice.pmjob.json']);
  });

  it('is one file where both names are selected', async () => {
    const both = [vscode.Uri.file(pathOf('crew/reached-twice.pmjob.json')), vscode.Uri.file(file())];
    const asked = await person.runOn('pmjob.deploy', both);
    assert.match(asked[0]?.message ?? '', /Nothing was sent/);
  });

  it('stays its job when every job is pulled into the folder by the link', async () => {
    await person.run('pmjob.pullAllJobs', undefined, pathOf('crew'), ({ offers }) => offers[0]);
    assert.ok((await linkedFiles()).includes('shared/only-pre-post.pmjob.json'));
    assert.deepEqual(
      (await linkedFiles()).filter((name) => name.startsWith('crew/')),
      [],
    );
  });

  async function linkedFiles(): Promise<string[]> {
    const { links } = JSON.parse(await readFile(pathOf('.pmjob/links.json'), 'utf8')) as { links: { file: string }[] };
    return links.map((link) => link.file).filter((name) => /^(crew|shared)\//.test(name));
  }
});
