import { isObject, type Json, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT, segments } from '../../schemas/pointer.ts';

/** The JSON at a pointer into JSON; undefined where there is none. */
export function jsonAt(value: Json | undefined, pointer: Pointer): Json | undefined {
  let found = value;
  for (const segment of segments(pointer)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, segment)) return undefined;
    found = Array.isArray(found) ? found[Number(segment)] : found[segment];
  }
  return found;
}

/** An object without the keys at some pointers. */
export function withoutAt(object: JsonObject, pointers: ReadonlySet<Pointer>, at: Pointer = ROOT): JsonObject {
  const inner = (value: Json, place: Pointer): Json => {
    if (Array.isArray(value)) return value.map((entry, index) => inner(entry, child(place, String(index))));
    return isObject(value) ? withoutAt(value, pointers, place) : value;
  };
  const kept = Object.entries(object).filter(([key]) => !pointers.has(child(at, key)));
  return Object.fromEntries(kept.map(([key, value]) => [key, inner(value, child(at, key))]));
}
