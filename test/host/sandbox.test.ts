import assert from 'node:assert/strict';
import { jobFile } from './support/files.ts';
import { Person } from './support/person.ts';

describe('the sandbox of the editor', () => {
  it('is started when it is first used', async () => {
    const person = await Person.present();
    const asked = await person.run('pmjob.createJob', await jobFile('In the own sandbox'), 'Create Job');
    assert.match(asked[0]?.detail ?? '', /Sandbox at 127\.0\.0\.1:\d+/);
    const again = await person.run('pmjob.createJob', await jobFile('There once more'), 'Create Job');
    const host = /127\.0\.0\.1:\d+/;
    assert.equal(host.exec(again[0]?.detail ?? '')?.[0], host.exec(asked[0]?.detail ?? '')?.[0]);
  });
});
