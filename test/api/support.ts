import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { fileStore } from '../../api/disk/file-store.ts';
import { ownerLife, thisProcess } from '../../api/disk/owner.ts';
import type { StateStore } from '../../api/link/store.ts';
import { confirmPlan } from '../../api/plan/confirm.ts';
import type { Plan } from '../../api/plan/plan.ts';
import type { Credentials } from '../../api/platform.ts';
import type { Outcome } from '../../api/push/outcome.ts';
import { type Prepared, preparePush } from '../../api/push/prepare.ts';
import { push } from '../../api/push/push.ts';
import type { PushDependencies, PushRequest, PushStep } from '../../api/push/request.ts';
import { openSession } from '../../api/session.ts';
import type { Transport } from '../../api/transport/transport.ts';
import { undiciTransport } from '../../api/transport/undici.ts';
import type { Json } from '../../schemas/json.ts';
import { judgeBody, judgeText } from '../../server/judge.ts';
import { type Speaking, sandboxFor } from '../sandbox/support.ts';
import { patientClock } from '../support/patient-clock.ts';

export { patientClock };

export const NEVER = new AbortController().signal;

/** A folder of its own, the sandbox over real HTTP, and the engine between them. */
export interface Desk {
  sandbox: Speaking;
  state: StateStore;
  folder: string;
  steps: PushStep[];
  dependencies: PushDependencies;
  prepare(body: Json | string, options?: Partial<PushRequest> & { path?: string }): Promise<Prepared>;
  /** Plans, confirms and pushes; a push that stops before its plan answers its outcome. */
  push(body: Json | string, options?: Partial<PushRequest> & { path?: string }): Promise<Outcome>;
  send(plan: Plan, signal?: AbortSignal): Promise<Outcome>;
  /** The writes that the sandbox got: method and path. */
  writes(): Promise<string[]>;
  /** The names of all files below `.pmjob`, sorted. */
  files(): Promise<string[]>;
}

export interface DeskOptions {
  sandbox?: Speaking;
  credentials?: Credentials;
  baseUrl?: string;
  transport?: Transport;
  /** Milliseconds to wait for an answer: long, but for a test of that, as the machine may be busy. */
  patience?: number;
  knownCustomerId?: string;
  folder?: string;
}

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pmjob-'));
  folders.push(folder);
  return folder;
}

export async function deskFor(options: DeskOptions = {}): Promise<Desk> {
  const sandbox = options.sandbox ?? (await sandboxFor());
  const folder = options.folder ?? (await temporaryFolder());
  const state = fileStore(join(folder, '.pmjob'));
  const steps: PushStep[] = [];
  const baseUrl = options.baseUrl ?? sandbox.url;
  const dependencies: PushDependencies = {
    session: openSession({
      connection: { name: 'sandbox', baseUrl, protected: false },
      credentials: options.credentials ?? { kind: 'token', token: 'sandbox' },
      transport: options.transport ?? undiciTransport({ timeoutMilliseconds: options.patience ?? 15_000 }),
      clock: patientClock,
      ...(options.knownCustomerId === undefined ? {} : { knownCustomerId: options.knownCustomerId }),
    }),
    state,
    judge: {
      file: async ({ text, path }) => judgeText(text, { path }),
      body: async (body) => judgeBody(body),
    },
    clock: patientClock,
    owner: thisProcess(),
    ownerLife,
    progress: (step) => steps.push(step),
  };
  const prepare: Desk['prepare'] = async (body, { path = 'job.pmjob.json', ...request } = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    return preparePush(
      { file: { path, text }, wanted: 'deploy', createNew: false, allowErrors: false, ...request },
      dependencies,
      NEVER,
    );
  };
  const send: Desk['send'] = async (plan, signal = NEVER) => {
    const confirmed = confirmPlan(plan, { kind: 'flag' });
    if (confirmed.kind !== 'confirmed') throw new Error('The plan was not confirmed.');
    return push(confirmed, dependencies, signal);
  };
  return {
    sandbox,
    state,
    folder,
    steps,
    dependencies,
    prepare,
    send,
    async push(body, request) {
      const prepared = await prepare(body, request);
      return prepared.kind === 'plan' ? send(prepared.plan) : prepared.outcome;
    },
    async writes() {
      const log = (await sandbox.send('GET', '/_sandbox/requests')).json;
      const entries = Array.isArray(log) ? log : [];
      return entries.flatMap((entry) => {
        const { method, path } = entry as { method: string; path: string };
        return method === 'GET' || path === '/auth' ? [] : [`${method} ${path}`];
      });
    },
    async files() {
      const entries = await readdir(join(folder, '.pmjob'), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '.pmjob').length + 1))
        .sort();
    },
  };
}

export function planOf(prepared: Prepared): Plan {
  if (prepared.kind !== 'plan') throw new Error(`There is no plan: ${JSON.stringify(prepared.outcome)}`);
  return prepared.plan;
}

export function outcomeOf(prepared: Prepared): Outcome {
  if (prepared.kind !== 'stopped') throw new Error(`It did not stop: ${JSON.stringify(prepared.plan.changes)}`);
  return prepared.outcome;
}

/** Every text that lies below `.pmjob`, one after another. */
export async function everythingIn(desk: Desk): Promise<string> {
  const texts = (await desk.files()).map((file) => readFile(join(desk.folder, '.pmjob', file), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
