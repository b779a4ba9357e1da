import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

const connections = () => vscode.workspace.getConfiguration('pmjob').inspect<object[]>('connections');

describe('connections', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  after(async () => {
    await person.run('pmjob.removeConnection', undefined, 'Production', 'Remove');
    await platform.stop();
  });

  it('are added with a token that no setting holds, and used when that is wanted', async () => {
    await person.run('pmjob.addConnection', undefined, 'Production', platform.url, protectedLabel, 'sandbox', useIt);
    assert.deepEqual(connections()?.globalValue, [{ name: 'Production', url: platform.url, protected: true }]);
    const asked = await person.run('pmjob.createJob', await jobFile('In production'), 'Create Job', 'Production');
    assert.match(asked[0]?.message ?? '', /on Production/);
    assert.match(asked.at(-1)?.message ?? '', /created as job .* on Production/);
  });

  it('that are protected send nothing without their name', async () => {
    await platform.forgetRequests();
    await person.run('pmjob.createJob', await jobFile('Not in production'), 'Create Job', undefined);
    assert.deepEqual(await platform.writes(), []);
  });

  it('ask for a new token once they are signed out', async () => {
    await person.run('pmjob.signOut', undefined, 'Production');
    await platform.forgetRequests();
    const asked = await person.run('pmjob.createJob', await jobFile('Signed out'), undefined);
    assert.match(asked[0]?.message ?? '', /Token for “Production”/);
    assert.deepEqual(await platform.writes(), []);
  });

  it('are chosen by name, the sandbox among them', async () => {
    const asked = await person.run('pmjob.chooseConnection', undefined, 'Sandbox');
    assert.deepEqual(asked[0]?.offers, ['Sandbox', 'Production']);
  });

  it('cannot come from a workspace', async () => {
    const settings = vscode.workspace.getConfiguration('pmjob');
    const intruder = [{ name: 'Intruder', url: 'https://intruder.example.com' }];
    await assert.rejects(
      Promise.resolve(settings.update('connections', intruder, vscode.ConfigurationTarget.Workspace)),
    );
  });
});

const useIt = 'Push to “Production” from Now On';
const protectedLabel = 'Protected: ask, and want the name “Production” typed';
