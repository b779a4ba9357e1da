import { isObject, type Json } from '../../schemas/json.ts';
import type { Clock } from '../clock.ts';
import { readJson } from '../job/read-json.ts';
import type { JobId, Platform } from '../platform.ts';
import { StateError } from '../state-error.ts';
import { locked } from './lock.ts';
import type { StateStore } from './store.ts';

const PATH = 'links.json';

/** File and job on one platform, with the pointers that the file named when it was last pushed. */
export interface Link {
  file: string;
  origin: string;
  customerId: string;
  id: JobId;
  name: string;
  named: string[];
}

/**
 * Every link. Rejects with StateError `link-file-unreadable` for a file that holds merge-conflict markers, two jobs
 * for one file, or no links at all: a wrong link would change the wrong job.
 */
export async function readLinks(state: StateStore): Promise<Link[]> {
  const text = await state.read(PATH);
  if (text === undefined || text.trim() === '') return [];
  if (/^(<{7}|={7}|>{7})/m.test(text)) throw unreadable('it holds the marks of a merge conflict');
  const value = readJson(text);
  const entries = isObject(value) ? value.links : undefined;
  if (!Array.isArray(entries)) throw unreadable('it is not what pmjob writes there');
  const links = entries.map((entry) => linkFrom(entry));
  const seen = new Set<string>();
  for (const one of links) {
    const key = keyOf(one);
    if (seen.has(key)) throw unreadable(`it gives ${one.file} two jobs on one platform`);
    seen.add(key);
  }
  return links;
}

/** Which job a file is on a platform. A platform whose customerId is not known has no links. */
export function linkOf(links: readonly Link[], path: string, platform: Platform): Link | undefined {
  return links.find((one) => one.file === path && isOn(one, platform));
}

export function isOn(entry: Pick<Link, 'origin' | 'customerId'>, platform: Platform): boolean {
  return entry.origin === platform.origin && entry.customerId === platform.customerId;
}

/**
 * Stores a link in the place of the file's earlier one on that platform, and of those of files that are gone: the job
 * is this file's now.
 */
export async function link(state: StateStore, clock: Clock, entry: Link): Promise<void> {
  await locked(state, clock, 'links', async () => {
    const links = [entry];
    for (const one of await readLinks(state))
      if (keyOf(one) !== keyOf(entry) && !(await isTakenOver(one, entry, state))) links.push(one);
    links.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const text = layOut(links);
    if (text !== (await state.read(PATH))) await state.write(PATH, text);
  });
}

async function isTakenOver(old: Link, entry: Link, state: StateStore): Promise<boolean> {
  return isOn(old, entry) && old.id.toLowerCase() === entry.id.toLowerCase() && !(await state.hasJobFile(old.file));
}

/** One line per entry in a stable order, so that two people's changes merge and a person can read the difference. */
function layOut(links: readonly Link[]): string {
  const lines = links.map(({ file, origin, customerId, id, name, named }) =>
    JSON.stringify({ file, origin, customerId, id, name, named }),
  );
  return `{"version":1,"links":[\n${lines.join(',\n')}\n]}\n`;
}

function keyOf({ file, origin, customerId }: Link): string {
  return `${file}\n${origin}\n${customerId}`;
}

function linkFrom(entry: Json): Link {
  if (!isObject(entry)) throw unreadable('an entry is not a link');
  const text = (key: string): string => {
    const value = entry[key];
    if (typeof value !== 'string') throw unreadable(`an entry has no "${key}"`);
    return value;
  };
  const origin = text('origin');
  if (!URL.canParse(origin)) throw unreadable(`an entry has "${origin}" as its origin, which is no address`);
  return {
    file: text('file'),
    origin,
    customerId: text('customerId'),
    id: text('id'),
    name: text('name'),
    named: Array.isArray(entry.named) ? entry.named.filter((one) => typeof one === 'string') : [],
  };
}

function unreadable(cause: string): StateError {
  return new StateError({ kind: 'link-file-unreadable', path: `.pmjob/${PATH}`, cause });
}
