import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

describe('a push that is copied as a command', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  after(() => platform.stop());

  it('is in the clipboard without the token, and nothing is sent', async () => {
    await platform.forgetRequests();
    const file = await jobFile('As a command');
    const asked = await person.run('pmjob.copyAsCurl', file);
    assert.match(asked[0]?.message ?? '', /creates the job “As a command”/);
    const command = await vscode.env.clipboard.readText();
    assert.match(command, /curl --request POST/);
    assert.match(command, /Bearer \$PMJOB_TOKEN"/);
    assert.doesNotMatch(command, /Bearer sandbox/);
    assert.deepEqual(await platform.writes(), []);
  });

  it('is copied knowingly from a file with errors', async () => {
    const file = await jobFile('Wrong command', { '"Windows"': '"windows"' });
    await person.run('pmjob.copyAsCurl', file, 'Copy Anyway');
    assert.match(await vscode.env.clipboard.readText(), /"windows"/);
  });
});
