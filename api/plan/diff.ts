import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';

/** One smallest value that differs; undefined where there is none. */
export interface Difference {
  pointer: Pointer;
  before: Json | undefined;
  after: Json | undefined;
}

/**
 * What differs between two values, at the smallest place: objects by key, lists of objects by index, every other list
 * whole. What is in one of them alone is told field by field.
 */
export function differences(before: Json | undefined, after: Json | undefined, at: Pointer = ROOT): Difference[] {
  if (isBranch(before) || isBranch(after)) {
    if ((before === undefined || isBranch(before)) && (after === undefined || isBranch(after)))
      return keysOf(before, after).flatMap((key) => differences(below(before, key), below(after, key), child(at, key)));
  }
  return isEqual(before, after) ? [] : [{ pointer: at, before, after }];
}

/** Are two values the same, whatever the order of their keys? */
export function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isEqual(value, other[index]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
  );
}

/** A value that is told in parts. */
function isBranch(value: Json | undefined): value is JsonObject | JsonObject[] {
  return isObject(value) || (Array.isArray(value) && value.length > 0 && value.every((entry) => isObject(entry)));
}

function keysOf(before: JsonObject | Json[] | undefined, after: JsonObject | Json[] | undefined): string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
}

function below(value: JsonObject | Json[] | undefined, key: string): Json | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value[Number(key)];
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
