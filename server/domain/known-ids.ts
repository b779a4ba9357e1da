import type { Json } from '../../schemas/json.ts';

/** What a list of ids holds, compared without regard to small and capital letters. */
export interface KnownIds {
  /** Each index whose id stands before it already, with the index of the first one; by rising index. */
  readonly repeated: readonly { index: number; first: number }[];
  /** Where an id stands first. */
  indexOf(id: string): number | undefined;
}

/**
 * Sorts a number of each id instead of keeping the ids in a map, which takes three times as long: lists hold 100,000 ids
 * and change with each keystroke. Texts that are no UUID are left out.
 */
export function knownIds(list: readonly Json[]): KnownIds {
  const sorted = sortedKeys(list);
  const repeated: { index: number; first: number }[] = [];
  /** Where several ids share their number, which hostile ones can do by the thousand. */
  const alike = new Map<string, number>();

  for (let at = 0; at < sorted.length; ) {
    const end = endOfRun(sorted, at);
    if (end - at > 1) for (const key of sorted.subarray(at, end)) noteAlike(indexIn(key));
    at = end;
  }
  repeated.sort((one, other) => one.index - other.index);

  function noteAlike(index: number): void {
    const id = normalAt(list, index);
    const first = alike.get(id);
    if (first === undefined) alike.set(id, index);
    else repeated.push({ index, first });
  }

  function indexOf(id: string): number | undefined {
    const wanted = id.toLowerCase();
    const number = numberOf(wanted);
    const at = firstNotBelow(sorted, number * SHARE);
    const key = sorted[at];
    if (key === undefined || numberIn(key) !== number) return undefined;
    if (numberIn(sorted[at + 1] ?? -1) === number) return alike.get(wanted);
    return normalAt(list, indexIn(key)) === wanted ? indexIn(key) : undefined;
  }

  return { repeated, indexOf };
}

/** More than the items that a job's text has room for; a number of 31 bits times this is still exact. */
const SHARE = 2 ** 22;
const UUID_LENGTH = 36;

/** The number of each id, and behind it the index, in one number each. */
function sortedKeys(list: readonly Json[]): Float64Array {
  const keys = new Float64Array(list.length);
  let count = 0;
  for (let index = 0; index < list.length; index++) {
    const id = list[index];
    if (typeof id === 'string' && id.length === UUID_LENGTH) keys[count++] = numberOf(id) * SHARE + index;
  }
  return keys.subarray(0, count).sort();
}

/** 31 bits of the last digits, the same for small and capital letters. */
function numberOf(id: string): number {
  let number = 0;
  for (let at = UUID_LENGTH - 8; at < UUID_LENGTH; at++) {
    number = Math.imul(number ^ (id.charCodeAt(at) | 32), 0x01000193);
  }
  return number >>> 1;
}

function numberIn(key: number): number {
  return Math.floor(key / SHARE);
}

function indexIn(key: number): number {
  return key % SHARE;
}

function normalAt(list: readonly Json[], index: number): string {
  return String(list[index]).toLowerCase();
}

function endOfRun(sorted: Float64Array, from: number): number {
  const number = numberIn(sorted[from] ?? -1);
  let end = from + 1;
  while (end < sorted.length && numberIn(sorted[end] ?? -1) === number) end++;
  return end;
}

function firstNotBelow(sorted: Float64Array, key: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
