import { fieldAt } from '../schemas/fields.ts';
import { isObject, type Json, type JsonObject } from '../schemas/json.ts';
import type { Link } from '../schemas/links.ts';
import { type Pointer, segments } from '../schemas/pointer.ts';
import { writeJson } from './job/exact-number.ts';
import { jobOfText } from './job/job-of-text.ts';
import { jsonAt } from './job/json-at.ts';
import { leftOut, namedPointers } from './job/named.ts';
import { type PastEntry, readHistory } from './link/history.ts';
import { isOn, readLinks } from './link/links.ts';
import type { StateStore } from './link/store.ts';
import { type Version, versionKeys } from './link/versions.ts';
import { isSameId } from './platform.ts';

/** An entry of a file's history; `hasVersion`: the file as it was then is kept. */
export interface FileEntry extends PastEntry {
  hasVersion: boolean;
}

/**
 * What happened to a file and to the jobs that it is linked to, also under another name of the file; the newest first.
 * Rejects with StateError for links that cannot be read.
 */
export async function historyOf(
  state: StateStore,
  file: string,
): Promise<{ entries: FileEntry[]; unreadable: number }> {
  const links = (await readLinks(state)).filter((link) => link.file === file);
  const { entries, unreadable } = await readHistory(
    state,
    (entry) => entry.file === file || links.some((link) => isSameJob(link, entry)),
  );
  const kept = new Map<string, ReadonlySet<string>>();
  const told: FileEntry[] = [];
  for (const entry of entries) told.push({ ...entry, hasVersion: await isKept(entry) });
  return { entries: told, unreadable };

  async function isKept(entry: PastEntry): Promise<boolean> {
    // A push that was settled later has a line for each: the version is that of the one which says that it went through.
    if (entry.id === undefined || !['created', 'updated'].includes(entry.outcome)) return false;
    const job = `${entry.origin} ${entry.customerId} ${entry.id}`;
    const keys = kept.get(job) ?? (await versionKeys(state, entry, entry.id));
    kept.set(job, keys);
    return keys.has(entry.key);
  }
}

/**
 * The text to push to bring a job back to an earlier version of its file: the file as it was. A field that the file named
 * when it was last pushed, and did not name then, gets the value that was sent then; without that, it is cleared.
 */
export function textToPush({ text, sent }: Version, link: Pick<Link, 'named'> | undefined): string {
  const file = jobOfText(text);
  if (file === undefined) return text;
  const since = leftOut(link?.named ?? [], namedPointers(file));
  const filled = since.reduce((job, pointer) => {
    const value = jsonAt(sent, pointer) ?? nothing(pointer);
    return value === undefined ? job : withValue(job, segments(pointer), value);
  }, file);
  return filled === file ? text : `${writeJson(filled, 2)}\n`;
}

/** What clears a field; undefined where nothing is known to. */
function nothing(pointer: Pointer): Json | undefined {
  const types = fieldAt(pointer)?.types ?? [];
  if (types.includes('null')) return null;
  if (types.includes('string')) return '';
  return types.includes('boolean') ? false : undefined;
}

function withValue(object: JsonObject, [key = '', ...rest]: readonly string[], value: Json): JsonObject {
  const inner = object[key];
  return { ...object, [key]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value) };
}

function isSameJob(link: Link, entry: PastEntry): boolean {
  return isOn(link, entry) && entry.id !== undefined && isSameId(link.id, entry.id);
}
