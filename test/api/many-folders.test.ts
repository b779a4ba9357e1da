import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { type Desk, deskFor, outcomeOf, planOf, temporaryFolder } from './support.ts';

// One job and several folders, and one folder and several platforms.

const SCRIPT = { action: 'Run Script', params: { actionItem: 'Stop it' }, script: 'ZWNobyAx', scriptType: 'sh' };
const BODY: JsonObject = {
  ...sample('create-linux-rollback.request'),
  preDeployActions: [SCRIPT],
  postDeployActions: null,
};
const EDITED: JsonObject = { ...BODY, description: 'Edited since' };

async function describedAs(desk: Desk, id: string | undefined): Promise<unknown> {
  return (await desk.sandbox.read(id ?? '')).job.description;
}

test('one file on test and on production is a job on each, with a base of its own', async () => {
  const onTest = await deskFor();
  const production = await deskFor({ folder: onTest.folder });
  const [one, other] = [await onTest.push(BODY), await production.push(BODY)];
  expect([one.kind, other.kind]).toEqual(['created', 'created']);
  expect(one.id).not.toBe(other.id);

  expect(await onTest.push(EDITED)).toMatchObject({ kind: 'updated', id: one.id });
  expect([await describedAs(onTest, one.id), await describedAs(production, other.id)]).toEqual([
    EDITED.description,
    BODY.description,
  ]);
  // What was pushed to one platform is no earlier push to the other.
  const plan = planOf(await production.prepare(EDITED));
  expect(plan).toMatchObject({ id: other.id, changes: [{ pointer: '/description', before: BODY.description }] });
  expect(plan.notes).toEqual([]);
  expect((await production.send(plan)).kind).toBe('updated');
  expect(outcomeOf(await onTest.prepare(EDITED)).kind).toBe('unchanged');
});

test('a clone that has what is committed knows the job, its base, and its scripts', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const clone = await deskFor({ sandbox: desk.sandbox, folder: await cloneOf(desk) });
  expect(outcomeOf(await clone.prepare(BODY))).toMatchObject({ kind: 'unchanged', id });
  expect(await clone.push(EDITED)).toMatchObject({ kind: 'updated', id });
  const { preDeployActions, ...withoutScripts } = EDITED;
  expect((await desk.push({ ...withoutScripts, timeout: 7 })).kind).toBe('conflict');
});

test('a clone without links makes no second job: it asks, and is told which one', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const clone = await deskFor({ sandbox: desk.sandbox });
  expect(outcomeOf(await clone.prepare(EDITED))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'same-name', jobs: [{ id }] }],
  });
  const linked = await clone.push(EDITED, { link: id ?? '' });
  expect(linked).toMatchObject({ kind: 'updated', id });
  expect(linked.notes.map(({ code }) => code)).toContain('no-base');
  expect(await clone.push(EDITED)).toMatchObject({ kind: 'unchanged', id });
});

test('a pipeline that keeps nothing updates by the id in the file, and never creates', async () => {
  const desk = await deskFor();
  const { id = '' } = await desk.push(BODY);
  for (const description of ['Run 1', 'Run 2', 'Run 2']) {
    const pipeline = await deskFor({ sandbox: desk.sandbox });
    const outcome = await pipeline.push({ ...BODY, id, description });
    expect(outcome).toMatchObject({ id });
    expect(outcome.notes.map(({ code }) => code)).toContain('no-base');
    expect(await describedAs(desk, id)).toBe(description);
  }
  const writes = (await desk.writes()).map((line) => line.split(' ')[0]);
  expect(writes.filter((method) => method === 'POST')).toHaveLength(1);
});

test('a pipeline that keeps nothing, whose file has no script of a job that has one, sends nothing', async () => {
  const desk = await deskFor();
  const { id = '' } = await desk.push(BODY);
  const pipeline = await deskFor({ sandbox: desk.sandbox });
  expect(outcomeOf(await pipeline.prepare({ id, description: 'Run 1' }))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'script-unknown', pointer: '/preDeployActions/0/script' }],
  });
});

test.each([
  ['cut off', '{"version":1,"origin":'],
  ['with merge-conflict marks', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n'],
  ['of something else', '[]'],
])('a base that is %s counts as none, and is written anew', async (_, text) => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const [base = ''] = (await desk.files()).filter((file) => file.startsWith('base/'));
  await writeFile(join(desk.folder, '.pmjob', base), text);
  const outcome = await desk.push(EDITED);
  expect(outcome).toMatchObject({ kind: 'updated', id });
  expect(outcome.notes.find(({ code }) => code === 'no-base')?.message).toContain(`${base}, which tells of`);
  expect(JSON.parse(await readFile(join(desk.folder, '.pmjob', base), 'utf8'))).toMatchObject({ id });
  expect(outcomeOf(await desk.prepare(EDITED))).toMatchObject({ kind: 'unchanged', notes: [] });
});

test('nothing is sent from a folder where nothing can be kept', async () => {
  const folder = await temporaryFolder();
  // Also for somebody whom no permission stops.
  await writeFile(join(folder, '.pmjob'), 'a file in the place of the folder');
  const desk = await deskFor({ folder });
  const outcome = await desk.push(BODY);
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'state-not-written' } });
  expect(await desk.writes()).toEqual([]);
});

/** What git brings to another machine. */
async function cloneOf({ folder }: Desk): Promise<string> {
  const clone = await temporaryFolder();
  const ignored = (await readFile(join(folder, '.pmjob/.gitignore'), 'utf8')).split('\n');
  for (const name of await readdir(folder)) await cp(join(folder, name), join(clone, name), { recursive: true });
  for (const name of ['intents', 'history', 'locks'])
    if (ignored.includes(`${name}/`)) await rm(join(clone, '.pmjob', name), { recursive: true, force: true });
  return clone;
}
