import { type Field, rootField } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';

/**
 * Visits each field that a job holds and that is wanted, whatever its value. Nothing is looked for inside a wanted field or
 * inside what the server alone sets, and no list is walked that cannot hold a wanted field: lists hold 100,000 ids.
 */
export function eachField(
  job: JsonObject,
  wanted: (field: Field) => boolean,
  visit: (value: unknown, at: Pointer, field: Field) => void,
): void {
  visitObject(job, rootField, ROOT);

  function visitObject(value: JsonObject, field: Field, at: Pointer): void {
    for (const known of field.children) {
      if (!Object.hasOwn(value, known.name) || !leadsTo(known, wanted)) continue;
      const below = child(at, known.name);
      if (wanted(known)) visit(value[known.name], below, known);
      else visitValue(value[known.name], known, below);
    }
  }

  function visitValue(value: unknown, field: Field, at: Pointer): void {
    const { item } = field;
    if (Array.isArray(value) && item !== undefined) {
      value.forEach((entry, index) => {
        visitValue(entry, item, child(at, index));
      });
    } else if (isObject(value)) visitObject(value, field, at);
  }
}

function leadsTo(field: Field, wanted: (field: Field) => boolean): boolean {
  if (wanted(field)) return true;
  if (field.serverSet) return false;
  if (field.item !== undefined && leadsTo(field.item, wanted)) return true;
  return field.children.some((known) => leadsTo(known, wanted));
}
