import { type Link, linkKey, linksIn } from '../../schemas/links.ts';
import type { Clock } from '../clock.ts';
import { isSameId, type Platform } from '../platform.ts';
import { StateError } from '../state-error.ts';
import { locked } from './lock.ts';
import type { StateStore } from './store.ts';

const PATH = 'links.json';

/** Every link. Rejects with StateError `link-file-unreadable` for a file whose links cannot be relied on. */
export async function readLinks(state: StateStore): Promise<Link[]> {
  const text = await state.read(PATH);
  if (text === undefined) return [];
  const read = linksIn(text);
  if ('links' in read) return read.links;
  throw new StateError({ kind: 'link-file-unreadable', path: `.pmjob/${PATH}`, cause: read.cause });
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
  await changeLinks(state, clock, async (present) => {
    const links = [entry];
    for (const one of present)
      if (linkKey(one) !== linkKey(entry) && !(await isTakenOver(one, entry, state))) links.push(one);
    return links;
  });
}

/** Replaces the links by what `change` makes of them, while nobody else changes them. */
export async function changeLinks(
  state: StateStore,
  clock: Clock,
  change: (links: readonly Link[]) => Link[] | Promise<Link[]>,
): Promise<void> {
  await locked(state, clock, 'links', async () => {
    const links = [...(await change(await readLinks(state)))];
    links.sort((one, other) => (linkKey(one) < linkKey(other) ? -1 : 1));
    const text = layOut(links);
    const present = await state.read(PATH);
    if (text !== present && (links.length > 0 || present !== undefined)) await state.write(PATH, text);
  });
}

async function isTakenOver(old: Link, entry: Link, state: StateStore): Promise<boolean> {
  return isOn(old, entry) && isSameId(old.id, entry.id) && !(await state.hasJobFile(old.file));
}

/** One line per entry in a stable order, so that two people's changes merge and a person can read the difference. */
function layOut(links: readonly Link[]): string {
  const lines = links.map(({ file, origin, customerId, id, name, named }) =>
    JSON.stringify({ file, origin, customerId, id, name, named }),
  );
  return `{"version":1,"links":[\n${lines.join(',\n')}\n]}\n`;
}
