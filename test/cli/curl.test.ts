import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const TOKEN = { PMJOB_TOKEN: 'sandbox' };

test('prints the request of a push and nothing else, without the token, and sends nothing', async () => {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await folder.copy(JOB, 'job.pmjob.json');
  const where = { folder: folder.path, variables: TOKEN };
  const created = await pmjob(['curl', '--url', sandbox.url, 'job.pmjob.json'], where);
  expect(created.code).toBe(0);
  expect(created.result).toMatch(/^printf %s '\{.*\}' \|\n {2}curl --request POST 'http:/);
  expect(created.result).toContain('"authorization: Bearer $PMJOB_TOKEN"');
  expect(created.notes).toContain('Each run of it makes another job.');
  expect(`${created.result}${created.notes}`).not.toContain('Bearer sandbox');
  expect(await sandbox.writes()).toEqual([]);

  await pmjob(['push', '--yes', '--url', sandbox.url, 'job.pmjob.json'], where);
  const unchanged = await pmjob(['curl', '--url', sandbox.url, 'job.pmjob.json'], where);
  expect([unchanged.code, unchanged.result]).toEqual([0, '']);
  await folder.change('job.pmjob.json', (job) => {
    job.description = 'another';
  });
  const updated = await pmjob(['curl', '--url', sandbox.url, 'job.pmjob.json'], where);
  expect(updated.result).toContain('--request PATCH');
});

test('a file that would not be pushed gives no command', async () => {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await folder.copy('test/cli/fixtures/mistakes/threshold-0.pmjob.json', 'job.pmjob.json');
  const where = { folder: folder.path, variables: TOKEN };
  const stopped = await pmjob(['curl', '--url', sandbox.url, 'job.pmjob.json'], where);
  expect([stopped.code, stopped.result]).toEqual([1, '']);
  expect(stopped.notes).toContain('chain-threshold');
  const knowingly = await pmjob(['curl', '--allow-errors', '--url', sandbox.url, 'job.pmjob.json'], where);
  expect(knowingly.result).toContain('curl --request POST');
});
