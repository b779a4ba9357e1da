import { once } from 'node:events';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal, type Run, start } from './support/pmjob.ts';
import { type RunningSandbox, runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };

interface Report {
  path: string;
  outcome: string;
  id: string | null;
  error?: string;
}

/** A folder with job files in `jobs/`, one for each name. */
async function folderWith(...names: string[]): Promise<Folder> {
  const folder = await emptyFolder();
  for (const name of names) await add(folder, name);
  return folder;
}

async function add(folder: Folder, name: string, fields: Record<string, unknown> = {}): Promise<void> {
  const path = `jobs/${name}.pmjob.json`;
  await folder.copy(JOB, path);
  await folder.change(path, (job) => Object.assign(job, { name }, fields));
}

function run(command: 'plan' | 'push', { path }: Folder, { url }: RunningSandbox, ...words: string[]): Promise<Run> {
  return pmjob([command, '--url', url, '--yes', ...words], { folder: path, variables: SIGN_IN });
}

async function reports(
  command: 'plan' | 'push',
  folder: Folder,
  sandbox: RunningSandbox,
  ...words: string[]
): Promise<{ code: number | null; reports: Report[] }> {
  const { code, result } = await run(command, folder, sandbox, '--format', 'json', ...words);
  return { code, reports: JSON.parse(result) };
}

function told(reports: readonly Report[]): string[][] {
  return reports.map(({ path, outcome }) => [path, outcome]);
}

describe('push of a folder', () => {
  test('names what it found, shows one plan, and tells each file and how many of what', async () => {
    const [folder, sandbox] = [await folderWith('a', 'b'), await runningSandbox()];
    await run('push', folder, sandbox, 'jobs/a.pmjob.json');
    await add(folder, 'c', { threshold: 1, platform: 'windows' });
    const { code, result, notes } = await run('push', folder, sandbox, 'jobs');
    expect(notes).toContain('jobs: 3 files\n  jobs/a.pmjob.json\n  jobs/b.pmjob.json\n  jobs/c.pmjob.json\n');
    expect(notes).toContain(': 1 to create, 1 unchanged, 1 stopped\n');
    expect(notes).toContain(`jobs/b.pmjob.json: create job "b" on ${new URL(sandbox.url).host}`);
    expect(notes).toContain('1 of 1: jobs/b.pmjob.json: created');
    const lines = result.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^jobs\/a\.pmjob\.json: job [0-9a-f-]{36} is already as the file says/);
    expect(lines[1]).toMatch(/^jobs\/b\.pmjob\.json: created as job /);
    expect(result).toContain('jobs/c.pmjob.json: not pushed, because it has errors:\n  jobs/c.pmjob.json:3:15  error');
    expect(lines.at(-1)).toBe('1 created, 1 unchanged, 1 stopped.');
    expect(code).toBe(1);
    expect(await sandbox.writes()).toHaveLength(2);
  });

  test('is an array for a program also when it holds one file, which is an object when it is named', async () => {
    const [folder, sandbox] = [await folderWith('a'), await runningSandbox()];
    const planned = async (name: string) => (await reports('plan', folder, sandbox, name)).reports;
    for (const name of ['jobs', 'jobs/*'])
      expect(told(await planned(name))).toEqual([['jobs/a.pmjob.json', 'planned']]);
    expect(await planned('./jobs/a.pmjob.json')).toMatchObject({ path: './jobs/a.pmjob.json', outcome: 'planned' });
  });

  test('is planned without a change, in the order given', async () => {
    const [folder, sandbox] = [await folderWith('a', 'b'), await runningSandbox()];
    await folder.write('bad.pmjob.json', '{');
    const { code, reports: all } = await reports(
      'plan',
      folder,
      sandbox,
      'jobs/b.pmjob.json',
      'bad.pmjob.json',
      'jobs',
    );
    expect(told(all)).toEqual([
      ['jobs/b.pmjob.json', 'planned'],
      ['bad.pmjob.json', 'invalid'],
      ['jobs/a.pmjob.json', 'planned'],
    ]);
    expect(code).toBe(1);
    const text = await run('plan', folder, sandbox, 'jobs/*.json');
    expect(text.result.trimEnd().split('\n').at(-1)).toBe('2 to create.');
    expect(await sandbox.writes()).toEqual([]);
  });

  test('asks one question for all', async () => {
    const [folder, sandbox] = [await folderWith('a', 'b'), await runningSandbox()];
    const words = ['push', '--url', sandbox.url, 'jobs'];
    const where = { folder: folder.path, variables: SIGN_IN };
    const no = await pmjobOnTerminal(words, where, [{ at: '[y/N]', type: 'n\n' }]);
    expect(no.screen).toContain('Create 2 jobs on 127.0.0.1');
    expect([no.code, await sandbox.writes()]).toEqual([5, []]);
    const yes = await pmjobOnTerminal(words, where, [{ at: '[y/N]', type: 'y\n' }]);
    expect(yes.screen).toContain('2 created.');
    expect([yes.code, (await sandbox.writes()).length]).toEqual([0, 2]);
  });

  test('wants the name of a protected connection once', async () => {
    const [folder, sandbox] = [await folderWith('a', 'b'), await runningSandbox()];
    const connection = { name: 'production', baseUrl: sandbox.url, protected: true };
    await folder.write('pmjob/connections.json', JSON.stringify({ connections: [connection] }));
    const words = ['push', '--connection', 'production', 'jobs'];
    const where = { folder: folder.path, variables: SIGN_IN };
    const typed = await pmjobOnTerminal(words, where, [{ at: 'Type its name', type: 'production\n' }]);
    expect(typed.screen.split('Type its name')).toHaveLength(2);
    expect([typed.code, (await sandbox.writes()).length]).toEqual([0, 2]);
  });

  test('counts a file once, by whatever name it is reached', async () => {
    const [folder, sandbox] = [await folderWith('a', 'b'), await runningSandbox()];
    await symlink('a.pmjob.json', join(folder.path, 'jobs/z.pmjob.json'));
    const { reports: all } = await reports('push', folder, sandbox, './jobs/a.pmjob.json', 'jobs/a.pmjob.json', 'jobs');
    expect(told(all)).toEqual([
      ['./jobs/a.pmjob.json', 'created'],
      ['jobs/b.pmjob.json', 'created'],
    ]);
  });

  test.each([
    [
      4,
      [
        { fault: 'drop-before', match: CREATE },
        { fault: 'answer', status: 422, match: CREATE },
      ],
    ],
    [1, [{ fault: 'answer', status: 422, match: CREATE }]],
  ])('ends with the gravest code, %i, and the next push makes nothing twice', async (code, faults) => {
    const [folder, sandbox] = [await folderWith('a', 'b', 'c'), await runningSandbox()];
    for (const fault of faults) await sandbox.fault(fault);
    expect((await reports('push', folder, sandbox, 'jobs')).code).toBe(code);
    expect(await sandbox.writes()).toHaveLength(3);
    const again = await reports('push', folder, sandbox, 'jobs');
    expect(again.code).toBe(0);
    for (const name of ['a', 'b', 'c']) expect(await sandbox.jobsNamed(name)).toHaveLength(1);
  });

  test('sends a linked job before those that wait for it', async () => {
    const [folder, sandbox] = [await folderWith('z'), await runningSandbox()];
    await run('push', folder, sandbox, 'jobs');
    const [parent] = await sandbox.jobsNamed('z');
    await add(folder, 'a', { linkedJobId: parent?.id, chainedJobRule: null });
    await folder.change('jobs/z.pmjob.json', (job) => Object.assign(job, { description: 'Changed' }));
    const { reports: all } = await reports('push', folder, sandbox, 'jobs');
    expect(told(all)).toEqual([
      ['jobs/a.pmjob.json', 'created'],
      ['jobs/z.pmjob.json', 'updated'],
    ]);
    expect((await sandbox.writes()).slice(1)).toEqual([
      `PATCH /pm/v1/deploymentjob/update/${parent?.id}`,
      'POST /pm/v1/deploymentjob',
    ]);
  });
});

test.each(['--new', `--link=${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`])(
  '%s is about one file, not about many',
  async (flag) => {
    const [folder, sandbox] = [await folderWith('a', 'b'), await runningSandbox()];
    const { code, notes } = await run('push', folder, sandbox, flag, 'jobs');
    expect(notes).toContain('give one file with it');
    expect([code, await sandbox.requests()]).toEqual([2, []]);
  },
);

test('Ctrl-C in the middle waits for what is sent; the rest is cancelled', async () => {
  const [folder, sandbox] = [await folderWith(...'abcdef'), await runningSandbox()];
  await sandbox.fault({ fault: 'delay', match: CREATE, milliseconds: 1_000, times: 6 });
  const words = ['push', '--url', sandbox.url, '--yes', '--format', 'json', 'jobs'];
  const child = start(words, { folder: folder.path, variables: SIGN_IN });
  let result = '';
  child.stdout.on('data', (bytes: Buffer) => {
    result += bytes.toString('utf8');
  });
  while ((await sandbox.writes()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  const outcomes = (JSON.parse(result) as Report[]).map(({ outcome }) => outcome).sort();
  expect(outcomes).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled', 'created', 'created']);
  expect(code).toBe(5);
  expect(await sandbox.writes()).toHaveLength(2);
});

test('a second Ctrl-C while the answer is waited for says that it is not known, and the next push settles it', async () => {
  const [folder, sandbox] = [await folderWith('a'), await runningSandbox()];
  await sandbox.fault({ fault: 'delay', match: CREATE, milliseconds: 5_000, after: true });
  const words = ['push', '--url', sandbox.url, '--yes', 'jobs/a.pmjob.json'];
  const child = start(words, { folder: folder.path, variables: SIGN_IN });
  let notes = '';
  child.stderr.on('data', (bytes: Buffer) => {
    notes += bytes.toString('utf8');
  });
  const closed = once(child, 'close');
  while ((await sandbox.writes()).length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
  // The look that follows takes so long that nobody waits for its end.
  await sandbox.fault({ fault: 'delay', match: { method: 'GET' }, milliseconds: 20_000 });
  child.kill('SIGINT');
  while (!notes.includes('Finding out')) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await closed).toEqual([4, null]);
  expect(notes).toContain(
    'Something was sent, and whether it got through is not known: the same command finds it out.',
  );
  expect((await run('push', folder, sandbox, 'jobs/a.pmjob.json')).code).toBe(0);
  expect(await sandbox.jobsNamed('a')).toHaveLength(1);
});

test('what was pushed counts, also when it cannot be printed', async () => {
  const [folder, sandbox] = [await folderWith('a'), await runningSandbox()];
  const words = ['push', '--url', sandbox.url, '--yes', 'jobs/a.pmjob.json'];
  const pushed = await pmjob(words, { folder: folder.path, variables: SIGN_IN, isOnFullDisk: true });
  expect([pushed.code, pushed.notes]).toEqual([
    0,
    expect.stringMatching(/error: The result could not be printed \(ENOSPC\)\.\n$/),
  ]);
  const judged = await pmjob(['validate', 'jobs'], { folder: folder.path, isOnFullDisk: true });
  expect(judged).toEqual({ code: 1, result: '', notes: 'error: The result could not be printed (ENOSPC).\n' });
});

test.each(['.pmjob', '.pmjob/intents'])('a file %s where a folder belongs is named', async (name) => {
  const [folder, sandbox] = [await folderWith('a'), await runningSandbox()];
  await rm(join(folder.path, '.pmjob'), { recursive: true });
  if (name !== '.pmjob') await mkdir(join(folder.path, 'jobs/.pmjob'));
  await folder.write(`jobs/${name}`, '');
  const { code, result } = await run('push', folder, sandbox, 'jobs/a.pmjob.json');
  expect(result).toContain(`${name} is a file where a folder belongs. Rename it or take it away, and try again.`);
  expect([code, await sandbox.writes()]).toEqual([1, []]);
});

test('a name with a line break stays on its line', async () => {
  const [folder, sandbox] = [await folderWith('a\nb'), await runningSandbox()];
  const { notes } = await run('plan', folder, sandbox, 'jobs');
  expect(notes).toContain('jobs: 1 file\n  jobs/a\\u000ab.pmjob.json\n');
  await folder.change('jobs/a\nb.pmjob.json', (job) => Object.assign(job, { platform: 'windows' }));
  const { result } = await pmjob(['validate', 'jobs'], { folder: folder.path });
  expect(result).toMatch(/^jobs\/a\\u000ab\.pmjob\.json:\d+:\d+ /);
});

test('a push of several that was killed is settled by the next one, and nothing is made twice', async () => {
  const [folder, sandbox] = [await folderWith(...'abcd'), await runningSandbox()];
  await sandbox.fault({ fault: 'delay', match: CREATE, milliseconds: 1_000, times: 2, after: true });
  const words = ['push', '--url', sandbox.url, '--yes', '--format', 'json', 'jobs'];
  const killed = start(words, { folder: folder.path, variables: SIGN_IN });
  while ((await sandbox.writes()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.kill('SIGKILL');
  await once(killed, 'close');
  const { code, reports: all } = await reports('push', folder, sandbox, 'jobs');
  expect(all.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'created', 'created']);
  expect(code).toBe(0);
  for (const name of 'abcd') expect(await sandbox.jobsNamed(name)).toHaveLength(1);
});
