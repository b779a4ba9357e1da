import { isObject } from '../../schemas/json.ts';
import type { Pointer } from '../../schemas/pointer.ts';
import type { Clock } from '../clock.ts';
import { sha256 } from '../fingerprint.ts';
import { readJson } from '../job/read-json.ts';
import type { StateStore } from '../link/store.ts';
import type { Change, Seen } from '../plan/plan.ts';
import { isSameId, type JobId, type Platform, type Target } from '../platform.ts';
import { dropIntentFile, type Kept, leaveIntentFile, markSentInFile, writeIntentFile } from './intent-file.ts';

/**
 * What is written down before anything is sent, so that nobody forgets that it may have been. Holds the scripts: it is
 * readable for its owner alone and never committed.
 */
export interface Intent extends Kept {
  version: 1;
  target: Target;
  file: string;
  jobName: string;
  action: 'create' | 'update';
  id?: JobId;
  /** The exact text that is sent. */
  body: string;
  /** The job that a create was answered with, where that is not the one that was sent. */
  answered?: JobId;
  /** The file as it was pushed; an older pmjob did not keep it. */
  text?: string;
  seen: Seen;
  changes: Change[];
  named: Pointer[];
}

/**
 * The standing intent of a file on a platform, with where it lies. `cut-off`: it was never whole, so nothing was sent for
 * it. `foreign`: whole, but not ours to read, as one of a newer pmjob.
 */
export type Standing = { path: string } & (
  | { kind: 'intent'; intent: Intent }
  | { kind: 'cut-off' }
  | { kind: 'foreign' }
);

const FOLDER = 'intents';

async function intentPath(file: string, platform: Platform): Promise<string> {
  const key = await sha256(`${file}\n${platform.origin}\n${platform.customerId ?? ''}`);
  return `${FOLDER}/${key.slice(0, 32)}.json`;
}

/**
 * The intents that stand for a file on a platform: of this subscription, and one from when its customerId was not
 * known yet. While it is not known, those of every subscription at that address.
 */
export async function standingIntents(state: StateStore, file: string, platform: Platform): Promise<Standing[]> {
  const paths = new Set([
    await intentPath(file, platform),
    await intentPath(file, { origin: platform.origin, customerId: undefined }),
    ...(platform.customerId === undefined ? await pathsAtOrigin(state, file, platform.origin) : []),
  ]);
  const standing: Standing[] = [];
  for (const path of paths) {
    const text = await state.read(path);
    if (text === undefined) continue;
    const value: unknown = readJson(text);
    if (isIntent(value)) standing.push({ path, kind: 'intent', intent: value });
    else standing.push({ path, kind: value === undefined ? 'cut-off' : 'foreign' });
  }
  return standing;
}

/** The intents of other files for the job that an intent would change. */
export async function intentsForSameJob(
  state: StateStore,
  { file, id, target }: Partial<Pick<Intent, 'file' | 'id'>> & Pick<Intent, 'target'>,
): Promise<Intent[]> {
  if (id === undefined) return [];
  const all = await intentsAt(state, target.origin);
  return all
    .map(({ intent }) => intent)
    .filter((other) => other.file !== file && other.id !== undefined && isSameId(other.id, id));
}

/** The intents of the files that are asked for, on every platform. */
export async function intentsOf(state: StateStore, concerns: (file: string) => boolean): Promise<Intent[]> {
  const all = await intentsWhere(state, ({ file }) => concerns(file));
  return all.map(({ intent }) => intent);
}

/** Writes an intent down for its file's new name, in the same place or another, before the old one goes. */
export async function moveIntent(from: StateStore, intent: Intent, to: StateStore, file: string): Promise<void> {
  if (await writeIntent(to, { ...intent, file })) await dropIntent(from, intent);
}

async function pathsAtOrigin(state: StateStore, file: string, origin: string): Promise<string[]> {
  const all = await intentsAt(state, origin);
  return all.filter(({ intent }) => intent.file === file).map(({ path }) => path);
}

function intentsAt(state: StateStore, origin: string): Promise<{ path: string; intent: Intent }[]> {
  return intentsWhere(state, ({ target }) => target.origin === origin);
}

async function intentsWhere(
  state: StateStore,
  isWanted: (intent: Intent) => boolean,
): Promise<{ path: string; intent: Intent }[]> {
  const found: { path: string; intent: Intent }[] = [];
  for (const name of await state.list(FOLDER)) {
    const path = `${FOLDER}/${name}`;
    const value: unknown = readJson((await state.read(path)) ?? '');
    if (isIntent(value) && isWanted(value)) found.push({ path, intent: value });
  }
  return found;
}

/** False when another push has one there. */
export async function writeIntent(state: StateStore, intent: Intent): Promise<boolean> {
  return writeIntentFile(state, await pathOf(intent), intent);
}

/** Says that the push has ended and the intent stays. */
export async function leaveUnsettled(state: StateStore, intent: Intent, how: { stillOpen?: true } = {}): Promise<void> {
  await leaveIntentFile(state, await pathOf(intent), intent, how);
}

/** Removes an intent, unless another one has taken its place. */
export async function dropIntent(state: StateStore, intent: Intent): Promise<void> {
  await dropIntentFile(state, await pathOf(intent), intent);
}

/** Writes down that the request goes out now; false when another push has taken this one for dead, as after a long sleep. */
export async function markSent(state: StateStore, intent: Intent, clock: Clock): Promise<boolean> {
  return markSentInFile(state, await pathOf(intent), intent, clock);
}

function pathOf({ file, target }: Intent): Promise<string> {
  return intentPath(file, target);
}

/** No push takes longer. */
const LONGEST_PUSH = 10 * 60_000;

export function isOld({ at, sent }: Pick<Intent, 'at' | 'sent'>, clock: Clock): boolean {
  return clock.now().getTime() - Date.parse(sent?.at ?? at) > LONGEST_PUSH;
}

function isIntent(value: unknown): value is Intent {
  return (
    isObject(value) &&
    value.version === 1 &&
    ['key', 'state', 'at', 'file', 'jobName', 'action', 'body'].every((name) => typeof value[name] === 'string') &&
    ['owner', 'target', 'seen'].every((name) => isObject(value[name])) &&
    ['changes', 'named'].every((name) => Array.isArray(value[name]))
  );
}
