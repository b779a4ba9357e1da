import { expect, test } from 'vitest';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { objects, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, outcomeOf, planOf } from './support.ts';

const { preDeployActions, postDeployActions, ...BODY } = sample('create-linux-rollback.request');

/** Somebody else changes the job at the next look. */
async function changeBehind(desk: Desk, id: string | undefined, change: JsonObject): Promise<void> {
  const path = `/pm/v1/deploymentjob/${id}`;
  await desk.sandbox.plan({ fault: 'changed-by-somebody-else', change, match: { method: 'GET', path } });
}

test('a field that the file names and somebody else changed is a conflict, changed in the file or not', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await changeBehind(desk, id, { timeout: 9 });
  const conflict = { kind: 'changed-on-server', pointer: '/timeout', label: 'Patch window', base: 6, server: 9 };
  expect(outcomeOf(await desk.prepare(BODY))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ ...conflict, file: 6 }],
  });
  expect(outcomeOf(await desk.prepare({ ...BODY, timeout: 8 }))).toMatchObject({
    conflicts: [{ ...conflict, file: 8 }],
  });
  expect(await desk.writes()).toHaveLength(1);
});

test('the same change on both sides is agreement', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await changeBehind(desk, id, {
    timeout: 9,
    assetIds: ['7F0D3A16-22C9-4D2B-9E0A-58B1C64F7A11', 'd543e2a2-3860-461f-bd59-d718c31d2344'],
  });
  const assetIds = ['d543e2a2-3860-461f-bd59-d718c31d2344', '7f0d3a16-22c9-4d2b-9e0a-58b1c64f7a11'];
  expect(outcomeOf(await desk.prepare({ ...BODY, timeout: 9, assetIds }))).toMatchObject({ kind: 'unchanged', id });
});

test('a field that the file does not name never conflicts; a note says that it changed', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await changeBehind(desk, id, { matchAllTagIds: ['6c1f0b8d-3d52-4e9b-8f46-d2b95a7c4e03'] });
  const plan = planOf(await desk.prepare({ ...BODY, description: 'x' }));
  expect(plan.notes.map(({ code, pointer }) => [code, pointer])).toEqual([['changed-on-server', '/matchAllTagIds']]);
  expect((await desk.send(plan)).kind).toBe('updated');
  expect((await desk.sandbox.read(id)).job.matchAllTagIds).toEqual(['6c1f0b8d-3d52-4e9b-8f46-d2b95a7c4e03']);
});

test('scripts of a job that somebody else changed cannot be compared', async () => {
  const desk = await deskFor();
  const whole: JsonObject = { ...BODY, preDeployActions: preDeployActions ?? null, postDeployActions: null };
  const { id } = await desk.push(whole);
  await changeBehind(desk, id, { matchAllTagIds: [] });
  expect(outcomeOf(await desk.prepare(whole))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'script-unknown', pointer: '/preDeployActions/0/script' }],
  });
});

test('without a base the file and the server are compared alone, and a note says so', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const elsewhere = await deskFor({ sandbox: desk.sandbox });
  await desk.sandbox.update(id, { ...BODY, timeout: 9 });
  const plan = planOf(await elsewhere.prepare({ ...BODY, id: id ?? null }));
  expect(plan.changes).toEqual([{ pointer: '/timeout', label: 'Patch window', before: 9, after: 6 }]);
  expect(plan.notes.map(({ code }) => code)).toEqual(['no-base']);
});

test('an action that somebody took away does not come back by itself, nor does the order that somebody changed', async () => {
  const install = (actionItem: string): JsonObject => ({
    action: 'Install Software',
    params: { actionItem, downloadURL: 'https://example.com/x', installMethod: 0 },
  });
  const [one, two] = [install('one'), install('two')];
  const desk = await deskFor();
  const whole: JsonObject = { ...BODY, postDeployActions: [one, two] };
  const { id } = await desk.push(whole);
  const [first, second] = objects((await desk.sandbox.read(id)).job.postDeployActions);

  await changeBehind(desk, id, { postDeployActions: [second ?? null, first ?? null] });
  const moved = outcomeOf(await desk.prepare(whole));
  expect(moved).toMatchObject({
    kind: 'conflict',
    conflicts: [{ pointer: '/postDeployActions', base: ['one', 'two'], server: ['two', 'one'], file: ['one', 'two'] }],
  });
  expect(outcomeOf(await desk.prepare({ ...whole, postDeployActions: [two, one] })).kind).toBe('unchanged');

  await changeBehind(desk, id, { postDeployActions: [second ?? null] });
  const taken = outcomeOf(await desk.prepare({ ...whole, postDeployActions: [two, one] }));
  expect(taken).toMatchObject({
    kind: 'conflict',
    conflicts: [{ pointer: '/postDeployActions/1', label: 'Post action 2', base: 'one', file: 'one' }],
  });
  expect(describeOutcome(taken)).toContain(
    'Post action 2 was changed on the server: it was "one", the server has nothing',
  );
  expect(outcomeOf(await desk.prepare({ ...whole, postDeployActions: [two] })).kind).toBe('unchanged');
});

test('overwriting makes the file a change of the plan, with a note of whose change goes', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await changeBehind(desk, id, { timeout: 9 });
  const plan = planOf(await desk.prepare(BODY, { onConflict: 'overwrite' }));
  expect(plan.changes).toEqual([{ pointer: '/timeout', label: 'Patch window', before: 9, after: 6 }]);
  expect(plan.notes.map(({ code, message }) => `${code}: ${message.replace(/ on 2\S+ at \S+ UTC/, '')}`)).toEqual([
    'overwrites: Patch window was changed on the server from 6 to 9 (last change of the job: by somebody.else). This push overwrites that with 6.',
  ]);
  expect((await desk.send(plan)).kind).toBe('updated');
  expect((await desk.sandbox.read(id)).job.timeout).toBe(6);
});

test('what changes after an overwriting plan was made, is not overwritten', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await changeBehind(desk, id, { timeout: 9 });
  const plan = planOf(await desk.prepare(BODY, { onConflict: 'overwrite' }));
  await changeBehind(desk, id, { timeout: 10 });
  expect(await desk.send(plan)).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] });
  expect((await desk.sandbox.read(id)).job.timeout).toBe(10);
});

test('a script that nobody can compare goes when a person says so; one that nobody knows never', async () => {
  const desk = await deskFor();
  const whole: JsonObject = { ...BODY, preDeployActions: preDeployActions ?? null, postDeployActions: null };
  const { id } = await desk.push(whole);
  await changeBehind(desk, id, { timeout: 9 });
  const fields = outcomeOf(await desk.prepare(whole, { sendScripts: true }));
  expect(fields).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-on-server', pointer: '/timeout' }] });
  const plan = planOf(await desk.prepare({ ...whole, timeout: 9 }, { sendScripts: true }));
  expect(plan.changes).toMatchObject([{ pointer: '/preDeployActions/0/script', before: undefined, script: true }]);
  expect(plan.notes.map(({ code }) => code)).toEqual(['overwrites-script', 'changed-on-server']);
  expect((await desk.send(plan)).kind).toBe('updated');

  const stranger = await deskFor({ sandbox: desk.sandbox });
  const unknown = outcomeOf(
    await stranger.prepare({ id: id ?? null, description: 'x' }, { onConflict: 'overwrite', sendScripts: true }),
  );
  expect(unknown).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'script-unknown', sendable: false }] });
  expect(describeOutcome(unknown)).toContain('put the script itself, as base64, into the file');
});
