import { lstat, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, type Run } from './support/pmjob.ts';
import { type RunningSandbox, runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const NAME = 'Servers, second Sunday';
const SEEDED = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };

/** A repository with the folder `jobs`, and `team/jobs`, which is the same folder. */
async function linkedFolders(): Promise<{ folder: Folder; sandbox: RunningSandbox; run: Command; there: Existence }> {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  await folder.copy(JOB, 'jobs/a.pmjob.json');
  await mkdir(join(folder.path, 'team'));
  await symlink('../jobs', join(folder.path, 'team/jobs'));
  const run: Command = ([command = '', ...words]) => {
    const platform = command === 'history' ? [] : ['--url', sandbox.url, '--yes'];
    return pmjob([command, ...platform, ...words], { folder: folder.path, variables: SIGN_IN });
  };
  return { folder, sandbox, run, there: async (path) => (await readdir(join(folder.path, path))).sort() };
}

type Command = (words: string[]) => Promise<Run>;
type Existence = (folder: string) => Promise<string[]>;

async function linkedFiles(folder: Folder): Promise<string[]> {
  const { links } = JSON.parse(await folder.read('.pmjob/links.json')) as { links: { file: string }[] };
  return links.map(({ file }) => file);
}

const BOTH: [string, string] = ['jobs/a.pmjob.json', 'team/jobs/a.pmjob.json'];

test.each([BOTH, BOTH.toReversed()])('a file that was pushed as %s is the same job as %s', async (first, second) => {
  const { folder, sandbox, run, there } = await linkedFolders();
  expect((await run(['push', first])).code).toBe(0);
  await folder.change('jobs/a.pmjob.json', (job) => Object.assign(job, { name: 'Renamed' }));
  const again = await run(['push', '--format', 'json', second]);
  expect(JSON.parse(again.result)).toMatchObject({ path: second, outcome: 'updated' });
  expect([await sandbox.jobsNamed(NAME), (await sandbox.jobsNamed('Renamed')).length]).toEqual([[], 1]);
  expect(await linkedFiles(folder)).toEqual(['jobs/a.pmjob.json']);
  expect(await there('jobs')).toEqual(['a.pmjob.json']);
});

test('what was done by one name is known by the other', async () => {
  const { folder, sandbox, run } = await linkedFolders();
  const [real, named] = BOTH;
  await run(['push', named]);
  const { result } = await run(['enable', '--format', 'json', real]);
  expect(JSON.parse(result)).toMatchObject({ path: real, outcome: 'enabled' });
  const forgotten = await run(['forget', named, real]);
  expect(forgotten.result).toMatch(/^team\/jobs\/a\.pmjob\.json: no longer linked[^\n]*\n$/);
  expect(await linkedFiles(folder)).toEqual([]);
  expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
});

test('an earlier version goes back into the file that was pushed by another name', async () => {
  const { folder, run } = await linkedFolders();
  const [real, named] = BOTH;
  await run(['push', named]);
  await folder.change(real, (job) => Object.assign(job, { description: 'Another' }));
  await run(['push', real]);
  const entries = JSON.parse((await run(['history', '--format', 'json', named])).result);
  const { version } = entries.find(({ action }: { action: string }) => action === 'create');
  expect((await run(['restore', '--write', version, named])).code).toBe(0);
  expect(await folder.read(real)).not.toContain('Another');
  expect((await lstat(join(folder.path, 'team/jobs'))).isSymbolicLink()).toBe(true);
});

test('a name for a file stays one, and what is written goes into the file', async () => {
  const { folder, sandbox, run } = await linkedFolders();
  await symlink('a.pmjob.json', join(folder.path, 'jobs/b.pmjob.json'));
  await run(['push', 'jobs/a.pmjob.json']);
  const [job] = await sandbox.jobsNamed(NAME);
  await folder.change('jobs/b.pmjob.json', (mine) => Object.assign(mine, { description: 'Mine' }));
  expect((await run(['pull', String(job?.id), 'jobs/b.pmjob.json'])).code).toBe(0);
  expect(await folder.read('jobs/a.pmjob.json')).not.toContain('Mine');
  expect((await lstat(join(folder.path, 'jobs/b.pmjob.json'))).isSymbolicLink()).toBe(true);
  expect(await linkedFiles(folder)).toEqual(['jobs/a.pmjob.json']);
});

test('names of one file in one run are one file', async () => {
  const { folder, sandbox, run } = await linkedFolders();
  await symlink('a.pmjob.json', join(folder.path, 'jobs/b.pmjob.json'));
  const pushed = await run(['push', '--format', 'json', 'jobs/b.pmjob.json', ...BOTH]);
  expect(JSON.parse(pushed.result)).toMatchObject([{ path: 'jobs/b.pmjob.json', outcome: 'created' }]);
  const folders = await run(['push', '--format', 'json', 'team/jobs', 'jobs']);
  expect(JSON.parse(folders.result)).toMatchObject([{ path: 'team/jobs/a.pmjob.json', outcome: 'unchanged' }]);
  expect(folders.notes).toContain('team/jobs: 1 file\n');
  expect(await sandbox.jobsNamed(NAME)).toHaveLength(1);
  const judged = await pmjob(['validate', '--format', 'json', ...BOTH], { folder: folder.path });
  expect(JSON.parse(judged.result).files).toHaveLength(1);
});

test('a file that is still to be made is known by its folder, or by what it is a name for', async () => {
  const { folder, run, there } = await linkedFolders();
  await symlink('c.pmjob.json', join(folder.path, 'jobs/d.pmjob.json'));
  expect((await run(['pull', SEEDED, 'team/jobs/new/b.pmjob.json'])).result).toContain('team/jobs/new/b.pmjob.json: ');
  expect(await linkedFiles(folder)).toEqual(['jobs/new/b.pmjob.json']);
  expect((await run(['pull', SEEDED, 'team/jobs/d.pmjob.json'])).code).toBe(0);
  expect(await linkedFiles(folder)).toContain('jobs/c.pmjob.json');
  expect((await lstat(join(folder.path, 'jobs/d.pmjob.json'))).isSymbolicLink()).toBe(true);
  expect(await there('jobs')).toEqual(['a.pmjob.json', 'c.pmjob.json', 'd.pmjob.json', 'new']);
});

test('all jobs into a folder by another name are told by that name and linked by its own', async () => {
  const { folder, run } = await linkedFolders();
  await run(['push', 'jobs/a.pmjob.json']);
  await symlink('a.pmjob.json', join(folder.path, 'jobs/b.pmjob.json'));
  const pull = async (name: string) => {
    const { result } = await run(['pull', '--all', name, '--format', 'json']);
    const { files } = JSON.parse(result) as { files: { path: string; name: string; outcome: string }[] };
    return files;
  };
  const files = await pull('team/jobs');
  expect(files.find(({ name }) => name === NAME)).toMatchObject({ path: BOTH[1], outcome: 'unchanged' });
  expect(files.every(({ path }) => path.startsWith('team/jobs/'))).toBe(true);
  expect((await linkedFiles(folder)).every((file) => file.startsWith('jobs/'))).toBe(true);
  expect(new Set((await pull('jobs')).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
});
