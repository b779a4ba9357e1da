import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const NAME = 'Servers, second Sunday';

async function pushedTwice() {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  const where = { folder: folder.path, variables: { PMJOB_TOKEN: 'sandbox' } };
  const run = (...words: string[]) => pmjob(words, where);
  const at = ['--url', sandbox.url, '--yes'];
  await folder.copy(JOB, 'job.pmjob.json');
  const first = await folder.read('job.pmjob.json');
  await run('push', ...at, 'job.pmjob.json');
  await folder.change('job.pmjob.json', (job) => {
    job.description = 'later';
  });
  await run('push', ...at, 'job.pmjob.json');
  const told = JSON.parse((await run('history', '--format', 'json', 'job.pmjob.json')).result);
  return { folder, sandbox, run, at, first, told };
}

test('history tells the pushes of a file, and prints a version', async () => {
  const { folder, run, first, told } = await pushedTwice();
  expect(told).toMatchObject([
    { outcome: 'updated', changes: [{ pointer: '/description', after: 'later' }] },
    { outcome: 'created', file: 'job.pmjob.json' },
  ]);
  const text = await run('history', 'job.pmjob.json');
  expect(text.result).toContain(`${told[0].version}  `);
  expect(text.result).toContain('"later"');
  const shown = await run('history', '--show', told[1].version, 'job.pmjob.json');
  expect(shown.result).toBe(first);
  const none = await run('history', '--show', 'ffffffff', 'job.pmjob.json');
  expect([none.code, none.notes]).toEqual([2, expect.stringContaining('has no version ffffffff')]);
  const other = await run('history', 'other.pmjob.json');
  expect([other.code, other.notes]).toEqual([2, expect.stringContaining('other.pmjob.json: there is no such file')]);
  await folder.copy(JOB, 'other.pmjob.json');
  expect((await run('history', 'other.pmjob.json')).result).toContain('nothing was pushed from here');
});

test('restore pushes a version again, and puts it into the file only when that is asked for', async () => {
  const { folder, sandbox, run, at, first, told } = await pushedTwice();
  const later = await folder.read('job.pmjob.json');
  const [job] = await sandbox.jobsNamed(NAME);
  const restored = await run('restore', ...at, '--format', 'json', told[1].version, 'job.pmjob.json');
  expect(restored.code).toBe(0);
  expect(JSON.parse(restored.result)).toMatchObject({ outcome: 'updated', id: job?.id });
  expect(restored.notes).toContain('job.pmjob.json holds what it held before');
  expect((await sandbox.job(String(job?.id))).description).not.toBe('later');
  expect(await folder.read('job.pmjob.json')).toBe(later);
  const written = await run('restore', ...at, '--write', told[1].version, 'job.pmjob.json');
  expect(written.result).toContain('already as that version says');
  expect(written.notes).toMatch(/What that version changes in job\.pmjob\.json:\n.*Description: "later"/);
  expect(written.notes).not.toContain('never pushed');
  expect(await folder.read('job.pmjob.json')).toBe(first);
  expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
});

test('restore --write tells which edits the file loses, and asks before it takes away what was never pushed', async () => {
  const { folder, at, sandbox, run, first, told } = await pushedTwice();
  await folder.change('job.pmjob.json', (job) => {
    job.description = 'never pushed';
  });
  const mine = await folder.read('job.pmjob.json');
  const before = await sandbox.writes();
  const words = ['restore', '--url', sandbox.url, '--write', told[0].version, 'job.pmjob.json'];
  const where = { folder: folder.path, variables: { PMJOB_TOKEN: 'sandbox' } };
  const no = await pmjobOnTerminal(words, where, [{ at: 'Replace job.pmjob.json?', type: 'n\n' }]);
  expect(no.screen).toMatch(/What that version changes in job\.pmjob\.json:\s+.*Description: "never pushed" → "later"/);
  expect([no.code, await folder.read('job.pmjob.json')]).toEqual([5, mine]);
  const changing = ['restore', '--url', sandbox.url, '--write', told[1].version, 'job.pmjob.json'];
  const neither = await pmjobOnTerminal(changing, where, [{ at: 'Replace job.pmjob.json?', type: 'n\n' }]);
  expect([neither.code, await folder.read('job.pmjob.json')]).toEqual([5, mine]);
  expect(await sandbox.writes()).toEqual(before);
  const yes = await run('restore', ...at, '--write', told[1].version, 'job.pmjob.json');
  expect([yes.code, yes.notes]).toEqual([0, expect.stringContaining('edits that were never pushed')]);
  expect(await folder.read('job.pmjob.json')).toBe(first);
});

test('restore of a version of another job says how that can be pushed', async () => {
  const { run, at, told } = await pushedTwice();
  expect((await run('push', ...at, '--new', 'job.pmjob.json')).code).toBe(0);
  const { code, notes } = await run('restore', ...at, told[1].version, 'job.pmjob.json');
  expect(notes).toContain(`"pmjob history --show ${told[1].version} job.pmjob.json" prints it`);
  expect(notes).toContain(`"pmjob push --link ${told[1].id} FILE" pushes it to its job.`);
  expect(code).toBe(2);
});

test('restore sends nothing to another platform', async () => {
  const { run, told } = await pushedTwice();
  const other = await runningSandbox();
  const run2 = await run('restore', '--url', other.url, '--yes', told[1].version, 'job.pmjob.json');
  expect([run2.code, run2.notes]).toEqual([2, expect.stringContaining('That version was pushed to')]);
  expect(await other.writes()).toEqual([]);
});
