import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { isServerField, keep } from './server-fields.ts';

/** The pointers that a file names: its smallest fields, each list whole; what is the server's does not count. */
export function namedPointers(file: JsonObject): Pointer[] {
  return leaves(
    keep(file, (key) => !isServerField(key)),
    ROOT,
  ).sort();
}

/** Of the pointers that were named before, those that nothing names now. */
export function leftOut(before: readonly Pointer[], now: readonly Pointer[]): Pointer[] {
  return before.filter((old) => !now.some((one) => one === old || isBelow(one, old) || isBelow(old, one)));
}

function leaves(value: Json, at: Pointer): Pointer[] {
  if (!isObject(value)) return [at];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, child(at, key)));
}

function isBelow(inner: Pointer, outer: Pointer): boolean {
  return inner.startsWith(`${outer}/`);
}
