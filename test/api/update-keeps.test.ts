import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { sample, sandboxFor } from '../sandbox/support.ts';
import { deskFor, outcomeOf, planOf, temporaryFolder } from './support.ts';

/** What an update may not touch when the file does not name it. */
function kept(job: JsonObject): JsonObject {
  const { name, description, updatedBy, deletedBy, remediationQids, ...rest } = job;
  return JSON.parse(JSON.stringify(rest).replaceAll(/"id":(null|"[0-9a-f-]{36}"),"field"/g, '"field"'));
}

test('a short file changes what it names and nothing else, though the platform resets what a body leaves out', async () => {
  const stateFile = join(await temporaryFolder(), 'sandbox.json');
  const desk = await deskFor({ sandbox: await sandboxFor({ stateFile }) });
  const whole = sample('create-windows-chained.request');
  const created = await desk.push(whole);
  const before = (await desk.sandbox.read(created.id)).job;

  const updated = await desk.push({ id: created.id ?? null, description: 'Another description' });

  expect(updated).toMatchObject({ kind: 'updated', id: created.id });
  expect(updated.changes).toEqual([
    { pointer: '/description', label: 'Description', before: 'Created via public API', after: 'Another description' },
  ]);
  const after = (await desk.sandbox.read(created.id)).job;
  expect(after.description).toBe('Another description');
  expect(kept(after)).toEqual(kept(before));
  expect(await scriptsIn(stateFile, created.id)).toEqual([
    scriptOf(whole, 'preDeployActions'),
    scriptOf(whole, 'postDeployActions'),
  ]);
});

test('what was named and is now left out stays, and a note says so; null clears it', async () => {
  const desk = await deskFor();
  const whole = sample('create-windows-chained.request');
  const { id } = await desk.push(whole);
  const { description, assetTagIds, ...less } = whole;

  const unchanged = outcomeOf(await desk.prepare(less));
  expect(unchanged.kind).toBe('unchanged');
  expect(unchanged.notes.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['left-out', '/assetTagIds'],
    ['left-out', '/description'],
  ]);

  expect((await desk.push({ ...whole, assetTagIds: null })).kind).toBe('updated');
  expect((await desk.sandbox.read(id)).job).toMatchObject({ assetTagIds: null, description: 'Created via public API' });
});

test('actions keep their ids when they are renamed, moved and joined by another', async () => {
  const desk = await deskFor();
  const script = (actionItem: string, text: string): JsonObject => ({
    action: 'Run Script',
    params: { actionItem },
    script: Buffer.from(text).toString('base64'),
    scriptType: 'sh',
  });
  const whole: JsonObject = {
    ...sample('create-linux-rollback.request'),
    postDeployActions: [script('one', '1'), script('two', '2')],
  };
  const { id } = await desk.push(whole);
  const [one, two] = await postActions(desk, id);

  const moved = planOf(
    await desk.prepare({ ...whole, postDeployActions: [script('zero', '0'), script('two', '2'), script('one', '1')] }),
  );
  expect(moved.changes.map(({ pointer, label }) => [pointer, label])).toEqual([
    ['/postDeployActions/0/action', 'Post action 1: Kind of action'],
    ['/postDeployActions/0/params/actionItem', 'Post action 1: Name of the action'],
    ['/postDeployActions/0/script', 'Post action 1: Script'],
    ['/postDeployActions/0/scriptType', 'Post action 1: Kind of script'],
    ['/postDeployActions', 'Actions after the patches: order'],
  ]);
  expect((await desk.send(moved)).kind).toBe('updated');
  expect((await postActions(desk, id)).slice(1)).toEqual([two, one]);

  const renamed = planOf(
    await desk.prepare({ ...whole, postDeployActions: [script('zero', '0'), script('deux', '2'), script('one', '1')] }),
  );
  expect(renamed.notes.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['matched-by-position', '/postDeployActions/1'],
  ]);
  expect((await desk.send(renamed)).kind).toBe('updated');
  expect((await postActions(desk, id)).slice(1)).toEqual([two, one]);

  const fewer = planOf(await desk.prepare({ ...whole, postDeployActions: [script('deux', '2')] }));
  expect(fewer.changes.map(({ label, after }) => [label, after])).toEqual([
    ['Post action 1: removed', undefined],
    ['Post action 3: removed', undefined],
  ]);
  expect((await desk.send(fewer)).kind).toBe('updated');
  expect(await postActions(desk, id)).toEqual([two]);
});

test('a script that nobody here knows stops an update that would lose it', async () => {
  const sandbox = await sandboxFor();
  const { id } = await sandbox.create(sample('create-linux-rollback.request'));
  const desk = await deskFor({ sandbox });
  const outcome = outcomeOf(await desk.prepare({ id: id ?? null, description: 'x' }));
  expect(outcome).toMatchObject({
    kind: 'conflict',
    conflicts: [
      { kind: 'script-unknown', pointer: '/preDeployActions/0/script' },
      { kind: 'script-unknown', pointer: '/postDeployActions/0/script' },
    ],
  });
  expect(outcome.notes.map(({ code }) => code)).toContain('no-base');
});

test('another parent does not get the chain rules of the former one', async () => {
  const desk = await deskFor();
  const whole = sample('create-windows-chained.request');
  const { id } = await desk.push(whole);
  const { chainedJobRule, ...rest } = whole;
  const plan = planOf(await desk.prepare({ ...rest, linkedJobId: null }));
  expect(plan.notes.map(({ code }) => code)).toContain('chain-dropped');
  expect((await desk.send(plan)).kind).toBe('updated');
  expect((await desk.sandbox.read(id)).job).toMatchObject({ linkedJobId: null, linkedToJob: null });
});

test('the status is the server’s unless the file changes it', async () => {
  const desk = await deskFor();
  const whole = sample('create-linux-rollback.request');
  const { id } = await desk.push(whole);
  await desk.sandbox.send('POST', '/pm/v1/deploymentjobs/update/status/Enabled', { ids: [id ?? null] });

  const plan = planOf(
    await desk.prepare({
      id: id ?? null,
      status: 'Disabled',
      name: 'Renamed',
      preDeployActions: null,
      postDeployActions: null,
    }),
  );
  expect(JSON.parse(plan.body)).toMatchObject({ status: 'Enabled', name: 'Renamed' });
  expect(plan.startsAtOnce).toBe(true);
  expect(plan.notes.map(({ code }) => code)).toContain('status-kept');
});

async function postActions(
  { sandbox }: { sandbox: { read(id: string | undefined): Promise<{ job: JsonObject }> } },
  id: string | undefined,
) {
  const { postDeployActions } = (await sandbox.read(id)).job;
  return (Array.isArray(postDeployActions) ? postDeployActions : []).map((action) =>
    isObject(action) ? action.actionId : null,
  );
}

async function scriptsIn(stateFile: string, id: string | undefined): Promise<unknown[]> {
  const text = await readFile(stateFile, 'utf8');
  const jobs: JsonObject[] = [];
  JSON.parse(text, (_, value) => {
    if (isObject(value) && value.id === id && 'preDeployActions' in value) jobs.push(value);
    return value;
  });
  const [job] = jobs;
  return job === undefined ? [] : [scriptOf(job, 'preDeployActions'), scriptOf(job, 'postDeployActions')];
}

function scriptOf(job: JsonObject, list: string): unknown {
  const actions = job[list];
  const first = Array.isArray(actions) ? actions[0] : undefined;
  return isObject(first) ? first.script : undefined;
}
