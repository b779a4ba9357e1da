import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

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
});
