import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';
import { until } from './support/until.ts';

describe('a job that somebody else changed', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  after(() => platform.stop());

  /** A file whose job somebody else has changed since. */
  async function changed(jobName: string): Promise<{ file: vscode.Uri; id: string; document: vscode.TextDocument }> {
    const file = await jobFile(jobName);
    const id = await person.create(file);
    await platform.changeBehind(id, { timeout: 9 });
    await platform.forgetRequests();
    return { file, id, document: await vscode.workspace.openTextDocument(file) };
  }

  it('is left alone when the person wants neither, and so is the file', async () => {
    const { file, id, document } = await changed('Neither');
    await edit(file, '"Nothing to do"', '"Unsaved"');
    const text = document.getText();
    const asked = await person.run('pmjob.deploy', file, undefined);
    assert.match(asked[0]?.message ?? '', /Somebody else changed the job of neither\.pmjob\.json on Sandbox/);
    assert.match(asked[0]?.detail ?? '', /Patch window: was 6, is 9 on the server, 6 in the file/);
    assert.deepEqual(asked[0]?.offers, ['Merge', 'Overwrite…']);
    assert.deepEqual(await platform.writes(), []);
    assert.equal(document.getText(), text);
    assert.equal((await platform.job(id)).timeout, 9);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is merged into the open file by one step, with what was not saved, and sent', async () => {
    const { file, id, document } = await changed('Merged');
    await edit(file, '"Nothing to do"', '"Unsaved"');
    const text = document.getText();
    const asked = await person.run('pmjob.deploy', file, 'Merge');
    assert.match(asked[1]?.message ?? '', /merged\.pmjob\.json has taken from Sandbox: Patch window\./);
    assert.deepEqual(await platform.writes(), []);
    const merged = text.replace('"timeout": 6', '"timeout": 9');
    assert.equal(document.getText(), merged);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), merged);
    const sent = await person.run('pmjob.deploy', file, 'Update Job');
    assert.match(sent[0]?.detail ?? '', /1 field changes:\n~ .*Nothing to do.* → .*Unsaved/);
    assert.equal((await platform.job(id)).timeout, 9);
    assert.match(JSON.stringify(await platform.job(id)), /Unsaved/);
  });

  it('is left for choice where both changed it, and cannot be sent before', async () => {
    const { file, id, document } = await changed('Chosen');
    await edit(file, '"timeout": 6', '"timeout": 7');
    const asked = await person.run('pmjob.deploy', file, 'Merge');
    assert.match(asked[1]?.message ?? '', /One place waits for your choice/);
    const line = vscode.window.activeTextEditor?.selection.active.line ?? 0;
    assert.match(document.lineAt(line).text, /^<<<<<<< this file/);
    assert.match(document.getText(), /"timeout": 7,\r?\n=======\r?\n {2}"timeout": 9,/);
    const refused = await person.run('pmjob.deploy', file, undefined);
    assert.match(refused[0]?.message ?? '', /Nothing was sent/);
    assert.deepEqual(refused[0]?.offers, ['Show']);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('merge-conflict.accept.all-current');
    await until(
      'the choice',
      () => document.getText(),
      (text) => !text.includes('<<<<<<<'),
    );
    const sent = await person.run('pmjob.deploy', file, 'Update Job');
    assert.match(sent[0]?.detail ?? '', /Patch window: 9 → 7/);
    assert.equal((await platform.job(id)).timeout, 7);
  });

  it('is overwritten after a plan that names what is lost', async () => {
    const { file, id } = await changed('Overwritten');
    const asked = await person.run('pmjob.deploy', file, 'Overwrite…', 'Update Job');
    assert.match(
      asked[1]?.detail ?? '',
      /⚠ Patch window was changed on the server from 6 to 9.*overwrites that with 6/,
    );
    assert.match(asked[1]?.detail ?? '', /Patch window: 9 → 6/);
    assert.equal((await platform.job(id)).timeout, 6);
    assert.deepEqual(await platform.writes(), [`PATCH /pm/v1/deploymentjob/update/${id}`]);
  });

  it('is not overwritten by a change that came after the person agreed to the first', async () => {
    const { file, id } = await changed('Changed again');
    await person.run(
      'pmjob.deploy',
      file,
      'Overwrite…',
      async () => {
        await platform.changeBehind(id, { timeout: 11 });
        return 'Update Job';
      },
      'Plan Again',
      (again) => {
        assert.match(again.detail, /is 11 on the server/);
        return 'Merge';
      },
    );
    assert.equal((await platform.job(id)).timeout, 11);
    assert.deepEqual(await platform.writes(), []);
  });
});
