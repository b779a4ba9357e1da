import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Folder } from './support/folder.ts';
import { pmjob, type Run } from './support/pmjob.ts';
import { type RunningSandbox, runningSandbox } from './support/sandbox.ts';

const JOB = 'test/cli/fixtures/mistakes/none.pmjob.json';

interface Scene {
  folder: Folder;
  sandbox: RunningSandbox;
  id: string;
  /** Runs `pmjob WORD --url … job.pmjob.json`, with further words. */
  run(command: 'plan' | 'push', ...words: string[]): Promise<Run>;
  /** Somebody else changes the job. */
  changed(change: object): Promise<void>;
}

/** A job that was pushed from a file. */
async function scene(files: string[] = ['job.pmjob.json']): Promise<Scene> {
  const [folder, sandbox] = [await emptyFolder(), await runningSandbox()];
  for (const [index, file] of files.entries()) {
    await folder.copy(JOB, file);
    await folder.change(file, (job) => {
      job.name = `${String(job.name)} ${index}`;
      job.timeout = 6;
      job.description = 'ours';
    });
  }
  const variables = { PMJOB_TOKEN: 'sandbox' };
  const run: Scene['run'] = (command, ...words) =>
    pmjob([command, '--url', sandbox.url, ...words, ...files], { folder: folder.path, variables });
  const { code, notes } = await run('push', '--yes');
  if (code !== 0) throw new Error(notes);
  const [job] = await sandbox.jobsNamed('Servers, second Sunday 0');
  const id = String(job?.id);
  return {
    folder,
    sandbox,
    id,
    run,
    changed: async (change) => {
      const path = `/pm/v1/deploymentjob/${id}`;
      await sandbox.fault({ match: { method: 'GET', path }, fault: 'changed-by-somebody-else', change });
      await sandbox.job(id);
    },
  };
}

describe('--on-conflict', () => {
  test('absent, a conflict stops and says which ways on there are', async () => {
    const { run, changed, sandbox } = await scene();
    await changed({ timeout: 17 });
    const before = await sandbox.writes();
    const { code, result } = await run('push', '--yes');
    expect(code).toBe(3);
    expect(result).toContain('--on-conflict merge brings it into the file');
    expect(await sandbox.writes()).toEqual(before);
  });

  test('absent, each of several conflicts has a line of its own', async () => {
    const { run, changed, folder } = await scene();
    await changed({ timeout: 17, description: 'theirs' });
    await folder.change('job.pmjob.json', (job) => Object.assign(job, { timeout: 9, description: 'ours again' }));
    const { code, result } = await run('push', '--yes');
    expect(code).toBe(3);
    const lines = result.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^job\.pmjob\.json: nothing was sent to .*\.$/);
    expect(lines.slice(1, 3).map((line) => line.trim())).toEqual([
      'Patch window was changed on the server: it was 6, the server has 17, the file says 9.',
      'Description was changed on the server: it was "ours", the server has "theirs", the file says "ours again".',
    ]);
  });

  test('merge writes the file as it was laid out, keeps its mode, and pushes what the file itself changes', async () => {
    const { run, changed, folder, sandbox, id } = await scene();
    await changed({ timeout: 17 });
    const path = join(folder.path, 'job.pmjob.json');
    await chmod(path, 0o640);
    const text = (await folder.read('job.pmjob.json')).replace('"Done"', '"All done"');
    await folder.write('job.pmjob.json', text);

    const { code, notes, result } = await run('push', '--yes', '--on-conflict', 'merge');
    expect(notes).toContain('job.pmjob.json: merged with what somebody else changed on');
    expect(notes).toMatch(/~ Patch window: \d+ → 17/);
    expect(notes).toContain('"Done" → "All done"');
    expect(result).toContain('is updated');
    expect(code).toBe(0);
    expect(await folder.read('job.pmjob.json')).toBe(text.replace(/"timeout": \d+/, '"timeout": 17'));
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await sandbox.job(id)).toMatchObject({
      timeout: 17,
      postDeployment: { onComplete: { userMessage: 'All done' } },
    });
  });

  test('merge leaves for choice what both changed, with line numbers, and sends nothing until it is chosen', async () => {
    const { run, changed, folder, sandbox, id } = await scene();
    await changed({ timeout: 17, description: 'theirs' });
    await folder.change('job.pmjob.json', (job) => {
      job.timeout = 9;
    });
    const before = await sandbox.writes();
    const first = await run('push', '--yes', '--format', 'json', '--on-conflict', 'merge');
    const text = await folder.read('job.pmjob.json');
    const line = text.split('\n').findIndex((one) => one.startsWith('<<<<<<< this file')) + 1;
    expect(first.code).toBe(3);
    expect(first.notes).toContain(`job.pmjob.json:${line}  Patch window`);
    expect(JSON.parse(first.result)).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ kind: 'changed-on-server', pointer: '/timeout', server: 17, file: 9, line }],
    });
    expect(text).toMatch(
      /<{7} this file\n {2}"timeout": 9,\n={7}\n {2}"timeout": 17,\n>{7} 127\.0\.0\.1:\d+, changed by .+/,
    );

    const second = await run('push', '--yes', '--on-conflict', 'merge');
    expect(second.result).toContain('Merge markers: choose one side.');
    expect(second.code).toBe(1);
    expect(await folder.read('job.pmjob.json')).toBe(text);
    expect(await sandbox.writes()).toEqual(before);

    await folder.write('job.pmjob.json', text.replaceAll(/<{7} .*\n((?:.*\n)*?)={7}\n(?:.*\n)*?>{7} .*\n/g, '$1'));
    expect((await run('push', '--yes')).code).toBe(0);
    expect(await sandbox.job(id)).toMatchObject({ timeout: 9 });
  });

  test('a merge that cannot be noted in .pmjob stands in the file all the same, and says so', async () => {
    const { run, changed, folder, sandbox } = await scene();
    await changed({ timeout: 17 });
    const before = await sandbox.writes();
    await rm(join(folder.path, '.pmjob/.gitignore'));
    await mkdir(join(folder.path, '.pmjob/.gitignore'));
    const { code, result, notes } = await run('push', '--yes', '--format', 'json', '--on-conflict', 'merge');
    const codes = (JSON.parse(result) as { notes: { code: string }[] }).notes.map((note) => note.code);
    expect([code, codes]).toEqual([0, expect.arrayContaining(['merged', 'not-recorded'])]);
    expect(notes).toContain('What was merged could not be stored in .pmjob (EISDIR)');
    expect(await folder.read('job.pmjob.json')).toContain('"timeout": 17');
    expect(await sandbox.writes()).toEqual(before);
  });

  test('overwrite sends the file, and says whose change goes', async () => {
    const { run, changed, sandbox, id } = await scene();
    await changed({ timeout: 17 });
    const { code, notes } = await run('push', '--yes', '--on-conflict', 'overwrite');
    expect(notes).toMatch(
      /Note: Patch window was changed on the server from \d+ to 17 \(last change of the job: by .+\)\. This push overwrites that with \d+\./,
    );
    expect(code).toBe(0);
    expect((await sandbox.job(id)).timeout).not.toBe(17);
  });

  test('merge, in a plan, shows what it would do and writes nothing', async () => {
    const { run, changed, folder } = await scene();
    await changed({ timeout: 17 });
    await folder.change('job.pmjob.json', (job) => {
      job.description = 'of this file';
    });
    const text = await folder.read('job.pmjob.json');
    const { code, notes, result } = await run('plan', '--on-conflict', 'merge');
    expect(notes).toContain('would be merged');
    expect(result).toContain('of this file');
    expect(result).not.toContain('Patch window');
    expect(code).toBe(0);
    expect(await folder.read('job.pmjob.json')).toBe(text);
    expect((await run('plan')).code).toBe(3);
  });

  test('a plan of a merge with something left for choice names no marker: none was written', async () => {
    const { run, changed, folder } = await scene();
    await changed({ timeout: 17 });
    await folder.change('job.pmjob.json', (job) => {
      job.timeout = 9;
    });
    const { code, result } = await run('plan', '--on-conflict', 'merge');
    expect(result).toContain('--on-conflict merge brings it into the file');
    expect(result).not.toContain('marker');
    expect(code).toBe(3);
  });

  test('a merge with something left for choice says at once that a script asks, too', async () => {
    const { run, changed, folder } = await scene();
    await folder.change('job.pmjob.json', (job) => {
      job.preDeployActions = [{ action: 'Run Script', actionItem: 'one', script: 'bHM=', timeout: 5 }];
    });
    await run('push', '--yes', '--allow-errors');
    await changed({ timeout: 17 });
    await folder.change('job.pmjob.json', (job) => {
      job.timeout = 9;
    });
    const { code, result } = await run('push', '--yes', '--allow-errors', '--on-conflict', 'merge');
    expect(result).toContain('Choose a side at each marker');
    expect(result).toMatch(
      /Script cannot be compared: .* takes the one in the file or, where the file has none, the one/,
    );
    expect(result).toContain('--send-scripts sends the script in the file');
    expect(code).toBe(3);
  });

  test('merge of several files stops those alone in which something is left for choice', async () => {
    const { run, changed, folder } = await scene(['job.pmjob.json', 'other.pmjob.json']);
    await changed({ timeout: 17 });
    for (const file of ['job.pmjob.json', 'other.pmjob.json'])
      await folder.change(file, (job) => {
        job.timeout = 9;
      });
    const { code, result } = await run('push', '--yes', '--format', 'json', '--on-conflict', 'merge');
    expect(JSON.parse(result).map(({ outcome }: { outcome: string }) => outcome)).toEqual(['conflict', 'updated']);
    expect(code).toBe(3);
  });
});
