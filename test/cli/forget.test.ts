import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };

async function pushed() {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await folder.copy(JOB, 'job.pmjob.json');
  const push = (...words: string[]) =>
    pmjob(['push', '--url', sandbox.url, '--yes', ...words], { folder: folder.path, variables: SIGN_IN });
  expect((await push('job.pmjob.json')).code).toBe(0);
  return { folder, sandbox, push };
}

test('forgets the link of a file, and says which job it was; no sign-in is needed', async () => {
  const { folder, sandbox } = await pushed();
  const [job] = await sandbox.jobsNamed('Servers, second Sunday');
  const run = await pmjob(['forget', '--yes', 'job.pmjob.json'], { folder: folder.path });
  expect(run.result).toContain(`no longer linked to job ${job?.id} "Servers, second Sunday"`);
  expect(run.code).toBe(0);
  expect(await folder.read('.pmjob/links.json')).not.toContain('job.pmjob.json');
  const again = await pmjob(['forget', '--yes', 'job.pmjob.json'], { folder: folder.path });
  expect(again.notes).toContain('job.pmjob.json is linked to no job');
  expect(again.code).toBe(1);
});

test('asks on a terminal, and a no changes nothing; without one it wants --yes', async () => {
  const { folder } = await pushed();
  const links = await folder.read('.pmjob/links.json');
  const where = { folder: folder.path };
  const no = await pmjobOnTerminal(['forget', 'job.pmjob.json'], where, [{ at: '[y/N]', type: 'n\n' }]);
  expect(no.code).toBe(5);
  expect((await pmjob(['forget', 'job.pmjob.json'], where)).code).toBe(2);
  expect(await folder.read('.pmjob/links.json')).toBe(links);
  const yes = await pmjobOnTerminal(['forget', 'job.pmjob.json'], where, [{ at: '[y/N]', type: 'y\n' }]);
  expect(yes.code).toBe(0);
});

test('of several files nothing is forgotten when one has no link', async () => {
  const { folder } = await pushed();
  const links = await folder.read('.pmjob/links.json');
  const run = await pmjob(['forget', '--yes', 'job.pmjob.json', 'other.pmjob.json'], { folder: folder.path });
  expect(run.code).toBe(1);
  expect(run.notes).toContain('other.pmjob.json');
  expect(await folder.read('.pmjob/links.json')).toBe(links);
});

test('a push that stops at a file that is gone names the command, which then clears the way', async () => {
  const { folder, push } = await pushed();
  await rm(join(folder.path, 'job.pmjob.json'));
  await folder.copy(JOB, 'new.pmjob.json');
  await folder.change('new.pmjob.json', (job) => {
    job.name = 'Another';
  });
  const stopped = await push('new.pmjob.json');
  expect([stopped.code, stopped.result]).toEqual([3, expect.stringContaining('pmjob forget job.pmjob.json')]);
  expect((await pmjob(['forget', '--yes', 'job.pmjob.json'], { folder: folder.path })).code).toBe(0);
  expect((await push('new.pmjob.json')).code).toBe(0);
});

test('another platform has its own link', async () => {
  const { folder } = await pushed();
  const words = ['forget', '--yes', '--url', 'https://gateway.example.com', 'job.pmjob.json'];
  const run = await pmjob(words, { folder: folder.path });
  expect([run.code, run.notes]).toEqual([1, expect.stringContaining('on gateway.example.com')]);
});

test('of several links one has to be named, and the options that name it are told', async () => {
  const { folder } = await pushed();
  const other = await runningSandbox();
  const where = { folder: folder.path, variables: SIGN_IN };
  expect((await pmjob(['push', '--url', other.url, '--yes', 'job.pmjob.json'], where)).code).toBe(0);
  const run = await pmjob(['forget', '--yes', 'job.pmjob.json'], where);
  expect(run.notes).toMatch(/Say which link is meant\. --link ID, --connection NAME or --url URL says it\.\n$/);
  expect(run.code).toBe(2);
  expect((await pmjob(['forget', '--yes', '--url', other.url, 'job.pmjob.json'], where)).code).toBe(0);
});

test('a linked file may say only what it changes, until its link is forgotten', async () => {
  const { folder, sandbox, push } = await pushed();
  const [job] = await sandbox.jobsNamed('Servers, second Sunday');
  await folder.write('job.pmjob.json', '{ "name": "Servers, second Sunday", "description": "short" }');
  expect((await push('job.pmjob.json')).code).toBe(0);
  expect((await sandbox.job(String(job?.id))).description).toBe('short');
  await pmjob(['forget', '--yes', 'job.pmjob.json'], { folder: folder.path });
  const stopped = await push('job.pmjob.json');
  expect([stopped.code, stopped.result]).toEqual([1, expect.stringContaining('missing-field')]);
});

test('the command that is named works from the folder where the person is', async () => {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await mkdir(join(folder.path, '.git'), { recursive: true });
  await mkdir(join(folder.path, 'jobs'));
  await folder.copy(JOB, 'jobs/job.pmjob.json');
  const where = { folder: join(folder.path, 'jobs'), variables: SIGN_IN };
  const push = (file: string) => pmjob(['push', '--url', sandbox.url, '--yes', file], where);
  expect((await push('job.pmjob.json')).code).toBe(0);
  await rm(join(folder.path, 'jobs/job.pmjob.json'));
  await folder.copy(JOB, 'jobs/new.pmjob.json');
  const stopped = await push('new.pmjob.json');
  expect([stopped.code, stopped.result]).toEqual([3, expect.stringContaining('"pmjob forget job.pmjob.json"')]);
  expect((await pmjob(['forget', '--yes', 'job.pmjob.json'], where)).code).toBe(0);
});

test('an id in the file still makes it that job, and forget says so', async () => {
  const { folder, sandbox } = await pushed();
  const [job] = await sandbox.jobsNamed('Servers, second Sunday');
  await folder.change('job.pmjob.json', (body) => {
    body.id = String(job?.id);
  });
  const told = `job.pmjob.json holds "id": "${job?.id}"`;
  const run = await pmjob(['forget', '--yes', 'job.pmjob.json'], { folder: folder.path });
  expect([run.code, run.notes]).toEqual([0, expect.stringContaining(told)]);
  const again = await pmjob(['forget', '--yes', 'job.pmjob.json'], { folder: folder.path });
  expect([again.code, again.notes]).toEqual([1, expect.stringContaining(told)]);
});
