import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob } from './support/pmjob.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const ID = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';

async function folderWith(...names: string[]): Promise<Folder> {
  const folder = await emptyFolder();
  for (const name of names) await folder.copy(JOB, name);
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
