import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { actionKey } from '../job/by-action.ts';
import { type ActionMatch, matchActions } from '../job/match-actions.ts';
import { type KnownScripts, scriptKey, tidyBase64 } from '../job/scripts.ts';
import { type ACTION_LISTS, isActionOfServer, SCRIPT_FIELDS } from '../job/server-fields.ts';
import { nameOf } from '../plan/changes.ts';
import { isEqual } from '../plan/diff.ts';
import { mergeValue, type Sight, sidesOf, sightBelow } from './merge-value.ts';
import { KEPT, type MergedItem, type MergedList, type MergedValue } from './merged.ts';

interface ActionSources {
  /** The list on the three sides, as objects by action. */
  sight: Sight;
  /** The file's actions in comparable form, one for one. */
  own: readonly JsonObject[];
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
  const written = ours === null || ours === '' ? [] : ours;
  if (!Array.isArray(written)) {
    const merged = mergeValue(list, ours, pulled.length === 0 ? null : [...pulled], sight);
    return { merged, added: merged.kind === 'keep' ? [] : [...server.keys()] };
  }
  const before = matchActions(written, sources.base);
  const all = { ...sources, places: placesOf(written, before, sources) };
  const own = written.map((action, index) => ownItem(action, index, sources.base[before[index]?.index ?? -1], all));
  const removed = own.flatMap((item, index) => (item === undefined ? [{ index, value: nameOf(written[index]) }] : []));
  const items: MergedItem[] = own.filter((item) => item !== undefined);
  const added: number[] = [];
  for (const index of server.keys()) {
    const item = addedItem(index, all);
    if (item === undefined) continue;
    added.push(index);
    items.splice(placeFor(index, items, all), 0, item);
  }
  if (items.length === 0 && removed.length === 0) return { merged: KEPT, added };
  return { merged: inOrder({ kind: 'list', items, removed }, written, all), added };
}

/** With the index of the server's action for each of the file's. */
interface Placed extends ActionSources {
  places: readonly (number | undefined)[];
}

/**
 * The server's action for each of the file's: by id or name; else the one that it was in the base, of which the file was
 * made, and which may be gone; else by position.
 */
function placesOf(
  ours: readonly Json[],
  before: readonly (ActionMatch | undefined)[],
  { base, server }: ActionSources,
): (number | undefined)[] {
  const matches = matchActions(ours, server);
  const keys = server.map(actionKey);
  const places = matches.map((match) => (match?.by === 'position' ? undefined : match?.index));
  for (const [at, old] of before.entries()) {
    if (places[at] !== undefined) continue;
    const place = old === undefined ? matches[at]?.index : keys.indexOf(actionKey(base[old.index] ?? {}, old.index));
    if (place !== undefined && place >= 0 && !places.includes(place)) places[at] = place;
  }
  return places;
}

/** An action of the file in the merged list, `before` in the base; undefined when the server alone took it away. */
function ownItem(action: Json, index: number, before: JsonObject | undefined, sources: Placed): MergedItem | undefined {
  const { sight, own, places, server } = sources;
  const place = places[index];
  const there = place === undefined ? undefined : server[place];
  if (place !== undefined && there !== undefined) {
    const at = { ...sightBelow(sight, actionKey(there, place)), file: own[index] };
    const value = mergeValue('', action, there, at, isMerged);
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

/** Does the file say of an action what the base says, as far as it names it? */
function isUnchanged(action: Json, index: number, before: JsonObject, { sight, own, known }: Placed): boolean {
  const then = sightBelow(sight, actionKey(before, 0)).base;
  if (!isObject(action) || then === 'unknown') return false;
  const compared = mergeValue('', action, before, { file: own[index], server: then, base: 'unknown' }, isMerged);
  if (!isKept(compared)) return false;
  return SCRIPT_FIELDS.every((field) => {
    const [script, { actionId }] = [action[field], before];
    if (typeof script !== 'string' || script === '' || typeof actionId !== 'string') return true;
    const knownThen = known[scriptKey(actionId, field)]?.base64;
    return knownThen !== undefined && tidyBase64(script) === tidyBase64(knownThen);
  });
}

function isKept(value: MergedValue): boolean {
  return value.kind === 'keep' || (value.kind === 'object' && [...value.entries.values()].every(isKept));
}

/** An action of the server that the file does not have; undefined when the file alone took it away. */
function addedItem(index: number, { sight, places, server, pulled }: Placed): MergedItem | undefined {
  const action = server[index];
  const value = pulled[index];
  if (action === undefined || value === undefined || places.includes(index)) return undefined;
  const at = sightBelow(sight, actionKey(action, index));
  const sides = { base: at.base === 'unknown' ? undefined : at.base, server: value, file: undefined };
  if (at.base === 'unknown') return { from: 'server', value, on: 'theirs', sides };
  if (at.base === undefined) return { from: 'server', value, on: 'both', sides };
  return isEqual(at.base, at.server) ? undefined : { from: 'server', value, on: 'theirs', sides };
}

/** Behind the action that it follows on the server, as far as that is in the list. */
function placeFor(index: number, items: readonly MergedItem[], { places, pulled }: Placed): number {
  for (let before = index - 1; before >= 0; before--) {
    const place = items.findIndex((item) => serverIndex(item, places, pulled) === before);
    if (place >= 0) return place + 1;
  }
  return 0;
}

function serverIndex(item: MergedItem, places: Placed['places'], pulled: ActionSources['pulled']): number | undefined {
  if (item.from === 'file') return places[item.index];
  return isObject(item.value) ? pulled.indexOf(item.value) : undefined;
}

/** The list in the order that it ends in: the file's, the server's when that alone was changed, or a choice of both. */
function inOrder(merged: MergedList, ours: readonly Json[], sources: Placed): MergedValue {
  const { places, pulled, server, sight, base } = sources;
  const placed = merged.items.map((item) => serverIndex(item, places, pulled));
  const theirs = inServersOrder(merged.items, placed);
  const moved = theirs.some((item, at) => item !== merged.items[at]);
  const then = base.map(actionKey);
  const stayed = (keys: string[]) => keys.filter((key) => then.includes(key));
  const mine = merged.items.flatMap((item) => (item.from === 'file' ? [keyOf(places[item.index], server)] : []));
  const now = stayed(theirs.flatMap((item) => (item.from === 'file' ? [keyOf(places[item.index], server)] : [])));
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
      ours: ours.length === 0 ? KEPT : { ...merged, items: merged.items.filter(({ on }) => on !== 'theirs') },
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

function keyOf(place: number | undefined, server: readonly JsonObject[]): string {
  const action = server[place ?? -1];
  return action === undefined ? '' : actionKey(action, place ?? 0);
}
