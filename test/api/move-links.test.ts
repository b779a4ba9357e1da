import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fileStore } from '../../api/disk/file-store.ts';
import { moveLinks, type Place } from '../../api/link/move-links.ts';
import { sample } from '../sandbox/support.ts';
import { type Desk, deskFor, outcomeOf, patientClock, temporaryFolder } from './support.ts';

const BODY = sample('create-linux-rollback.request');
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };
const dependencies = { clock: patientClock, ownerLife: async () => 'dead' as const };

test('a renamed file stays its job, with what is known of it', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY, { path: 'jobs/one.pmjob.json' });
  expect(await move(desk, 'jobs/one.pmjob.json', desk, 'jobs/two.pmjob.json')).toBe(1);
  expect(outcomeOf(await desk.prepare(BODY, { path: 'jobs/two.pmjob.json' }))).toMatchObject({ kind: 'unchanged', id });
  expect(await files(desk)).toEqual(['jobs/two.pmjob.json']);
});

test('a moved folder takes the links of its files along, and no other', async () => {
  const desk = await deskFor();
  const { preDeployActions: _, ...other } = BODY;
  await desk.push(BODY, { path: 'jobs/deep/one.pmjob.json' });
  await desk.push({ ...other, name: 'Two' }, { path: 'jobs/two.pmjob.json' });
  await desk.push({ ...other, name: 'Three' }, { path: 'jobs-too/three.pmjob.json' });
  expect(await move(desk, 'jobs', desk, 'archive')).toBe(2);
  expect(await files(desk)).toEqual([
    'archive/deep/one.pmjob.json',
    'archive/two.pmjob.json',
    'jobs-too/three.pmjob.json',
  ]);
});

test('into another root a link goes with its base, so that a change on the server is seen there', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const elsewhere = await deskFor({ sandbox: desk.sandbox });
  await move(desk, 'job.pmjob.json', elsewhere, 'job.pmjob.json');
  expect([await files(desk), await files(elsewhere)]).toEqual([[], ['job.pmjob.json']]);
  const path = `/pm/v1/deploymentjob/${id}`;
  await desk.sandbox.plan({
    fault: 'changed-by-somebody-else',
    change: { timeout: 9 },
    match: { method: 'GET', path },
  });
  const outcome = outcomeOf(await elsewhere.prepare({ ...BODY, timeout: 48 }));
  expect(outcome).toMatchObject({ kind: 'conflict' });
});

test('an unsettled create is settled under the new name, and makes no second job', async () => {
  const desk = await deskFor({ patience: 1_500 });
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 2_500, match: CREATE });
  expect(await desk.push(BODY)).toMatchObject({ kind: 'unknown' });
  await expect
    .poll(() => desk.sandbox.list('?pageSize=100'), { timeout: 10_000 })
    .toContainEqual(expect.objectContaining({ name: BODY.name }));
  await move(desk, 'job.pmjob.json', desk, 'renamed.pmjob.json');
  expect(await desk.push(BODY, { path: 'renamed.pmjob.json' })).toMatchObject({ kind: 'unchanged' });
  expect((await desk.writes()).filter((write) => write.startsWith('POST /pm'))).toHaveLength(1);
  expect((await desk.files()).filter((name) => name.startsWith('intents/'))).toEqual([]);
});

test('the intent of a push that is at work stays where that push looks for it', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'drop-before', match: CREATE });
  await desk.push(BODY);
  const before = await desk.files();
  const [intent = ''] = before.filter((name) => name.startsWith('intents/'));
  const text = (await desk.state.read(intent)) ?? '';
  await desk.state.write(intent, text.replace('"unsettled"', '"under-way"'));
  await move(desk, 'job.pmjob.json', desk, 'renamed.pmjob.json', 'alive');
  expect(await desk.files()).toEqual(before);
});

test('a file without links changes nothing, and makes no folder', async () => {
  const folder = await temporaryFolder();
  const place = { root: folder, state: fileStore(join(folder, '.pmjob')), path: 'a.pmjob.json' };
  expect(await moveLinks(place, async () => place, dependencies)).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

/** Renames on the disk, as the editor does before it tells. */
async function move(from: Desk, old: string, to: Desk, now: string, life: 'alive' | 'dead' = 'dead'): Promise<number> {
  await mkdir(dirname(join(to.folder, now)), { recursive: true });
  await rename(join(from.folder, old), join(to.folder, now));
  const place = ({ folder, state }: Desk, path: string): Place => ({ root: folder, state, path });
  return moveLinks(place(from, old), async (file) => place(to, now + file.slice(old.length)), {
    ...dependencies,
    ownerLife: async () => life,
  });
}

async function files(desk: Desk): Promise<string[]> {
  const links = JSON.parse((await desk.state.read('links.json')) ?? '{"links":[]}');
  return links.links.map(({ file }: { file: string }) => file);
}
