import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { jobFile } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

const connections = () => vscode.workspace.getConfiguration('pmjob').inspect<object[]>('connections');

async function redirect(url: string): Promise<void> {
  const value = [{ name: 'Production', url, protected: true }];
  await vscode.workspace.getConfiguration('pmjob').update('connections', value, vscode.ConfigurationTarget.Global);
}

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

  it('are offered at the known gateways, or at another address, and used when that is wanted', async () => {
    const where = ['Production', OTHER, platform.url, protectedLabel];
    const asked = await person.run(
      'pmjob.addConnection',
      undefined,
      ...where,
      BY_PASSWORD,
      'sandbox',
      'sandbox',
      useIt,
    );
    assert.deepEqual(connections()?.globalValue, [{ name: 'Production', url: platform.url, protected: true }]);
    const gateways = asked.find(({ message }) => message.includes('gateway of “Production”'))?.offers ?? [];
    assert.ok(gateways.includes('gateway.qg3.apps.qualys.it'), gateways.join());
    assert.match(
      asked.at(-1)?.message ?? '',
      /is added\. .* works\. It is the subscription .*Signed in as sandbox until/,
    );
    const created = await person.run('pmjob.createJob', await jobFile('In production'), 'Create Job', 'Production');
    assert.match(created[0]?.message ?? '', /on Production/);
    assert.match(created.at(-1)?.message ?? '', /created as job .* on Production/);
  });

  it('that are protected send nothing without their name', async () => {
    await platform.forgetRequests();
    await person.run('pmjob.createJob', await jobFile('Not in production'), 'Create Job', undefined);
    assert.deepEqual(await platform.jobWrites(), []);
  });

  it('sign in once for what follows, and again when a token has ended in its middle', async () => {
    await platform.forgetRequests();
    await person.run('pmjob.deploy', await jobFile('Shared sign-in'), 'Create Job', 'Production');
    assert.equal(await platform.signIns(), 0);
    await platform.goWrong({ fault: 'expired-token', match: { method: 'GET' } });
    await person.run('pmjob.deploy', await jobFile('Ended sign-in'), 'Create Job', 'Production');
    assert.equal(await platform.signIns(), 1);
  });

  it('are tested: for whom they work, and what fails', async () => {
    const [, works] = await person.run('pmjob.testConnection', undefined, 'Production', undefined);
    assert.match(works?.message ?? '', /^The connection to .* works\..* Signed in as sandbox until/);
    await platform.goWrong({ fault: 'forbidden', match: { method: 'GET' } });
    const [, fails] = await person.run('pmjob.testConnection', undefined, 'Production', undefined);
    assert.match(fails?.message ?? '', /does not work: a permission is missing\..*rights to manage deployment jobs/);
  });

  it('keep what works when another password is refused, and take a new one', async () => {
    const wrong = ['sandbox', 'mistyped'];
    const asked = await person.run('pmjob.signIn', undefined, BY_PASSWORD, ...wrong, 'Try Again', undefined);
    const refused = asked.find(({ kind }) => kind === 'ask');
    assert.match(refused?.message ?? '', /the sign-in fails/);
    assert.ok(refused?.modal, 'other commands wait for the answer, so that it must not be overlooked');
    assert.ok(!asked.some(({ message }) => message.includes('mistyped')));
    const [, works] = await person.run('pmjob.testConnection', undefined, 'Production', undefined);
    assert.match(works?.message ?? '', / works\./);
    const again = await person.run('pmjob.signIn', undefined, TOKEN, 'sandbox');
    assert.match(again.at(-1)?.message ?? '', / works\./);
  });

  it('do not take their account to another address', async () => {
    const elsewhere = platform.url.replace('127.0.0.1', 'localhost');
    await redirect(elsewhere);
    await platform.forgetRequests();
    const asked = await person.run('pmjob.createJob', await jobFile('Redirected'), undefined);
    assert.match(asked[0]?.message ?? '', /Sign in to “Production”/);
    assert.deepEqual(await platform.requests(), []);
    await redirect(platform.url);
    assert.match(
      (await person.run('pmjob.testConnection', undefined, 'Production', undefined))[1]?.message ?? '',
      / works\./,
    );
  });

  it('ask once for two commands at once when nobody is signed in', async () => {
    const told = await person.run('pmjob.signOut', undefined, 'Production');
    assert.match(told.at(-1)?.message ?? '', /Signed out of “Production”/);
    await platform.forgetRequests();
    const [one, other] = [await jobFile('One at once'), await jobFile('Other at once')];
    const both = async () => {
      await Promise.all([one, other].map((file) => vscode.commands.executeCommand('pmjob.createJob', file)));
    };
    const asked = await person.during(both, BY_PASSWORD, 'sandbox', 'sandbox', undefined, undefined);
    assert.equal(asked.filter(({ message }) => message.includes('Password of')).length, 1);
    assert.deepEqual(await platform.jobWrites(), []);
  });

  it('ask for a sign-in once they are signed out, and offer it where it is refused', async () => {
    await person.run('pmjob.signOut', undefined, 'Production');
    await platform.forgetRequests();
    const asked = await person.run('pmjob.createJob', await jobFile('Signed out'), undefined);
    assert.match(asked[0]?.message ?? '', /Sign in to “Production”/);
    assert.deepEqual(await platform.requests(), []);

    await person.run('pmjob.signIn', undefined, TOKEN, 'sandbox');
    await platform.goWrong({ fault: 'unauthorised', match: { method: 'GET' } });
    const file = await jobFile('Refused once');
    const refused = await person.run('pmjob.createJob', file, 'Sign In', TOKEN, 'sandbox', 'Create Job', 'Production');
    assert.match(refused[0]?.message ?? '', /does not accept the sign-in/);
    assert.match(refused.at(-1)?.message ?? '', /created as job/);
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
const OTHER = '$(edit) Another address…';
const BY_PASSWORD = 'User name and password';
const TOKEN = 'Token';
