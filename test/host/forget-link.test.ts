import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { edit, jobFile, pathOf } from './support/files.ts';
import { Person } from './support/person.ts';
import { Platform } from './support/platform.ts';

describe('a link that is forgotten in the editor', () => {
  let platform: Platform;
  let person: Person;

  before(async () => {
    platform = await Platform.start();
    person = await Person.present();
  });
  beforeEach(() => platform.forgetRequests());
  after(() => platform.stop());

  const links = () => readFile(pathOf('.pmjob/links.json'), 'utf8');

  it('goes after a question that names job and host; a no leaves it', async () => {
    const file = await jobFile('Forgotten');
    const id = await person.create(file);
    await platform.forgetRequests();
    const asked = await person.run('pmjob.forgetLink', file, undefined);
    for (const part of ['forgotten.pmjob.json', 'Forgotten', new URL(platform.url).host, id])
      assert.ok(`${asked[0]?.message}\n${asked[0]?.detail}`.includes(part), `${part} is not in ${asked[0]?.detail}`);
    assert.match(await links(), /"file":"forgotten\.pmjob\.json"/);
    await person.run('pmjob.forgetLink', file, 'Forget Link');
    assert.doesNotMatch(await links(), /"file":"forgotten\.pmjob\.json"/);
    assert.deepEqual(await platform.writes(), []);
    const [none] = await person.run('pmjob.forgetLink', file);
    assert.match(none?.message ?? '', /forgotten\.pmjob\.json is linked to no job/);
  });

  it('is offered where a job is gone', async () => {
    const file = await jobFile('Deleted meanwhile');
    const id = await person.create(file);
    await platform.send('DELETE', '/pm/v1/deploymentjobs', { ids: [id] });
    await edit(file, '"timeout": 6', '"timeout": 7');
    const asked = await person.run('pmjob.deploy', file, 'Forget the Link');
    assert.deepEqual(asked[0]?.offers, ['Create a New Job', 'Forget the Link', 'Show Log']);
    assert.doesNotMatch(await links(), /"file":"deleted-meanwhile\.pmjob\.json"/);
    await person.run('pmjob.deploy', file, 'Create Job');
    assert.match(await links(), /"file":"deleted-meanwhile\.pmjob\.json"/);
  });

  it('is offered where another file is gone, and the push goes on', async () => {
    const gone = await jobFile('Renamed outside');
    await person.create(gone);
    await vscode.workspace.fs.delete(gone);
    const file = await jobFile('Beside it');
    const asked = await person.run('pmjob.deploy', file, 'Forget the Link', 'Create Job');
    assert.match(asked[0]?.message ?? '', /renamed-outside\.pmjob\.json/);
    assert.doesNotMatch(await links(), /"file":"renamed-outside\.pmjob\.json"/);
  });
});
