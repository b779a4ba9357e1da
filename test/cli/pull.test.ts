import { describe, expect, test } from 'vitest';
import { emptyFolder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const SEEDED = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };

describe('pull', () => {
  test('brings a job that pushes as unchanged and has no error', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const where = { folder: folder.path, variables: SIGN_IN };
    const pulled = await pmjob(['pull', '--url', sandbox.url, SEEDED, 'job.pmjob.json'], where);
    expect(pulled.result).toContain(SEEDED);
    expect(pulled.code).toBe(0);
    const valid = await pmjob(['validate', 'job.pmjob.json'], where);
    expect(valid.code).toBe(0);
    const pushed = await pmjob(['push', '--url', sandbox.url, '--yes', '--format', 'json', 'job.pmjob.json'], where);
    expect(JSON.parse(pushed.result)).toMatchObject({ outcome: 'unchanged', id: SEEDED });
    expect(await sandbox.writes()).toEqual([]);
  });

  test('without a file prints the job and remembers nothing', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const { code, result } = await pmjob(['pull', '--url', sandbox.url, SEEDED], {
      folder: folder.path,
      variables: SIGN_IN,
    });
    expect(JSON.parse(result)).toMatchObject({ id: SEEDED, name: 'only pre post' });
    expect(code).toBe(0);
    await expect(folder.read('.pmjob/links.json')).rejects.toThrow('ENOENT');
  });

  test('does not replace a file that nobody said yes to', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    await folder.write('job.pmjob.json', 'mine');
    const words = ['pull', '--url', sandbox.url, SEEDED, 'job.pmjob.json'];
    const where = { folder: folder.path, variables: SIGN_IN };
    const piped = await pmjob(words, where);
    expect(piped.notes).toContain('--yes');
    expect(piped.code).toBe(2);
    const asked = await pmjobOnTerminal(words, where, [{ at: '[y/N]', type: 'n\n' }]);
    expect(asked.code).toBe(5);
    expect(await folder.read('job.pmjob.json')).toBe('mine');
    expect((await pmjob([...words, '--yes'], where)).code).toBe(0);
    expect(JSON.parse(await folder.read('job.pmjob.json'))).toMatchObject({ id: SEEDED });
  });

  test('an id that is not there leaves no file', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const id = '00000000-0000-4000-8000-00000000dead';
    const { code, result, notes } = await pmjob(['pull', '--url', sandbox.url, id, 'job.pmjob.json'], {
      folder: folder.path,
      variables: SIGN_IN,
    });
    expect(notes).toContain(id);
    expect([code, result]).toEqual([1, '']);
    await expect(folder.read('job.pmjob.json')).rejects.toThrow('ENOENT');
  });
});
