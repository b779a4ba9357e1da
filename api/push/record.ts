import { isObject, type JsonObject } from '../../schemas/json.ts';
import { customerIdOf } from '../job/customer-id.ts';
import { readJson } from '../job/read-json.ts';
import type { KnownScripts } from '../job/scripts.ts';
import { sentScripts } from '../job/sent-scripts.ts';
import { readBase, stillThere, writeBase } from '../link/base.ts';
import { writeGitIgnore } from '../link/git-ignore.ts';
import { type PushEnd, writeHistory } from '../link/history.ts';
import { link } from '../link/links.ts';
import { keepVersion } from '../link/versions.ts';
import type { Note } from '../plan/plan.ts';
import type { JobId, Platform, Target } from '../platform.ts';
import { causeOf } from './ending.ts';
import { dropIntent, type Intent } from './intent.ts';
import type { PushDependencies } from './request.ts';

type Recording = Pick<PushDependencies, 'state' | 'clock' | 'owner'>;

/** What is recorded of a job that a file now is. */
export interface Recorded {
  target: Target;
  file: string;
  job: JsonObject & { id: JobId };
  named: string[];
  scripts: KnownScripts;
}

/**
 * Base, then link: a link never points to a job whose base is older than it. False: no link, because neither the
 * platform nor the job tells the subscription.
 */
export async function recordJob(
  { state, clock }: Pick<Recording, 'state' | 'clock'>,
  recorded: Recorded,
): Promise<boolean> {
  const { target, file, job, named, scripts } = recorded;
  const platform = platformOf(target, job);
  await writeGitIgnore(state);
  await writeBase(state, platform, job, scripts);
  if (platform.customerId === undefined) return false;
  const name = typeof job.name === 'string' ? job.name : '';
  await link(state, clock, {
    file,
    origin: platform.origin,
    customerId: platform.customerId,
    id: job.id,
    name,
    named,
  });
  return true;
}

/**
 * A write that went through: base, link, history, then the intent goes. `scriptsAt`: the job's `updatedBy` at which it had
 * the scripts that were sent. Resolves with what a person must know of what could not be kept.
 */
export async function recordWrite(
  dependencies: Recording,
  intent: Intent,
  job: JsonObject & { id: JobId },
  scriptsAt: number | null,
): Promise<Note[]> {
  const { state } = dependencies;
  const target = { ...intent.target, customerId: platformOf(intent.target, job).customerId };
  const body = readJson(intent.body);
  const before = await readBase(state, target, job.id);
  const scripts = {
    ...stillThere(before?.scripts ?? {}, job),
    ...(isObject(body) ? sentScripts(job, body, scriptsAt) : {}),
  };
  const notes: Note[] = [];
  if (intent.text !== undefined && isObject(body))
    notes.push(...(await keepText(dependencies, intent, job.id, target, body)));
  const linked = await recordJob(dependencies, { target, file: intent.file, job, named: intent.named, scripts });
  if (!linked) notes.push(notLinked(job.id));
  // The first job of a subscription tells which one it is: without that nobody finds its version again.
  await recordHistory(dependencies, { ...intent, target }, intent.action === 'create' ? 'created' : 'updated', job.id);
  await dropIntent(state, intent);
  return notes;
}

function notLinked(id: JobId): Note {
  return {
    code: 'not-linked',
    message: `The file is not linked to the job, as the platform does not tell the subscription. Write "id": "${id}" into the file, so that the next push finds it.`,
  };
}

/** That an earlier version cannot be kept is no reason to leave a push unrecorded. */
async function keepText(
  { state, clock }: Recording,
  { key, text = '' }: Intent,
  id: JobId,
  platform: Platform,
  sent: JsonObject,
): Promise<Note[]> {
  try {
    await keepVersion(state, { platform, id }, { key, when: clock.now().toISOString(), text, sent });
    return [];
  } catch (error) {
    const message = `This version of the file could not be kept in .pmjob (${causeOf(error)}): it cannot be pushed again from the history.`;
    return [{ code: 'version-not-kept', message }];
  }
}

/** How a push ended whose intent has nothing more to say. */
export async function recordEnd(
  dependencies: Recording,
  intent: Intent,
  outcome: PushEnd,
  id: JobId | undefined = intent.id,
): Promise<void> {
  await recordHistory(dependencies, intent, outcome, id);
  await dropIntent(dependencies.state, intent);
}

export async function recordHistory(
  { state, clock, owner }: Recording,
  intent: Intent,
  outcome: PushEnd,
  id: JobId | undefined = intent.id,
): Promise<void> {
  await writeHistory(state, clock, {
    key: intent.key,
    who: `${owner.user}@${owner.host}`,
    file: intent.file,
    target: intent.target,
    action: intent.action,
    outcome,
    ...(id === undefined ? {} : { id }),
    changes: intent.changes,
  });
}

/** The platform as it is known after an answer: a job tells the customerId of a subscription that was empty. */
export function platformOf(
  { origin, customerId }: Pick<Target, 'origin' | 'customerId'>,
  job: JsonObject,
): { origin: string; customerId: string | undefined } {
  return { origin, customerId: customerId ?? customerIdOf(job) };
}
