import { chmod, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const ID = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';

async function folderWith(...names: string[]): Promise<Folder> {
  const folder = await emptyFolder();
  for (const name of names) await folder.copy(JOB, name);
  await chmod(folder.path, 0o755);
  return folder;
}

describe('an empty name is no file and no folder', () => {
  test.each([
    ['validate', ''],
    ['validate', 'job.pmjob.json', ''],
    ['validate', '--fix', ''],
    ['plan', ''],
    ['push', '--yes', ''],
    ['curl', ''],
    ['pull', '--yes', '--all', ''],
    ['pull', '--yes', ID, ''],
    ['enable', '--yes', ''],
    ['delete', '--yes', '--confirm-delete', 'x', ''],
    ['forget', '--yes', ''],
    ['history', ''],
    ['restore', '--yes', '3f9a01c2', ''],
    ['sandbox', '--exit-with-stdin', '--state', ''],
  ])('%j', async (...words) => {
    const folder = await folderWith('job.pmjob.json');
    const variables = { PMJOB_URL: 'http://127.0.0.1:9', PMJOB_TOKEN: 'sandbox' };
    const { code, result, notes } = await pmjob(words, { folder: folder.path, variables });
    expect(notes).toBe(
      'error: A file name is empty, as from a variable that is not set. Name the file. Nothing was done.\n',
    );
    expect([code, result]).toEqual([2, '']);
    expect(await readdir(folder.path)).toEqual(['.pmjob', 'job.pmjob.json']);
  });
});

describe('a folder that may not be read', () => {
  async function withSecret(): Promise<Folder> {
    const folder = await folderWith('jobs/a.pmjob.json', 'jobs/secret/b.pmjob.json');
    await chmod(join(folder.path, 'jobs/secret'), 0);
    return folder;
  }

  test.each(['jobs', 'jobs/**/*.pmjob.json'])(
    'is told of when %s is validated, and the others are judged',
    async (name) => {
      const { path } = await withSecret();
      const { code, result, notes } = await pmjob(['validate', name], { folder: path, isNobody: true });
      expect(notes).toBe('error: jobs/secret: this folder may not be read by you.\n');
      expect([code, result]).toEqual([2, 'no problems in 1 file\n']);
    },
  );

  test('is told of when it is named, and a file in it too', async () => {
    const { path } = await withSecret();
    const words = ['validate', 'jobs/secret', 'jobs/secret/b.pmjob.json'];
    const { code, notes } = await pmjob(words, { folder: path, isNobody: true });
    expect(notes).toBe(
      'error: jobs/secret: this folder may not be read by you.\n' +
        'error: jobs/secret/b.pmjob.json: this file may not be read by you.\n',
    );
    expect(code).toBe(2);
  });

  test('stops a push before anything is sent, and a pull of all jobs before anything is written', async () => {
    const [{ path }, sandbox] = [await withSecret(), await runningSandbox()];
    const where = {
      folder: path,
      isNobody: true,
      variables: { PMJOB_URL: sandbox.url, PMJOB_TOKEN: 'sandbox' },
    } as const;
    const pushed = await pmjob(['push', '--yes', 'jobs'], where);
    expect(pushed.notes).toContain('jobs/secret: this folder may not be read by you.\nNothing was sent.\n');
    const pulled = await pmjob(['pull', '--yes', '--all', 'jobs'], where);
    expect(pulled.notes).toContain('jobs/secret: this folder may not be read by you.\nNothing was written.\n');
    expect([pushed.code, pulled.code, await sandbox.writes()]).toEqual([2, 2, []]);
    expect(await readdir(join(path, 'jobs'))).toEqual(['a.pmjob.json', 'secret']);
  });
});

test('a pull where nothing may be written says so of a file that is not there', async () => {
  const [{ path }, sandbox] = [await folderWith(), await runningSandbox()];
  const words = ['pull', '--url', sandbox.url, '5b0fd130-52c8-473c-96b1-8f10ea7d4c13', 'x.pmjob.json'];
  const { code, notes } = await pmjob(words, { folder: path, isNobody: true, variables: { PMJOB_TOKEN: 'sandbox' } });
  expect(notes).toMatch(/x\.pmjob\.json: this file cannot be made \(EACCES\)\. Check the rights of its folder/);
  expect(code).toBe(2);
});

describe('a link', () => {
  test.each(['jobs', 'jobs/*'])('to a file is found in %s, and is one with the file when both are', async (name) => {
    const folder = await folderWith('elsewhere/one.json', 'jobs/b.pmjob.json');
    await symlink('../elsewhere/one.json', join(folder.path, 'jobs/one.pmjob.json'));
    await symlink('b.pmjob.json', join(folder.path, 'jobs/a.pmjob.json'));
    await symlink('gone.json', join(folder.path, 'jobs/gone.pmjob.json'));
    const { result } = await pmjob(['validate', '--format', 'json', name], { folder: folder.path });
    const { files } = JSON.parse(result);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['jobs/b.pmjob.json', 'jobs/one.pmjob.json']);
  });

  test('to a folder is not followed', async () => {
    const folder = await folderWith('jobs/a.pmjob.json', 'elsewhere/b.pmjob.json');
    await symlink('..', join(folder.path, 'jobs/round'));
    await symlink('../elsewhere', join(folder.path, 'jobs/elsewhere'));
    const { result } = await pmjob(['validate', 'jobs'], { folder: folder.path });
    expect(result).toBe('no problems in 1 file\n');
  });
});
