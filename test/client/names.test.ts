import { expect, test } from 'vitest';
import { openSession, type Session } from '../../api/session.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { NamesOfSession } from '../../client/names/names-of-session.ts';
import { NEVER, patientClock } from '../api/support.ts';
import { PARENT_ID, type Speaking, sandboxFor } from '../sandbox/support.ts';

const MINUTE = 60_000;
const NOBODY = '9c0a7b16-2d43-4f5e-8a69-1b7d3e5f7c80';

function sessionTo({ url }: Speaking): Session {
  return openSession({
    connection: { name: 'x', baseUrl: url, protected: false },
    credentials: { kind: 'token', token: 'sandbox' },
    transport: undiciTransport({ timeoutMilliseconds: 15_000 }),
    clock: patientClock,
  });
}

async function desk() {
  const sandbox = await sandboxFor();
  const moment = { now: 0, epoch: 0 };
  const failed: string[] = [];
  const names = new NamesOfSession(sessionTo(sandbox), {
    now: () => moment.now,
    epoch: () => moment.epoch,
    signal: NEVER,
    failed: ({ failure }) => failed.push(failure.kind),
  });
  /** The last words of the addresses that were asked since the last time. */
  const asked = async () => {
    const log = JSON.stringify((await sandbox.send('GET', '/_sandbox/requests')).json);
    await sandbox.send('DELETE', '/_sandbox/requests');
    return [...new Set([...log.matchAll(/\/pm\/[^"]*?(\w+)"/g)].map(([, word]) => word))].sort();
  };
  return { sandbox, moment, failed, names, asked };
}

test('names are read once and hold; jobs for minutes, assets and patches longer, jobs anew once something was sent', async () => {
  const { moment, names, asked } = await desk();
  await Promise.all([names.refresh([]), names.refresh([])]);
  expect(await asked()).toEqual(['assets', 'patches', 'summary']);
  expect(names.named.map(({ name }) => name)).toEqual(expect.arrayContaining(['Web servers', 'PILOT-PC-01']));
  const { edition } = names;
  moment.now += 9 * MINUTE;
  await names.refresh([]);
  expect([await asked(), names.edition]).toEqual([[], edition]);
  moment.epoch++;
  await names.refresh([]);
  expect(await asked()).toEqual(['summary']);
  expect(names.edition).toBeGreaterThan(edition);
  moment.now += 60 * MINUTE;
  await names.refresh([]);
  expect(await asked()).toEqual(['assets', 'patches', 'summary']);
});

test('a job is read whole; that there is none is known too', async () => {
  const { names } = await desk();
  expect(names.whole(PARENT_ID)).toBeUndefined();
  await names.refresh([PARENT_ID, NOBODY]);
  expect(names.whole(PARENT_ID)).toMatchObject({ name: 'only pre post', postDeployActions: [{}] });
  expect(names.whole(NOBODY)).toBeNull();
});

test('a sign-in that is refused is not tried again', async () => {
  const { sandbox, moment, failed, names, asked } = await desk();
  await sandbox.plan({ fault: 'unauthorised', match: { method: 'GET' } });
  await names.refresh([]);
  await asked();
  moment.now += 600 * MINUTE;
  await names.refresh([]);
  expect([await asked(), failed]).toEqual([[], ['unauthorised']]);
});

test('what failed otherwise is tried again after some minutes', async () => {
  const { sandbox, moment, failed, names, asked } = await desk();
  await sandbox.plan({ fault: 'truncated-json', match: { method: 'GET' } });
  await names.refresh([]);
  moment.now += 4 * MINUTE;
  await names.refresh([]);
  expect(await asked()).toEqual(['summary']);
  moment.now += 2 * MINUTE;
  await names.refresh([]);
  expect([await asked(), failed]).toEqual([['assets', 'patches', 'summary'], ['not-understood']]);
});
