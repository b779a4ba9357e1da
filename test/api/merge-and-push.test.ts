import { expect, test } from 'vitest';
import { type Merged, mergeFile } from '../../api/merge/merge-file.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import type { PushRequest } from '../../api/push/request.ts';
import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { objects, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, NEVER, outcomeOf, planOf } from './support.ts';

type WholeMerge = Extract<Merged, { kind: 'merged' }>;

async function merge(desk: Desk, text: string, options: Partial<PushRequest> = {}): Promise<WholeMerge> {
  const request: PushRequest = {
    file: { path: 'job.pmjob.json', text },
    wanted: 'deploy',
    createNew: false,
    allowErrors: false,
    ...options,
  };
  const merged = await mergeFile(request, desk.dependencies, NEVER);
  if (merged.kind !== 'merged') throw new Error(JSON.stringify(merged));
  return merged;
}

/** Somebody else changes the job, as one does in the web interface, seen from the next look on. */
async function changeBehind(desk: Desk, id: Json | undefined, change: JsonObject): Promise<void> {
  const path = `/pm/v1/deploymentjob/${String(id)}`;
  await desk.sandbox.plan({ fault: 'changed-by-somebody-else', change, match: { method: 'GET', path } });
  await desk.sandbox.read(id);
}

const ASSET = '7f0d3a16-22c9-4d2b-9e0a-58b1c64f7a11';
const SAMPLES = ['create-linux-rollback', 'create-windows-chained', 'update-linux-rollback', 'update-windows-chained'];

/** Pushes a sample's body, for an update over the job of its create; answers the body as the file has it. */
async function pushSample(desk: Desk, name: string): Promise<{ id: string; body: JsonObject }> {
  const body = sample(`${name}.request`);
  if (name.startsWith('update')) {
    const { id } = await desk.sandbox.create(sample(`${name.replace('update', 'create')}.request`));
    body.id = id ?? null;
  }
  const outcome = await desk.push(body);
  if (outcome.kind !== 'created' && outcome.kind !== 'updated') throw new Error(JSON.stringify(outcome));
  return { id: outcome.id, body };
}

/** What somebody else makes of a job, from what the server answers and what was sent. */
type Change = (answer: JsonObject, sent: JsonObject) => JsonObject;

/** Each with its place in the file. */
const CHANGES: [what: string, pointer: string, change: Change][] = [
  ['a number', '/timeout', () => ({ timeout: 17 })],
  ['a text', '/description', () => ({ description: 'of somebody else' })],
  [
    'a nested field',
    '/postDeployment/rebootCountdown/interval',
    ({ postDeployment }) => ({ postDeployment: withSet(postDeployment, ['rebootCountdown', 'interval'], 41) }),
  ],
  [
    'a list of ids',
    '/assetIds',
    ({ assetIds }) => ({ assetIds: [...(Array.isArray(assetIds) ? assetIds : []), ASSET] }),
  ],
  [
    "an action's field",
    '/preDeployActions/0/params/actionItem',
    ({ preDeployActions }, sent) => {
      const [first, ...others] = objects(preDeployActions);
      const { script } = objects(sent.preDeployActions)[0] ?? {};
      const renamed = withSet({ ...first, script: script ?? null }, ['params', 'actionItem'], 'of somebody else');
      return { preDeployActions: [renamed, ...others] };
    },
  ],
];

test.each(SAMPLES.flatMap((name) => CHANGES.map(([what, pointer, change]) => ({ name, what, pointer, change }))))(
  '$name: somebody else changes $what; it is found, merged and pushed',
  async ({ name, pointer, change }) => {
    const desk = await deskFor();
    const { id, body } = await pushSample(desk, name);
    const before = (await desk.sandbox.read(id)).job;
    await changeBehind(desk, id, change(before, body));
    const theirs = (await desk.sandbox.read(id)).job;
    const edited: JsonObject = { ...body, name: 'renamed in the file' };

    expect(conflictsOf(outcomeOf(await desk.prepare(edited)))).toContain(pointer);
    const merged = await merge(desk, JSON.stringify(edited, null, 2));
    // The Linux sample names the countdown as null: it is taken whole.
    const [taken, ...more] = merged.taken.map((one) => one.pointer);
    expect([pointer.startsWith(taken ?? '?'), more, merged.conflicts]).toEqual([true, [], []]);
    await merged.record();

    expect(outcomeOf(await desk.prepare(merged.text))).toMatchObject({ kind: 'conflict', conflicts: merged.scripts });
    expect(merged.scripts.length).toBeGreaterThan(0);
    const plan = planOf(await desk.prepare(merged.text, { sendScripts: true }));
    expect(plan.changes.filter(({ script }) => !script).map((one) => one.pointer)).toEqual(['/name']);
    expect((await desk.send(plan)).kind).toBe('updated');

    const { updatedBy: _, ...now } = (await desk.sandbox.read(id)).job;
    expect(now).toEqual({ ...theirs, updatedBy: undefined, name: 'renamed in the file' });
    expect(outcomeOf(await desk.prepare(merged.text)).kind).toBe('unchanged');
  },
);

test('the status is merged too, though a push leaves it to the server', async () => {
  const desk = await deskFor();
  const { id, body } = await pushSample(desk, 'create-linux-rollback');
  await changeBehind(desk, id, { status: 'Enabled' });
  const merged = await merge(desk, JSON.stringify(body, null, 2));
  expect(merged.taken).toEqual([{ pointer: '/status', label: 'Status', before: 'Disabled', after: 'Enabled' }]);
  await merged.record();
  const plan = planOf(await desk.prepare(merged.text, { sendScripts: true }));
  expect(plan.changes.filter(({ script }) => !script)).toEqual([]);
  await desk.send(plan);
  expect((await desk.sandbox.read(id)).job.status).toBe('Enabled');
});

function conflictsOf(outcome: Outcome): string[] {
  if (outcome.kind !== 'conflict') throw new Error(JSON.stringify(outcome));
  return outcome.conflicts.flatMap((conflict) => ('pointer' in conflict ? [conflict.pointer] : []));
}

function withSet(value: Json | undefined, [key, ...path]: string[], set: Json): JsonObject {
  const object = isObject(value) ? value : {};
  if (key === undefined) return object;
  return { ...object, [key]: path.length === 0 ? set : withSet(object[key], path, set) };
}
