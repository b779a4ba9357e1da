import { isObject } from '../../schemas/json.ts';
import type { Clock } from '../clock.ts';
import { readJson } from '../job/read-json.ts';
import type { StateStore } from '../link/store.ts';
import type { IntentOwner } from './request.ts';

/** What every kind of intent tells of its request. */
export interface Kept {
  /** This intent, whatever else may be written in its place. */
  key: string;
  /** `unsettled`: whoever wrote it has ended without knowing whether the platform took the request. */
  state: 'under-way' | 'unsettled';
  /** Nobody waited for the answer any more, so the platform may have been at it still. */
  stillOpen?: true;
  /** When it was written. */
  at: string;
  /** When the request went out; absent before, and in one of an older pmjob. */
  sent?: { at: string; uptime: number };
  owner: IntentOwner;
}

/** False when another one is there. */
export function writeIntentFile(state: StateStore, path: string, intent: Kept): Promise<boolean> {
  return state.createExclusively(path, textOf(intent));
}

/** Writes down that the request goes out now. False when another intent has taken this one's place: nothing may be sent. */
export async function markSentInFile(state: StateStore, path: string, intent: Kept, clock: Clock): Promise<boolean> {
  if (!(await isIntentThere(state, path, intent))) return false;
  intent.sent = { at: clock.now().toISOString(), uptime: clock.uptime() };
  await state.write(path, textOf(intent), { secret: true });
  return true;
}

/** Says that whoever wrote an intent has ended and the intent stays; nothing where another one has taken its place. */
export async function leaveIntentFile(
  state: StateStore,
  path: string,
  intent: Kept,
  { stillOpen }: { stillOpen?: true },
): Promise<void> {
  if (!(await isIntentThere(state, path, intent))) return;
  const left = { ...intent, state: 'unsettled' as const, ...(stillOpen && { stillOpen }) };
  await state.write(path, textOf(left), { secret: true });
}

/** Removes an intent, unless another one has taken its place. */
export async function dropIntentFile(state: StateStore, path: string, intent: Kept): Promise<void> {
  if (await isIntentThere(state, path, intent)) await state.remove(path);
}

/** Is an intent still there, and no other one in its place? */
async function isIntentThere(state: StateStore, path: string, { key }: Kept): Promise<boolean> {
  const value = readJson((await state.read(path)) ?? '');
  return isObject(value) && value.key === key;
}

/** An intent is whole before anything is sent: one that stays cut off was left behind by somebody who sent nothing. */
export async function dropCutOff(
  path: string,
  { state, clock }: { state: StateStore; clock: Clock },
  signal?: AbortSignal,
): Promise<void> {
  const before = await state.read(path);
  await clock.sleep(1_000, signal);
  if ((await state.read(path)) === before) await state.remove(path);
}

function textOf(intent: Kept): string {
  return `${JSON.stringify(intent, null, 2)}\n`;
}
