import { randomUUID } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import { writeGitIgnore } from '../../api/link/git-ignore.ts';
import { confirmPlan } from '../../api/plan/confirm.ts';
import { describeOutcome } from '../../api/push/outcome-text.ts';
import { push } from '../../api/push/push.ts';
import type { Transport } from '../../api/transport/transport.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { sample } from '../sandbox/support.ts';
import { type Desk, deskFor, NEVER, outcomeOf, planOf } from './support.ts';

const BODY = sample('create-linux-rollback.request');
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };

async function onlyIntent(desk: Desk): Promise<string> {
  const [path = ''] = (await desk.files()).filter((file) => file.startsWith('intents'));
  return path;
}

test('a living process is known whatever its clock did, and another one with its number is not', async () => {
  const owner = thisProcess();
  expect(await ownerLife(owner)).toBe('alive');
  // As the time of day would have it after the machine has slept, or after its clock was set.
  expect(owner.processStart).not.toMatch(/\d{4}-\d\d-\d\dT/);
  expect(await ownerLife({ ...owner, processStart: `${owner.processStart}1` })).toBe('dead');
  expect(await ownerLife({ ...owner, processId: process.ppid })).toBe('dead');
  expect(await ownerLife({ ...owner, host: 'elsewhere' })).toBe('unknown');
});

test('a lock that was left behind does not stop pushes for ever, whatever it says', async () => {
  const locks = [`${Date.now() + 86_400_000} x\n`, '', 'x'];
  const outcomes = locks.map(async (text) => {
    const desk = await deskFor();
    await desk.state.createExclusively('locks/links.lock', text);
    const { kind, notes } = await desk.push(BODY);
    return { kind, notes, links: JSON.parse((await desk.state.read('links.json')) ?? '').links.length };
  });
  for (const outcome of await Promise.all(outcomes)) expect(outcome).toEqual({ kind: 'created', notes: [], links: 1 });
});

test('what killed writes have left beside a file goes with the next write, but not what is being written', async () => {
  const desk = await deskFor();
  await desk.push(BODY);
  const written = (await desk.files()).filter((file) => /^(base|versions)\/|^links/.test(file));
  expect(written).toHaveLength(3);
  const beside = async (ending: string, minutes: number): Promise<string[]> => {
    const left = written.map((file) => `${file}.${ending}`);
    const then = new Date(Date.now() - minutes * 60_000);
    for (const file of left) {
      await desk.state.write(file, 'a script');
      await utimes(join(desk.folder, '.pmjob', file), then, then);
    }
    return left;
  };
  const stays = [
    ...(await beside(`${randomUUID()}.tmp`, 1)),
    ...(await beside('tmp', 60)),
    ...(await beside('7.tmp', 60)),
  ];
  const goes = await beside(`${randomUUID()}.tmp`, 60);
  const next = await deskFor({ folder: desk.folder, sandbox: desk.sandbox });
  expect((await next.push({ ...BODY, description: 'Edited since', name: 'Renamed' })).kind).toBe('updated');
  const files = await next.files();
  expect([files.filter((file) => goes.includes(file)), stays.filter((file) => !files.includes(file))]).toEqual([
    [],
    [],
  ]);
});

test('an intent that only a newer pmjob can read is kept, and stops the push', async () => {
  const desk = await deskFor();
  await desk.sandbox.plan({ fault: 'server-error', match: CREATE });
  await desk.push(BODY);
  const path = join(desk.folder, '.pmjob', await onlyIntent(desk));
  const newer = (await readFile(path, 'utf8')).replace('"version": 1', '"version": 2');
  await writeFile(path, newer);
  const outcome = outcomeOf(await desk.prepare(BODY));
  expect(outcome).toMatchObject({ kind: 'unknown', failure: { kind: 'intent-unreadable' } });
  expect(describeOutcome(outcome)).toContain('intents/');
  expect(await readFile(path, 'utf8')).toBe(newer);
});

test('a create of another job, run again after its answer was lost, makes no second one', async () => {
  const desk = await deskFor();
  await desk.sandbox.create(BODY);
  const plan = planOf(await desk.prepare(BODY, { createNew: true }));
  await desk.sandbox.plan({ fault: 'server-error', after: true, match: CREATE });
  await desk.sandbox.plan({ fault: 'server-error', times: 8, match: { method: 'GET' }, skip: 4 });
  await desk.send(plan);
  await desk.sandbox.send('DELETE', '/_sandbox/faults');
  const again = outcomeOf(await desk.prepare(BODY, { createNew: true }));
  expect(again.kind).toBe('unchanged');
  expect(again.notes.map(({ code }) => code)).toEqual(['earlier-push-went-through', 'no-other-job']);
  const jobs = await desk.sandbox.list('?pageSize=100');
  expect(jobs.filter(({ name }) => name === BODY.name)).toHaveLength(2);
});

test('a create without a name is not sent, whatever is allowed', async () => {
  const desk = await deskFor();
  for (const name of [undefined, null, 7, ' '])
    expect(outcomeOf(await desk.prepare({ ...BODY, name: name ?? null }, { allowErrors: true }))).toMatchObject({
      kind: 'invalid',
    });
  expect(await desk.writes()).toEqual([]);
});

test('a look records nothing: no file is linked by it', async () => {
  const desk = await deskFor();
  const { id } = await desk.sandbox.create(BODY);
  const looked = outcomeOf(
    await desk.prepare(
      { id: id ?? null, name: BODY.name ?? null },
      { link: String(id), lookOnly: true, path: 'look.pmjob.json' },
    ),
  );
  expect(looked).toMatchObject({ kind: 'unchanged', id });
  await expect(desk.files()).rejects.toThrow('ENOENT');
});

test('a mistake of our own leaves nothing that stands in the way, and nothing unsaid', async () => {
  const desk = await deskFor();
  const failAt = (step: string): Partial<Desk['dependencies']> => ({
    progress: (at) => {
      if (at === step) throw new TypeError('a mistake');
    },
  });
  const confirmed = confirmPlan(planOf(await desk.prepare(BODY)), { kind: 'flag' });
  if (confirmed.kind !== 'confirmed') throw new Error('not confirmed');
  await expect(push(confirmed, { ...desk.dependencies, ...failAt('looking') }, NEVER)).rejects.toThrow('a mistake');
  expect(await onlyIntent(desk)).toBe('');

  const lost = await push(confirmed, { ...desk.dependencies, ...failAt('recording') }, NEVER);
  expect(lost).toMatchObject({ kind: 'unknown', failure: { kind: 'sent-without-answer', cause: 'a mistake' } });
  expect(outcomeOf(await desk.prepare(BODY)).kind).toBe('unchanged');
  expect(await desk.writes()).toHaveLength(1);
});

test('a living process that could not write down how its push ended is not stopped by itself for ever', async () => {
  const desk = await deskFor();
  const { state } = desk;
  const plan = planOf(await desk.prepare(BODY));
  await writeGitIgnore(state);
  const refuse = async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  let isSent = false;
  const write: typeof state.write = async (...written) => {
    if (isSent) await refuse();
    isSent = true;
    await state.write(...written);
  };
  desk.dependencies.state = { ...state, write, append: refuse, remove: refuse };
  await desk.sandbox.plan({ fault: 'drop-after', match: CREATE });
  await desk.send(plan);
  desk.dependencies.state = state;
  expect(outcomeOf(await desk.prepare(BODY))).toMatchObject({ kind: 'unknown', failure: { kind: 'push-under-way' } });
  const later = () => new Date(Date.now() + 11 * 60_000);
  desk.dependencies.clock = { ...desk.dependencies.clock, now: later };
  expect(outcomeOf(await desk.prepare(BODY)).kind).toBe('unchanged');
  expect(await desk.writes()).toHaveLength(1);
});

test('a push that has slept until another one took it for dead sends nothing', async () => {
  let taken: Promise<void> | undefined;
  const network = undiciTransport({ timeoutMilliseconds: 15_000 });
  const transport: Transport = {
    async send(request, signal) {
      // The look takes as long as the other push needs.
      await taken;
      return network.send(request, signal);
    },
  };
  const desk = await deskFor({ transport });
  const plan = planOf(await desk.prepare(BODY));
  desk.dependencies.progress = (step) => {
    if (step === 'looking') taken = onlyIntent(desk).then((path) => desk.state.remove(path));
  };
  expect(await desk.send(plan)).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] });
  await taken;
  expect(await desk.writes()).toEqual([]);
});
