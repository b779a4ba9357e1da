import { expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal, type Run } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';

/** A file that was pushed, its version, and every command that prints JSON of what a platform says. */
async function ready() {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await folder.copy(JOB, 'job.pmjob.json');
  await folder.copy(JOB, 'other.pmjob.json');
  const run = (words: readonly string[], token: string): Promise<Run> =>
    pmjob([...words], { folder: folder.path, variables: { PMJOB_TOKEN: token } });
  const platform = ['--url', sandbox.url];
  await run(['push', ...platform, '--yes', 'job.pmjob.json'], 'sandbox');
  const [{ version }] = JSON.parse((await run(['history', '--format', 'json', 'job.pmjob.json'], '')).result);
  const asking = [...platform, '--yes', '--format', 'json'];
  const commands = [
    ['plan', ...asking, 'job.pmjob.json'],
    ['push', ...asking, 'job.pmjob.json', 'other.pmjob.json'],
    ['enable', ...asking, 'job.pmjob.json'],
    ['restore', ...asking, version, 'job.pmjob.json'],
    ['pull', ...asking, '--all', 'jobs'],
  ];
  return { folder, sandbox, run, commands, platform };
}

/** The sentence that says why, wherever a command has it. */
function whyIn(result: string): unknown {
  const value: unknown = JSON.parse(result);
  const one = Array.isArray(value) ? value[0] : value;
  return one.error ?? one.message;
}

test('a platform that lets nobody in is told as JSON by every command', async () => {
  const { run, commands, platform } = await ready();
  const all = [...commands, ['test-connection', ...platform, '--format', 'json']];
  const runs = await Promise.all(all.map((words) => run(words, 'wrong')));
  expect(runs.map(({ code, result }, index) => [all[index]?.[0], code, whyIn(result)])).toEqual(
    all.map(([command]) => [command, 1, expect.stringMatching(/token|sign in/i)]),
  );
  const pulled = runs[commands.length - 1];
  expect(JSON.parse(pulled?.result ?? '')).toEqual({ files: [], gone: [], error: expect.any(String) });
}, 90_000);

test('links that cannot be read are told as JSON by every command', async () => {
  const { folder, run, commands } = await ready();
  await folder.write('.pmjob/links.json', `<<<<<<< mine\n${await folder.read('.pmjob/links.json')}`);
  const runs = await Promise.all(commands.map((words) => run(words, 'sandbox')));
  expect(runs.map(({ code, result }, index) => [commands[index]?.[0], code, whyIn(result)])).toEqual(
    commands.map(([command]) => [command, 1, expect.stringContaining('links.json')]),
  );
}, 90_000);

test('a no to all jobs is told as JSON too', async () => {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  const words = ['pull', '--url', sandbox.url, '--all', 'jobs', '--format', 'json'];
  const where = { folder: folder.path, variables: { PMJOB_TOKEN: 'sandbox' } };
  const { code, screen } = await pmjobOnTerminal(words, where, [{ at: '[y/N]', type: 'n\n' }]);
  expect(screen).toContain('{"files":[],"gone":[],"error":"Cancelled. No file was written."}');
  expect(code).toBe(5);
});
