import { expect, test } from 'vitest';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { rejectionFindings } from '../../api/push/rejection.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { CUSTOMER_ID, sample, sandboxFor } from '../sandbox/support.ts';
import { serve } from '../support/loopback-server.ts';
import { deskFor, outcomeOf, planOf } from './support.ts';
import { deskBehind, eachJob, nextRun, type Passing } from './twisted.ts';

const BODY = sample('create-linux-rollback.request');
const NAMELESS = { id: 'eeeeeeee-0000-0000-0000-000000000000', customerId: CUSTOMER_ID };
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };

function isList({ path }: Passing): boolean {
  return path.startsWith('/pm/v1/deploymentjobs/summary');
}

function isJob({ method, path }: Passing): boolean {
  return method === 'GET' && path.startsWith('/pm/v1/deploymentjob/');
}

test('a platform that gives shorter pages than it is asked for hides no job of that name', async () => {
  const sandbox = await sandboxFor();
  await sandbox.create(BODY);
  for (let index = 0; index < 5; index++) await sandbox.create({ ...BODY, name: `Job ${index}` });
  const jobs = await sandbox.list('?pageSize=100&platform=Linux');
  const desk = await deskBehind(
    (passing) => {
      if (!isList(passing) || !passing.path.includes('Linux')) return;
      const page = Number(/pageNumber=(\d+)/.exec(passing.path)?.[1]);
      passing.body = JSON.stringify(jobs.slice(page * 2, page * 2 + 2));
    },
    { sandbox },
  );
  expect(outcomeOf(await desk.prepare(BODY))).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'same-name' }] });
});

test('a platform that shows no job makes no second one of a linked file, and says why', async () => {
  let hidden = false;
  const desk = await deskBehind((passing) => {
    if (hidden && isList(passing)) passing.body = '[]';
  });
  const { id } = await desk.push(BODY);
  hidden = true;
  const later = await nextRun(desk);
  const outcome = outcomeOf(await later.prepare({ ...BODY, description: 'Edited since' }));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'subscription-unknown', id } });
  expect(describeOutcome(outcome)).toContain(`job.pmjob.json was job ${id} at that address`);
  const copy = outcomeOf(await later.prepare({ ...BODY, id: id ?? '' }, { path: 'copy.pmjob.json' }));
  expect(copy).toMatchObject({ kind: 'unchanged', id });
  expect(planOf(await later.prepare(BODY, { createNew: true })).action).toBe('create');
});

test('a lost create is not taken for one that was not accepted while the platform shows no job', async () => {
  let hidden = false;
  const desk = await deskBehind((passing) => {
    if (hidden && isList(passing)) passing.body = '[]';
  });
  await desk.sandbox.plan({ fault: 'server-error', after: true, match: CREATE });
  const plan = planOf(await desk.prepare(BODY));
  hidden = true;
  expect((await desk.send(plan)).kind).toBe('unknown');
  const outcome = outcomeOf(await (await nextRun(desk)).prepare(BODY));
  expect(outcome).toMatchObject({ kind: 'unknown', failure: { kind: 'subscription-unknown' } });
  hidden = false;
  expect(outcomeOf(await (await nextRun(desk)).prepare(BODY)).kind).toBe('unchanged');
  expect(await desk.writes()).toHaveLength(1);
});

test('a job whose subscription nobody tells is not linked, and that is said', async () => {
  const desk = await deskBehind((passing) => {
    if (isList(passing) || passing.path.startsWith('/pm/v1/deploymentjob'))
      eachJob(passing, (job) => delete job.customerId);
  });
  const outcome = await desk.push(BODY);
  expect(outcome.kind).toBe('created');
  expect(outcome.notes.map(({ code }) => code)).toContain('not-linked');
  expect(await desk.push({ ...BODY, id: outcome.id ?? '' })).toMatchObject({ kind: 'unchanged' });
});

test('a job of another subscription than the platform’s is not changed', async () => {
  const desk = await deskBehind((passing) => {
    if (isJob(passing))
      eachJob(passing, (job) => Object.assign(job, { customerId: 'aaaaaaaa-0000-0000-0000-000000000000' }));
  });
  await desk.push(BODY);
  const outcome = outcomeOf(await desk.prepare({ ...BODY, description: 'Edited since' }));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'other-customer' } });
});

test('a part of a job is no job: an update is not composed from it', async () => {
  const desk = await deskBehind((passing) => {
    if (isJob(passing)) eachJob(passing, (job) => delete job.scheduleType);
  });
  await desk.push(BODY);
  const outcome = outcomeOf(await desk.prepare({ ...BODY, description: 'Edited since' }));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'not-understood' } });
});

test.each([
  ['its id alone', ({ id }: JsonObject) => ({ id: id ?? null })],
  ['nothing', () => null],
  ['an empty list', () => []],
  ['another job', (job: JsonObject) => ({ ...job, id: 'eeeeeeee-0000-0000-0000-000000000000' })],
])('a write that is answered by %s is looked up, and recorded as the platform has it', async (_, answer) => {
  const desk = await deskBehind((passing) => {
    if (passing.method === 'PATCH') passing.body = JSON.stringify(answer(JSON.parse(passing.body)));
  });
  const { id } = await desk.push(BODY);
  const updated = await desk.push({ ...BODY, description: 'Edited since' });
  expect(updated).toMatchObject({ kind: 'updated', id });
  expect(updated.notes.map(({ code }) => code)).toEqual(['answer-lost']);
  expect(outcomeOf(await desk.prepare({ ...BODY, description: 'Edited since' })).kind).toBe('unchanged');
});

test.each([
  ['204', { status: 204, body: '' }],
  ['202 without a word', { status: 202, body: '' }],
])('an update that is answered by %s is looked up', async (_, answer) => {
  const desk = await deskBehind((passing) => {
    if (passing.method === 'PATCH') Object.assign(passing, answer);
  });
  await desk.push(BODY);
  expect(await desk.push({ ...BODY, description: 'Edited since' })).toMatchObject({ kind: 'updated' });
  expect((await desk.writes()).filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
});

test('a create that is answered by a job that was there before is looked up', async () => {
  const sandbox = await sandboxFor();
  const old = await sandbox.create(BODY);
  const desk = await deskBehind(
    (passing) => {
      if (passing.method === 'POST') passing.body = JSON.stringify(old);
    },
    { sandbox },
  );
  const outcome = await desk.push(BODY, { createNew: true });
  expect(outcome.kind).toBe('created');
  expect(outcome.id).not.toBe(old.id);
  expect(outcome.notes.map(({ code }) => code)).toContain('answer-lost');
});

test.each([
  ['objects in pages', () => ({ content: [], totalElements: 0 })],
  ['entries without an id', () => [{ name: 'x' }]],
  ['entries without a name', () => [NAMELESS]],
  ['entries whose name is null', () => [{ ...NAMELESS, name: null }]],
  ['entries whose name is empty', () => [{ ...NAMELESS, name: '' }]],
  ['null', () => null],
])('a list of %s is not taken for an empty one', async (_, answer) => {
  const desk = await deskBehind((passing) => {
    if (isList(passing)) passing.body = JSON.stringify(answer());
  });
  expect(outcomeOf(await desk.prepare(BODY))).toMatchObject({ kind: 'failed', failure: { kind: 'not-understood' } });
});

test.each([
  ['create', 'POST'],
  ['update', 'PATCH'],
])('a %s that is answered 407 was not accepted, for want of a sign-in to a proxy', async (_, method) => {
  const desk = await deskBehind((passing) => {
    if (passing.method === method) Object.assign(passing, { status: 407, body: '' });
  });
  if (method === 'PATCH') await desk.push(BODY);
  const outcome = await desk.push({ ...BODY, description: 'Edited since' });
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { status: 407 } });
  expect(describeOutcome(outcome)).toContain('wants a sign-in of its own (status 407)');
  expect(rejectionFindings(outcome)).toEqual([]);
  expect((await desk.files()).filter((file) => file.startsWith('intents'))).toEqual([]);
});

test('a list of jobs that never ends is given up, and that is said', async () => {
  let page = 0;
  const url = await serve((_, response) => {
    page += 1;
    response.end(JSON.stringify([{ ...NAMELESS, id: `job-${page}`, name: 'x' }]));
  });
  const desk = await deskFor({ baseUrl: url });
  const outcome = outcomeOf(await desk.prepare(BODY));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'too-large-answer' } });
  expect(describeOutcome(outcome)).toContain('each of 1000 pages had new ones');
});

test.each([
  ['trims it', (name: string) => name.trim()],
  ['cuts it off at 255 characters', (name: string) => name.slice(0, 255)],
])('a lost create of an odd name is found again on a platform that %s', async (_, tidy) => {
  const desk = await deskBehind((passing) => {
    if (isList(passing) || isJob(passing))
      eachJob(passing, (job) => Object.assign(job, { name: tidy(String(job.name)) }));
  });
  const body = { ...BODY, name: `  "Ünï\u0301cøde" ${'x'.repeat(300)} ` };
  await desk.sandbox.plan({ fault: 'drop-after', match: CREATE });
  const lost = await desk.push(body, { allowErrors: true });
  expect(['created', 'unknown']).toContain(lost.kind);
  const next = await (await nextRun(desk)).push(body, { allowErrors: true });
  expect(['conflict', 'unchanged', 'updated']).toContain(next.kind);
  expect((await desk.writes()).filter((line) => line.startsWith('POST'))).toHaveLength(1);
});
