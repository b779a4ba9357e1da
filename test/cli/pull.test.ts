import { writeFileSync } from 'node:fs';
import { chmod, lstat, mkdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
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
    expect([asked.code, asked.screen]).toEqual([5, expect.stringContaining('job.pmjob.json stays as it is.')]);
    expect(await folder.read('job.pmjob.json')).toBe('mine');
    expect((await pmjob([...words, '--yes'], where)).code).toBe(0);
    expect(JSON.parse(await folder.read('job.pmjob.json'))).toMatchObject({ id: SEEDED });
  });

  test('shows what becomes of what the file says, and keeps how it is laid out', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const where = { folder: folder.path, variables: SIGN_IN };
    const words = ['pull', '--url', sandbox.url, SEEDED, 'job.pmjob.json'];
    await pmjob(words, where);
    const pulled = JSON.parse(await folder.read('job.pmjob.json'));
    const lay = (job: object) => `${JSON.stringify(job, null, 4).replaceAll('\n', '\r\n')}\r\n`;
    await folder.write('job.pmjob.json', lay({ ...pulled, description: 'mine' }));
    const asked = await pmjobOnTerminal(words, where, [{ at: '[y/N]', type: 'y\n' }]);
    expect(asked.screen).toMatch(/What pulling changes in job\.pmjob\.json:\s+.*- Description: "mine"/);
    expect(await folder.read('job.pmjob.json')).toBe(lay(pulled));
    const again = await pmjob([...words, '--yes'], where);
    expect([again.code, again.notes]).toEqual([0, expect.not.stringContaining('What pulling changes')]);
  });

  test('does not make a file another job by --yes alone, also when only the id in it says which it is', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const where = { folder: folder.path, variables: SIGN_IN };
    const other = '{ "id": "00000000-0000-4000-8000-00000000dead" }';
    await folder.write('job.pmjob.json', other);
    const words = ['pull', '--url', sandbox.url, SEEDED, 'job.pmjob.json'];
    const stopped = await pmjob([...words, '--yes'], where);
    expect([stopped.code, stopped.notes]).toEqual([3, expect.stringContaining('--overwrite')]);
    expect(await folder.read('job.pmjob.json')).toBe(other);
    const asked = await pmjobOnTerminal(words, where, [{ at: 'dead. Replace it?', type: 'y\n' }]);
    expect(asked.code).toBe(0);
  });

  test('keeps what somebody wrote into the file while the question stood there', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    await folder.write('job.pmjob.json', 'before');
    const words = ['pull', '--url', sandbox.url, SEEDED, 'job.pmjob.json'];
    const { code, screen } = await pmjobOnTerminal(words, { folder: folder.path, variables: SIGN_IN }, [
      {
        at: '[y/N]',
        get type() {
          writeFileSync(join(folder.path, 'job.pmjob.json'), 'written meanwhile');
          return 'y\n';
        },
      },
    ]);
    expect(screen).toContain('changed meanwhile');
    expect(code).toBe(2);
    expect(await folder.read('job.pmjob.json')).toBe('written meanwhile');
    await expect(folder.read('.pmjob/links.json')).rejects.toThrow('ENOENT');
  });

  test('a link to a file stays one, and the file readable for its owner alone', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    await folder.write('jobs/real.json', '{}');
    await chmod(join(folder.path, 'jobs/real.json'), 0o600);
    await symlink('jobs/real.json', join(folder.path, 'job.pmjob.json'));
    const words = ['pull', '--url', sandbox.url, '--yes', SEEDED, 'job.pmjob.json'];
    expect((await pmjob(words, { folder: folder.path, variables: SIGN_IN })).code).toBe(0);
    expect((await lstat(join(folder.path, 'job.pmjob.json'))).isSymbolicLink()).toBe(true);
    expect(JSON.parse(await folder.read('jobs/real.json'))).toMatchObject({ id: SEEDED });
    expect((await stat(join(folder.path, 'jobs/real.json'))).mode & 0o777).toBe(0o600);
  });

  test('a name with marks that could redraw a terminal is printed there as escapes', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const where = { folder: folder.path, variables: SIGN_IN };
    await folder.copy('test/cli/fixtures/mistakes/none.pmjob.json', 'job.pmjob.json');
    await folder.change('job.pmjob.json', (job) => {
      job.description = 'a \u009b2J\u202eb';
    });
    const pushed = await pmjob(['push', '--url', sandbox.url, '--yes', '--format', 'json', 'job.pmjob.json'], where);
    const { id } = JSON.parse(pushed.result);
    const { screen } = await pmjobOnTerminal(['pull', '--url', sandbox.url, id], where, []);
    expect(screen).toContain('a \\u009b2J\\u202eb');
    expect(JSON.parse((await pmjob(['pull', '--url', sandbox.url, id], where)).result).description).toBe(
      'a \u009b2J\u202eb',
    );
  });

  test('says that the file is written when only .pmjob could not be', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const where = { folder: folder.path, variables: SIGN_IN };
    await mkdir(join(folder.path, '.pmjob/.gitignore'));
    const { code, notes } = await pmjob(['pull', '--url', sandbox.url, SEEDED, 'job.pmjob.json'], where);
    expect([code, notes]).toEqual([1, expect.stringContaining('job.pmjob.json holds the job now, but')]);
    expect(JSON.parse(await folder.read('job.pmjob.json'))).toMatchObject({ id: SEEDED });
    await mkdir(join(folder.path, '.pmjob/links.json'));
    const unread = await pmjob(['pull', '--url', sandbox.url, SEEDED, 'other.pmjob.json'], where);
    expect([unread.code, unread.notes]).toEqual([1, expect.stringContaining('cannot be read or written (EISDIR)')]);
    expect(unread.notes).not.toContain('did not expect');
  });

  test('"-" is no file to pull into', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const { code, notes } = await pmjob(['pull', '--url', sandbox.url, SEEDED, '-'], {
      folder: folder.path,
      variables: SIGN_IN,
    });
    expect([code, notes]).toEqual([2, expect.stringContaining('leave out the "-"')]);
    await expect(folder.read('-')).rejects.toThrow('ENOENT');
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
