import { type Field, type FieldFormat, rootField } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';

/**
 * Visits each text in a job whose field has that format; an empty text counts as absent and is left out, and so is what
 * the server alone sets. The pointer is made when asked for, during the visit: lists hold
 * 100,000 ids.
 */
export function eachOfFormat(
  job: JsonObject,
  format: FieldFormat,
  visit: (text: string, at: () => Pointer) => void,
): void {
  visitObject(job, rootField, ROOT);

  function visitObject(value: JsonObject, field: Field, at: Pointer): void {
    for (const known of field.children) {
      if (known.serverSet && known.name !== 'id') continue;
      if (!leadsTo(known, format) || !Object.hasOwn(value, known.name)) continue;
      visitValue(value[known.name], known, () => child(at, known.name));
    }
  }

  function visitValue(value: unknown, field: Field, at: () => Pointer): void {
    if (typeof value === 'string') {
      if (field.format === format && value !== '') visit(value, at);
    } else if (Array.isArray(value) && field.item !== undefined) {
      let index = 0;
      const atItem = (): Pointer => child(at(), index);
      for (; index < value.length; index++) visitValue(value[index], field.item, atItem);
    } else if (isObject(value)) visitObject(value, field, at());
  }
}

function leadsTo(field: Field, format: FieldFormat): boolean {
  if (field.format === format) return true;
  if (field.item !== undefined && leadsTo(field.item, format)) return true;
  return field.children.some((known) => leadsTo(known, format));
}
