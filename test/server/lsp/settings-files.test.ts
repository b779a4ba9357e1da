import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { findStateRoot } from '../../../api/disk/state-root.ts';
import { nodeDisk } from '../../../server/lsp/disk.ts';
import { linkFiles } from '../../../server/lsp/link-files.ts';
import { settingsFiles } from '../../../server/lsp/settings-files.ts';

test.each([
  ['in the nearest .pmjob', ['.pmjob', 'a/.pmjob', '.git'], 'a'],
  ['in one above', ['.pmjob', 'a/.git'], ''],
  ['at the root of the repository', ['.git'], ''],
  ['in the workspace', [], 'a'],
])('settings are written %s, where the push engine keeps its state', async (_, made, expected) => {
  const root = await mkdtemp(join(tmpdir(), 'pmjob-places-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const folder of [...made, 'a/b c']) await mkdir(join(root, folder), { recursive: true });
  const job = join(root, 'a', 'b c', 'job.pmjob.json');
  const workspace = join(root, 'a');

  const sources = {
    disk: nodeDisk,
    openText: () => undefined,
    workspaceFolders: () => [pathToFileURL(workspace).href],
    freshFor: () => 0,
    now: () => 0,
  };
  const { uri } = settingsFiles(sources, () => undefined).toWrite(pathToFileURL(job).href) ?? { uri: '' };
  const folder = join(fileURLToPath(uri), '..', '..');
  expect(relative(root, folder).split(sep).join('/')).toBe(expected);
  expect(folder).toBe(await findStateRoot(job, [workspace]));
});

test.each([
  ['in a folder that is a link to another', ['.git'], 'linked/job.pmjob.json', ''],
  ['in one that leads out of the folder', ['elsewhere/.pmjob'], 'out/job.pmjob.json', 'out'],
  ['in a workspace that was opened by a link', [], '../name/a/job.pmjob.json', '../name'],
])(
  'settings of a job %s are those of its true place, by the name of it that is known',
  async (_, made, name, expected) => {
    const top = await mkdtemp(join(tmpdir(), 'pmjob-places-'));
    onTestFinished(() => rm(top, { recursive: true }));
    const [root, reached] = [join(top, 'true'), join(top, 'name')];
    for (const folder of [...made, 'a', 'elsewhere']) await mkdir(join(root, folder), { recursive: true });
    for (const [to, link] of [
      ['a', 'linked'],
      ['elsewhere', 'out'],
      ['.', '../name'],
    ] as const)
      await symlink(join(root, to), join(root, link));
    const sources = {
      disk: nodeDisk,
      openText: () => undefined,
      workspaceFolders: () => [pathToFileURL(reached).href],
      freshFor: () => 0,
      now: () => 0,
    };
    const job = join(root, name);
    const { uri } = settingsFiles(sources, () => undefined).toWrite(pathToFileURL(job).href) ?? { uri: '' };
    const folder = join(fileURLToPath(uri), '..', '..');
    expect(folder).toBe(join(root, expected));
    expect(await realpath(folder)).toBe(await findStateRoot(job, [reached]));
  },
);

test('a file that is reached by a link is the job that it is linked to by its own name', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pmjob-places-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const link = { file: 'a/job.pmjob.json', origin: 'https://one', customerId: 'c', id: 'its-id', name: 'n', named: [] };
  await mkdir(join(root, '.pmjob'));
  await mkdir(join(root, 'a'));
  await writeFile(join(root, '.pmjob/links.json'), JSON.stringify({ version: 1, links: [link] }));
  await writeFile(join(root, 'a/job.pmjob.json'), '{}');
  await symlink('a', join(root, 'linked'));
  await symlink('a/job.pmjob.json', join(root, 'other.pmjob.json'));
  const { jobOf } = linkFiles(nodeDisk, () => 0);
  const jobs = ['a/job.pmjob.json', 'linked/job.pmjob.json', 'other.pmjob.json'].map((name) =>
    jobOf(pathToFileURL(join(root, name)).href),
  );
  expect(jobs).toEqual(['its-id', 'its-id', 'its-id']);
});

test('a job that is in no folder has no settings', () => {
  const sources = {
    disk: { exists: () => true, trueAddress: (uri: string) => uri, read: () => '{"rules": {"syntax": "off"}}' },
    openText: () => undefined,
    workspaceFolders: () => [],
    freshFor: () => 0,
    now: () => 0,
  };
  const files = settingsFiles(sources, () => undefined);
  expect(files.toWrite('untitled:Untitled-1')).toBeUndefined();
  expect(files.of('untitled:Untitled-1').severities.size).toBe(0);
});
