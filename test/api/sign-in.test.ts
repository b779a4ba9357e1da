import { expect, test } from 'vitest';
import { ApiError, type ApiFailure } from '../../api/failure.ts';
import { listJobs } from '../../api/operations/list-jobs.ts';
import type { Credentials } from '../../api/platform.ts';
import { openSession, type Session } from '../../api/session.ts';
import type { ApiRequest, Transport } from '../../api/transport/transport.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { type Speaking, sandboxFor } from '../sandbox/support.ts';
import { NEVER, patientClock } from './support.ts';

const HOUR = 60 * 60_000;
const PASSWORD: Credentials = { kind: 'password', username: 'sandbox', password: 'sandbox' };

function sessionTo(baseUrl: string, credentials: Credentials, more: { now?: () => Date; transport?: Transport } = {}) {
  return openSession({
    connection: { name: 'x', baseUrl, protected: false },
    credentials,
    transport: more.transport ?? undiciTransport({ timeoutMilliseconds: 15_000 }),
    clock: { ...patientClock, ...(more.now && { now: more.now }) },
  });
}

async function signIns(sandbox: Speaking): Promise<number> {
  const log = (await sandbox.send('GET', '/_sandbox/requests')).json;
  return JSON.stringify(log).split('"/auth"').length - 1;
}

const firstPage = (session: Session) => listJobs(session, { page: 0 }, NEVER);

async function failureOf(work: Promise<unknown>): Promise<ApiFailure | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ApiError ? error.failure : undefined;
}

/** A platform whose tokens are what it is told, and which takes every one but those refused. */
function scripted(tokens: string[], refused: string[] = []): { transport: Transport; requests: ApiRequest[] } {
  const requests: ApiRequest[] = [];
  return {
    requests,
    transport: {
      async send(request) {
        requests.push(request);
        const headers = { 'content-type': 'application/json' };
        if (request.url.endsWith('/auth')) return { status: 201, headers, body: tokens.shift() ?? '' };
        const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
        return { status: refused.includes(token) ? 401 : 200, headers, body: '[]' };
      },
    },
  };
}

test('requests that begin at once sign in once', async () => {
  const sandbox = await sandboxFor();
  const session = sessionTo(sandbox.url, PASSWORD);
  await Promise.all([firstPage(session), firstPage(session), session.target(NEVER)]);
  expect(await signIns(sandbox)).toBe(1);
});

test('requests whose token ends in their middle sign in once more between them', async () => {
  const { transport, requests } = scripted(['first', 'second', 'third'], ['first']);
  const session = sessionTo('https://platform.example', PASSWORD, { transport });
  await Promise.all([firstPage(session), firstPage(session)]);
  expect(requests.filter(({ url }) => url.endsWith('/auth'))).toHaveLength(2);
});

test('a token that is refused again after it was renewed is not renewed for ever', async () => {
  const { transport, requests } = scripted(['first', 'second', 'third'], ['first', 'second', 'third']);
  const session = sessionTo('https://platform.example', PASSWORD, { transport });
  expect(await failureOf(firstPage(session))).toMatchObject({ kind: 'unauthorised' });
  expect(requests.filter(({ url }) => url.endsWith('/auth'))).toHaveLength(2);
});

test('whoever cancels the sign-in that others wait for cancels it for nobody else', async () => {
  const sandbox = await sandboxFor();
  await sandbox.plan({ fault: 'delay', match: { path: '/auth' }, milliseconds: 200 });
  const session = sessionTo(sandbox.url, PASSWORD);
  const stopped = new AbortController();
  const first = failureOf(listJobs(session, { page: 0 }, stopped.signal));
  const second = firstPage(session);
  stopped.abort();
  expect(await first).toMatchObject({ kind: 'cancelled' });
  expect(await second).not.toEqual([]);
});

test('a token that does not say when it ends is renewed after four hours', async () => {
  const { transport, requests } = scripted(['first', 'second']);
  let now = Date.parse('2026-01-05T08:00:00Z');
  const session = sessionTo('https://platform.example', PASSWORD, { transport, now: () => new Date(now) });
  expect(session.signedIn).toBeUndefined();
  await firstPage(session);
  expect(session.signedIn).toEqual({ user: 'sandbox', expires: now + 4 * HOUR });
  now += 3.9 * HOUR;
  await firstPage(session);
  expect(requests.filter(({ url }) => url.endsWith('/auth'))).toHaveLength(1);
  now += 0.1 * HOUR;
  await firstPage(session);
  expect(requests.at(-1)?.headers.authorization).toBe('Bearer second');
});

test('a token tells its user and its end; one that has ended is not sent', async () => {
  const sandbox = await sandboxFor();
  const form = 'username=sandbox&password=sandbox&token=true';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const { text: token } = await sandbox.send('POST', '/auth', form, type);
  let now = Date.now();
  const session = sessionTo(sandbox.url, { kind: 'token', token }, { now: () => new Date(now) });
  expect(session.signedIn?.user).toBe('sandbox');
  expect(session.signedIn?.expires).toBeGreaterThan(now + 3.9 * HOUR);
  await firstPage(session);
  now += 5 * HOUR;
  expect(await failureOf(firstPage(session))).toMatchObject({ kind: 'token-expired', at: session.signedIn?.expires });
});

test.each([1e300, -1e300, -1, 0, 8_640_000_000_001, 1_767_600_000_000, 1_767_600_000_000_000, '1767600000'])(
  'a token whose end is %j does not tell it',
  (exp) => {
    const token = `e30.${Buffer.from(JSON.stringify({ exp, sub: 'me' })).toString('base64url')}.signature`;
    const session = sessionTo('https://platform.example', { kind: 'token', token });
    expect(session.signedIn).toEqual({ user: 'me', expires: undefined });
  },
);

test('a token without claims tells nothing, and is tried', async () => {
  const sandbox = await sandboxFor();
  const session = sessionTo(sandbox.url, { kind: 'token', token: ' sandbox\n' });
  expect(session.signedIn).toEqual({ user: undefined, expires: undefined });
  await firstPage(session);
});
