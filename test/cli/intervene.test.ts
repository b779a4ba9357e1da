import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const NAME = 'Servers, second Sunday';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };

async function pushed() {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await folder.copy(JOB, 'job.pmjob.json');
  await folder.change('job.pmjob.json', (job) => {
    job.status = 'Disabled';
  });
  const where = { folder: folder.path, variables: SIGN_IN };
  const at = (...words: string[]) => [words[0] ?? '', '--url', sandbox.url, ...words.slice(1)];
  const run = (...words: string[]) => pmjob(at(...words), where);
  expect((await run('push', '--yes', 'job.pmjob.json')).code).toBe(0);
  const [job] = await sandbox.jobsNamed(NAME);
  return { folder, sandbox, run, at, where, id: String(job?.id) };
}

test('enables by file and disables by id, and says so in JSON', async () => {
  const { sandbox, run, id } = await pushed();
  const enabled = await run('enable', '--yes', '--format', 'json', './job.pmjob.json');
  expect(JSON.parse(enabled.result)).toMatchObject({ path: './job.pmjob.json', outcome: 'enabled', id, name: NAME });
  expect(enabled.code).toBe(0);
  expect(enabled.notes).toContain('The file says "status": "Disabled"');
  expect(await sandbox.job(id)).toMatchObject({ status: 'Enabled' });
  const disabled = await run('disable', '--yes', id);
  expect(disabled.result).toContain(`job ${id} "${NAME}" is disabled`);
  expect(await sandbox.job(id)).toMatchObject({ status: 'Disabled' });
  const again = await run('disable', '--yes', id);
  expect([again.code, again.result]).toEqual([0, expect.stringContaining('already')]);
});

test('a delete wants the job named, by flag or typed', async () => {
  const { folder, sandbox, run, at, where, id } = await pushed();
  expect((await run('delete', '--yes', 'job.pmjob.json')).code).toBe(2);
  const another = await run('delete', '--yes', '--confirm-delete', 'Another', 'job.pmjob.json');
  expect([another.code, another.notes]).toEqual([2, expect.stringContaining(`is not this job: it is "${NAME}"`)]);
  const wrong = await pmjobOnTerminal(at('delete', 'job.pmjob.json'), where, [{ at: 'to delete', type: 'y\n' }]);
  expect(wrong.code).toBe(5);
  expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  const right = await pmjobOnTerminal(at('delete', 'job.pmjob.json'), where, [{ at: 'to delete', type: `${NAME}\n` }]);
  expect(right.code).toBe(0);
  expect(right.screen).toContain(id);
  expect(await sandbox.jobsNamed(NAME)).toEqual([]);
  const { result } = await pmjob(['history', 'job.pmjob.json'], where);
  expect(result).toContain(`deleted job ${id}`);
  expect(result).not.toContain('no field changed');
  expect(await folder.read('.pmjob/links.json')).not.toContain(id);
  expect(await folder.read('job.pmjob.json')).toContain(NAME);
});

test('without a terminal and without --yes nothing is asked of the platform; a no on one sends nothing', async () => {
  const { sandbox, run, at, where } = await pushed();
  const before = await sandbox.requests();
  expect((await run('enable', 'job.pmjob.json')).code).toBe(2);
  expect(await sandbox.requests()).toEqual(before);
  const no = await pmjobOnTerminal(at('enable', 'job.pmjob.json'), where, [{ at: '[y/N]', type: 'n\n' }]);
  expect(no.code).toBe(5);
  expect((await sandbox.writes()).some((line) => line.includes('status'))).toBe(false);
});

test('a lost answer ends with exit code 4, and no token is told', async () => {
  const { folder, sandbox, run } = await pushed();
  await sandbox.fault({ fault: 'drop-before', match: { method: 'DELETE' } });
  const lost = await run('delete', '--yes', '--confirm-delete', NAME, 'job.pmjob.json');
  expect(lost.code).toBe(4);
  expect(`${lost.result}${lost.notes}`).not.toContain('Bearer');
  expect(await folder.read('.pmjob/links.json')).toContain('job.pmjob.json');
  expect((await run('delete', '--yes', '--confirm-delete', NAME, 'job.pmjob.json')).code).toBe(0);
  expect(await sandbox.jobsNamed(NAME)).toEqual([]);
});

test('a protected connection wants its name', async () => {
  const { folder, sandbox, where } = await pushed();
  const connections = [{ name: 'production', baseUrl: sandbox.url, protected: true }];
  await folder.write('pmjob/connections.json', JSON.stringify({ connections }));
  const words = ['enable', '--connection', 'production', '--yes', 'job.pmjob.json'];
  expect((await pmjob(words, where)).code).toBe(2);
  expect((await pmjob([...words, '--confirm', 'production'], where)).code).toBe(0);
});

test('after a delete, whatever stands in the way of a new job is named, and nothing leads in a circle', async () => {
  const { folder, sandbox, run, where, id } = await pushed();
  const history = await pmjob(['history', '--format', 'json', 'job.pmjob.json'], where);
  const { version } = JSON.parse(history.result)[0];
  await folder.change('job.pmjob.json', (job) => {
    job.id = id;
  });
  const deleted = await run('delete', '--yes', '--confirm-delete', NAME, 'job.pmjob.json');
  expect([deleted.code, deleted.notes]).toEqual([0, expect.stringContaining('take the "id" out before you push it')]);

  const stopped = await run('push', '--yes', 'job.pmjob.json');
  expect([stopped.code, stopped.result]).toEqual([1, expect.stringContaining('take the "id" that names it out')]);
  expect(stopped.result).not.toMatch(/forget/);
  const restored = await run('restore', '--yes', version, 'job.pmjob.json');
  expect([restored.code, restored.result]).toEqual([1, expect.stringContaining('"pmjob push --new job.pmjob.json"')]);
  expect(restored.result).not.toMatch(/forget|--link/);

  const created = await run('push', '--yes', '--new', 'job.pmjob.json');
  const [job] = await sandbox.jobsNamed(NAME);
  expect([created.code, created.result]).toEqual([0, expect.stringContaining(`or write "id": "${job?.id}"`)]);
  expect(created.result).not.toContain('the next push of the file updates the job');
  await folder.change('job.pmjob.json', (body) => {
    body.id = String(job?.id);
  });
  expect((await run('push', '--yes', 'job.pmjob.json')).code).toBe(0);
});

test('a file that is no job says how to say which one it is', async () => {
  const { folder, run } = await pushed();
  await folder.copy(JOB, 'other.pmjob.json');
  const stopped = await run('enable', '--yes', 'other.pmjob.json');
  expect([stopped.code, stopped.result]).toEqual([1, expect.stringContaining('"pmjob enable ID"')]);
  expect(stopped.result).toContain('"pmjob push other.pmjob.json"');
});

test('an id that the platform does not know is no reason to forget a link', async () => {
  const { run, id } = await pushed();
  const nowhere = '11111111-1111-4111-8111-111111111111';
  const enabled = await run('enable', '--yes', nowhere);
  const pulled = await run('pull', nowhere, 'new.pmjob.json');
  const pushedTo = await run('push', '--yes', '--link', nowhere, 'job.pmjob.json');
  for (const { code, result, notes } of [enabled, pulled, pushedTo]) {
    expect([code, `${result}${notes}`]).toEqual([1, expect.stringContaining('Check the id')]);
    expect(`${result}${notes}`).not.toMatch(/forget|becomes/);
  }
  expect(pushedTo.result).toContain(`The file stays job ${id}.`);
  expect(pushedTo.result).toContain('--link');
});
