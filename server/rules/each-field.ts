import type { Field } from '../../schemas/fields.ts';
import { isObject, type JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { once } from '../document/once.ts';
import { type Branch, branchTo } from './branch.ts';

/** Fields of a kind, to be looked for in jobs: found in the schema once, when first asked for. */
export function fieldsThat(wanted: (field: Field) => boolean): () => Branch {
  return once(() => branchTo(wanted, ({ serverSet }) => serverSet));
}

/**
 * Visits each field of a kind that a job holds, whatever its value. Nothing is looked for inside such a field or inside what
 * the server alone sets, and no list is walked that cannot hold one: lists hold 100,000 ids.
 */
export function eachField(
  job: JsonObject,
  kind: () => Branch,
  visit: (value: unknown, at: Pointer, field: Field) => void,
): void {
  visitObject(job, kind(), ROOT);

  function visitObject(value: JsonObject, branch: Branch, at: Pointer): void {
    for (const known of branch.children) {
      const { name } = known.field;
      if (Object.hasOwn(value, name)) visitValue(value[name], known, child(at, name));
    }
  }

  function visitValue(value: unknown, branch: Branch, at: Pointer): void {
    const { wanted, item, field } = branch;
    if (wanted) visit(value, at, field);
    else if (Array.isArray(value) && item !== undefined) {
      value.forEach((entry, index) => {
        visitValue(entry, item, child(at, index));
      });
    } else if (isObject(value)) visitObject(value, branch, at);
  }
}
