import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { isIdList } from '../job/spelling.ts';
import { isEqual } from '../plan/diff.ts';
import { mergeIds } from './merge-ids.ts';
import { KEPT, type MergedValue, type Sides } from './merged.ts';

/** What the three sides have at a place, normalised; `unknown` is a base that nobody has. */
export interface Sight<T extends Json | undefined = Json | undefined> {
  file: T;
  server: T;
  base: T | 'unknown';
}

/**
 * Merges one value of the file. `ours` and `theirs` are what file and server have as it is written there, `sight` is the
 * same in comparable form. `wanted` tells which keys of an object are looked at.
 */
export function mergeValue(
  key: string,
  ours: Json,
  theirs: Json | undefined,
  sight: Sight,
  wanted: (key: string) => boolean = () => true,
): MergedValue {
  const { file, server, base } = sight;
  if (isEqual(server, file) || (base !== 'unknown' && isEqual(server, base))) return KEPT;
  if (isObject(ours) && isObject(server)) return mergeObject(ours, theirs, sight, wanted);
  const told = sidesOf(ours, theirs, sight);
  if (isIdList(key)) return mergeIds(ours, theirs, { ...sight, told });
  const inStep = itemsInStep(ours, theirs, sight);
  if (inStep !== undefined) return { kind: 'list', items: inStep, removed: [] };
  return base !== 'unknown' && isEqual(file, base)
    ? { kind: 'take', value: theirs ?? null, sides: told }
    : { kind: 'choose', ours: KEPT, theirs: { kind: 'take', value: theirs ?? null, sides: told }, sides: told };
}

/** Undefined where a side has nothing to say. */
export function sidesOf(ours: Json, theirs: Json | undefined, { base }: Sight): Sides {
  return { base: base === 'unknown' ? undefined : base, server: theirs ?? undefined, file: ours ?? undefined };
}

function mergeObject(
  ours: JsonObject,
  theirs: Json | undefined,
  sight: Sight,
  wanted: (key: string) => boolean,
): MergedValue {
  const there = isObject(theirs) ? theirs : {};
  const entries = Object.entries(ours)
    .filter(([key]) => wanted(key))
    .map(([key, value]): [string, MergedValue] => [key, mergeValue(key, value, there[key], sightBelow(sight, key))]);
  return { kind: 'object', entries: new Map(entries), added: [] };
}

/** What the three sides have below a key or an index. */
export function sightBelow({ file, server, base }: Sight, key: string | number): Sight {
  return { file: at(file, key), server: at(server, key), base: base === 'unknown' ? base : at(base, key) };
}

function at(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A list of objects is merged item by item when all sides have as many; else it is one value. */
function itemsInStep(ours: Json, theirs: Json | undefined, sight: Sight) {
  const sides = [ours, theirs, sight.file, sight.server, ...(sight.base === 'unknown' ? [] : [sight.base])];
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return undefined;
  if (!sides.every((side) => Array.isArray(side) && side.length === ours.length && side.every(isObject)))
    return undefined;
  return ours.map((item, index) => {
    const value = mergeValue('', item, theirs[index], sightBelow(sight, index));
    return { from: 'file', index, value, on: 'both', sides: sidesOf(item, theirs[index], sight) } as const;
  });
}
