import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { historyOf, textToPush } from '../../api/earlier-version.ts';
import { changeLines, describeEntry } from '../../api/history-text.ts';
import { writeHistory } from '../../api/link/history.ts';
import { linkOf, readLinks } from '../../api/link/links.ts';
import { readVersion, type Version } from '../../api/link/versions.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { CUSTOMER_ID, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, patientClock } from './support.ts';

const BODY = sample('create-linux-rollback.request');
const SCRIPT = Buffer.from('echo another script').toString('base64');

async function entries(desk: Desk, file = 'job.pmjob.json') {
  return (await historyOf(desk.state, file)).entries;
}

/** The version of the entry at that place, the newest being the first. */
async function versionAt(desk: Desk, index: number): Promise<Version> {
  const entry = (await entries(desk))[index];
  const version = entry?.id === undefined ? undefined : await readVersion(desk.state, entry, entry.id, entry.key);
  if (version === undefined) throw new Error('no version');
  return version;
}

async function textAt(desk: Desk, index: number): Promise<string> {
  const target = await desk.dependencies.session.target(new AbortController().signal);
  return textToPush(await versionAt(desk, index), linkOf(await readLinks(desk.state), 'job.pmjob.json', target));
}

test('tells every push of a file, the newest first, with who, where, and what changed', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await desk.push({ ...BODY, name: 'Another file' }, { path: 'other.pmjob.json' });
  await desk.push({ ...BODY, timeout: 7 });
  await desk.sandbox.plan({ fault: 'forbidden', match: { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' } });
  await desk.push({ ...BODY, timeout: 9 });
  const told = await entries(desk);
  expect(told.map(({ outcome, hasVersion }) => [outcome, hasVersion])).toEqual([
    ['rejected', false],
    ['updated', true],
    ['created', true],
  ]);
  expect(told.every((entry) => entry.id === id || entry.outcome === 'created')).toBe(true);
  const [, updated] = told;
  if (updated === undefined) throw new Error('no entry');
  expect(describeEntry(updated)).toContain(`updated job ${id} on sandbox (${new URL(desk.sandbox.url).host}), 1 field`);
  expect(changeLines(updated).join()).toMatch(/→ 7$/);
});

test('a file that was renamed keeps the history of its job', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await desk.push({ ...BODY, timeout: 7 }, { path: 'renamed.pmjob.json', link: String(id) });
  expect(await entries(desk, 'renamed.pmjob.json')).toHaveLength(2);
});

test('lines that cannot be read are counted; the next push is not lost behind one that was cut off', async () => {
  const desk = await deskFor();
  await desk.push(BODY);
  const [month = ''] = (await desk.files()).filter((file) => file.startsWith('history'));
  await desk.state.append(month, '{"when":"2026-11-24T10:00:00Z","who":"somebo');
  await desk.push({ ...BODY, timeout: 7 });
  await desk.state.append(month, '[]\n');
  const { entries: told, unreadable } = await historyOf(desk.state, 'job.pmjob.json');
  expect(told.map(({ outcome }) => outcome)).toEqual(['updated', 'created']);
  expect(unreadable).toBe(2);
});

test('a history is bounded: long lists of changes, months, and what a month holds', async () => {
  const desk = await deskFor();
  const target = await desk.dependencies.session.target(new AbortController().signal);
  const ids = Array.from({ length: 10_000 }, () => globalThis.crypto.randomUUID());
  const changes = [{ pointer: '/assetIds', label: 'Assets', before: undefined, after: ids }];
  const entry = { key: 'k', who: 'me', file: 'job.pmjob.json', target, action: 'update', outcome: 'updated' } as const;
  await writeHistory(desk.state, patientClock, { ...entry, changes });
  const [told] = await entries(desk);
  expect(told).toMatchObject({ isShortened: true, changes: [{ pointer: '/assetIds' }] });
  expect(told === undefined ? [] : changeLines(told)).toHaveLength(2);

  for (let month = 0; month < 30; month++) {
    const now = () => new Date(Date.UTC(2020, month, 1));
    await writeHistory(desk.state, { ...patientClock, now }, { ...entry, changes: [] });
  }
  expect((await desk.files()).filter((file) => file.startsWith('history'))).toHaveLength(24);

  const path = 'history/2031-01.jsonl';
  await desk.state.write(path, '{"when":"2031-01-01","filler":"..........."}\n'.repeat(120_000));
  await writeHistory(
    desk.state,
    { ...patientClock, now: () => new Date('2031-01-02T00:00:00Z') },
    { ...entry, changes: [] },
  );
  const text = (await desk.state.read(path)) ?? '';
  expect(text.length).toBeLessThan(3 * 1024 * 1024);
  expect((await entries(desk))[0]).toMatchObject({ when: '2031-01-02T00:00:00.000Z' });
});

test('the history holds no script; versions hold the file, for its owner alone', async () => {
  const desk = await deskFor();
  await desk.push({ ...BODY, postDeployActions: [action(SCRIPT)] });
  for (const path of await desk.files()) {
    const { mode } = await stat(join(desk.folder, '.pmjob', path));
    if (/^(history|versions)/.test(path)) expect((mode & 0o777).toString(8), path).toBe('600');
    if (path.startsWith('history')) expect(await desk.state.read(path)).not.toContain(SCRIPT);
  }
  expect(await desk.state.read('.gitignore')).toContain('versions/\n');
});

test('an earlier version is pushed as an update that brings back fields, scripts, and what was not named then', async () => {
  const desk = await deskFor();
  const first: JsonObject = { ...BODY, postDeployActions: [action(SCRIPT)] };
  const { id } = await desk.push(first);
  const before = (await desk.sandbox.read(id ?? '')).job;
  const other = action(Buffer.from('echo later').toString('base64'));
  const { notification, ...without } = first;
  await desk.push({
    ...without,
    timeout: 7,
    description: 'later',
    matchAllTagIds: BODY.assetTagIds ?? [],
    postDeployActions: [other],
  });
  const text = await textAt(desk, 1);
  const outcome = await desk.push(text, { link: String(id) });
  expect(outcome).toMatchObject({ kind: 'updated', id });
  const after = (await desk.sandbox.read(id ?? '')).job;
  // These an update leaves otherwise than a create, whatever it says.
  const { updatedBy, deletedBy, remediationQids } = before;
  expect({ ...after, updatedBy, deletedBy, remediationQids }).toEqual(before);
  expect(await desk.push(text, { link: String(id) })).toMatchObject({ kind: 'unchanged' });
});

test('an earlier version does not overwrite what somebody else changed since', async () => {
  const desk = await deskFor();
  const { preDeployActions, postDeployActions, ...body } = BODY;
  const { id } = await desk.push(body);
  await desk.push({ ...body, timeout: 7 });
  await desk.sandbox.update(id, { ...body, timeout: 8, id: id ?? '' });
  expect(await desk.push(await textAt(desk, 1), { link: String(id) })).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'changed-on-server', pointer: '/timeout' }],
  });
});

test('a version of which nothing else was named since is the very text of the file', async () => {
  const desk = await deskFor();
  const text = `\uFEFF${JSON.stringify(BODY, null, 7)}\r\n`;
  await desk.push(text);
  await desk.push({ ...BODY, timeout: 7 });
  expect(await textAt(desk, 1)).toBe(text);
});

test('a push whose answer was lost has its version once it is settled', async () => {
  const desk = await deskFor();
  await desk.push(BODY);
  const match = { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' };
  await desk.sandbox.plan(
    { fault: 'drop-after', match },
    { fault: 'server-error', match: { method: 'GET' }, skip: 2, times: 8 },
  );
  expect((await desk.push({ ...BODY, timeout: 7 })).kind).toBe('unknown');
  await desk.sandbox.send('DELETE', '/_sandbox/faults');
  await desk.push({ ...BODY, timeout: 7 });
  const told = await entries(desk);
  expect(told.map(({ outcome, hasVersion }) => [outcome, hasVersion])).toEqual([
    ['updated', true],
    ['unknown', false],
    ['created', true],
  ]);
});

test('of a job thirty versions are kept', async () => {
  const desk = await deskFor();
  const { preDeployActions, postDeployActions, ...body } = BODY;
  for (let timeout = 1; timeout <= 33; timeout++) await desk.push({ ...body, timeout });
  const told = await entries(desk);
  expect(told).toHaveLength(33);
  expect(told.filter(({ hasVersion }) => hasVersion)).toHaveLength(30);
  expect(told[29]?.hasVersion).toBe(true);
});

function action(script: string): JsonObject {
  return { action: 'Run Script', params: { actionItem: 'Hello' }, script, scriptType: 'sh' };
}

test('the push that made the first job of a subscription keeps its version too', async () => {
  const desk = await deskFor();
  const ids = (await desk.sandbox.list('?pageSize=100')).map(({ id }) => id ?? null);
  await desk.sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids });
  await desk.push(BODY);
  const [created] = await entries(desk);
  expect(created).toMatchObject({ outcome: 'created', customerId: CUSTOMER_ID, hasVersion: true });
  expect(JSON.parse((await versionAt(desk, 0)).text)).toEqual(BODY);
  expect((await desk.files()).filter((file) => file.startsWith('intents'))).toEqual([]);
});
