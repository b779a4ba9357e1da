import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLinks } from '../../api/link/links.ts';
import type { JobPlatform } from '../../api/operations/list-jobs.ts';
import { chooseFiles } from '../../api/pull-all/choose-files.ts';
import { type PullAllDependencies, type PullAllPlan, planPullAll } from '../../api/pull-all/plan-pull-all.ts';
import { renderPullAll } from '../../api/pull-all/render-text.ts';
import { type PullResult, writeAll } from '../../api/pull-all/write-all.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { PARENT_ID, sample } from '../sandbox/support.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { type Desk, deskFor, NEVER } from './support.ts';

const BODY = sample('create-linux-rollback.request');

function dependenciesOf(desk: Desk, unsaved: readonly string[] = []): PullAllDependencies {
  const at = (path: string) => join(desk.folder, path);
  return {
    ...desk.dependencies,
    folder: {
      path: 'jobs',
      list: async () => (await readdir(at('jobs')).catch(() => [])).map((name) => `jobs/${name}`),
      read: (path) => readFile(at(path), 'utf8').catch(() => undefined),
      async write(path, text) {
        await mkdir(dirname(at(path)), { recursive: true });
        await writeFile(at(path), text);
      },
      isUnsaved: (path) => unsaved.includes(path),
    },
  };
}

function plan(desk: Desk, platform?: JobPlatform): Promise<PullAllPlan> {
  return planPullAll(dependenciesOf(desk), platform, NEVER);
}

async function pull(desk: Desk, replaceEdited = false): Promise<PullResult[]> {
  return writeAll(await plan(desk), { replaceEdited }, dependenciesOf(desk), NEVER);
}

/** What became of the files, those alone that are not as they were. */
function told(results: readonly PullResult[]): Record<string, string> {
  return Object.fromEntries(results.filter(({ kind }) => kind !== 'unchanged').map(({ path, kind }) => [path, kind]));
}

async function change(desk: Desk, path: string, fields: JsonObject): Promise<void> {
  const file = join(desk.folder, path);
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...fields }));
}

/** Somebody else changes a job. */
async function changeThere(desk: Desk, id: string, fields: JsonObject): Promise<void> {
  const path = `/pm/v1/deploymentjob/${id}`;
  await desk.sandbox.plan({ fault: 'changed-by-somebody-else', change: fields, match: { method: 'GET', path } });
  await desk.sandbox.read(id);
}

const PARENT_FILE = 'jobs/only-pre-post.pmjob.json';

describe('all jobs of a platform', () => {
  test('become files that push as unchanged, of both operating systems and all pages', async () => {
    const desk = await deskFor();
    for (let index = 0; index < 101; index++) await desk.sandbox.create({ ...BODY, name: `Rollback ${index}` });
    const results = await pull(desk);
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['created']));
    expect(results.length).toBeGreaterThan(110);
    expect(await readLinks(desk.state)).toHaveLength(results.length);
    const linux = JSON.parse(await readFile(join(desk.folder, 'jobs/rollback-100.pmjob.json'), 'utf8'));
    expect(linux.platform).toBe('Linux');
    for (const path of [PARENT_FILE, 'jobs/rollback-7.pmjob.json']) {
      const { script: _, ...kept } = JSON.parse(await readFile(join(desk.folder, path), 'utf8'));
      expect(await desk.push(kept, { path })).toMatchObject({ kind: 'unchanged' });
    }
    expect(new Set((await pull(desk)).map(({ kind }) => kind))).toEqual(new Set(['unchanged']));
  });

  test('are those of one operating system when that is wanted', async () => {
    const desk = await deskFor();
    const { id } = await desk.sandbox.create(BODY);
    const ids = (await plan(desk, 'Linux')).entries.map((entry) => entry.id);
    expect(ids).toContain(id);
    expect(ids).not.toContain(PARENT_ID);
  });

  test('are shown before a file is written, with what is in doubt', async () => {
    const desk = await deskFor();
    await desk.sandbox.create({ ...BODY, name: 'With scripts' });
    const text = renderPullAll(await plan(desk), (path) => path).join('\n');
    expect(text).toMatch(/^\d+ jobs of sandbox \(127\.0\.0\.1:\d+\), subscription [0-9a-f-]{36}: \d+ new\n/);
    expect(text).toMatch(/^ {2}\+ jobs\/with-scripts\.pmjob\.json: job "With scripts" \([0-9a-f-]{36}\)$/m);
    expect(text).toContain('Note: Pre action 1: Script is left out');
    await expect(readdir(join(desk.folder, 'jobs'))).rejects.toThrow('ENOENT');
  });
});

describe('a file that is there', () => {
  test('is replaced when the platform alone has changed, kept when it says something of its own', async () => {
    const desk = await deskFor();
    const { id } = await desk.push(BODY, { path: 'jobs/rollback.pmjob.json' });
    await pull(desk);
    await changeThere(desk, PARENT_ID, { description: 'Changed there' });
    await change(desk, 'jobs/rollback.pmjob.json', { timeout: 9 });
    const planned = await plan(desk);
    const text = renderPullAll(planned, (path) => path).join('\n');
    expect(text.split('\n')[0]).toMatch(/: 1 changed on the platform, 1 edited here, \d+ unchanged$/);
    expect(text).toMatch(/~ jobs\/only-pre-post\.pmjob\.json: .*\n +[~+] Description: .*Changed there/);
    expect(text).toMatch(/! jobs\/rollback\.pmjob\.json: .*\n +~ Patch window: 9 → 6/);
    expect(told(await pull(desk))).toEqual({ [PARENT_FILE]: 'replaced', 'jobs/rollback.pmjob.json': 'kept' });
    expect(JSON.parse(await readFile(join(desk.folder, 'jobs/rollback.pmjob.json'), 'utf8')).timeout).toBe(9);
    expect(JSON.parse(await readFile(join(desk.folder, PARENT_FILE), 'utf8')).description).toBe('Changed there');

    await changeThere(desk, id ?? '', { timeout: 7 });
    expect(told(await pull(desk))).toEqual({ 'jobs/rollback.pmjob.json': 'kept' });
    expect(told(await pull(desk, true))).toEqual({ 'jobs/rollback.pmjob.json': 'replaced' });
    const replaced = JSON.parse(await readFile(join(desk.folder, 'jobs/rollback.pmjob.json'), 'utf8'));
    expect(replaced).toMatchObject({ id, timeout: 7 });
    expect(replaced.preDeployActions[0].script).toBe('bHM=');
  });

  test('outside the folder is named as such, and keeps its edits whatever was wanted', async () => {
    const desk = await deskFor();
    const { id } = await desk.push(BODY, { path: 'elsewhere.pmjob.json' });
    await writeFile(join(desk.folder, 'elsewhere.pmjob.json'), JSON.stringify({ ...BODY, timeout: 9 }));
    const text = renderPullAll(await plan(desk), (path) => path).join('\n');
    expect(text).toMatch(/! elsewhere\.pmjob\.json: .*, outside the folder, .* It stays as it is; pulling/);
    const mine = (await pull(desk, true)).find((result) => result.id === id);
    expect(mine).toMatchObject({ kind: 'kept', why: 'edited-outside', path: 'elsewhere.pmjob.json' });

    await writeFile(join(desk.folder, 'elsewhere.pmjob.json'), JSON.stringify(BODY));
    await changeThere(desk, id ?? '', { timeout: 7 });
    const changed = renderPullAll(await plan(desk), (path) => path).join('\n');
    expect(changed).toMatch(/~ elsewhere\.pmjob\.json: .*, outside the folder/);
    expect(told(await pull(desk))['elsewhere.pmjob.json']).toBe('replaced');
  });

  test('keeps its bytes when it says the same in its own way, and is linked', async () => {
    const desk = await deskFor();
    const { preDeployActions, postDeployActions, ...body } = BODY;
    const { id } = await desk.sandbox.create(body);
    const text = JSON.stringify({ ...body, id });
    await mkdir(join(desk.folder, 'jobs'));
    await writeFile(join(desk.folder, 'jobs/mine.pmjob.json'), text);
    const [mine] = (await pull(desk)).filter(({ path }) => path === 'jobs/mine.pmjob.json');
    expect(mine).toMatchObject({ kind: 'unchanged', id });
    expect(await readFile(join(desk.folder, 'jobs/mine.pmjob.json'), 'utf8')).toBe(text);
    const link = (await readLinks(desk.state)).find((one) => one.id === id);
    expect(link?.file).toBe('jobs/mine.pmjob.json');
    expect(link?.named).toContain('/description');
    expect(link?.named).not.toContain('/linkedJobId');
  });

  test('gets what it does not say, as it says nothing of its own', async () => {
    const desk = await deskFor();
    const { id } = await desk.sandbox.create(BODY);
    await mkdir(join(desk.folder, 'jobs'));
    await writeFile(join(desk.folder, 'jobs/mine.pmjob.json'), `{"id":"${id}","name":"${BODY.name}"}`);
    expect(renderPullAll(await plan(desk), (path) => path)).toContain('      + Description: "Created via public API"');
    await pull(desk);
    expect(JSON.parse(await readFile(join(desk.folder, 'jobs/mine.pmjob.json'), 'utf8'))).toMatchObject({
      id,
      timeout: 6,
    });
  });

  test.each([
    ['is no JSON', 'not {'],
    [
      'is nested so deep that no reader takes it',
      `{"id":"${PARENT_ID}","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    ],
    ['says something and was never pulled', `{"id":"${PARENT_ID}","description":"Mine"}`],
  ])('stays when it %s', async (_, text) => {
    const desk = await deskFor();
    await mkdir(join(desk.folder, 'jobs'));
    await writeFile(join(desk.folder, PARENT_FILE), text);
    const results = await pull(desk);
    expect(await readFile(join(desk.folder, PARENT_FILE), 'utf8')).toBe(text);
    const parent = results.find(({ id }) => id === PARENT_ID);
    expect(parent).toMatchObject(
      text.includes('Mine') ? { kind: 'kept' } : { kind: 'created', path: 'jobs/only-pre-post-5b0fd130.pmjob.json' },
    );
  });

  test('stays when it has unsaved changes, or was changed while the plan was shown', async () => {
    const desk = await deskFor();
    await pull(desk);
    await changeThere(desk, PARENT_ID, { description: 'Changed there' });
    const open = dependenciesOf(desk, [PARENT_FILE]);
    const planned = await planPullAll(open, undefined, NEVER);
    expect(renderPullAll(planned, (path) => path).join('\n')).toContain('has unsaved changes and stays');
    expect(told(await writeAll(planned, { replaceEdited: true }, open, NEVER))).toEqual({ [PARENT_FILE]: 'kept' });

    const shown = await plan(desk);
    await change(desk, PARENT_FILE, { description: 'Mine' });
    const results = await writeAll(shown, { replaceEdited: true }, dependenciesOf(desk), NEVER);
    expect(told(results)).toEqual({ [PARENT_FILE]: 'kept' });
    expect(JSON.parse(await readFile(join(desk.folder, PARENT_FILE), 'utf8')).description).toBe('Mine');
  });

  test('of a job that is gone is named and stays', async () => {
    const desk = await deskFor();
    const { id } = await desk.push(BODY, { path: 'jobs/rollback.pmjob.json' });
    await desk.sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids: [id ?? ''] });
    expect((await plan(desk)).gone).toEqual(['jobs/rollback.pmjob.json']);
    await pull(desk);
    await readFile(join(desk.folder, 'jobs/rollback.pmjob.json'));
  });
});

describe('what goes wrong', () => {
  test('with one job is told with it, and the others are pulled', async () => {
    const desk = await deskFor();
    const path = `/pm/v1/deploymentjob/${PARENT_ID}`;
    await desk.sandbox.plan({ fault: 'forbidden', match: { method: 'GET', path }, times: 9 });
    const results = await pull(desk);
    expect(results.filter(({ kind }) => kind === 'failed').map(({ id }) => id)).toEqual([PARENT_ID]);
    expect(results.filter(({ kind }) => kind === 'created').length).toBe(results.length - 1);
  });

  test('with the list stops all, and 429 is waited for', async () => {
    const desk = await deskFor();
    await desk.sandbox.plan({ fault: 'rate-limited', retryAfter: '1', match: { method: 'GET' }, skip: 3, times: 3 });
    expect(told(await pull(desk))).toMatchObject({ [PARENT_FILE]: 'created' });
    const match = { method: 'GET', path: '/pm/v1/deploymentjobs/summary' };
    await desk.sandbox.plan({ fault: 'bad-gateway', match, times: 20 });
    await expect(plan(desk)).rejects.toMatchObject({ failure: { kind: 'server-error' } });
  });

  test('cancelling writes no more', async () => {
    const desk = await deskFor();
    const planned = await plan(desk);
    const abort = new AbortController();
    const dependencies = dependenciesOf(desk);
    const { write } = dependencies.folder;
    dependencies.folder.write = async (path, text) => {
      await write(path, text);
      abort.abort();
    };
    const results = await writeAll(planned, { replaceEdited: false }, dependencies, abort.signal);
    expect(results.map(({ kind }) => kind)).toEqual(['created', ...Array(results.length - 1).fill('cancelled')]);
    expect(await readdir(join(desk.folder, 'jobs'))).toHaveLength(1);
  });
});

describe('the file of a job', () => {
  const link = (file: string, id: string) => ({ file, id, origin: '', customerId: '', name: '', named: [] });
  const known = (files: Partial<Parameters<typeof chooseFiles>[1]> = {}) => ({
    folder: 'jobs',
    links: [],
    there: new Set<string>(),
    present: [],
    ...files,
  });

  test.each([
    [
      'the linked one, in the folder first',
      {
        links: [link('a.pmjob.json', 'x'), link('jobs/b.pmjob.json', 'X')],
        there: new Set(['a.pmjob.json', 'jobs/b.pmjob.json']),
      },
      'jobs/b.pmjob.json',
    ],
    [
      'the linked one outside of the folder',
      { links: [link('a.pmjob.json', 'x')], there: new Set(['a.pmjob.json']) },
      'a.pmjob.json',
    ],
    [
      'the linked one that is named as a job file',
      {
        links: [link('jobs/e.json', 'x'), link('jobs/e.pmjob.json', 'x')],
        there: new Set(['jobs/e.json', 'jobs/e.pmjob.json']),
      },
      'jobs/e.pmjob.json',
    ],
    ['one that names its id', { present: [{ path: 'jobs/c.pmjob.json', id: 'X' }] }, 'jobs/c.pmjob.json'],
    ['where the linked one was', { links: [link('jobs/d.pmjob.json', 'x')] }, 'jobs/d.pmjob.json'],
    ['a new one', {}, 'jobs/patch-night.pmjob.json'],
    [
      'a new one beside another file of that name',
      { present: [{ path: 'jobs/Patch-Night.pmjob.json' }] },
      'jobs/patch-night-x.pmjob.json',
    ],
  ])('is %s', (_, files, path) => {
    expect(chooseFiles([{ id: 'x', name: 'Patch night' }], known(files)).get('x')).toBe(path);
  });

  test('is its own, and the same in whatever order the jobs are listed', () => {
    const names = ['Patch night', 'patch  Night!', 'Café', 'Cafe', 'con', '', 'Patch night d543e2a2'];
    // Ids that begin alike are seldom drawn by chance.
    const id = fc.oneof(
      fc.uuid(),
      fc.uuid().map((one) => `d543e2a2${one.slice(8)}`),
    );
    const jobs = fc.uniqueArray(fc.record({ id, name: fc.constantFrom(...names) }), {
      selector: ({ id }) => id,
      maxLength: 12,
    });
    fc.assert(
      fc.property(jobs, fc.array(fc.nat()), (listed, shuffle) => {
        const files = chooseFiles(listed, known());
        expect(new Set([...files.values()].map((path) => path.toLowerCase())).size).toBe(listed.length);
        const other = listed.toSorted((a, b) => (shuffle[listed.indexOf(a)] ?? 0) - (shuffle[listed.indexOf(b)] ?? 0));
        expect(new Map([...chooseFiles(other, known())].sort())).toEqual(new Map([...files].sort()));
      }),
      propertyRuns(300),
    );
  });
});
