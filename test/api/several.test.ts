import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { link, readLinks } from '../../api/link/links.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import type { PushRequest, PushStep } from '../../api/push/request.ts';
import { kindOfOutcome, kindsOf, sayCount } from '../../api/several/count.ts';
import { planSeveral } from '../../api/several/plan-several.ts';
import { cancelSeveral, confirmSeveral, pushSeveral } from '../../api/several/push-several.ts';
import { renderSeveral } from '../../api/several/render-text.ts';
import type { SeveralFile, SeveralPlan } from '../../api/several/several.ts';
import type { JsonObject } from '../../schemas/json.ts';
import { PARENT_ID, sample } from '../sandbox/support.ts';
import { type Desk, deskFor, NEVER, patientClock } from './support.ts';

const { preDeployActions, postDeployActions, ...BODY } = sample('create-linux-rollback.request');

const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };

type Files = Record<string, JsonObject | string>;

/** A job file of a name, with other fields besides. */
function job(name: string, fields: JsonObject = {}): JsonObject {
  return { ...BODY, name, ...fields };
}

async function filesOf(desk: Desk, files: Files, wish: Partial<PushRequest> = {}): Promise<SeveralFile[]> {
  return Promise.all(
    Object.entries(files).map(async ([path, body]) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      await mkdir(dirname(join(desk.folder, path)), { recursive: true });
      await writeFile(join(desk.folder, path), text);
      const request = {
        file: { path, text },
        wanted: 'deploy',
        createNew: false,
        allowErrors: false,
        ...wish,
      } as const;
      return { name: path, identity: path, request, dependencies: desk.dependencies };
    }),
  );
}

async function plan(desk: Desk, files: Files, wish: Partial<PushRequest> = {}): Promise<SeveralPlan> {
  return planSeveral(await filesOf(desk, files, wish), NEVER);
}

async function send(planned: SeveralPlan, signal = NEVER): Promise<Outcome[]> {
  const confirmed = confirmSeveral(planned, { kind: 'flag' });
  if (confirmed.kind !== 'confirmed') throw new Error('The plan was not confirmed.');
  return pushSeveral(confirmed, signal);
}

async function push(desk: Desk, files: Files): Promise<Outcome[]> {
  return send(await plan(desk, files));
}

function kinds(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ kind }) => kind);
}

/** The ids of jobs that were created, by the order of their files. */
function idsOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ id }) => id ?? '');
}

describe('several files', () => {
  test('are one plan that names target, counts, each change and what starts at once, and sends nothing', async () => {
    const desk = await deskFor();
    await push(desk, { 'same.pmjob.json': job('Same') });
    await push(desk, { 'old.pmjob.json': job('Old') });
    const before = await desk.writes();
    const planned = await plan(desk, {
      'new.pmjob.json': job('New', { status: 'Enabled' }),
      'same.pmjob.json': job('Same'),
      'old.pmjob.json': job('Old', { timeout: 8 }),
      'wrong.pmjob.json': '{',
    });
    const text = renderSeveral(planned).join('\n');
    expect(text.split('\n')[0]).toMatch(
      /^4 files on sandbox \(127\.0\.0\.1:\d+\), subscription [0-9a-f-]{36}: 1 to create, 1 to update, 1 unchanged, 1 stopped$/,
    );
    expect(text).toContain('they start at once when they are sent: new.pmjob.json');
    expect(text).toContain('new.pmjob.json: create job "New" on sandbox');
    expect(text).toContain('old.pmjob.json: update job "Old"');
    expect(text).toContain('~ Patch window: 6 → 8');
    expect(text).toMatch(/^same\.pmjob\.json: job [0-9a-f-]{36} is already as the file says/m);
    expect(text).toMatch(/^wrong\.pmjob\.json: not pushed, because it has errors/m);
    expect(await desk.writes()).toEqual(before);
    expect(kinds(cancelSeveral(planned))).toEqual(['cancelled', 'unchanged', 'cancelled', 'invalid']);
  });

  test('end each with its own outcome, in the order given', async () => {
    const desk = await deskFor();
    await push(desk, { 'same.pmjob.json': job('Same'), 'old.pmjob.json': job('Old') });
    const outcomes = await push(desk, {
      'new.pmjob.json': job('New'),
      'wrong.pmjob.json': '{',
      'same.pmjob.json': job('Same'),
      'old.pmjob.json': job('Old', { timeout: 8 }),
    });
    expect(kinds(outcomes)).toEqual(['created', 'invalid', 'unchanged', 'updated']);
    expect(sayCount(outcomes.map(kindOfOutcome))).toBe('1 created, 1 updated, 1 unchanged, 1 stopped');
  });

  test('that are one file by two names count once', async () => {
    const desk = await deskFor();
    const [file, ...others] = await filesOf(desk, { 'one.pmjob.json': job('One') });
    if (file === undefined) throw new Error('no file');
    const planned = await planSeveral([file, { ...file, name: './one.pmjob.json' }, ...others], NEVER);
    expect(planned.entries.map(({ file: { name } }) => name)).toEqual(['one.pmjob.json']);
    expect(kinds(await send(planned))).toEqual(['created']);
    expect(await desk.writes()).toHaveLength(1);
  });

  test('want the name of a protected connection typed, or none of them is confirmed', async () => {
    const desk = await deskFor();
    const planned = await plan(desk, { 'a.pmjob.json': job('A'), 'b.pmjob.json': job('B') });
    for (const entry of planned.entries) if (entry.kind === 'plan') entry.plan.target.protected = true;
    expect(confirmSeveral(planned, { kind: 'dialog' })).toEqual({ kind: 'name-not-typed', connection: 'sandbox' });
    expect(confirmSeveral(planned, { kind: 'dialog', typedName: 'sandbox' }).kind).toBe('confirmed');
  });

  test('ask the platform for its list once while they are planned', async () => {
    const desk = await deskFor();
    const lists = async () => {
      const log = (await desk.sandbox.send('GET', '/_sandbox/requests')).json;
      return (log as { path: string }[]).filter(({ path }) => path.includes('summary')).length;
    };
    await plan(desk, { 'a.pmjob.json': job('A') });
    const forOne = await lists();
    await plan(desk, Object.fromEntries([...'bcdefgh'].map((name) => [`${name}.pmjob.json`, job(name)])));
    // Which subscription it is was asked with the first.
    expect((await lists()) - forOne).toBeLessThan(forOne);
  });

  test('never write over each other’s links', async () => {
    const desk = await deskFor();
    const names = [...Array(12).keys()].map((index) => `job-${index}.pmjob.json`);
    const outcomes = await push(desk, Object.fromEntries(names.map((name) => [name, job(name)])));
    expect(new Set(kinds(outcomes))).toEqual(new Set(['created']));
    const links = await readLinks(desk.state);
    expect(new Map(links.map(({ file, id }) => [file, id]))).toEqual(
      new Map(names.map((name, index) => [name, idsOf(outcomes)[index]])),
    );
    await Promise.all(
      [...Array(20).keys()].map((index) =>
        link(
          desk.state,
          { ...patientClock, sleep: (time) => new Promise((resolve) => setTimeout(resolve, time)) },
          {
            file: `other-${index}`,
            origin: desk.sandbox.url,
            customerId: 'c',
            id: `${index}`,
            name: '',
            named: [],
          },
        ),
      ),
    );
    expect(await readLinks(desk.state)).toHaveLength(32);
  });
});

test('several files make the first jobs of an empty subscription, which only the first of them tells', async () => {
  const desk = await deskFor();
  const ids = (await desk.sandbox.list('?pageSize=100')).map(({ id }) => id ?? null);
  await desk.sandbox.send('DELETE', '/pm/v1/deploymentjobs', { ids });
  const files = Object.fromEntries([...'abcd'].map((name) => [`${name}.pmjob.json`, job(name)]));
  const planned = await plan(desk, files);
  expect(planned.entries.map((entry) => entry.kind === 'plan' && entry.plan.target.customerId)).toEqual(
    Array(4).fill(undefined),
  );
  expect(kinds(await send(planned))).toEqual(Array(4).fill('created'));
  expect(await readLinks(desk.state)).toHaveLength(4);
  expect(await desk.writes()).toHaveLength(5);
  expect(kinds(await push(desk, files))).toEqual(Array(4).fill('unchanged'));
});

describe('two files', () => {
  test('that are one job are both stopped, each naming the other', async () => {
    const desk = await deskFor();
    const [id = ''] = idsOf(await push(desk, { 'a.pmjob.json': job('A') }));
    const outcomes = await push(desk, {
      'a.pmjob.json': job('A', { timeout: 8 }),
      'other.pmjob.json': job('Other'),
      'copy.pmjob.json': job('A', { id, timeout: 9 }),
    });
    expect(kinds(outcomes)).toEqual(['failed', 'created', 'failed']);
    expect(outcomes.map((outcome) => describeOutcome(outcome))[0]).toBe(
      `a.pmjob.json: nothing was sent. The job ${id} is also that of copy.pmjob.json: only one of them can say how it shall be. Push the right one alone.`,
    );
    expect((await desk.sandbox.read(id)).job.timeout).toBe(6);
  });

  test('that would create jobs of one name are both stopped', async () => {
    const desk = await deskFor();
    const outcomes = await push(desk, { 'a.pmjob.json': job('Twice'), 'b.pmjob.json': job(' Twice  ') });
    expect(outcomes).toMatchObject([
      { kind: 'failed', failure: { kind: 'same-name-together', others: ['b.pmjob.json'] } },
      { kind: 'failed', failure: { kind: 'same-name-together', others: ['a.pmjob.json'] } },
    ]);
    expect(await desk.writes()).toEqual([]);
  });
});

describe('a file that is linked to the job of another one', () => {
  /** Three jobs that are there, each linked to the one before it, and their files in the wrong order. */
  async function chain(): Promise<{ desk: Desk; files: (fields: JsonObject) => Files; ids: string[] }> {
    const desk = await deskFor();
    const [first = ''] = idsOf(await push(desk, { 'first.pmjob.json': job('First') }));
    const [second = ''] = idsOf(await push(desk, { 'second.pmjob.json': job('Second', { linkedJobId: first }) }));
    const [third = ''] = idsOf(await push(desk, { 'third.pmjob.json': job('Third', { linkedJobId: second }) }));
    const files = (fields: JsonObject): Files => ({
      'third.pmjob.json': job('Third', { linkedJobId: second, ...fields }),
      'second.pmjob.json': job('Second', { linkedJobId: first.toUpperCase(), ...fields }),
      'first.pmjob.json': job('First', fields),
    });
    return { desk, files, ids: [first, second, third] };
  }

  test('is sent after it', async () => {
    const { desk, files, ids } = await chain();
    const planned = await plan(desk, files({ timeout: 8 }));
    expect(renderSeveral(planned).join('\n')).toContain('Sent after first.pmjob.json');
    expect(kinds(await send(planned))).toEqual(['updated', 'updated', 'updated']);
    const patches = (await desk.writes()).filter((write) => write.startsWith('PATCH'));
    expect(patches).toEqual(ids.map((id) => `PATCH /pm/v1/deploymentjob/update/${id}`));
  });

  test.each([
    ['rejected', { fault: 'answer', status: 422, body: { _error: { errorCode: '2501' } } }],
    ['unknown', { fault: 'drop-before' }],
  ])('is not sent when that one ends %s, nor is what is linked to it', async (kind, fault) => {
    const { desk, files, ids } = await chain();
    await desk.sandbox.plan({ ...fault, match: { method: 'PATCH', path: `/pm/v1/deploymentjob/update/${ids[0]}` } });
    const outcomes = await push(desk, { ...files({ timeout: 8 }), 'other.pmjob.json': job('Other') });
    expect(kinds(outcomes)).toEqual(['failed', 'failed', kind, 'created']);
    expect(outcomes.map((outcome) => describeOutcome(outcome))[1]).toBe(
      'second.pmjob.json: nothing was sent. It is linked to the job of first.pmjob.json, whose push did not go through. Settle that first, and push both again.',
    );
    expect((await desk.writes()).filter((write) => write.startsWith('PATCH'))).toHaveLength(1);
  });

  test('is stopped with the plan already when that one is', async () => {
    const { desk, files } = await chain();
    const planned = await plan(desk, { ...files({ timeout: 8 }), 'first.pmjob.json': job('First', { timeout: 'x' }) });
    expect(sayCount(kindsOf(planned))).toBe('3 stopped');
  });

  test('is sent when that one has nothing to send', async () => {
    const { desk, files } = await chain();
    const outcomes = await push(desk, { ...files({ timeout: 8 }), 'first.pmjob.json': job('First') });
    expect(kinds(outcomes)).toEqual(['updated', 'updated', 'unchanged']);
  });

  test('round in a circle is stopped, with the circle named; what is outside goes on', async () => {
    const { desk, files, ids } = await chain();
    const outcomes = await push(desk, {
      ...files({}),
      'first.pmjob.json': job('First', { linkedJobId: ids[1] ?? '' }),
      'second.pmjob.json': job('Second', { linkedJobId: ids[0] ?? '', timeout: 8 }),
      'other.pmjob.json': job('Other'),
    });
    expect(kinds(outcomes)).toEqual(['unchanged', 'failed', 'failed', 'created']);
    expect(outcomes.map((outcome) => describeOutcome(outcome))[2]).toContain(
      'first.pmjob.json waits for second.pmjob.json waits for first.pmjob.json',
    );
  });

  test('waits for the id of one that the same push creates, and is told it', async () => {
    const production = await deskFor();
    const parent = job('Parent');
    const [id = ''] = idsOf(await push(production, { 'parent.pmjob.json': parent }));
    const test = await deskFor({ folder: production.folder });
    const files = { 'child.pmjob.json': job('Child', { linkedJobId: id }), 'parent.pmjob.json': parent };
    const planned = await plan(test, files);
    expect(sayCount(kindsOf(planned))).toBe('1 to create, 1 stopped');
    const [child, created] = await send(planned);
    expect(created?.kind).toBe('created');
    expect(child).toMatchObject({ kind: 'failed', failure: { kind: 'parent-elsewhere', here: created?.id } });
    expect(await test.writes()).toHaveLength(1);
    const filled = { ...files, 'child.pmjob.json': job('Child', { linkedJobId: created?.id ?? '' }) };
    expect(kinds(await push(test, filled))).toEqual(['created', 'unchanged']);
  });

  test('waits also when nothing but the id in its file tells what that one was, and it is made anew', async () => {
    const desk = await deskFor();
    const gone = '11111111-2222-4333-8444-555555555555';
    const files = {
      'child.pmjob.json': job('Child', { linkedJobId: gone }),
      'parent.pmjob.json': job('Parent', { id: gone }),
    };
    const [child, parent] = await send(await plan(desk, files, { createNew: true }));
    expect(parent?.kind).toBe('created');
    expect(child).toMatchObject({ failure: { kind: 'parent-created', id: gone, here: parent?.id } });
  });

  test('does not wait when this platform has the job that it names', async () => {
    const desk = await deskFor();
    const files = {
      'child.pmjob.json': job('Child', { linkedJobId: PARENT_ID }),
      'parent.pmjob.json': job('Made anew', { id: PARENT_ID }),
    };
    expect(kinds(await send(await plan(desk, files, { createNew: true })))).toEqual(['created', 'created']);
  });
});

describe('a platform that misbehaves', () => {
  const four = Object.fromEntries([...'abcd'].map((name) => [`${name}.pmjob.json`, job(name)]));

  test('with 429 is asked again for what it is only asked, and every file is made once', async () => {
    const desk = await deskFor();
    const refused = { fault: 'rate-limited', retryAfter: '1', match: { method: 'GET' } };
    await desk.sandbox.plan({ ...refused, skip: 2, times: 3 });
    const planned = await plan(desk, four);
    await desk.sandbox.plan({ ...refused, times: 2 }, { ...refused, skip: 3, times: 2 });
    expect(kinds(await send(planned))).toEqual(['created', 'created', 'created', 'created']);
    expect(await desk.writes()).toHaveLength(4);
  });

  test('rejects one, loses one, takes one late: the others go on, and the next push makes none twice', async () => {
    const desk = await deskFor();
    await desk.sandbox.plan(
      { fault: 'rate-limited', match: CREATE },
      { fault: 'drop-before', match: CREATE },
      { fault: 'drop-after', match: CREATE },
    );
    const outcomes = await push(desk, four);
    expect(kinds(outcomes).sort()).toEqual(['created', 'created', 'rejected', 'unknown']);
    expect(await desk.writes()).toHaveLength(4);
    const again = await push(desk, four);
    expect(kinds(again).sort()).toEqual(['created', 'created', 'unchanged', 'unchanged']);
    const names = (await desk.sandbox.list('?pageSize=100')).map(({ name }) => name);
    for (const name of 'abcd') expect(names.filter((one) => one === name)).toHaveLength(1);
    expect((await desk.files()).filter((file) => file.startsWith('intents'))).toEqual([]);
  });

  test('that changed between plan and push is a conflict for that file alone', async () => {
    const desk = await deskFor();
    const [id] = idsOf(await push(desk, { 'a.pmjob.json': job('a') }));
    const planned = await plan(desk, { ...four, 'a.pmjob.json': job('a', { timeout: 8 }) });
    await desk.sandbox.update(id, { ...(await desk.sandbox.read(id)).job, description: 'Somebody else' });
    expect(kinds(await send(planned))).toEqual(['conflict', 'created', 'created', 'created']);
  });
});

test('an earlier create that arrives while it is looked for is found, though others have asked for the list already', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'drop-before', match: CREATE });
  expect(kinds(await push(desk, { 'late.pmjob.json': job('Late') }))).toEqual(['unknown']);
  desk.dependencies.clock = {
    ...patientClock,
    async sleep() {
      if ((await desk.sandbox.list('?pageSize=100')).every(({ name }) => name !== 'Late'))
        await desk.sandbox.create(job('Late'));
    },
  };
  const outcomes = await push(desk, { 'a.pmjob.json': job('a'), 'late.pmjob.json': job('Late') });
  expect(kinds(outcomes)).toEqual(['created', 'unchanged']);
  expect(outcomes[1]?.notes.map(({ code }) => code)).toContain('earlier-push-went-through');
});

test('cancelling in the middle waits for what is sent, and leaves out the rest', async () => {
  const desk = await deskFor();
  const abort = new AbortController();
  const files = Object.fromEntries([...'abcdef'].map((name) => [`${name}.pmjob.json`, job(name)]));
  const steps: PushStep[] = [];
  desk.dependencies.progress = (step) => {
    steps.push(step);
    if (step === 'sending') abort.abort();
  };
  await desk.sandbox.plan({ fault: 'delay', milliseconds: 200, match: CREATE, times: 6 });
  const outcomes = await send(await plan(desk, files), abort.signal);
  const made = kinds(outcomes).filter((kind) => kind === 'created').length;
  expect(made).toBe(steps.filter((step) => step === 'sending').length);
  expect(made).toBeGreaterThan(0);
  expect(kinds(outcomes).filter((kind) => kind === 'cancelled')).toHaveLength(6 - made);
  expect(await desk.writes()).toHaveLength(made);
  expect(kinds(await push(desk, files)).sort()).toEqual([
    ...Array(6 - made).fill('created'),
    ...Array(made).fill('unchanged'),
  ]);
});
