import { type Field, rootField } from '../../schemas/fields.ts';
import { isObject } from '../../schemas/json.ts';
import { type Pointer, segments } from '../../schemas/pointer.ts';

/** A place that the schema knows: its value, its field, and the object or list that holds it. */
export interface Place {
  pointer: Pointer;
  value: unknown;
  field: Field;
  holder?: { value: unknown; field: Field };
}

/** The place at a pointer; undefined inside the server's own objects, which nobody judges. */
export function placeOf(body: unknown, pointer: Pointer): Place | undefined {
  let place: Place = { pointer, value: body, field: rootField };
  for (const segment of segments(pointer)) {
    const { value, field } = place;
    if (field.serverSet) return undefined;
    const below = field.item ?? field.children.find((known) => known.name === segment);
    if (!below || !isHolder(value)) return undefined;
    place = { pointer, value: value[segment], field: below, holder: { value, field } };
  }
  return place;
}

/** Whether the place is a key of an object, which may count as absent, and not an item of a list. */
export function isKey(place: Place): boolean {
  return isObject(place.holder?.value);
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
