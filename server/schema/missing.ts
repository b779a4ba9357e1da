import { isObject } from '../../schemas/json.ts';
import { child, parent } from '../../schemas/pointer.ts';
import type { Place } from './place.ts';
import type { MissingProblem } from './shape-problem.ts';

/** A key that an object lacks; `inferred` when no source calls it mandatory. */
export function missingKey(object: Place, key: string, inferred: boolean): MissingProblem {
  const { pointer } = object;
  return { kind: 'missing', pointer, part: 'key', key, field: child(pointer, key), inferred };
}

/** A key that another one needs, unless that other is an empty text, which counts as absent. */
export function missingPartner(object: Place, present: string, key: string): MissingProblem | undefined {
  const counts = isObject(object.value) && object.value[present] !== '';
  return counts ? missingKey(object, key, true) : undefined;
}

/** An empty text counts as absent: a problem only where its object needs the key. */
export function emptyText(place: Place): MissingProblem | undefined {
  const { field, pointer, holder } = place;
  if (!holder || !isObject(holder.value)) return undefined;
  const object = holder.value;
  const needed = holder.field.requiredKeys.includes(field.name);
  const paired =
    holder.field.pairedKeys.includes(field.name) &&
    holder.field.pairedKeys.some((key) => key !== field.name && object[key] !== undefined && object[key] !== '');
  if (!needed && !paired) return undefined;
  const inferred = parent(pointer) !== '' || paired;
  return { kind: 'missing', pointer, part: 'value', key: field.name, field: pointer, inferred };
}
