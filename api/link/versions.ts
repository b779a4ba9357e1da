import { isObject, type JsonObject } from '../../schemas/json.ts';
import { sha256 } from '../fingerprint.ts';
import { writeJson } from '../job/exact-number.ts';
import { readJson } from '../job/read-json.ts';
import type { JobId, Platform } from '../platform.ts';
import { withoutScripts } from './base.ts';
import type { StateStore } from './store.ts';

/**
 * A file as it was when it was pushed, with what was sent. It holds what the file held, scripts too, so it is readable for
 * its owner alone and never committed; the history itself holds none.
 */
export interface Version {
  /** That of the entry in the history. */
  key: string;
  when: string;
  /** The file's text. */
  text: string;
  /** The body that was sent, without scripts. */
  sent: JsonObject;
}

/** As many versions of a job are kept, and as many characters in all. */
const KEPT = 30;
const LONGEST = 16 * 1024 * 1024;

export async function keepVersion(
  state: StateStore,
  { platform, id }: { platform: Platform; id: JobId },
  { key, when, text, sent }: Version,
): Promise<void> {
  const folder = await folderOf(platform, id);
  const version = `${writeJson({ version: 1, key, when, text, sent: withoutScripts(sent) })}\n`;
  if (version.length > LONGEST) return;
  // The time first, so that the names are in its order.
  await state.write(`${folder}/${nameOf(when, key)}`, version, { secret: true });
  let characters = 0;
  for (const [index, name] of (await names(state, folder)).entries()) {
    characters += ((await state.read(`${folder}/${name}`)) ?? '').length;
    if (index >= KEPT || characters > LONGEST) await state.remove(`${folder}/${name}`);
  }
}

/** The keys of the versions that are kept of a job. */
export async function versionKeys(state: StateStore, platform: Platform, id: JobId): Promise<ReadonlySet<string>> {
  const found = await names(state, await folderOf(platform, id));
  return new Set(found.map((name) => /_([\w-]+)\.json$/.exec(name)?.[1] ?? ''));
}

/** Undefined for one that is kept no more, or cannot be read. */
export async function readVersion(
  state: StateStore,
  platform: Platform,
  id: JobId,
  key: string,
): Promise<Version | undefined> {
  const folder = await folderOf(platform, id);
  const name = (await names(state, folder)).find((one) => one.endsWith(`_${key}.json`));
  const value = name === undefined ? undefined : readJson((await state.read(`${folder}/${name}`)) ?? '');
  if (!isObject(value) || typeof value.text !== 'string' || typeof value.when !== 'string') return undefined;
  return { key, when: value.when, text: value.text, sent: isObject(value.sent) ? value.sent : {} };
}

/** The newest first. */
async function names(state: StateStore, folder: string): Promise<string[]> {
  const all = (await state.list(folder)).filter((name) => name.endsWith('.json'));
  return all.sort().reverse();
}

function nameOf(when: string, key: string): string {
  return `${when.replaceAll(/[^\dTZ]/g, '')}_${key}.json`;
}

/** Platform and job in one name that every system takes. */
async function folderOf({ origin, customerId }: Platform, id: JobId): Promise<string> {
  return `versions/${(await sha256(`${origin}\n${customerId ?? ''}\n${id.toLowerCase()}`)).slice(0, 32)}`;
}
