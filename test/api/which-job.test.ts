import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { openSession } from '../../api/session.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { CUSTOMER_ID, PARENT_ID, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, NEVER, outcomeOf, patientClock, planOf } from './support.ts';

const BODY = sample('create-linux-rollback.request');
const NAME = BODY.name;

test('a create whose name is taken asks, and says which file is that job', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const other = outcomeOf(await desk.prepare(BODY, { path: 'copy.pmjob.json' }));
  expect(other).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'same-name', name: NAME, jobs: [{ id, linkedFile: 'job.pmjob.json' }] }],
  });
  expect(await desk.push(BODY, { path: 'copy.pmjob.json', createNew: true })).toMatchObject({ kind: 'created' });
});

test('a person who says which job it is gets it linked', async () => {
  const desk = await deskFor();
  const { id } = await desk.sandbox.create({ ...BODY, preDeployActions: null, postDeployActions: null });
  const outcome = await desk.push({ ...BODY, preDeployActions: null, postDeployActions: null }, { link: String(id) });
  expect(outcome).toMatchObject({ kind: 'unchanged', id });
  expect(await links(desk)).toMatchObject([{ file: 'job.pmjob.json', customerId: CUSTOMER_ID, id }]);
});

test('a second create of a linked file asks', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  expect(outcomeOf(await desk.prepare(BODY, { wanted: 'create' }))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'already-linked', id }],
  });
  const again = await desk.push(BODY, { wanted: 'create', createNew: true });
  expect(again.kind).toBe('created');
  expect(again.id).not.toBe(id);
});

test('a create of a file whose id is a job here asks; an id that is nowhere does not', async () => {
  const desk = await deskFor();
  expect(outcomeOf(await desk.prepare({ ...BODY, id: PARENT_ID }, { wanted: 'create' }))).toMatchObject({
    conflicts: [{ kind: 'already-linked', id: PARENT_ID }],
  });
  const plan = planOf(
    await desk.prepare({ ...BODY, id: '00000000-0000-4000-8000-000000000000' }, { wanted: 'create' }),
  );
  expect(JSON.parse(plan.body)).not.toHaveProperty('id');
});

test('an id that is not the linked one stops', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  expect(outcomeOf(await desk.prepare({ ...BODY, id: PARENT_ID }))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'id-mismatch', linked: id, body: PARENT_ID }],
  });
});

test('an id that the platform does not know stops, and nothing turns into a create', async () => {
  const desk = await deskFor();
  const id = '00000000-0000-4000-8000-000000000000';
  expect(outcomeOf(await desk.prepare({ id, name: 'x' }))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'job-gone', id },
  });
  expect(outcomeOf(await desk.prepare(BODY, { wanted: 'update' }))).toMatchObject({
    failure: { kind: 'no-job-chosen' },
  });
});

test('an id that a link gives to another platform is ignored here', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const elsewhere = await deskFor({ folder: desk.folder });
  const plan = planOf(await elsewhere.prepare({ ...BODY, id: id ?? null }));
  expect(plan.action).toBe('create');
  expect(plan.notes.map(({ code }) => code)).toContain('id-of-another-platform');
  expect((await elsewhere.send(plan)).kind).toBe('created');
  expect((await links(desk)).map(({ origin }) => origin).sort()).toEqual(
    [desk.sandbox.url, elsewhere.sandbox.url].sort(),
  );
});

test('a file that is the job of another file says so', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const plan = planOf(await desk.prepare({ id: id ?? null, name: 'Renamed' }, { path: 'copy.pmjob.json' }));
  expect(plan.notes).toContainEqual(
    expect.objectContaining({ code: 'job-of-another-file', message: expect.stringContaining('job.pmjob.json') }),
  );
});

test('an unlinked file where a linked one is gone asks whether it is that one', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY, { path: 'jobs/old.pmjob.json' });
  await rm(join(desk.folder, 'jobs/old.pmjob.json'));
  const file = { ...BODY, name: 'Renamed too' };
  const asked = outcomeOf(await desk.prepare(file, { path: 'jobs/new.pmjob.json' }));
  expect(asked).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'linked-file-gone', jobs: [{ id, linkedFile: 'jobs/old.pmjob.json' }] }],
  });
  expect(describeOutcome(asked)).toContain(`jobs/old.pmjob.json, which was job ${id} here`);
  expect(planOf(await desk.prepare(file, { path: 'elsewhere.pmjob.json' })).action).toBe('create');
  expect(planOf(await desk.prepare(file, { path: 'jobs/new.pmjob.json', createNew: true })).action).toBe('create');

  const taken = await desk.push(file, { path: 'jobs/new.pmjob.json', link: id ?? '' });
  expect(taken).toMatchObject({ kind: 'updated', id });
  expect(taken.notes.map(({ code }) => code)).toContain('job-taken-over');
  expect((await links(desk)).map((link) => link.file)).toEqual(['jobs/new.pmjob.json']);
});

test('a file whose create was lost before it was renamed makes no second job', async () => {
  const desk = await deskFor();
  const plan = planOf(await desk.prepare(BODY, { path: 'jobs/old.pmjob.json' }));
  await desk.sandbox.plan(
    { fault: 'drop-after', match: { method: 'POST', path: '/pm/v1/deploymentjob' } },
    { fault: 'server-error', match: { method: 'GET' }, skip: 4, times: 99 },
  );
  expect((await desk.send(plan)).kind).toBe('unknown');
  await desk.sandbox.send('DELETE', '/_sandbox/faults');
  await rm(join(desk.folder, 'jobs/old.pmjob.json'));
  const file = { ...BODY, name: 'Renamed too' };
  expect(outcomeOf(await desk.prepare(file, { path: 'jobs/new.pmjob.json' }))).toMatchObject({
    kind: 'conflict',
    conflicts: [{ kind: 'linked-file-gone', jobs: [{ linkedFile: 'jobs/old.pmjob.json' }] }],
  });
  expect(await desk.writes()).toHaveLength(1);
});

test('a subscription and an address are the same however they are spelt', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const path = join(desk.folder, '.pmjob/links.json');
  const text = await readFile(path, 'utf8');
  await writeFile(
    path,
    text.replace(CUSTOMER_ID, CUSTOMER_ID.toUpperCase()).replace(desk.sandbox.url, `${desk.sandbox.url}/`),
  );
  const plan = planOf(await desk.prepare({ ...BODY, name: 'Renamed' }));
  expect(plan).toMatchObject({ action: 'update', id, notes: [] });

  const claims = Buffer.from(JSON.stringify({ customerId: CUSTOMER_ID.toUpperCase() })).toString('base64url');
  const session = openSession({
    connection: { name: 'sandbox', baseUrl: desk.sandbox.url, protected: false },
    credentials: { kind: 'token', token: `x.${claims}.x` },
    transport: undiciTransport(),
    clock: patientClock,
    knownCustomerId: CUSTOMER_ID.toUpperCase(),
  });
  expect((await session.target(NEVER)).customerId).toBe(CUSTOMER_ID);
});

test('a child whose parent is another platform’s job stops, and says which file to push first', async () => {
  const desk = await deskFor();
  const parent = await desk.push(BODY, { path: 'parent.pmjob.json' });
  const child = { ...BODY, name: 'Child', linkedJobId: parent.id?.toUpperCase() ?? null };
  const elsewhere = await deskFor({ folder: desk.folder });
  const stopped = outcomeOf(await elsewhere.prepare(child, { path: 'child.pmjob.json', allowErrors: true }));
  expect(stopped).toMatchObject({ kind: 'failed', failure: { kind: 'parent-elsewhere', file: 'parent.pmjob.json' } });
  expect(describeOutcome(stopped)).toContain('Push parent.pmjob.json here first');
  expect(await elsewhere.writes()).toEqual([]);

  const here = await elsewhere.push(BODY, { path: 'parent.pmjob.json' });
  const told = outcomeOf(await elsewhere.prepare(child, { path: 'child.pmjob.json', allowErrors: true }));
  expect(describeOutcome(told)).toContain(`Here parent.pmjob.json is job ${here.id}: write that id`);
  const mended = { ...child, linkedJobId: here.id ?? null };
  expect(planOf(await elsewhere.prepare(mended, { path: 'child.pmjob.json', allowErrors: true })).action).toBe(
    'create',
  );

  const own = await elsewhere.push({ ...BODY, name: 'Own' }, { path: 'own.pmjob.json' });
  const moved = { id: own.id ?? null, linkedJobId: parent.id ?? null };
  expect(outcomeOf(await elsewhere.prepare(moved, { path: 'own.pmjob.json', allowErrors: true }))).toMatchObject({
    failure: { kind: 'parent-elsewhere' },
  });
});

test('unfinished pushes are kept out of the repository, whoever has edited the list', async () => {
  const desk = await deskFor();
  await desk.state.write('.gitignore', '# ours\nhistory/');
  await desk.push(BODY);
  expect(await desk.state.read('.gitignore')).toBe('# ours\nhistory/\nintents/\nversions/\n');
});

test.each([
  ['merge-conflict marks', '{"version":1,"links":[\n<<<<<<< ours\n=======\n>>>>>>> theirs\n]}\n'],
  ['no JSON', '{"version":1,"links":['],
  ['nothing at all', ''],
  ['another version', '{"version":2,"links":[]}\n'],
  ['no address', '{"version":1,"links":[{"file":"x","origin":"x","customerId":"x","id":"x","name":"x"}]}\n'],
  ['two jobs for one file', undefined],
])('links with %s stop a push before anything is sent', async (_, text) => {
  const desk = await deskFor();
  await desk.push(BODY);
  const path = join(desk.folder, '.pmjob/links.json');
  const before = await readFile(path, 'utf8');
  const line = before.split('\n')[1] ?? '';
  const broken = text ?? `{"version":1,"links":[\n${line},\n${line.replace(/"id":"./, '"id":"0')}\n]}\n`;
  await writeFile(path, broken);
  expect(outcomeOf(await desk.prepare({ ...BODY, description: 'x' }))).toMatchObject({
    kind: 'failed',
    failure: { kind: 'link-file-unreadable', path: '.pmjob/links.json' },
  });
  expect(await readFile(path, 'utf8')).toBe(broken);
});

test('links are one line each, in a stable order, however they came', async () => {
  const desk = await deskFor();
  for (const path of ['b.pmjob.json', 'a.pmjob.json', 'c/d.pmjob.json'])
    await desk.push({ ...BODY, name: path }, { path });
  const lines = (await readFile(join(desk.folder, '.pmjob/links.json'), 'utf8')).split('\n');
  expect(lines.map((line) => /"file":"([^"]+)"/.exec(line)?.[1]).filter(Boolean)).toEqual([
    'a.pmjob.json',
    'b.pmjob.json',
    'c/d.pmjob.json',
  ]);
});

test('pushes of several files at once lose no link', async () => {
  const desk = await deskFor();
  const paths = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.pmjob.json`);
  const outcomes = await Promise.all(paths.map((path) => desk.push({ ...BODY, name: path }, { path })));
  expect(outcomes.map(({ kind }) => kind)).toEqual(paths.map(() => 'created'));
  expect((await links(desk)).map(({ file }) => file)).toEqual(paths);
});

async function links(desk: Desk): Promise<{ file: string; origin: string; customerId: string; id: string }[]> {
  return JSON.parse(await readFile(join(desk.folder, '.pmjob/links.json'), 'utf8')).links;
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';

test('a wrong id that a person gives costs no link: the file stays the job that it is', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const outcome = outcomeOf(await desk.prepare(BODY, { link: NOWHERE }));
  expect(outcome).toMatchObject({
    kind: 'failed',
    notes: [],
    failure: { kind: 'job-gone', id: NOWHERE, otherwise: id },
  });
  expect(describeOutcome(outcome)).toContain(`The file stays job ${id}.`);
  expect(describeOutcome(outcome)).not.toContain('forget');
  expect(await links(desk)).toMatchObject([{ id }]);
});

test('what says that a file is a job which is gone is what has to go before a push makes a new one', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  await desk.sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids: [id ?? ''] });
  const sentenceOf = async (body: typeof BODY, path: string) =>
    describeOutcome(outcomeOf(await desk.prepare(body, { path })));
  expect(await sentenceOf(BODY, 'job.pmjob.json')).toContain("deleted, forget the file's link to it; then");
  expect(await sentenceOf({ ...BODY, id: id ?? null }, 'job.pmjob.json')).toContain(
    `forget the file's link to it and take the "id" that names it out of the file; then`,
  );
  expect(await sentenceOf({ ...BODY, id: NOWHERE }, 'other.pmjob.json')).toContain(
    'deleted, take the "id" that names it out of the file; then',
  );
});

test('a new job of a file that is one says what becomes of that job, and of the id in the file', async () => {
  const desk = await deskFor();
  const { id } = await desk.push(BODY);
  const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);
  const another = planOf(await desk.prepare(BODY, { createNew: true }));
  expect(another.notes).toContainEqual(
    expect.objectContaining({ code: 'job-left', message: expect.stringContaining(`was job ${id} here`) }),
  );
  expect(another.notes).toContainEqual(
    expect.objectContaining({
      code: 'same-name',
      message: expect.stringContaining(`${id} (the job of job.pmjob.json)`),
    }),
  );
  const stray = planOf(await desk.prepare({ ...BODY, id: NOWHERE }, { createNew: true, path: 'other.pmjob.json' }));
  expect(stray.notes).toContainEqual(
    expect.objectContaining({ code: 'id-of-another-job', pointer: '/id', message: expect.stringContaining(NOWHERE) }),
  );
  expect(codes((await desk.send(stray)).notes)).toContain('id-of-another-job');
  const fresh = await desk.prepare({ ...BODY, name: 'Fresh', id: NOWHERE }, { wanted: 'create', path: 'f.pmjob.json' });
  expect(codes(planOf(fresh).notes)).toContain('id-of-another-job');
});
