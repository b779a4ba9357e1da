import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findLink, forgetLink } from '../../api/forget.ts';
import { readLinks } from '../../api/link/links.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { Link } from '../../schemas/links.ts';
import { CUSTOMER_ID, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, outcomeOf, patientClock } from './support.ts';

const { preDeployActions, postDeployActions, ...WITHOUT_SCRIPTS } = sample('create-linux-rollback.request');
const WITH_SCRIPTS = sample('create-linux-rollback.request');

async function forget(desk: Desk, file = 'job.pmjob.json'): Promise<{ baseStays: boolean }> {
  return forgetLink(desk.state, patientClock, await findLink(desk.state, file, { origin: desk.sandbox.url }));
}

async function bases(desk: Desk): Promise<string[]> {
  return (await desk.files()).filter((file) => file.startsWith('base'));
}

test('a forgotten file is a new job at its next push; the platform is not asked, and the job stays', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(WITHOUT_SCRIPTS);
  const before = (await desk.sandbox.send('GET', '/_sandbox/requests')).text;
  expect(await forget(desk)).toEqual({ baseStays: false });
  expect((await desk.sandbox.send('GET', '/_sandbox/requests')).text).toBe(before);
  expect(await readLinks(desk.state)).toEqual([]);
  expect(await bases(desk)).toEqual([]);
  expect((await desk.sandbox.read(id ?? '')).status).toBe(200);
  expect(outcomeOf(await desk.prepare(WITHOUT_SCRIPTS))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'same-name', jobs: [{ id }] }],
  });
});

test('the base stays while another file is the job, and goes with the last', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(WITHOUT_SCRIPTS);
  await desk.push(WITHOUT_SCRIPTS, { path: 'copy.pmjob.json', link: String(id) });
  expect(await forget(desk)).toEqual({ baseStays: true });
  expect(await bases(desk)).toHaveLength(1);
  expect(await forget(desk, 'copy.pmjob.json')).toEqual({ baseStays: false });
  expect(await bases(desk)).toEqual([]);
});

test('a base that knows scripts stays: a later pull of the job finds them there', async () => {
  const desk = await deskFor();
  await desk.push(WITH_SCRIPTS);
  expect(await forget(desk)).toEqual({ baseStays: true });
  expect(await bases(desk)).toHaveLength(1);
});

test('the link of a job that is gone can be forgotten, and then a push makes a new job', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(WITHOUT_SCRIPTS);
  await desk.sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids: [id ?? ''] });
  const gone = await desk.push(WITHOUT_SCRIPTS);
  expect(gone).toMatchObject({ kind: 'failed', failure: { kind: 'job-gone' } });
  expect(describeOutcome(gone)).toContain("forget the file's link");
  await forget(desk);
  expect(await desk.push(WITHOUT_SCRIPTS)).toMatchObject({ kind: 'created' });
});

test('the link of a file that is gone can be forgotten, and then its neighbour is created', async () => {
  const desk = await deskFor();
  await desk.push(WITHOUT_SCRIPTS, { path: 'old.pmjob.json' });
  await rm(join(desk.folder, 'old.pmjob.json'));
  const other = { ...WITHOUT_SCRIPTS, name: 'Another' };
  const stopped = await desk.push(other, { path: 'new.pmjob.json' });
  expect(stopped).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'linked-file-gone' }] });
  expect(describeOutcome(stopped)).toContain('forget the link');
  await forget(desk, 'old.pmjob.json');
  expect(await desk.push(other, { path: 'new.pmjob.json' })).toMatchObject({ kind: 'created' });
});

test('a file without a link, and one with several, say so', async () => {
  const desk = await deskFor();
  await expect(findLink(desk.state, 'job.pmjob.json', {})).rejects.toMatchObject({
    failure: { kind: 'not-linked', file: 'job.pmjob.json' },
  });
  const [one, other] = [linkOn('https://one.example'), linkOn('https://other.example')];
  await desk.state.write('links.json', JSON.stringify({ version: 1, links: [one, other] }));
  await expect(findLink(desk.state, 'job.pmjob.json', {})).rejects.toMatchObject({
    failure: { kind: 'several-links' },
  });
  expect(await findLink(desk.state, 'job.pmjob.json', { origin: other.origin })).toMatchObject({ id: other.id });
  expect(await findLink(desk.state, 'job.pmjob.json', { id: one.id.toUpperCase() })).toMatchObject({ id: one.id });
});

test('while nobody knows what became of a push of the file its link is not forgotten', async () => {
  const desk = await deskFor();
  await desk.push(WITHOUT_SCRIPTS);
  await desk.sandbox.plan({ fault: 'drop-before', match: { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' } });
  expect(await desk.push({ ...WITHOUT_SCRIPTS, timeout: 7 })).toMatchObject({ kind: 'unknown' });
  await expect(forget(desk)).rejects.toMatchObject({ failure: { kind: 'push-not-settled' } });
  expect(await readLinks(desk.state)).toHaveLength(1);
});

function linkOn(origin: string): Link {
  const id = globalThis.crypto.randomUUID();
  return { file: 'job.pmjob.json', origin, customerId: CUSTOMER_ID, id, name: 'x', named: [] };
}
