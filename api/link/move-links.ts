import { type Link, linkKey } from '../../schemas/links.ts';
import type { Clock } from '../clock.ts';
import { type Intent, intentsOf, moveIntent } from '../push/intent.ts';
import type { IntentOwner, OwnerLife } from '../push/request.ts';
import { readBase, writeBase } from './base.ts';
import { changeLinks, readLinks } from './links.ts';
import type { StateStore } from './store.ts';

/** A file or a folder, with the state that belongs to it. */
export interface Place {
  /** The folder that holds `.pmjob/`, absolute. */
  root: string;
  state: StateStore;
  /** Relative to it, as in links. */
  path: string;
}

export interface MoveDependencies {
  clock: Clock;
  ownerLife(owner: IntentOwner): Promise<OwnerLife>;
}

/**
 * Lets the links of a file, or of every file below a folder, follow to where the file is now; into another `.pmjob/` with
 * their bases. So does a push that is not settled. `place` says where one of those files is. A link is written where it
 * belongs before the old one goes, so that none is lost. Returns how many files have gone. Rejects with StateError.
 */
export async function moveLinks(
  from: Place,
  place: (file: string) => Promise<Place>,
  dependencies: MoveDependencies,
): Promise<number> {
  const concerns = (file: string) => file === from.path || file.startsWith(`${from.path}/`);
  const links = (await readLinks(from.state)).filter(({ file }) => concerns(file));
  const intents = await intentsToMove(from.state, concerns, dependencies);
  const places = new Map<string, Place>();
  for (const { file } of [...links, ...intents]) if (!places.has(file)) places.set(file, await place(file));
  for (const intent of intents) {
    const to = places.get(intent.file);
    if (to !== undefined) await moveIntent(from.state, intent, to.state, to.path);
  }
  for (const to of new Map([...places.values()].map((one) => [one.root, one])).values()) {
    const coming = links.flatMap((link): Link[] => {
      const there = places.get(link.file);
      return there?.root === to.root ? [{ ...link, file: there.path }] : [];
    });
    const leaving = to.root === from.root ? links : [];
    if (to.root !== from.root) for (const link of coming) await bringBase(link, from.state, to.state);
    await changeLinks(to.state, dependencies.clock, (present) => [
      ...without(present, [...leaving, ...coming]),
      ...coming,
    ]);
  }
  if (links.length > 0)
    await changeLinks(from.state, dependencies.clock, (present) => without(present, gone(links, places, from)));
  return places.size;
}

/** Not that of a push that is at work: it ends it itself. */
async function intentsToMove(
  state: StateStore,
  concerns: (file: string) => boolean,
  { ownerLife }: MoveDependencies,
): Promise<Intent[]> {
  const moving: Intent[] = [];
  for (const intent of await intentsOf(state, concerns))
    if (intent.state === 'unsettled' || (await ownerLife(intent.owner)) === 'dead') moving.push(intent);
  return moving;
}

/** A base that is there already is as good: it may be newer. */
async function bringBase({ id, ...platform }: Link, from: StateStore, to: StateStore): Promise<void> {
  if ((await readBase(to, platform, id)) !== undefined) return;
  const base = await readBase(from, platform, id);
  if (base !== undefined) await writeBase(to, platform, { ...base.job, id }, base.scripts);
}

function gone(links: readonly Link[], places: ReadonlyMap<string, Place>, from: Place): Link[] {
  return links.filter(({ file }) => places.get(file)?.root !== from.root);
}

function without(links: readonly Link[], others: readonly Link[]): Link[] {
  const keys = new Set(others.map(linkKey));
  return links.filter((link) => !keys.has(linkKey(link)));
}
