import { isObject } from '../../schemas/json.ts';
import type { Clock } from '../clock.ts';
import { sha256 } from '../fingerprint.ts';
import { readJson } from '../job/read-json.ts';
import type { StateStore } from '../link/store.ts';
import type { JobId, Platform, Target } from '../platform.ts';
import {
  dropCutOff,
  dropIntentFile,
  type Kept,
  leaveIntentFile,
  markSentInFile,
  writeIntentFile,
} from '../push/intent-file.ts';
import type { StateFailure } from '../push/outcome.ts';
import { isAtWork, nameOf } from '../push/settle.ts';
import { StateError } from '../state-error.ts';
import type { InterventionDependencies, InterventionKind, InterventionPlan } from './intervention.ts';

/** What is written down before a job is enabled, disabled or deleted: one for each job on a platform. */
export interface InterventionIntent extends Kept {
  version: 1;
  intervention: InterventionKind;
  target: Target;
  id: JobId;
  jobName: string;
  path?: string;
  status: string;
  /** When the job had last been changed; null: never. */
  updatedAt: number | null;
}

export function intentOf(plan: InterventionPlan, { clock, owner }: InterventionDependencies): InterventionIntent {
  return {
    version: 1,
    key: globalThis.crypto.randomUUID(),
    intervention: plan.kind,
    state: 'under-way',
    at: clock.now().toISOString(),
    owner,
    target: plan.target,
    id: plan.id,
    jobName: plan.jobName,
    ...(plan.path === undefined ? {} : { path: plan.path }),
    status: plan.status,
    updatedAt: plan.seen.kind === 'job' ? plan.seen.updatedAt : null,
  };
}

/** Is somebody enabling, disabling or deleting a job now? */
export async function interventionUnderWay(
  platform: Platform,
  id: JobId,
  dependencies: Pick<InterventionDependencies, 'state' | 'owner' | 'ownerLife' | 'clock'>,
): Promise<Extract<StateFailure, { kind: 'job-under-way' }> | undefined> {
  const value: unknown = readJson((await dependencies.state.read(await pathOf(platform, id))) ?? '');
  if (!isIntent(value) || !(await isAtWork(value, dependencies))) return undefined;
  return { kind: 'job-under-way', id, owner: nameOf(value) };
}

/**
 * The intent that stands for a job; `at-work`: whoever wrote it has not come to an end. Rejects with StateError for one that is
 * whole and cannot be read here, as that of a newer pmjob.
 */
export async function standingIntent(
  platform: Platform,
  id: JobId,
  dependencies: InterventionDependencies,
): Promise<{ kind: 'none' } | { kind: 'at-work' | 'left-behind'; intent: InterventionIntent }> {
  const path = await pathOf(platform, id);
  const text = await dependencies.state.read(path);
  if (text === undefined) return { kind: 'none' };
  const value: unknown = readJson(text);
  if (value !== undefined && !isIntent(value))
    throw new StateError({ kind: 'intent-unreadable', path: `.pmjob/${path}` });
  if (!isIntent(value)) {
    await dropCutOff(path, dependencies);
    return { kind: 'none' };
  }
  return { kind: (await isAtWork(value, dependencies)) ? 'at-work' : 'left-behind', intent: value };
}

/** False when there is one already. */
export async function writeIntent(state: StateStore, intent: InterventionIntent): Promise<boolean> {
  return writeIntentFile(state, await pathOf(intent.target, intent.id), intent);
}

export async function leaveUnsettled(
  state: StateStore,
  intent: InterventionIntent,
  how: { stillOpen?: true } = {},
): Promise<void> {
  await leaveIntentFile(state, await pathOf(intent.target, intent.id), intent, how);
}

export async function dropIntent(state: StateStore, intent: InterventionIntent): Promise<void> {
  await dropIntentFile(state, await pathOf(intent.target, intent.id), intent);
}

/** Writes down that the request goes out now; false when somebody else has settled this one, as after a long sleep. */
export async function markSent(state: StateStore, intent: InterventionIntent, clock: Clock): Promise<boolean> {
  return markSentInFile(state, await pathOf(intent.target, intent.id), intent, clock);
}

async function pathOf({ origin }: Platform, id: JobId): Promise<string> {
  return `intents/job-${(await sha256(`${origin}\n${id.toLowerCase()}`)).slice(0, 32)}.json`;
}

function isIntent(value: unknown): value is InterventionIntent {
  return (
    isObject(value) &&
    value.version === 1 &&
    ['key', 'intervention', 'state', 'at', 'id', 'jobName', 'status'].every(
      (name) => typeof value[name] === 'string',
    ) &&
    isObject(value.owner) &&
    isObject(value.target)
  );
}
