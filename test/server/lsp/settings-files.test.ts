import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { findStateRoot } from '../../../api/disk/state-root.ts';
import { nodeDisk } from '../../../server/lsp/disk.ts';
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
  expect(folder).toBe(await findStateRoot(job, workspace));
});

test('a job that is in no folder has no settings', () => {
  const sources = {
    disk: { exists: () => true, read: () => '{"rules": {"syntax": "off"}}' },
    openText: () => undefined,
    workspaceFolders: () => [],
    freshFor: () => 0,
    now: () => 0,
  };
  const files = settingsFiles(sources, () => undefined);
  expect(files.toWrite('untitled:Untitled-1')).toBeUndefined();
  expect(files.of('untitled:Untitled-1').severities.size).toBe(0);
});
