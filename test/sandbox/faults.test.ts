import { type RequestOptions, request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { fixture, objects, PARENT_ID, type Speaking, sandboxFor } from './support.ts';

const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };
const body = fixture('weekly-job');

async function countNamed(sandbox: Speaking): Promise<number> {
  return (await sandbox.list('?filter=name:"weekly web"')).length;
}

async function create(sandbox: Speaking) {
  return sandbox.send('POST', CREATE.path, body);
}

async function requests(sandbox: Speaking): Promise<JsonObject[]> {
  return objects((await sandbox.send('GET', '/_sandbox/requests')).json);
}

test('drop-before resets the connection and stores nothing', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'drop-before' });
  await expect(create(sandbox)).rejects.toThrow();
  expect(await countNamed(sandbox)).toBe(0);
  expect((await create(sandbox)).status).toBe(201);
});

test('drop-after stores the job and resets the connection', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'drop-after' });
  await expect(create(sandbox)).rejects.toThrow();
  expect(await countNamed(sandbox)).toBe(1);
});

test('a dropped connection is reset, not closed in peace', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ fault: 'drop-before' });
  const code = await new Promise((resolve) => {
    const socket = connect(sandbox.port, '127.0.0.1');
    socket.on('error', (error) => resolve('code' in error ? error.code : error.message));
    socket.on('end', () => resolve('ended'));
    socket.write('GET /pm/v1/deploymentjobs HTTP/1.1\r\nhost: localhost\r\n\r\n');
  });
  expect(code).toBe('ECONNRESET');
});

describe.each([
  ['unauthorised', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['conflict', 409],
  ['rate-limited', 429],
  ['server-error', 500],
  ['bad-gateway', 502],
  ['redirect', 307],
] as const)('%s', (fault, status) => {
  test('answers before anything is stored', async () => {
    const sandbox = await sandboxFor();
    await sandbox.plan({ match: CREATE, fault });
    expect((await create(sandbox)).status).toBe(status);
    expect(await countNamed(sandbox)).toBe(0);
  });

  test('answers after the job was stored, when asked', async () => {
    const sandbox = await sandboxFor();
    await sandbox.plan({ match: CREATE, fault, after: true });
    expect((await create(sandbox)).status).toBe(status);
    expect(await countNamed(sandbox)).toBe(1);
  });
});

test('429 has a Retry-After only when asked; 502 is HTML; a redirect leads to another origin', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan(
    { match: CREATE, fault: 'rate-limited' },
    { match: CREATE, fault: 'rate-limited', retryAfter: 2 },
    { match: CREATE, fault: 'bad-gateway' },
    { match: CREATE, fault: 'redirect', location: 'http://127.0.0.2:1/' },
  );
  expect((await create(sandbox)).headers.get('retry-after')).toBeNull();
  expect((await create(sandbox)).headers.get('retry-after')).toBe('2');
  expect((await create(sandbox)).headers.get('content-type')).toBe('text/html');
  expect((await create(sandbox)).headers.get('location')).toBe('http://127.0.0.2:1/');
});

test('truncated-json stores the job and answers half of it', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'truncated-json' });
  const answer = await create(sandbox);
  expect([answer.status, answer.json]).toEqual([201, null]);
  expect(answer.text).toMatch(/^\{"customerId":"/);
  expect(await countNamed(sandbox)).toBe(1);
});

test('cut-answer stores the job, answers half of it, and is gone', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'cut-answer' });
  await expect(create(sandbox)).rejects.toThrow();
  expect(await countNamed(sandbox)).toBe(1);
});

test('wrong-content-type stores the job and answers it as HTML', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'wrong-content-type' });
  const answer = await create(sandbox);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.job.name).toBe(body.name);
});

test('huge-body stores the job and answers 64 MB', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'huge-body' });
  const answer = await create(sandbox);
  expect(answer.status).toBe(201);
  expect(answer.text.length).toBe(64 * 1024 * 1024 + 2);
  expect(await countNamed(sandbox)).toBe(1);
});

test('answer answers whatever is wanted', async () => {
  const sandbox = await sandboxFor();
  const refusal = { _error: { errorCode: '1903', message: 'timezone is not valid' } };
  await sandbox.plan({ match: CREATE, fault: 'answer', status: 422, body: refusal });
  const answer = await create(sandbox);
  expect([answer.status, answer.json]).toEqual([422, refusal]);
});

test('delay waits before, or after, the job is stored', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'delay', milliseconds: 300 });
  const started = performance.now();
  const answer = create(sandbox);
  expect(await countNamed(sandbox)).toBe(0);
  expect((await answer).status).toBe(201);
  expect(performance.now() - started).toBeGreaterThanOrEqual(290);
  await sandbox.plan({ match: CREATE, fault: 'delay', milliseconds: 300, after: true });
  const second = create(sandbox);
  await expect.poll(() => countNamed(sandbox), { timeout: 250, interval: 10 }).toBe(2);
  expect((await second).status).toBe(201);
});

test('a client that goes away during a delay has its job stored all the same', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'delay', milliseconds: 200 });
  const headers = { authorization: 'Bearer sandbox' };
  const impatient = fetch(sandbox.url + CREATE.path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(100),
  });
  await expect(impatient).rejects.toThrow();
  expect(await countNamed(sandbox)).toBe(0);
  await expect.poll(() => countNamed(sandbox)).toBe(1);
});

test('expired-token makes the presented token invalid until it is revived, and no other', async () => {
  const sandbox = await sandboxFor();
  const form = 'username=sandbox&password=sandbox&token=true&permissions=true';
  const token = (await sandbox.send('POST', '/auth', form)).text;
  const withToken = () =>
    sandbox.send('GET', `/pm/v1/deploymentjob/${PARENT_ID}`, undefined, { authorization: `Bearer ${token}` });
  await sandbox.plan({ match: { path: '/pm/*' }, fault: 'expired-token' });
  expect((await withToken()).status).toBe(401);
  expect((await withToken()).status).toBe(401);
  expect((await sandbox.read(PARENT_ID)).status).toBe(200);
  await sandbox.send('DELETE', '/_sandbox/faults');
  expect((await withToken()).status).toBe(200);
});

test('somebody else changes the job before the request, or right after it', async () => {
  const sandbox = await sandboxFor();
  const job = await sandbox.create(body);
  const read = { method: 'GET', path: '/pm/v1/deploymentjob/*' };
  await sandbox.plan({ match: read, fault: 'changed-by-somebody-else', after: true, change: { timeout: 30 } });
  expect((await sandbox.read(job.id)).job).toEqual(job);
  const changed = (await sandbox.read(job.id)).job;
  expect(changed).toEqual({ ...job, timeout: 30, updatedBy: changed.updatedBy, deletedBy: null, remediationQids: [] });
  expect(changed.updatedBy).toMatchObject({ user: { name: 'somebody.else' } });
  await sandbox.plan({
    match: read,
    fault: 'changed-by-somebody-else',
    job: PARENT_ID,
    change: { description: 'mine' },
  });
  await sandbox.read(job.id);
  expect((await sandbox.read(PARENT_ID)).job.description).toBe('mine');
});

test('somebody else creates a job of the same name', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'created-by-somebody-else', body });
  expect((await create(sandbox)).status).toBe(201);
  expect(await countNamed(sandbox)).toBe(2);
});

test('a fault strikes the requests that it matches, after those it skips, as often as asked', async () => {
  const sandbox = await sandboxFor();
  const match = { method: 'get', path: '/pm/*/deploymentjob/*' };
  await sandbox.plan({ match, fault: 'forbidden', skip: 1, times: 2 });
  const statuses = [];
  for (let turn = 0; turn < 4; turn += 1) statuses.push((await sandbox.read(PARENT_ID)).status);
  expect(statuses).toEqual([200, 403, 403, 200]);
  await sandbox.plan({ match, fault: 'forbidden', times: 9 });
  expect((await create(sandbox)).status).toBe(201);
  await sandbox.send('DELETE', '/_sandbox/faults');
  expect((await sandbox.read(PARENT_ID)).status).toBe(200);
});

test('the log holds method, path, query and status, and nothing of the control door, of headers or bodies', async () => {
  const sandbox = await sandboxFor();
  expect(await requests(sandbox)).toEqual([]);
  await sandbox.plan({ match: CREATE, fault: 'drop-before' });
  await create(sandbox).catch(() => null);
  await sandbox.list('?filter=name:x');
  await sandbox.send('POST', '/auth', 'username=sandbox&password=secret-word');
  expect(await requests(sandbox)).toEqual([
    { ...CREATE, query: '', status: null },
    { method: 'GET', path: '/pm/v1/deploymentjobs/summary', query: '?filter=name:x', status: 200 },
    { method: 'POST', path: '/auth', query: '', status: 401 },
  ]);
  await sandbox.send('DELETE', '/_sandbox/requests');
  expect(await requests(sandbox)).toEqual([]);
});

test('the control door refuses what it cannot read', async () => {
  const sandbox = await sandboxFor();
  const post = (faults: string, headers = {}) => sandbox.send('POST', '/_sandbox/faults', faults, headers);
  for (const faults of [
    '',
    '{}',
    '[{"fault":"explode"}]',
    '[{"fault":"delay"},{"fault":7}]',
    '[{"fault":"delay","times":0}]',
  ]) {
    expect((await post(faults)).status).toBe(400);
  }
  expect((await post('[{"fault":"changed-by-somebody-else","change":{"timeout":"x"}}]')).status).toBe(400);
  expect((await sandbox.send('GET', '/_sandbox/faults')).json).toEqual([]);
});

test.each([
  ['/_sandbox/faults', '[{"fault":"drop-before"}]'],
  ['/_sandbox/sign-in', '{"token":"theirs","password":"theirs"}'],
])('%s takes nothing that a web page may send without being asked about', async (path, sent) => {
  const sandbox = await sandboxFor();
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain; application/json',
  ];
  for (const type of types) expect((await sandbox.send('POST', path, sent, { 'content-type': type })).status).toBe(400);
  expect(await statusOf(sandbox, { method: 'POST', path }, sent)).toBe(400);
  for (const method of ['POST', 'DELETE']) {
    const preflight = { origin: 'https://page.example', 'access-control-request-method': method };
    const asked = await sandbox.send('OPTIONS', path, undefined, preflight);
    expect([...asked.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  expect((await sandbox.send('GET', '/_sandbox/faults')).json).toEqual([]);
  expect(await sandbox.list()).not.toEqual([]);
  expect((await sandbox.send('POST', path, sent, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
    200,
  );
});

test.each(['/_sandbox/requests', '/pm/v1/deploymentjobs/summary', '/auth'])(
  'a page whose name resolves to this machine gets nothing of %s',
  async (path) => {
    const sandbox = await sandboxFor();
    const headers = { authorization: 'Bearer sandbox' };
    for (const host of [
      'rebound.example',
      `rebound.example:${sandbox.port}`,
      '127.0.0.1.rebound.example',
      'localhost.example',
    ])
      expect(await statusOf(sandbox, { path, headers: { ...headers, host } })).toBe(403);
    expect(await statusOf(sandbox, { path, headers: { ...headers, host: `localhost:${sandbox.port}` } })).not.toBe(403);
  },
);

/** By Node's own client, which sends no type and any host. */
function statusOf({ port }: Speaking, options: RequestOptions, sent = ''): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, ...options }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(sent);
  });
}

test('closing ends open connections and stores nothing any more', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ match: CREATE, fault: 'delay', milliseconds: 60_000 });
  const waiting = create(sandbox).then(
    () => 'answered',
    () => 'ended',
  );
  await expect.poll(() => requests(sandbox)).toHaveLength(1);
  await sandbox.close();
  expect(await waiting).toBe('ended');
});

test('noise on the line and unknown addresses leave it alive', async () => {
  const sandbox = await sandboxFor();
  await new Promise((resolve) => {
    const socket = connect(sandbox.port, '127.0.0.1', () => socket.end('\x16\x03\x01 no HTTP at all\r\n\r\n'));
    socket.on('close', resolve).on('error', resolve).resume();
  });
  for (const path of [
    '/',
    '/pm',
    '/pm/v1',
    '/pm/v1/deploymentjob',
    '/pm/v1/deploymentjob/%zz',
    '/_sandbox/x',
    '//..//',
  ]) {
    expect((await sandbox.send('GET', path)).status).toBe(404);
  }
  expect((await create(sandbox)).status).toBe(201);
});

test('it listens on 127.0.0.1 alone', async () => {
  const sandbox = await sandboxFor();
  expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
  await expect(fetch(`http://127.0.0.2:${sandbox.port}/`)).rejects.toThrow();
  await expect(fetch(`http://[::1]:${sandbox.port}/`)).rejects.toThrow();
});
