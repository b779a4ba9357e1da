import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, type Run } from './support/pmjob.ts';
import { runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';
const THRESHOLD_0 = 'test/cli/fixtures/mistakes/threshold-0.pmjob.json';
const CONFIG = '.pmjob/config.json';

/** A job file with a field that no release has, and one that the platform refuses when `refused`. */
async function folderWith(settings: object | string, refused = false): Promise<Folder> {
  const folder = await emptyFolder();
  await folder.copy(refused ? THRESHOLD_0 : JOB, 'job.pmjob.json');
  await folder.change('job.pmjob.json', (job) => {
    job.colour = 'red';
  });
  await folder.write(CONFIG, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return folder;
}

async function found(folder: Folder, named = 'job.pmjob.json'): Promise<{ run: Run; codes: string[] }> {
  const run = await pmjob(['validate', '--format', 'json', named], { folder: folder.path });
  const [file] = JSON.parse(run.result).files as { diagnostics: { severity: string; code: string }[] }[];
  return { run, codes: (file?.diagnostics ?? []).map(({ severity, code }) => `${severity} ${code}`) };
}

describe('validate under the settings of a folder', () => {
  test.each([
    ['nothing set', {}, ['error chain-threshold', 'warning unknown-field'], 1],
    ['a rule off', { rules: { 'unknown-field': 'off' } }, ['error chain-threshold'], 1],
    ['a field allowed', { allowedFields: ['/colour'] }, ['error chain-threshold'], 1],
    ['a rule raised', { rules: { 'unknown-field': 'error' } }, ['error chain-threshold', 'error unknown-field'], 1],
    [
      'an error lowered',
      { rules: { 'chain-threshold': 'hint' } },
      ['hint chain-threshold', 'warning unknown-field'],
      0,
    ],
  ])('%s', async (_, settings, expected, code) => {
    const { run, codes } = await found(await folderWith(settings, true));
    expect(codes).toEqual(expected);
    expect([run.code, run.notes]).toEqual([code, '']);
  });

  test('the nearest .pmjob holds, whether it has settings or not', async () => {
    const folder = await folderWith({ rules: { 'unknown-field': 'off' } });
    await folder.write('deep/er/job.pmjob.json', await folder.read('job.pmjob.json'));
    expect((await found(folder, 'deep/er/job.pmjob.json')).codes).toEqual([]);
    await mkdir(join(folder.path, 'deep', '.pmjob'));
    expect((await found(folder, 'deep/er/job.pmjob.json')).codes).toEqual(['warning unknown-field']);
  });

  test('standard input is judged as a file of the working folder', async () => {
    const folder = await folderWith({ rules: { 'unknown-field': 'off' } });
    const input = await folder.read('job.pmjob.json');
    const { result } = await pmjob(['validate', '-'], { folder: folder.path, input });
    expect(result).toBe('no problems in 1 file\n');
  });

  test('settings that cannot be read are told once, by their place, and set nothing', async () => {
    const folder = await folderWith('{\n  "rules": {"unknown-field": "off",}\n}\n');
    await folder.copy(JOB, 'other.pmjob.json');
    const { result, notes, code } = await pmjob(['validate', '.'], { folder: folder.path });
    expect(notes).toMatch(/^warning: \.pmjob\/config\.json:2:35: A comma after the last entry is not allowed\. .*\n$/);
    expect(result).toContain('unknown-field');
    expect(code).toBe(0);
  });

  test('of settings that are wrong in part, the rest holds', async () => {
    const folder = await folderWith({ rules: { 'unknown-field': 'off', 'chain-treshold': 'off' } });
    const { run, codes } = await found(folder);
    expect(codes).toEqual([]);
    expect(run.notes).toBe(
      'warning: .pmjob/config.json:1:33: There is no rule "chain-treshold". Did you mean "chain-threshold"? It is ignored.\n',
    );
  });

  test('a folder in the place of the file is told', async () => {
    const folder = await emptyFolder();
    await folder.copy(JOB, 'job.pmjob.json');
    await mkdir(join(folder.path, CONFIG));
    const { notes, code } = await pmjob(['validate', 'job.pmjob.json'], { folder: folder.path });
    expect(notes).toMatch(/^warning: \.pmjob\/config\.json: this is a folder/);
    expect(code).toBe(0);
  });
});

describe('push under the settings of a folder', () => {
  const push = (folder: Folder, url: string, ...words: string[]) =>
    pmjob(['push', '--url', url, '--yes', '--format', 'json', 'job.pmjob.json', ...words], {
      folder: folder.path,
      variables: { PMJOB_TOKEN: 'sandbox' },
    });

  test.each(['off', 'warning'])(
    'an error set to "%s" stops it all the same; --allow-errors goes on',
    async (severity) => {
      const sandbox = await runningSandbox();
      const folder = await folderWith({ rules: { 'chain-threshold': severity } }, true);
      const stopped = await push(folder, sandbox.url);
      expect(JSON.parse(stopped.result)).toMatchObject({ outcome: 'invalid' });
      expect(stopped.code).toBe(1);
      expect(await sandbox.writes()).toEqual([]);
      await push(folder, sandbox.url, '--allow-errors');
      expect(await sandbox.writes()).toHaveLength(1);
    },
  );

  test('a warning raised to an error stops plan and push', async () => {
    const sandbox = await runningSandbox();
    const folder = await folderWith({ rules: { 'unknown-field': 'error' } });
    const stopped = await push(folder, sandbox.url);
    expect(JSON.parse(stopped.result)).toMatchObject({ outcome: 'invalid' });
    const planned = await pmjob(['plan', '--url', sandbox.url, 'job.pmjob.json'], {
      folder: folder.path,
      variables: { PMJOB_TOKEN: 'sandbox' },
    });
    expect(planned.code).toBe(1);
    expect(planned.result).toContain('unknown-field');
    expect(await sandbox.writes()).toEqual([]);
  });
});
