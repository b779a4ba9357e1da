import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { rejectionFindings } from '../../api/push/rejection.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { sample } from '../sandbox/support.ts';
import { listening } from '../support/loopback-server.ts';
import { patientClock } from '../support/patient-clock.ts';
import { type Desk, type DeskOptions, deskFor, everythingIn, outcomeOf, planOf } from './support.ts';

const BODY = sample('create-linux-rollback.request');
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };
const UPDATE = { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' };

/** Is the intent of the only file there? */
async function intents(desk: Desk): Promise<string[]> {
  return (await desk.files()).filter((file) => file.startsWith('intents'));
}

/** A job that is there, and a file that changes it. */
async function changed(options?: DeskOptions): Promise<{ desk: Desk; id: string; body: JsonObject }> {
  const desk = await deskFor(options);
  const { id } = await desk.push(BODY);
  return { desk, id: id ?? '', body: { ...BODY, description: 'Another description' } };
}

test.each([
  [
    'an answer that the API gives',
    {
      fault: 'answer',
      status: 422,
      body: { _error: { errorCode: '2501', message: 'unknown value in "scheduleType"' } },
    },
    'rejected',
  ],
  [
    'a refusal in HTML',
    { fault: 'answer', status: 413, body: '<h1>too large</h1>', contentType: 'text/html' },
    'rejected',
  ],
  ['403', { fault: 'forbidden' }, 'rejected'],
  ['404', { fault: 'not-found' }, 'rejected'],
  ['409', { fault: 'conflict' }, 'rejected'],
  ['429', { fault: 'rate-limited', retryAfter: '1' }, 'rejected'],
  ['a redirect', { fault: 'redirect' }, 'rejected'],
])('an update that is answered by %s is rejected, and sent once', async (_, fault, kind) => {
  const { desk, body, id } = await changed();
  await desk.sandbox.plan({ ...fault, match: UPDATE });
  const outcome = await desk.push(body);
  expect(outcome).toMatchObject({ kind, id });
  expect((await desk.writes()).filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
  expect(await intents(desk)).toEqual([]);
});

test.each([
  ['408', { fault: 'answer', status: 408, body: {} }],
  ['500', { fault: 'server-error' }],
  ['502 in HTML', { fault: 'bad-gateway' }],
  ['a connection lost before it was accepted', { fault: 'drop-before' }],
  ['HTML with 200', { fault: 'answer', status: 200, body: '<html>sign in</html>', contentType: 'text/html' }],
  ['another job', { fault: 'answer', status: 200, body: { id: '00000000-0000-4000-8000-000000000000' } }],
])('an update that ends in %s is unknown while nothing proves it; the intent stays', async (_, fault) => {
  const { desk, body, id } = await changed();
  await desk.sandbox.plan({ ...fault, match: UPDATE });
  expect(await desk.push(body)).toMatchObject({ kind: 'unknown', id });
  expect(await intents(desk)).toHaveLength(1);
  expect((await desk.writes()).filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
});

test('an update that has no answer in time is unknown while nothing proves it; the intent stays', async () => {
  const { desk, body, id } = await changed({ patience: 1_500 });
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 4_000, match: UPDATE });
  expect(await desk.push(body)).toMatchObject({ kind: 'unknown', id });
  expect(await intents(desk)).toHaveLength(1);
});

test.each([
  ['a connection lost after it was accepted', { fault: 'drop-after' }],
  ['half an answer', { fault: 'truncated-json' }],
  ['a huge answer', { fault: 'huge-body' }],
  ['a 500 after it was carried out', { fault: 'server-error', after: true }],
])('%s: the push looks at once and sees that it went through', async (_, fault) => {
  const { desk, body, id } = await changed();
  await desk.sandbox.plan({ ...fault, match: UPDATE });
  expect(await desk.push(body)).toMatchObject({ kind: 'updated', id });
  expect(await intents(desk)).toEqual([]);
  expect(await desk.push(body)).toMatchObject({ kind: 'unchanged', id });

  const create = await deskFor();
  await create.sandbox.plan({ ...fault, match: CREATE });
  const created = await create.push(BODY);
  expect(created).toMatchObject({ kind: 'created' });
  expect(created.notes.map(({ code }) => code)).toContain('answer-lost');
  expect(await create.push(BODY)).toMatchObject({ kind: 'unchanged', id: created.id });
  expect((await create.writes()).filter((line) => line.startsWith('POST'))).toHaveLength(1);
});

test('an answer with a wrong content type but the job in it is understood', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'wrong-content-type', match: CREATE });
  expect((await desk.push(BODY)).kind).toBe('created');
});

test.each([
  { accepted: true, first: 'created' },
  { accepted: false, first: 'unknown' },
])('a create that is answered with another job is not that job: accepted $accepted', async ({ accepted, first }) => {
  const desk = await deskFor();
  const { id: other = null, ...body } = await desk.sandbox.create({ ...BODY, name: 'Somebody else’s' });
  await desk.sandbox.plan({
    fault: 'answer',
    status: 201,
    body: { id: other, ...body },
    after: accepted,
    match: CREATE,
  });
  const outcome = await desk.push(BODY);
  expect(outcome.kind).toBe(first);
  expect(outcome.id).not.toBe(other);
  const next = await desk.prepare({ ...BODY, description: 'edited' });
  if (accepted) expect(planOf(next)).toMatchObject({ action: 'update', id: outcome.id });
  // Whether the platform named the new job otherwise, only a person can tell.
  else
    expect(outcomeOf(next)).toMatchObject({
      kind: 'conflict',
      conflicts: [{ kind: 'same-name', jobs: [{ id: other }] }],
    });
  expect((await desk.writes()).filter((line) => line.startsWith('PATCH'))).toEqual([]);
});

test('a create that was lost before it was accepted is settled by the next push, and made once', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'drop-before', match: CREATE });
  expect((await desk.push(BODY)).kind).toBe('unknown');
  expect(await desk.sandbox.list(`?filter=&pageSize=100`)).not.toContainEqual(
    expect.objectContaining({ name: BODY.name }),
  );

  const again = await desk.push(BODY);
  expect(again.kind).toBe('created');
  expect(again.notes.map(({ code }) => code)).toContain('earlier-push-not-accepted');
  expect(await intents(desk)).toEqual([]);
});

test.each([
  ['nobody waited for it'],
  ['its process was killed'],
  ['nobody waited for it, and it had taken a minute to be sent', 65_000, 0],
  ['its process was killed, and it had taken a minute to be sent', 65_000, 0],
  ['its process was killed, and the clock was set forward', 0, 600_000],
])(
  'a create that is still on its way makes no second job when %s and the file is pushed at once',
  async (how, tookToBeSent = 0, setForward = 0) => {
    const desk = await deskFor({ patience: 500 });
    let ahead = -tookToBeSent;
    const now = () => new Date(Date.now() + ahead);
    desk.dependencies.clock = { ...patientClock, now };
    desk.dependencies.progress = (step) => {
      if (step === 'sending') ahead = 0;
    };
    await desk.sandbox.plan({ fault: 'delay', milliseconds: 3_000, match: CREATE });
    expect((await desk.push(BODY)).kind).toBe('unknown');
    if (how.startsWith('its process was killed')) await leaveUnderWay(desk);
    ahead = setForward;
    // The pauses between looks, shortened.
    desk.dependencies.clock = {
      ...patientClock,
      now,
      sleep: () => new Promise((resolve) => setTimeout(resolve, 400)),
    };
    const next = await desk.push(BODY);
    expect(next.kind).toBe('unchanged');
    expect(next.notes.map(({ code }) => code)).toContain('earlier-push-went-through');
    expect((await desk.writes()).filter((line) => line.startsWith('POST'))).toHaveLength(1);
  },
);

/** The intent as a process leaves it that has come to no end. */
async function leaveUnderWay(desk: Desk): Promise<void> {
  const [file = ''] = await intents(desk);
  const { stillOpen, ...intent } = JSON.parse((await desk.state.read(file)) ?? '');
  await desk.state.write(file, JSON.stringify({ ...intent, state: 'under-way' }), { secret: true });
  desk.dependencies.owner = { ...desk.dependencies.owner, processId: -1 };
  desk.dependencies.ownerLife = async () => 'dead';
}

test('a create that arrived late is found by the next push, though the file was edited since', async () => {
  const desk = await deskFor({ patience: 1_500 });
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 2_500, match: CREATE });
  expect((await desk.push(BODY)).kind).toBe('unknown');
  await expect
    .poll(() => desk.sandbox.list('?pageSize=100'), { timeout: 10_000 })
    .toContainEqual(expect.objectContaining({ name: BODY.name }));

  const plan = planOf(await desk.prepare({ ...BODY, description: 'Edited since', name: 'Renamed since' }));
  expect(plan).toMatchObject({ action: 'update' });
  expect(plan.changes.map(({ pointer }) => pointer)).toEqual(['/name', '/description']);
  expect(plan.notes.map(({ code }) => code)).toContain('earlier-push-went-through');
  expect((await desk.writes()).filter((line) => line.startsWith('POST'))).toHaveLength(1);
});

test('a lost create beside another new job of that name leaves the choice to the person', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'drop-before', match: CREATE });
  await desk.push(BODY);
  const { id } = await desk.sandbox.create({ ...BODY, description: 'Somebody else’s' });

  const stopped = outcomeOf(await desk.prepare(BODY));
  expect(stopped).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'same-name', jobs: [{ id }] }] });
  expect(await intents(desk)).toHaveLength(1);
  expect((await desk.push(BODY, { createNew: true })).kind).toBe('created');
  expect(await intents(desk)).toEqual([]);
});

test('an intent of a process that is no more is settled; one of a living process stops the push', async () => {
  const { desk, body } = await changed();
  await desk.sandbox.plan({ fault: 'drop-before', match: UPDATE });
  await desk.push(body);
  const [path = ''] = await intents(desk);
  const intent = JSON.parse(await readFile(join(desk.folder, '.pmjob', path), 'utf8'));
  expect(intent.state).toBe('unsettled');

  await desk.state.write(path, JSON.stringify({ ...intent, state: 'under-way' }));
  expect(outcomeOf(await desk.prepare(body))).toMatchObject({ kind: 'unknown', failure: { kind: 'push-under-way' } });

  const dead = { ...intent.owner, processId: 2 ** 22 - 1 };
  await desk.state.write(path, JSON.stringify({ ...intent, state: 'under-way', owner: dead }));
  const prepared = await desk.prepare(body);
  expect(planOf(prepared).notes.map(({ code }) => code)).toContain('earlier-push-not-accepted');

  await desk.state.write(path, '{"version":1,"key"');
  expect(planOf(await desk.prepare(body)).notes).toEqual([]);
  expect(await intents(desk)).toEqual([]);
});

test('two pushes of one file at once: one goes on, the other stops, one job is made', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(BODY));
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 200, match: CREATE });
  const outcomes: Outcome[] = await Promise.all([desk.send(plan), desk.send(plan)]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['created', 'unknown']);
  expect((await desk.writes()).filter((line) => line.startsWith('POST'))).toHaveLength(1);
});

test('two files of one job at once: neither is composed over the other', async () => {
  const { desk, id, body } = await changed();
  const one = planOf(await desk.prepare(body));
  const two = planOf(await desk.prepare({ id, timeout: 7 }, { path: 'copy.pmjob.json' }));
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 200, match: UPDATE });
  const outcomes = await Promise.all([desk.send(one), desk.send(two)]);
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds).not.toEqual(['updated', 'updated']);
  const job = (await desk.sandbox.read(id)).job;
  expect([job.description === body.description, job.timeout === 7]).toEqual(kinds.map((kind) => kind === 'updated'));
  for (const outcome of outcomes)
    if (outcome.kind === 'failed') expect(describeOutcome(outcome)).toContain('is being pushed already');
});

test('what changed between the plan and the push stops it', async () => {
  const { desk, body, id } = await changed();
  const plan = planOf(await desk.prepare(body));
  await desk.sandbox.plan({
    fault: 'changed-by-somebody-else',
    change: { timeout: 7 },
    match: { method: 'GET', path: `/pm/v1/deploymentjob/${id}` },
  });
  expect(await desk.send(plan)).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] });
  expect((await desk.writes()).filter((line) => line.startsWith('PATCH'))).toEqual([]);
  expect(await intents(desk)).toEqual([]);

  const create = await deskFor();
  const other = planOf(await create.prepare(BODY));
  await create.sandbox.create(BODY);
  expect(await create.send(other)).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] });
});

test('a job that another clone created at the same moment is told at once', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(BODY));
  await desk.sandbox.plan({ fault: 'created-by-somebody-else', body: BODY, match: CREATE });
  const outcome = await desk.send(plan);
  expect(outcome.kind).toBe('created');
  expect(outcome.notes.map(({ code }) => code)).toEqual(['second-job-of-that-name']);
});

test('cancelled before it is sent: nothing was sent; after: found out, or unknown', async () => {
  const { desk, id, body } = await changed();
  const plan = planOf(await desk.prepare(body));
  const before = new AbortController();
  before.abort();
  expect((await desk.send(plan, before.signal)).kind).toBe('cancelled');
  expect(await intents(desk)).toEqual([]);

  await desk.sandbox.plan({ fault: 'delay', milliseconds: 600, match: UPDATE });
  const during = new AbortController();
  const sending = desk.send(plan, during.signal);
  await expect.poll(() => desk.writes()).toContainEqual(expect.stringMatching(/^PATCH/));
  during.abort();
  expect(await sending).toMatchObject({
    kind: 'unknown',
    failure: { kind: 'sent-without-answer', cause: 'cancelled' },
  });
  await expect.poll(async () => (await desk.sandbox.read(id)).job.description).toBe(body.description);
  const settled = outcomeOf(await desk.prepare(body));
  expect(settled.kind).toBe('unchanged');
});

test('a platform that is not there, or answers as something else, is named, and no link is written', async () => {
  const other = await listening((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>'),
  );
  const { host } = new URL(other.url);
  const html = await deskFor({ baseUrl: other.url });
  const wrong = outcomeOf(await html.prepare(BODY));
  expect(wrong).toMatchObject({
    kind: 'failed',
    failure: { kind: 'not-understood', host, contentType: 'text/html' },
  });
  expect(describeOutcome(wrong)).toContain(host);
  await other.close();

  const gone = await deskFor({ baseUrl: other.url });
  expect(outcomeOf(await gone.prepare(BODY))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'unreachable', host },
  });
  await expect(gone.files()).rejects.toThrow('ENOENT');
});

test('a write that finds nobody there was not sent', async () => {
  const { desk, body } = await changed();
  const plan = planOf(await desk.prepare(body));
  const { session } = desk.dependencies;
  let looked = false;
  desk.dependencies.session = {
    connection: session.connection,
    signedIn: undefined,
    target: (signal) => session.target(signal),
    renew: (signal) => session.renew(signal),
    async send(request, signal) {
      if (request.method !== 'GET' && !looked) {
        looked = true;
        await desk.sandbox.close();
        // A request written into a connection that is just being closed may have arrived: that would be unknown.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return session.send(request, signal);
    },
  };
  expect(await desk.send(plan)).toMatchObject({ kind: 'failed', failure: { kind: 'unreachable' } });
  expect(await intents(desk)).toEqual([]);
});

test('a rejection lands on the field that the error names', async () => {
  const { desk, body } = await changed();
  await desk.sandbox.plan({
    fault: 'answer',
    status: 400,
    body: {
      _error: { errorCode: '2501', message: 'Cannot read rebootCountdown of Bearer eyJhbGciOiJI.eyJzdWIiOiJ4.c2ln' },
    },
    match: UPDATE,
  });
  const outcome = await desk.push(body);
  const [finding] = rejectionFindings(outcome);
  expect(finding).toMatchObject({
    code: 'rejected-by-platform',
    severity: 'error',
    pointer: '/postDeployment/rebootCountdown',
  });
  expect(finding?.message).toMatch(/2501.*was not understood/);
  expect(`${finding?.message} ${describeOutcome(outcome)}`).not.toContain('eyJ');
});

test('a rejection that names several fields lands on each of them', async () => {
  const { desk, body } = await changed();
  const message = 'invalid value for "scheduleType"; postDeployment.rebootCountdown.interval must be positive';
  await desk.sandbox.plan({ fault: 'answer', status: 400, body: { _error: { message } }, match: UPDATE });
  expect(rejectionFindings(await desk.push(body)).map(({ pointer }) => pointer)).toEqual([
    '/scheduleType',
    '/postDeployment/rebootCountdown/interval',
  ]);
});

test('nothing secret lies anywhere, and no script but in base, intent and versions', async () => {
  const desk = await deskFor({ credentials: { kind: 'password', username: 'sandbox', password: 'sandbox' } });
  const script = Buffer.from('Write-Output "a script that nobody should read in a log"').toString('base64');
  await desk.push({
    ...sample('create-windows-chained.request'),
    preDeployActions: [{ action: 'Run Script', params: { actionItem: 'x' }, script, scriptType: 'ps' }],
  });
  const history = (await desk.files()).filter((file) => file.startsWith('history'));
  expect(history).toHaveLength(1);
  for (const path of (await desk.files()).filter((file) => !/^(base|intents|versions)\//.test(file)))
    expect(await desk.state.read(path), path).not.toContain(script);
  const text = await desk.state.read(history[0] ?? '');
  expect(text).toContain('"outcome":"created"');
  expect(text).not.toContain(script);
  expect(await everythingIn(desk)).not.toMatch(/eyJ[\w-]+\.eyJ|Bearer|password/);
  expect(await desk.state.read('.gitignore')).toMatch(/^intents\/\nhistory\/\nlocks\/$/m);
});

test('an update whose answer was lost and which somebody has changed since: their script is not taken for ours', async () => {
  const { desk, id } = await changed();
  const script = { action: 'Run Script', params: { actionItem: 'x' }, script: 'ZWNobyAx', scriptType: 'sh' };
  const body = { ...BODY, preDeployActions: [script] };
  await desk.push(body);
  const lost = { fault: 'drop-after', match: UPDATE };
  const theirs = {
    fault: 'changed-by-somebody-else',
    change: { recurringWeekDays: '0,0,1,0,0,0,0' },
    match: { method: 'GET', path: `/pm/v1/deploymentjob/${id}` },
    skip: 2,
  };
  await desk.sandbox.plan(lost, theirs);
  const edited = { ...body, preDeployActions: [{ ...script, script: 'ZWNobyAy' }] };
  expect(await desk.push(edited)).toMatchObject({ kind: 'updated', id });
  const next = outcomeOf(await desk.prepare({ ...edited, description: 'Edited again' }));
  expect(next).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'script-unknown', pointer: '/preDeployActions/0/script' }, { kind: 'script-unknown' }],
  });
});

test('that nobody could look for a second job after a create is said', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(BODY));
  await desk.sandbox.plan({ fault: 'forbidden', match: { method: 'GET' }, skip: 4 });
  const outcome = await desk.send(plan);
  expect(outcome.kind).toBe('created');
  expect(outcome.notes.map(({ code }) => code)).toEqual(['second-job-not-looked-for']);
});
