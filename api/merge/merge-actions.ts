import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { actionKey } from '../job/by-action.ts';
import { type ActionMatch, matchActions } from '../job/match-actions.ts';
import { type KnownScripts, scriptKey, tidyBase64 } from '../job/scripts.ts';
import { type ACTION_LISTS, isActionOfServer, SCRIPT_FIELDS } from '../job/server-fields.ts';
import { nameOf } from '../plan/changes.ts';
import { isEqual } from '../plan/diff.ts';
import { mergeValue, type Sight, sidesOf, sightBelow } from './merge-value.ts';
import type { MergedItem, MergedList, MergedValue } from './merged.ts';

interface ActionSources {
  /** The list on the three sides, as objects by action. */
  sight: Sight;
  /** Which of the server's actions each of the file's is. */
  matches: readonly (ActionMatch | undefined)[];
  base: readonly JsonObject[];
  server: readonly JsonObject[];
  /** The server's actions as a file holds them, one for one. */
  pulled: readonly JsonObject[];
  known: KnownScripts;
}

type FileItem = Extract<MergedItem, { from: 'file' }>;

/**
 * Merges a list of actions, each matched with the server's as a push matches them. `added` are the indices of the
 * server's actions that come into the file.
 */
export function mergeActions(
  list: (typeof ACTION_LISTS)[number],
  ours: Json,
  sources: ActionSources,
): { merged: MergedValue; added: number[] } {
  const { sight, server, pulled } = sources;
  if (!Array.isArray(ours) || ours.length === 0) {
    const merged = mergeValue(list, ours, pulled.length === 0 ? null : [...pulled], {
      ...sight,
      file: ours === null || Array.isArray(ours) ? undefined : sight.file,
    });
    return { merged, added: merged.kind === 'keep' ? [] : [...server.keys()] };
  }
  const before = matchActions(ours, sources.base);
  const matches = throughBase(before, sources);
  const all = { ...sources, matches };
  const own = ours.map((action, index) => {
    const counterpart = sources.base[before[index]?.index ?? -1];
    return ownItem(action, index, sources.matches[index] === undefined ? `new ${index}` : undefined, counterpart, all);
  });
  const removed = own.flatMap((item, index) => (item === undefined ? [{ index, value: nameOf(ours[index]) }] : []));
  const items: MergedItem[] = own.filter((item) => item !== undefined);
  const added: number[] = [];
  for (const index of server.keys()) {
    const item = addedItem(index, all);
    if (item === undefined) continue;
    added.push(index);
    items.splice(placeFor(index, items, all), 0, item);
  }
  return { merged: inOrder({ kind: 'list', items, removed }, ours, all), added };
}

/**
 * The server's action for each of the file's. One that was renamed is not found on a server that has more or fewer
 * actions by now; the base, of which the file was made, knows which it was.
 */
function throughBase(
  before: readonly (ActionMatch | undefined)[],
  { matches, base, server }: ActionSources,
): (ActionMatch | undefined)[] {
  const taken = new Set(matches.map((match) => match?.index));
  return before.map((old, at) => {
    if (matches[at] !== undefined || old === undefined) return matches[at];
    const key = actionKey(base[old.index] ?? {}, old.index);
    const index = server.findIndex((action, place) => actionKey(action, place) === key && !taken.has(place));
    return index < 0 ? undefined : { index, by: old.by };
  });
}

/**
 * An action of the file in the merged list; undefined when the server alone took it away. `newKey` is where its sight
 * is when a push would not find it on the server, `before` what it was in the base.
 */
function ownItem(
  action: Json,
  index: number,
  newKey: string | undefined,
  before: JsonObject | undefined,
  sources: ActionSources,
): MergedItem | undefined {
  const { sight, matches, server } = sources;
  const match = matches[index];
  const there = match === undefined ? undefined : server[match.index];
  if (match !== undefined && there !== undefined) {
    const at = sightBelow(sight, actionKey(there, match.index));
    const own = newKey === undefined ? at : { ...at, file: sightBelow(sight, newKey).file };
    const value = mergeValue('', action, there, own, isMerged);
    return { from: 'file', index, value, on: 'both', sides: sidesOf(action, there, at) };
  }
  const sides = { base: before, server: undefined, file: action };
  const item: FileItem = { from: 'file', index, value: { kind: 'keep' }, on: 'both', sides };
  if (before === undefined) return item;
  return isUnchanged(action, index, before, sources) ? undefined : { ...item, on: 'ours' };
}

/** What is the server's in an action stays, and so do scripts: nobody sees the server's. */
function isMerged(key: string): boolean {
  return !isActionOfServer(key) && !SCRIPT_FIELDS.some((field) => field === key);
}

function isUnchanged(action: Json, index: number, before: JsonObject, { sight, known }: ActionSources): boolean {
  const now = sightBelow(sight, `new ${index}`).file;
  const then = sightBelow(sight, actionKey(before, 0)).base;
  if (!isObject(action) || then === 'unknown' || !isEqual(now, then)) return false;
  return SCRIPT_FIELDS.every((field) => {
    const [script, { actionId }] = [action[field], before];
    if (typeof script !== 'string' || script === '' || typeof actionId !== 'string') return true;
    const knownThen = known[scriptKey(actionId, field)]?.base64;
    return knownThen !== undefined && tidyBase64(script) === tidyBase64(knownThen);
  });
}

/** An action of the server that the file does not have; undefined when the file alone took it away. */
function addedItem(index: number, { sight, matches, server, pulled }: ActionSources): MergedItem | undefined {
  const action = server[index];
  const value = pulled[index];
  if (action === undefined || value === undefined || matches.some((match) => match?.index === index)) return undefined;
  const at = sightBelow(sight, actionKey(action, index));
  const sides = { base: at.base === 'unknown' ? undefined : at.base, server: value, file: undefined };
  if (at.base === 'unknown') return { from: 'server', value, on: 'theirs', sides };
  if (at.base === undefined) return { from: 'server', value, on: 'both', sides };
  return isEqual(at.base, at.server) ? undefined : { from: 'server', value, on: 'theirs', sides };
}

/** Behind the action that it follows on the server, as far as that is in the list. */
function placeFor(index: number, items: readonly MergedItem[], { matches, pulled }: ActionSources): number {
  for (let before = index - 1; before >= 0; before--) {
    const place = items.findIndex((item) => serverIndex(item, matches, pulled) === before);
    if (place >= 0) return place + 1;
  }
  return 0;
}

function serverIndex(
  item: MergedItem,
  matches: ActionSources['matches'],
  pulled: ActionSources['pulled'],
): number | undefined {
  if (item.from === 'file') return matches[item.index]?.index;
  return isObject(item.value) ? pulled.indexOf(item.value) : undefined;
}

/** The list in the order that it ends in: the file's, the server's when that alone was changed, or a choice of both. */
function inOrder(merged: MergedList, ours: readonly Json[], sources: ActionSources): MergedValue {
  const { matches, pulled, server, sight, base } = sources;
  const placed = merged.items.map((item) => serverIndex(item, matches, pulled));
  const theirs = inServersOrder(merged.items, placed);
  const moved = theirs.some((item, at) => item !== merged.items[at]);
  const then = base.map(actionKey);
  const stayed = (keys: string[]) => keys.filter((key) => then.includes(key));
  const mine = merged.items.flatMap((item) => (item.from === 'file' ? [keyOf(matches[item.index], server)] : []));
  const now = stayed(theirs.flatMap((item) => (item.from === 'file' ? [keyOf(matches[item.index], server)] : [])));
  const isFilesOrderOld = isEqual(
    stayed(mine),
    then.filter((key) => mine.includes(key)),
  );
  const isServersOrderOld = isEqual(
    now,
    then.filter((key) => now.includes(key)),
  );
  const inDoubt = sight.base === 'unknown' || !(isFilesOrderOld || isServersOrderOld);
  const names = (items: readonly MergedItem[]) =>
    items.map((item) => nameOf(item.from === 'file' ? ours[item.index] : item.value));
  const noneIsFirm = merged.items.length > 0 && merged.items.every(({ on }) => on !== 'both');
  if (noneIsFirm || (moved && inDoubt))
    return {
      kind: 'choose',
      ours: { ...merged, items: merged.items.filter(({ on }) => on !== 'theirs') },
      theirs: { ...merged, items: theirs.filter(({ on }) => on !== 'ours') },
      sides: {
        base: base.map(nameOf),
        server: names(theirs.filter(({ on }) => on !== 'ours')),
        file: names(merged.items.filter(({ on }) => on !== 'theirs')),
      },
    };
  if (!moved || isServersOrderOld) return merged;
  return { ...merged, items: theirs, order: { before: names(merged.items), after: names(theirs) } };
}

/** The items that the server has, in its order, on the places that they have together. */
function inServersOrder(items: readonly MergedItem[], placed: readonly (number | undefined)[]): MergedItem[] {
  const there = items
    .map((item, at) => ({ item, place: placed[at] }))
    .filter((one): one is { item: MergedItem; place: number } => one.place !== undefined)
    .sort((one, other) => one.place - other.place);
  return items.map((item, at) => (placed[at] === undefined ? item : (there.shift()?.item ?? item)));
}

function keyOf(match: ActionMatch | undefined, server: readonly JsonObject[]): string {
  const action = match === undefined ? undefined : server[match.index];
  return action === undefined ? '' : actionKey(action, match?.index ?? 0);
}
