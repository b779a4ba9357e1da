import { expect, test } from 'vitest';
import { checkBaseUrl } from '../../api/connection.ts';
import { ApiError, type ApiFailure } from '../../api/failure.ts';
import { describeFailure } from '../../api/failure-text.ts';
import { listJobs } from '../../api/operations/list-jobs.ts';
import { openSession, type Session } from '../../api/session.ts';
import { redact } from '../../api/transport/redact.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { CUSTOMER_ID, sample, sandboxFor } from '../sandbox/support.ts';
import { serve } from '../support/loopback-server.ts';
import { patientClock } from '../support/patient-clock.ts';
import { deskFor, NEVER, outcomeOf, planOf } from './support.ts';

function sessionTo(baseUrl: string, more: Partial<Parameters<typeof openSession>[0]> = {}): Session {
  return openSession({
    connection: { name: 'x', baseUrl, protected: false },
    credentials: { kind: 'token', token: 'secret-token' },
    transport: undiciTransport({ timeoutMilliseconds: 15_000 }),
    clock: patientClock,
    ...more,
  });
}

async function failureOf(work: Promise<unknown>): Promise<ApiFailure> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`No ApiError: ${error}`);
  return error.failure;
}

test('a password signs in, and the token tells the subscription', async () => {
  const desk = await deskFor({ credentials: { kind: 'password', username: 'sandbox', password: 'sandbox' } });
  expect(await desk.dependencies.session.target(NEVER)).toMatchObject({
    customerId: CUSTOMER_ID,
    origin: desk.sandbox.url,
  });
  const log = (await desk.sandbox.send('GET', '/_sandbox/requests')).json;
  expect(log).toMatchObject([{ method: 'POST', path: '/auth', status: 201 }]);
});

test('a wrong password and a wrong token say so with the host', async () => {
  const wrong = await deskFor({ credentials: { kind: 'password', username: 'sandbox', password: 'wrong-password' } });
  const outcome = outcomeOf(await wrong.prepare(sample('create-linux-rollback.request')));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'unauthorised' } });
  expect(JSON.stringify(outcome)).not.toContain('wrong-password');
  const token = await deskFor({ credentials: { kind: 'token', token: 'nobody' } });
  expect(outcomeOf(await token.prepare(sample('create-linux-rollback.request')))).toMatchObject({
    failure: { kind: 'unauthorised' },
  });
});

test('a write that is answered 401 is signed in again and sent once more, after another look', async () => {
  const desk = await deskFor({ credentials: { kind: 'password', username: 'sandbox', password: 'sandbox' } });
  const plan = planOf(await desk.prepare(sample('create-linux-rollback.request')));
  await desk.sandbox.plan({ fault: 'expired-token', match: { method: 'POST', path: '/pm/v1/deploymentjob' } });
  expect((await desk.send(plan)).kind).toBe('created');
  expect(await desk.writes()).toEqual(['POST /pm/v1/deploymentjob', 'POST /pm/v1/deploymentjob']);
  expect((await desk.sandbox.list('?pageSize=100')).filter(({ name }) => name === plan.jobName)).toHaveLength(1);
});

test('a bare token that has expired ends the push with nothing accepted', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(sample('create-linux-rollback.request')));
  await desk.sandbox.plan({ fault: 'unauthorised', match: { method: 'POST', path: '/pm/v1/deploymentjob' } });
  expect(await desk.send(plan)).toMatchObject({ kind: 'failed', failure: { kind: 'unauthorised' } });
  expect(await desk.writes()).toHaveLength(1);
});

test('another subscription than before stops, also for a create', async () => {
  const desk = await deskFor({ knownCustomerId: 'aaaaaaaa-4290-f28f-8181-95a46f519f52' });
  expect(outcomeOf(await desk.prepare(sample('create-linux-rollback.request')))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'other-customer', found: CUSTOMER_ID },
  });
});

test('a GET is asked again after 429 and 5xx, within a limit; Retry-After is honoured', async () => {
  const waits: number[] = [];
  const clock = { ...patientClock, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  let asked = 0;
  const url = await serve((_, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(429, { 'retry-after': '7' }).end();
    else if (asked < 4) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  });
  await listJobs(sessionTo(url, { clock }), { page: 0 }, NEVER);
  expect(waits[0]).toBe(7000);
  expect(waits).toHaveLength(3);
  expect(Math.max(...waits.slice(1))).toBeLessThanOrEqual(2000);

  const busy = await serve((_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
  expect(await failureOf(listJobs(sessionTo(busy, { clock }), {}, NEVER))).toMatchObject({
    kind: 'rate-limited',
    retryAfter: 3600,
  });
  expect(waits).toHaveLength(3);
});

test.each<[string, number | undefined]>([
  ['7', 7],
  ['5, 5', 5],
  ['5, 9,', 9],
  ['Mon, 05 Jan 2026 08:00:09 GMT', 9],
  ['Monday, 05-Jan-26 08:00:09 GMT', 9],
  ['Mon Jan  5 08:00:09 2026', 9],
  ['3, Mon, 05 Jan 2026 08:00:09 GMT, 4', 9],
  ['1.5', undefined],
  ['-3', undefined],
  ['+3', undefined],
  ['0x7', undefined],
  ['7 seconds', undefined],
  ['2026-01-05', undefined],
  ['Jan 5', undefined],
  ['Mon, 05 Jan 2026 08:00:09 CET', undefined],
  ['Mon, 05 Jan 2026 25:00:09 GMT', undefined],
  ['Mon, 05 Jan 2026 07:00:00 GMT', undefined],
  ['0', undefined],
  ['', undefined],
])('Retry-After "%s" makes the next attempt wait %s seconds, or as long as without it', async (header, seconds) => {
  const waits: number[] = [];
  const now = () => new Date('2026-01-05T08:00:00Z');
  const clock = { ...patientClock, now, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  const url = await serve((_, response) => {
    if (waits.length === 0) response.writeHead(429, { 'retry-after': header }).end();
    else response.end('[]');
  });
  await listJobs(sessionTo(url, { clock }), { page: 0 }, NEVER);
  const [wait = 0] = waits;
  if (seconds !== undefined) expect(wait).toBe(seconds * 1000);
  else expect([wait >= 250, wait <= 500]).toEqual([true, true]);
});

test('a redirect is not followed, so that the token goes nowhere else', async () => {
  let visited = 0;
  const elsewhere = await serve((_, response) => {
    visited += 1;
    response.end('[]');
  });
  const url = await serve((_, response) => response.writeHead(302, { location: `${elsewhere}/x` }).end());
  expect(await failureOf(listJobs(sessionTo(url), {}, NEVER))).toMatchObject({ kind: 'redirected', status: 302 });
  expect(visited).toBe(0);
});

const ODD_TOKEN = 'sec/ret+"tok=en';

test.each([
  ['/login', '/login'],
  ['login;a=b?x', '/login;a=b'],
  ['https://elsewhere.example/login?next=%2Fjobs#top', 'https://elsewhere.example/login'],
  [`https://elsewhere.example/login?token=${ODD_TOKEN}`, 'https://elsewhere.example/login'],
  ['//me:hunter2@elsewhere.example:8443/login', 'https://elsewhere.example:8443/login'],
  [`/login/${ODD_TOKEN}`, '/…'],
  [`/login/${encodeURIComponent(ODD_TOKEN)}/x`, '/…'],
  [`/login/${encodeURIComponent(ODD_TOKEN).toLowerCase()}`, '/…'],
  ['https://elsewhere.example/login/%73ec%2fret+"tok=en', 'https://elsewhere.example/…'],
  ['/login/%E0%A4%A', '/…'],
  ['mailto:secret@elsewhere.example', ''],
  ['https://', ''],
])('of a redirect to %s no more than %j is told', async (location, told) => {
  const url = await serve((_, response) => response.writeHead(302, { location }).end());
  const session = sessionTo(url, { credentials: { kind: 'token', token: ODD_TOKEN } });
  const failure = await failureOf(listJobs(session, {}, NEVER));
  expect(failure).toMatchObject({ kind: 'redirected', to: told });
});

const PASSWORD = 'pass "wörd"+/!';

test.each([
  ['as it is', PASSWORD],
  ['in an address', encodeURIComponent(PASSWORD)],
  ['in an address, with small letters', 'pass%20%22w%c3%b6rd%22%2b%2f!'],
  ['in an address, strictly', 'pass%20%22w%C3%B6rd%22%2B%2F%21'],
  ['in a form', new URLSearchParams({ x: PASSWORD }).toString().slice(2)],
  ['in JSON', JSON.stringify(PASSWORD).slice(1, -1)],
])('a secret that a server repeats %s is not shown', (_, repeated) => {
  expect(redact(`<${repeated}>`, [PASSWORD])).toBe('<…>');
});

test('every way not to answer has its name', async () => {
  const silent = await serve(() => {});
  const hasty = sessionTo(silent, { transport: undiciTransport({ timeoutMilliseconds: 500 }) });
  expect(await failureOf(listJobs(hasty, {}, NEVER))).toMatchObject({ kind: 'timed-out' });
  const cut = await serve((request) => request.socket.destroy());
  expect(await failureOf(listJobs(sessionTo(cut), {}, NEVER))).toMatchObject({ kind: 'unreachable' });
  const sandbox = await sandboxFor();
  await sandbox.plan({ fault: 'huge-body', match: { method: 'GET' } });
  const small = sessionTo(sandbox.url, {
    credentials: { kind: 'token', token: 'sandbox' },
    transport: undiciTransport({ answerLimitBytes: 1024 * 1024 }),
  });
  expect(await failureOf(listJobs(small, {}, NEVER))).toMatchObject({ kind: 'too-large-answer' });
  const deep = await serve((_, response) => response.end('['.repeat(100_000)));
  expect(await failureOf(listJobs(sessionTo(deep), {}, NEVER))).toMatchObject({ kind: 'not-understood' });
  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), 50);
  expect(await failureOf(listJobs(sessionTo(silent), {}, stopped.signal))).toMatchObject({ kind: 'cancelled' });
  const gone = sessionTo('http://127.0.0.1:1');
  const failure = await failureOf(listJobs(gone, {}, NEVER));
  expect(failure).toMatchObject({ kind: 'unreachable', host: '127.0.0.1:1' });
  expect(describeFailure(failure)).toContain('127.0.0.1:1');
});

test('a token that no header can hold is not sent, and told nowhere', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked += 1;
    response.end('[]');
  });
  const session = sessionTo(url, { credentials: { kind: 'token', token: 'SECRETONE\nSECRETTWO' } });
  const failure = await failureOf(listJobs(session, {}, NEVER));
  expect(failure).toMatchObject({ kind: 'unauthorised' });
  const request = { method: 'GET', url, headers: { authorization: 'Bearer SECRETONE\nSECRETTWO' } } as const;
  const unsent = await failureOf(undiciTransport().send(request, NEVER));
  expect(describeFailure(unsent)).toContain('the request could not be made');
  expect(JSON.stringify([failure, unsent])).not.toContain('SECRET');
  expect(asked).toBe(0);
});

test.each([
  ['text/html; charset=utf-8', 'text/html'],
  ['Text/HTML ,x', 'Text/HTML'],
  ['application/problem+json', 'application/problem+json'],
  ['Bearer secret-token', ''],
  ['text/html; echo="Bearer secret-token"', 'text/html'],
  ['text/secret-token', 'text/…'],
  [`text/${'x'.repeat(200)}`, ''],
  ['', ''],
])('of the content type %j no more than %j is told', async (contentType, told) => {
  const url = await serve((_, response) => response.writeHead(200, { 'content-type': contentType }).end('hello'));
  const failure = await failureOf(listJobs(sessionTo(url), {}, NEVER));
  expect(failure).toMatchObject({ kind: 'not-understood', contentType: told });
  const password = { kind: 'password', username: 'me', password: 'secret-token' } as const;
  const page = await serve((_, response) => response.writeHead(200, { 'content-type': contentType }).end('<html>'));
  const signIn = await failureOf(listJobs(sessionTo(page, { credentials: password }), {}, NEVER));
  expect(signIn).toMatchObject({ kind: 'not-understood', contentType: told });
});

test('every page is asked for, and a name is compared exactly', async () => {
  const desk = await deskFor();
  for (let index = 0; index < 101; index++)
    await desk.sandbox.create({ ...sample('create-linux-rollback.request'), name: `Job ${index}` });
  const all = await listJobs(desk.dependencies.session, {}, NEVER);
  expect(all.filter(({ name }) => name.startsWith('Job '))).toHaveLength(101);
  expect(await listJobs(desk.dependencies.session, { name: 'Job 1' }, NEVER)).toHaveLength(1);
});

test.each([
  ['https://gateway.qg1.apps.qualys.com', 'https://gateway.qg1.apps.qualys.com'],
  [' https://example.com/qualys/ ', 'https://example.com/qualys'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['http://localhost:4000/', 'http://localhost:4000'],
  ['http://[::1]:4000', 'http://[::1]:4000'],
  ['https://gateway.qg1.apps.qualys.com./', 'https://gateway.qg1.apps.qualys.com'],
])('%s is a base URL', (text, url) => {
  expect(checkBaseUrl(text)).toEqual({ url });
});

test.each([
  'http://example.com',
  'http://127.0.0.1.example.com',
  'ftp://x',
  'gateway',
  'https://u:p@example.com',
  'https://example.com?a',
  '',
])('%s is none', (text) => {
  expect(checkBaseUrl(text)).toEqual({ problem: expect.any(String) });
});

test('tokens, passwords and scripts are taken out of texts', () => {
  const script = Buffer.from('x'.repeat(100)).toString('base64');
  const text = redact(`Bearer abc eyJhbGciOi.eyJzdWIi.sig https://me:pw@proxy password=hunter2 ${script} known`, [
    'known',
  ]);
  expect(text).not.toMatch(/abc|eyJ|me:pw|hunter2|eHh4|known/);
});
