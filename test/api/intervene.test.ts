import { expect, test } from 'vitest';
import { confirmIntervention } from '../../api/intervene/confirm.ts';
import { intentOf, writeIntent } from '../../api/intervene/intent.ts';
import { intervene } from '../../api/intervene/intervene.ts';
import type { InterventionKind, InterventionOutcome, InterventionPlan } from '../../api/intervene/intervention.ts';
import { planIntervention } from '../../api/intervene/plan.ts';
import { describeIntervention, renderIntervention } from '../../api/intervene/text.ts';
import { readLinks } from '../../api/link/links.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { PARENT_ID, sample } from '../sandbox/support.ts';
import { patientClock } from '../support/patient-clock.ts';
import { type Desk, deskFor, everythingIn, NEVER } from './support.ts';

const { preDeployActions, postDeployActions, ...WITHOUT_SCRIPTS } = sample('create-linux-rollback.request');
const BODY: JsonObject = { ...WITHOUT_SCRIPTS, status: 'Disabled', scheduleType: 'On-demand' };
const STATUS = { method: 'POST', path: '/pm/v1/deploymentjobs/update/status/*' };
const DELETE = { method: 'DELETE', path: '/pm/v1/deploymentjobs' };

type Job = { file: JsonObject | string } | { id: string };

async function prepare(desk: Desk, kind: InterventionKind, job: Job) {
  const text = 'file' in job ? (typeof job.file === 'string' ? job.file : JSON.stringify(job.file)) : '';
  const wanted = 'file' in job ? { file: { path: 'job.pmjob.json', text } } : job;
  return planIntervention({ kind, job: wanted }, desk.dependencies, NEVER);
}

async function planOf(desk: Desk, kind: InterventionKind, job: Job): Promise<InterventionPlan> {
  const prepared = await prepare(desk, kind, job);
  if (prepared.kind !== 'plan') throw new Error(describeIntervention(prepared.outcome));
  return prepared.plan;
}

async function carryOut(desk: Desk, plan: InterventionPlan): Promise<InterventionOutcome> {
  const confirmed = confirmIntervention(plan, { kind: 'flag', typedJobName: plan.jobName });
  if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
  return intervene(confirmed, desk.dependencies, NEVER);
}

async function perform(desk: Desk, kind: InterventionKind, job: Job): Promise<InterventionOutcome> {
  const prepared = await prepare(desk, kind, job);
  return prepared.kind === 'plan' ? carryOut(desk, prepared.plan) : prepared.outcome;
}

async function pushed(body = BODY): Promise<{ desk: Desk; id: string }> {
  const desk = await deskFor();
  const outcome = await desk.push(body);
  return { desk, id: outcome.id ?? '' };
}

async function requests(desk: Desk, part: string): Promise<number> {
  return (await desk.writes()).filter((line) => line.includes(part)).length;
}

const intents = async (desk: Desk) => (await desk.files()).filter((file) => file.startsWith('intents'));

test('a file that is enabled says before what starts, and where; nothing else of the job changes', async () => {
  const { desk, id } = await pushed();
  const before = (await desk.sandbox.read(id)).job;
  const plan = await planOf(desk, 'enable', { file: BODY });
  const text = renderIntervention(plan).join('\n');
  for (const part of [id, String(BODY.name), 'starts at once', '1 asset', new URL(desk.sandbox.url).host])
    expect(text).toContain(part);
  expect(plan.notes.map(({ code }) => code)).toEqual(['file-says-otherwise']);
  expect(await carryOut(desk, plan)).toMatchObject({ kind: 'done', id });
  const { status, updatedBy, ...after } = (await desk.sandbox.read(id)).job;
  expect(status).toBe('Enabled');
  expect({ ...after, status: before.status, updatedBy: before.updatedBy }).toEqual(before);
  expect(await intents(desk)).toEqual([]);
  expect(await everythingIn(desk)).toContain('"outcome":"enabled"');
});

test('what is so already is not sent', async () => {
  const { desk, id } = await pushed();
  expect(await perform(desk, 'disable', { id: id.toUpperCase() })).toMatchObject({ kind: 'unchanged', id });
  expect(await requests(desk, 'status')).toBe(0);
});

test('a push after it notices what somebody else changed before it, and keeps the scripts', async () => {
  const body = { ...sample('create-linux-rollback.request'), status: 'Disabled' };
  const { desk, id } = await pushed(body);
  await perform(desk, 'enable', { id });
  expect(await desk.push({ ...body, status: 'Enabled', timeout: 7 })).toMatchObject({ kind: 'updated' });
  await desk.sandbox.update(id, { ...JSON.parse(await bodyNow(desk, id)), description: 'somebody else' });
  await perform(desk, 'disable', { id });
  expect(await desk.push({ ...body, timeout: 7 })).toMatchObject({
    kind: 'conflict',
    conflicts: expect.arrayContaining([expect.objectContaining({ pointer: '/description' })]),
  });
});

async function bodyNow(desk: Desk, id: string): Promise<string> {
  const { preDeployActions: _pre, postDeployActions: _post, ...job } = (await desk.sandbox.read(id)).job;
  return JSON.stringify(job);
}

test('a deleted job takes its links along, and leaves the files', async () => {
  const { desk, id } = await pushed();
  await desk.push(BODY, { path: 'copy.pmjob.json', link: id });
  await desk.push({ ...BODY, name: 'Child', linkedJobId: id }, { path: 'child.pmjob.json' });
  const plan = await planOf(desk, 'delete', { file: BODY });
  expect(plan.notes.map(({ code }) => code).sort()).toEqual(['chained-job', 'file-stays', 'file-stays']);
  expect(confirmIntervention(plan, { kind: 'flag' }).kind).toBe('job-name-not-typed');
  expect(confirmIntervention(plan, { kind: 'flag', typedJobName: 'another' }).kind).toBe('job-name-not-typed');
  expect(await carryOut(desk, plan)).toMatchObject({ kind: 'done', id });
  expect((await desk.sandbox.read(id)).status).toBe(404);
  expect((await readLinks(desk.state)).map(({ file }) => file)).toEqual(['child.pmjob.json']);
  expect(await desk.push(BODY)).toMatchObject({ kind: 'created' });
});

test('a protected connection wants its name typed', async () => {
  const { desk } = await pushed();
  const plan = await planOf(desk, 'enable', { file: BODY });
  const careful = { ...plan, target: { ...plan.target, protected: true } };
  expect(confirmIntervention(careful, { kind: 'dialog' })).toMatchObject({ kind: 'name-not-typed' });
  expect(confirmIntervention(careful, { kind: 'dialog', typedName: 'sandbox' }).kind).toBe('confirmed');
});

test.each([
  ['enable', STATUS, 'dropped before', { fault: 'drop-before' }],
  ['enable', STATUS, 'a 500', { fault: 'server-error' }],
  ['delete', DELETE, 'dropped before', { fault: 'drop-before' }],
  ['delete', DELETE, 'an answer about nothing', { fault: 'answer', status: 200, body: [] }],
] satisfies [InterventionKind, JsonObject, string, JsonObject][])(
  '%s that is %s is unknown, sent once; the next attempt settles it',
  async (kind, match, _, fault) => {
    const { desk, id } = await pushed();
    await desk.sandbox.plan({ ...fault, match });
    const outcome = await perform(desk, kind, { id });
    expect(outcome.kind).toBe('unknown');
    expect(describeIntervention(outcome)).toContain('sends nothing twice');
    expect(await requests(desk, 'deploymentjobs')).toBe(1);
    expect(await intents(desk)).toHaveLength(1);
    const again = await planOf(desk, kind, { id });
    expect(again.notes.map(({ code }) => code)).toContain('earlier-attempt-not-accepted');
    expect(await carryOut(desk, again)).toMatchObject({ kind: 'done' });
    expect(await intents(desk)).toEqual([]);
  },
);

test.each([
  ['enable', STATUS, { fault: 'drop-after' }],
  ['enable', STATUS, { fault: 'truncated-json' }],
  ['delete', DELETE, { fault: 'drop-after' }],
  ['delete', DELETE, { fault: 'server-error', after: true }],
] satisfies [InterventionKind, JsonObject, JsonObject][])(
  '%s whose answer is lost is seen to have gone through: %s',
  async (kind, match, fault) => {
    const { desk, id } = await pushed();
    await desk.sandbox.plan({ ...fault, match });
    const outcome = await perform(desk, kind, { file: BODY });
    expect(outcome).toMatchObject({ kind: 'done', id });
    expect(outcome.notes.map(({ code }) => code)).toContain('answer-lost');
    expect(await requests(desk, 'deploymentjobs')).toBe(1);
    expect(await readLinks(desk.state)).toHaveLength(kind === 'delete' ? 0 : 1);
  },
);

test('a delete that ended in an error did not go through because a gateway knows no job', async () => {
  const { desk, id } = await pushed();
  const plan = await planOf(desk, 'delete', { file: BODY });
  const address = { method: 'GET', path: `/pm/v1/deploymentjob/${id}` };
  await desk.sandbox.plan(
    { fault: 'server-error', match: DELETE },
    { fault: 'answer', status: 404, body: 'default backend - 404', match: address, skip: 1, times: 99 },
  );
  expect((await carryOut(desk, plan)).kind).toBe('unknown');
  expect(await readLinks(desk.state)).toHaveLength(1);
  expect(await intents(desk)).toHaveLength(1);
});

test('an attempt that was cut off before its answer is settled by the next', async () => {
  const { desk, id } = await pushed();
  await desk.sandbox.plan(
    { fault: 'drop-after', match: DELETE },
    { fault: 'server-error', match: { method: 'GET' }, skip: 2, times: 99 },
  );
  expect((await perform(desk, 'delete', { id })).kind).toBe('unknown');
  await desk.sandbox.send('DELETE', '/_sandbox/faults');
  const settled = await perform(desk, 'delete', { id });
  expect(settled).toMatchObject({ kind: 'done', id });
  expect(settled.notes.map(({ code }) => code)).toEqual(['earlier-attempt-went-through']);
  expect(await requests(desk, 'DELETE')).toBe(1);
  expect(await readLinks(desk.state)).toEqual([]);
});

test.each([
  ['a 403', { fault: 'forbidden' }],
  ['a 429', { fault: 'rate-limited' }],
  ['a 409', { fault: 'conflict' }],
])('%s is a refusal; nothing is recorded but a line', async (_, fault) => {
  const { desk, id } = await pushed();
  await desk.sandbox.plan({ ...fault, match: STATUS });
  expect((await perform(desk, 'enable', { id })).kind).toBe('rejected');
  expect(await intents(desk)).toEqual([]);
  expect(await requests(desk, 'status')).toBe(1);
});

test('an answer that says failed is a refusal when looking shows nothing else', async () => {
  const { desk, id } = await pushed();
  const body = [{ id, name: 'x', status: 'failed' }];
  await desk.sandbox.plan({ fault: 'answer', status: 200, body, match: STATUS });
  expect(await perform(desk, 'enable', { id })).toMatchObject({ kind: 'rejected', failure: undefined });
});

test('a request that is still on its way is waited for, and not sent again by the next attempt', async () => {
  const desk = await deskFor({ patience: 500 });
  const { id = '' } = await desk.push(BODY);
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 3_000, match: STATUS });
  expect((await perform(desk, 'enable', { id })).kind).toBe('unknown');
  // The pauses between looks, shortened.
  desk.dependencies.clock = { ...patientClock, sleep: () => new Promise((resolve) => setTimeout(resolve, 400)) };
  const next = await perform(desk, 'enable', { id });
  expect(next).toMatchObject({ kind: 'unchanged' });
  expect(next.notes.map(({ code }) => code)).toContain('earlier-attempt-went-through');
  expect(await requests(desk, 'update/status')).toBe(1);
});

test('a job that changed since it was shown is not touched', async () => {
  const { desk, id } = await pushed();
  const plan = await planOf(desk, 'delete', { id });
  await desk.sandbox.update(id, { ...JSON.parse(await bodyNow(desk, id)), description: 'somebody else' });
  expect(await carryOut(desk, plan)).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] });
  expect(await requests(desk, 'DELETE')).toBe(0);
  expect(await intents(desk)).toEqual([]);
});

test('two at once: the second sends nothing', async () => {
  const { desk, id } = await pushed();
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 500, match: STATUS });
  const plan = await planOf(desk, 'enable', { id });
  const first = carryOut(desk, plan);
  while ((await requests(desk, 'status')) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await perform(desk, 'enable', { id })).toMatchObject({ kind: 'unknown', failure: { kind: 'job-under-way' } });
  expect((await first).kind).toBe('done');
  expect(await requests(desk, 'status')).toBe(1);
});

test('a push that was planned before does not undo what is being done to the job', async () => {
  const { desk, id } = await pushed();
  const prepared = await desk.prepare({ ...BODY, timeout: 8 });
  if (prepared.kind !== 'plan') throw new Error(prepared.kind);
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 500, match: STATUS });
  const first = carryOut(desk, await planOf(desk, 'enable', { id }));
  while ((await requests(desk, 'status')) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await desk.send(prepared.plan)).toMatchObject({ kind: 'failed', failure: { kind: 'job-under-way', id } });
  expect((await first).kind).toBe('done');
  expect(await requests(desk, 'PATCH')).toBe(0);
  expect(await intents(desk)).toEqual([]);
});

test('what a newer pmjob wrote down of the job stops it, and stays', async () => {
  const { desk, id } = await pushed();
  const plan = await planOf(desk, 'enable', { id });
  const intent = intentOf(plan, desk.dependencies);
  await writeIntent(desk.state, intent);
  const [name = ''] = await intents(desk);
  const newer = JSON.stringify({ ...intent, version: 2 });
  await desk.state.write(name, newer);
  expect(await perform(desk, 'enable', { id })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'intent-unreadable', path: `.pmjob/${name}` },
  });
  expect(await desk.state.read(name)).toBe(newer);
  expect(await requests(desk, 'status')).toBe(0);
});

test('a job that is gone, and a file that is no job, say so', async () => {
  const desk = await deskFor();
  expect(await perform(desk, 'enable', { id: '00000000-0000-4000-8000-000000000000' })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'job-gone' },
  });
  expect(await perform(desk, 'enable', { file: BODY })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'no-job-chosen' },
  });
  expect(await planOf(desk, 'delete', { file: { id: PARENT_ID } })).toMatchObject({ id: PARENT_ID });
});
