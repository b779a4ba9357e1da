import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { fileStore } from '../../api/disk/file-store.ts';
import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import { systemClock } from '../../api/disk/system-clock.ts';
import { confirmPlan } from '../../api/plan/confirm.ts';
import type { Plan } from '../../api/plan/plan.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { preparePush } from '../../api/push/prepare.ts';
import { push } from '../../api/push/push.ts';
import type { PushDependencies } from '../../api/push/request.ts';
import { openSession } from '../../api/session.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import { judgeBody, judgeText } from '../../server/judge.ts';
import { pmjob } from '../cli/support/pmjob.ts';
import { FILE, type JobFolder, jobFolder } from './folder.ts';
import { EDITED, FIRST, inWords, NAME } from './job.ts';
import { type Platform, startPlatform, TOKEN } from './platform.ts';

// An editor and a command line, and two clones, each in a process of its own, at the same moment. What an editor does is
// done here by the engine, as the editor asks it; the command line is a process beside it.

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());

const SIGN_IN = { PMJOB_TOKEN: TOKEN };
const CREATE = { method: 'POST', path: '/pm/v1/deploymentjob' };
const UPDATE = { method: 'PATCH', path: '/pm/v1/deploymentjob/update/*' };
const NEVER = new AbortController().signal;

async function folderOf(body = FIRST): Promise<JobFolder> {
  const folder = await jobFolder();
  await folder.write(body);
  onTestFinished(async () => {
    await platform.clear();
    await platform.remove(NAME);
    await folder.remove();
  });
  return folder;
}

/** The command line as a process of its own: its exit code and its report. */
async function commandLine({
  path,
}: JobFolder): Promise<{ outcome: string; notes: { code: string }[]; error?: string }> {
  const words = ['push', '--url', platform.url, '--yes', '--format', 'json', FILE];
  const { result } = await pmjob(words, { folder: path, variables: SIGN_IN });
  return JSON.parse(result);
}

/** The engine as an editor holds it. */
async function editor(folder: JobFolder): Promise<{ plan(): Promise<Plan>; send(plan: Plan): Promise<Outcome> }> {
  const dependencies: PushDependencies = {
    session: openSession({
      connection: { name: 'sandbox', baseUrl: platform.url, protected: false },
      credentials: { kind: 'token', token: TOKEN },
      transport: undiciTransport(),
      clock: systemClock,
    }),
    state: fileStore(join(folder.path, '.pmjob')),
    judge: { file: async ({ text, path }) => judgeText(text, { path }), body: async (body) => judgeBody(body) },
    clock: systemClock,
    owner: thisProcess(),
    ownerLife,
    progress: () => undefined,
  };
  return {
    async plan() {
      const file = { path: FILE, text: await folder.bytes() };
      const request = { file, wanted: 'deploy', createNew: false, allowErrors: false } as const;
      const prepared = await preparePush(request, dependencies, NEVER);
      if (prepared.kind !== 'plan') throw new Error(`There is no plan: ${prepared.outcome.kind}`);
      return prepared.plan;
    },
    async send(plan) {
      const confirmed = confirmPlan(plan, { kind: 'dialog' });
      if (confirmed.kind !== 'confirmed') throw new Error('not confirmed');
      return push(confirmed, dependencies, NEVER);
    },
  };
}

/** Waits until every fault has struck. */
async function struck(): Promise<void> {
  while ((await platform.waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a command line that starts while an editor sends the same file stops, and says who is at work', async () => {
  const folder = await folderOf();
  const { plan, send } = await editor(folder);
  await platform.plan({ fault: 'delay', milliseconds: 2_000, match: CREATE });
  const sending = send(await plan());
  await struck();
  const stopped = await commandLine(folder);
  expect(stopped.outcome).toBe('unknown');
  expect(stopped.error).toContain(`is being pushed already (process ${process.pid} of `);
  expect((await sending).kind).toBe('created');
  expect((await commandLine(folder)).outcome).toBe('unchanged');
  expect(inWords(await platform.stored(NAME))).toBe('first');
});

test('an editor whose plan was agreed to while a command line sends the same file sends nothing', async () => {
  const folder = await folderOf();
  const { plan, send } = await editor(folder);
  const agreed = await plan();
  await platform.plan({ fault: 'delay', milliseconds: 2_000, match: CREATE });
  const sending = commandLine(folder);
  await struck();
  expect(await send(agreed)).toMatchObject({ kind: 'unknown', failure: { kind: 'push-under-way' } });
  expect((await sending).outcome).toBe('created');
  // The plan is of before: it is no longer what would happen.
  expect(await send(agreed)).toMatchObject({ kind: 'conflict', conflicts: [{ kind: 'changed-since-plan' }] });
  expect(inWords(await platform.stored(NAME))).toBe('first');
  expect((await folder.kept()).history).toEqual(['created']);
});

test('an update by both: one is sent, and the other one finds nothing left to change', async () => {
  const folder = await folderOf();
  await commandLine(folder);
  await folder.write(EDITED);
  const { plan, send } = await editor(folder);
  const agreed = await plan();
  await platform.requests();
  await platform.plan({ fault: 'delay', milliseconds: 2_000, match: UPDATE });
  const sending = commandLine(folder);
  await struck();
  expect((await send(agreed)).kind).toBe('unknown');
  expect((await sending).outcome).toBe('updated');
  expect((await send(agreed)).kind).toBe('conflict');
  expect((await commandLine(folder)).outcome).toBe('unchanged');
  expect((await platform.requests()).filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  expect(inWords(await platform.stored(NAME))).toBe('edited');
});

test('whoever is first by however little, an editor and a command line make one job', async () => {
  for (const head of [0, 120, 180, 240, 300]) {
    const folder = await folderOf();
    const { plan, send } = await editor(folder);
    const agreed = await plan();
    const other = commandLine(folder);
    await new Promise((resolve) => setTimeout(resolve, head));
    const outcomes = [(await send(agreed)).kind, (await other).outcome];
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(inWords(await platform.stored(NAME))).toBe('first');
    expect((await commandLine(folder)).outcome).toBe('unchanged');
    expect((await folder.kept()).intent).toBe('-');
    await platform.remove(NAME);
  }
});

test('two clones as quick as each other make two jobs, and that is said at once', async () => {
  const [one, other] = [await folderOf(), await folderOf()];
  // Neither look shows the other's job: both writes are held until both have been sent.
  await platform.plan({ fault: 'delay', milliseconds: 3_000, times: 2, match: CREATE });
  const reports = await Promise.all([commandLine(one), commandLine(other)]);
  expect(reports.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  const codes = reports.flatMap(({ notes }) => notes.map(({ code }) => code));
  expect(codes).toContain('second-job-of-that-name');
  expect(inWords(await platform.stored(NAME))).toBe('first + first');
});
