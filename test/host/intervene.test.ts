import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { changeElsewhere, jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

describe('a job that is enabled, disabled or deleted from the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  async function create(file: vscode.Uri): Promise<string> {
    const id = await person.create(file);
    await platform.forgetRequests();
    return id;
  }

  it('is enabled after a question that says which, where and what starts; the file can follow', async () => {
    const file = await jobFile('Switched on');
    const id = await create(file);
    const asked = await person.run('pmjob.enableJob', file, 'Enable Job', 'Write “Enabled” into the File');
    const host = new URL(platform.url).host;
    for (const part of ['switched-on.pmjob.json', 'Switched on', id, host, 'Disabled', 'starts at once'])
      assert.ok(`${asked[0]?.message}\n${asked[0]?.detail}`.includes(part), `${part} is not in ${asked[0]?.detail}`);
    assert.equal((await platform.job(id)).status, 'Enabled');
    const document = await vscode.workspace.openTextDocument(file);
    assert.match(document.getText(), /"status": "Enabled"/);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await person.run('pmjob.disableJob', file, 'Disable Job');
    assert.equal((await platform.job(id)).status, 'Disabled');
  });

  it('has its status written into the file as that is when it is chosen, however late', async () => {
    const file = await jobFile('Chosen late');
    await create(file);
    await person.run('pmjob.enableJob', file, 'Enable Job', async () => {
      await changeElsewhere(file, '"name":', '"filterType": "Any",\n  "name":');
      return 'Write “Enabled” into the File';
    });
    const document = await vscode.workspace.openTextDocument(file);
    const job: { filterType: string; status: string } = JSON.parse(document.getText());
    assert.deepEqual([job.filterType, job.status], ['Any', 'Enabled']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is not touched by a no', async () => {
    const file = await jobFile('Left alone');
    await create(file);
    await person.run('pmjob.enableJob', file, undefined);
    await person.run('pmjob.deleteJob', file, 'Delete Job', undefined);
    assert.deepEqual(await platform.writes(), []);
  });

  it('is deleted once its name is typed; the file stays and is linked no more', async () => {
    const file = await jobFile('Thrown away');
    const id = await create(file);
    const asked = await person.run('pmjob.deleteJob', file, 'Delete Job', 'Thrown away');
    assert.match(asked.at(-1)?.message ?? '', /is deleted/);
    assert.deepEqual(await platform.writes(), ['DELETE /pm/v1/deploymentjobs']);
    assert.match(await readFile(file.fsPath, 'utf8'), /Thrown away/);
    assert.doesNotMatch(await readFile(pathOf('.pmjob/links.json'), 'utf8'), new RegExp(id));
  });

  it('is said to be unknown when the answer is lost, and found out the next time', async () => {
    const file = await jobFile('Lost answer');
    const id = await create(file);
    await platform.goWrong({ fault: 'drop-before', match: { method: 'POST', path: '/pm/v1/deploymentjobs/update/*' } });
    const asked = await person.run('pmjob.enableJob', file, 'Enable Job');
    assert.match(asked.at(-1)?.message ?? '', /is not known/);
    await person.run('pmjob.enableJob', file, 'Enable Job');
    assert.equal((await platform.job(id)).status, 'Enabled');
  });
});
