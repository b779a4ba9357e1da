import { expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { CUSTOMER_ID, type Speaking, sandboxFor } from './support.ts';

const HOUR = 60 * 60 * 1000;

async function signIn(sandbox: Speaking, username = 'sandbox', password = 'sandbox') {
  const form = new URLSearchParams({ username, password, token: 'true', permissions: 'true' }).toString();
  return sandbox.send('POST', '/auth', form, {
    authorization: null,
    'content-type': 'application/x-www-form-urlencoded',
  });
}

async function statusWith(sandbox: Speaking, authorization: string | null): Promise<number> {
  return (await sandbox.send('GET', '/pm/v1/deploymentjobs', undefined, { authorization })).status;
}

function claims(token: string): JsonObject {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

test('user and password give a JWT of four hours that names the customer', async () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const sandbox = await sandboxFor({ now: () => now });
  const answer = await signIn(sandbox);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(answer.text.split('.')).toHaveLength(3);
  expect(claims(answer.text)).toMatchObject({ customerId: CUSTOMER_ID, exp: (now.getTime() + 4 * HOUR) / 1000 });
  expect(await statusWith(sandbox, `Bearer ${answer.text}`)).toBe(200);
  expect(await statusWith(sandbox, answer.text)).toBe(200);
});

test('a token ends after four hours', async () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const sandbox = await sandboxFor({ now: () => new Date(now) });
  const token = (await signIn(sandbox)).text;
  now += 4 * HOUR - 1000;
  expect(await statusWith(sandbox, `Bearer ${token}`)).toBe(200);
  now += 1000;
  expect(await statusWith(sandbox, `Bearer ${token}`)).toBe(401);
  expect(await statusWith(sandbox, 'Bearer sandbox')).toBe(200);
});

test('a wrong name or password gives no token', async () => {
  const sandbox = await sandboxFor();
  expect((await signIn(sandbox, 'sandbox', 'wrong')).status).toBe(401);
  expect((await signIn(sandbox, 'wrong', 'sandbox')).status).toBe(401);
});

test('no token, an unknown one, a forged one and one of another sandbox are 401', async () => {
  const [sandbox, other] = [await sandboxFor(), await sandboxFor()];
  const foreign = (await signIn(other)).text;
  const [head = '', , signature = ''] = (await signIn(sandbox)).text.split('.');
  const forged = [head, Buffer.from('{"exp":99999999999}').toString('base64url'), signature].join('.');
  for (const authorization of [
    null,
    '',
    'Bearer',
    'Bearer nobody',
    `Bearer ${foreign}`,
    `Bearer ${forged}`,
    'Basic c2FuZGJveA==',
  ]) {
    expect(await statusWith(sandbox, authorization)).toBe(401);
  }
});

test('without a token nothing is created', async () => {
  const sandbox = await sandboxFor();
  const before = await sandbox.list('?pageSize=100');
  const body = { name: 'x', platform: 'Linux', type: 'Install', scheduleType: 'On-demand' };
  expect((await sandbox.send('POST', '/pm/v1/deploymentjob', body, { authorization: null })).status).toBe(401);
  expect(await sandbox.list('?pageSize=100')).toEqual(before);
});

test('the control door changes what signs in', async () => {
  const sandbox = await sandboxFor();
  await sandbox.send('POST', '/_sandbox/sign-in', { token: 'another', password: 'other' });
  expect([await statusWith(sandbox, 'Bearer sandbox'), await statusWith(sandbox, 'Bearer another')]).toEqual([
    401, 200,
  ]);
  expect((await signIn(sandbox)).status).toBe(401);
  expect((await signIn(sandbox, 'sandbox', 'other')).status).toBe(201);
});
