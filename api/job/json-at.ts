import type { Json } from '../../schemas/json.ts';
import { type Pointer, segments } from '../../schemas/pointer.ts';

/** The JSON at a pointer into JSON; undefined where there is none. */
export function jsonAt(value: Json | undefined, pointer: Pointer): Json | undefined {
  let found = value;
  for (const segment of segments(pointer)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, segment)) return undefined;
    found = Array.isArray(found) ? found[Number(segment)] : found[segment];
  }
  return found;
}
