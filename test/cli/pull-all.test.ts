import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, pmjobOnTerminal, type Run } from './support/pmjob.ts';
import { type RunningSandbox, runningSandbox } from './support/sandbox.ts';

const SEEDED = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
const FILE = 'jobs/only-pre-post.pmjob.json';
const SIGN_IN = { PMJOB_TOKEN: 'sandbox' };

interface Report {
  files: { path: string; id: string; name: string; outcome: string; notes: { code: string }[]; error?: string }[];
  gone: string[];
}

function run({ path }: Folder, { url }: RunningSandbox, ...words: string[]): Promise<Run> {
  return pmjob(['pull', '--url', url, '--all', 'jobs', ...words], { folder: path, variables: SIGN_IN });
}

async function report(
  folder: Folder,
  sandbox: RunningSandbox,
  ...words: string[]
): Promise<Report & { code: unknown }> {
  const { code, result } = await run(folder, sandbox, '--yes', '--format', 'json', ...words);
  return { code, ...JSON.parse(result) };
}

describe('pull --all', () => {
  test('brings every job into a file that pushes as unchanged, and again changes nothing', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const first = await run(folder, sandbox, '--yes');
    expect(first.notes).toMatch(/\d+ jobs of 127\.0\.0\.1:\d+, subscription [0-9a-f-]{36}: \d+ new/);
    expect(first.result).toContain(`${FILE}: job ${SEEDED} "only pre post".\n`);
    expect(first.result.trimEnd().split('\n').at(-1)).toMatch(/^\d+ created\.$/);
    expect(first.code).toBe(0);
    const words = ['push', '--url', sandbox.url, '--yes', '--format', 'json', 'jobs'];
    const pushed = await pmjob(words, { folder: folder.path, variables: SIGN_IN });
    const outcomes = (JSON.parse(pushed.result) as { outcome: string }[]).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['unchanged']));
    const again = await report(folder, sandbox);
    expect(new Set(again.files.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect([again.code, again.gone]).toEqual([0, []]);
    expect(await sandbox.writes()).toEqual([]);
  });

  test('keeps an edited file, exit 3, until --overwrite replaces it', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    await run(folder, sandbox, '--yes');
    await folder.change(FILE, (job) => Object.assign(job, { description: 'Mine' }));
    const kept = await report(folder, sandbox);
    expect((await run(folder, sandbox, '--yes')).notes).toContain(
      'It stays as it is, unless edited files are replaced',
    );
    expect(kept.files.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([
      expect.objectContaining({ path: FILE, id: SEEDED, outcome: 'kept', error: expect.stringContaining('push it') }),
    ]);
    expect(kept.code).toBe(3);
    expect(await folder.read(FILE)).toContain('Mine');
    const no = await pmjobOnTerminal(
      ['pull', '--url', sandbox.url, '--overwrite', '--all', 'jobs'],
      { folder: folder.path, variables: SIGN_IN },
      [{ at: '[y/N]', type: 'n\n' }],
    );
    expect(no.screen).toMatch(/! jobs\/.*does not have\. It is replaced all the same, which changes:/);
    expect(no.screen).not.toContain('stays as it is');
    const replaced = await report(folder, sandbox, '--overwrite');
    expect(replaced.files.find(({ path }) => path === FILE)?.outcome).toBe('replaced');
    expect(replaced.code).toBe(0);
    expect(await folder.read(FILE)).not.toContain('Mine');
  });

  test('asks on a terminal, and a no writes nothing; without one it needs --yes', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const piped = await run(folder, sandbox);
    expect(piped.notes).toContain('--yes');
    expect([piped.code, await sandbox.requests()]).toEqual([2, []]);
    const words = ['pull', '--url', sandbox.url, '--all', 'jobs'];
    const asked = await pmjobOnTerminal(words, { folder: folder.path, variables: SIGN_IN }, [
      { at: '[y/N]', type: 'n\n' },
    ]);
    expect(asked.screen).toMatch(/Write \d+ files from 127\.0\.0\.1/);
    expect(asked.code).toBe(5);
    await expect(folder.read(FILE)).rejects.toThrow('ENOENT');
  });

  test('tells what could not be read with its job, and exits with 1', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const path = `/pm/v1/deploymentjob/${SEEDED}`;
    await sandbox.fault({ fault: 'forbidden', match: { method: 'GET', path }, times: 9 });
    const { code, files } = await report(folder, sandbox);
    expect(files.find(({ id }) => id === SEEDED)).toMatchObject({
      outcome: 'failed',
      error: expect.stringMatching(/allow/),
    });
    expect(files.filter(({ outcome }) => outcome === 'created').length).toBe(files.length - 1);
    expect(code).toBe(1);
  });

  test('takes the jobs of one operating system', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const { files } = await report(folder, sandbox, '--platform', 'Linux');
    expect(files.length).toBeGreaterThan(0);
    for (const { path } of files) expect(JSON.parse(await folder.read(path)).platform).toBe('Linux');
  });

  test('marks scripts that nobody here knows', async () => {
    const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
    const { files } = await report(folder, sandbox);
    expect(files.find(({ id }) => id === SEEDED)?.notes).toEqual([
      expect.objectContaining({ code: 'script-left-out' }),
    ]);
  });
});

test.each([
  [['pull', '--all'], 'argument missing'],
  [['pull'], 'Give its id, or --all FOLDER'],
  [['pull', SEEDED, '--all', 'jobs', '--yes'], 'give no id'],
  [['pull', SEEDED, '--overwrite'], '--overwrite belongs to --all FOLDER'],
  [['pull', '--all', 'a-file', '--yes'], 'a-file is a file'],
])('%j is a usage error', async (words, sentence) => {
  const folder = await emptyFolder();
  await folder.write('a-file', '');
  const variables = { ...SIGN_IN, PMJOB_URL: 'http://127.0.0.1:9' };
  const { code, notes } = await pmjob(words, { folder: folder.path, variables });
  expect(notes).toContain(sentence);
  expect(code).toBe(2);
});
