import { type Field, rootField } from '../../schemas/fields.ts';

/** The part of the schema that leads to some fields: what else a job holds is not walked. */
export interface Branch {
  readonly field: Field;
  /** The field is one of those; nothing is looked for inside it. */
  readonly wanted: boolean;
  readonly children: readonly Branch[];
  readonly item: Branch | undefined;
}

/** The branch from the root to the fields that are wanted; `closed` are those inside which nothing is looked for. */
export function branchTo(wanted: (field: Field) => boolean, closed: (field: Field) => boolean): Branch {
  return branchOf(rootField) ?? { field: rootField, wanted: false, children: [], item: undefined };

  function branchOf(field: Field): Branch | undefined {
    if (wanted(field)) return { field, wanted: true, children: [], item: undefined };
    if (closed(field)) return undefined;
    const item = field.item && branchOf(field.item);
    const children = field.children.flatMap((known) => branchOf(known) ?? []);
    return item === undefined && children.length === 0 ? undefined : { field, wanted: false, children, item };
  }
}
