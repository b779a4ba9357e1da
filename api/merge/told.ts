import type { Json } from '../../schemas/json.ts';
import { child, keyAt, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { asChange, nameOf, REMOVED } from '../plan/changes.ts';
import { concealed } from '../plan/conceal.ts';
import { labelOf } from '../plan/label.ts';
import type { Change, Conflict } from '../plan/plan.ts';
import type { Chosen, MergedItem, MergedList, MergedObject, MergedValue, Sides } from './merged.ts';

type FieldConflict = Extract<Conflict, { kind: 'changed-on-server' }>;

/** A choice of the merge, as a person is told of it; `of` is the value or item whose text is marked. */
interface ToldConflict {
  conflict: FieldConflict;
  of: Chosen | MergedItem;
}

export interface Told {
  taken: Change[];
  conflicts: ToldConflict[];
}

/** What a merge takes and what it leaves for choice. Pointers are into the merged file, this file's side chosen. */
export async function tellMerge(merged: MergedObject): Promise<Told> {
  const told: { taken: Promise<Change>[]; conflicts: Promise<ToldConflict>[] } = { taken: [], conflicts: [] };
  tellObject(merged, ROOT);
  return { taken: await Promise.all(told.taken), conflicts: await Promise.all(told.conflicts) };

  function tell(value: MergedValue, at: Pointer): void {
    switch (value.kind) {
      case 'keep':
        return;
      case 'take':
        take(at, value.sides.file, value.value);
        return;
      case 'choose':
        told.conflicts.push(conflictAt(at, labelOf(at), value.sides, value));
        if (value.ours.kind === 'list') tellTaken(value.ours, at);
        return;
      case 'object':
        tellObject(value, at);
        return;
      case 'list':
        tellList(value, at);
    }
  }

  function tellObject({ entries, added }: MergedObject, at: Pointer): void {
    for (const [key, value] of entries) tell(value, child(at, key));
    for (const { key, taken } of added) take(child(at, key), undefined, taken.value);
  }

  function tellList(list: MergedList, at: Pointer): void {
    const { items, sides, order } = list;
    if (sides !== undefined) {
      take(at, sides.file, idsOf(list));
      return;
    }
    let index = 0;
    for (const item of items) {
      const place = child(at, index);
      if (item.on !== 'both') {
        const isHere = item.from === 'file';
        const label = isHere ? labelOf(place) : `${labelOf(at)}: ${String(nameOf(item.value))}`;
        told.conflicts.push(conflictAt(isHere ? place : at, label, item.sides, item));
      } else if (item.from === 'server') take(place, undefined, item.value);
      else tell(item.value, place);
      if (item.on !== 'theirs') index++;
    }
    tellRemovals(list, at);
    if (order !== undefined)
      told.taken.push(Promise.resolve({ pointer: at, label: `${labelOf(at)}: order`, ...order }));
  }

  /** Of a list that is left for choice, what both sides of it have got. */
  function tellTaken(list: MergedList, at: Pointer): void {
    for (const [index, item] of list.items.entries())
      if (item.from === 'server' && item.on === 'both') take(child(at, index), undefined, item.value);
      else if (item.from === 'file' && item.value.kind === 'object')
        for (const [key, value] of item.value.entries)
          if (value.kind === 'take') tell(value, child(child(at, index), key));
    tellRemovals(list, at);
  }

  function tellRemovals({ removed }: MergedList, at: Pointer): void {
    for (const { index, value } of removed) {
      const label = `${labelOf(child(at, index))}${REMOVED}`;
      told.taken.push(concealed(value).then((before) => ({ pointer: at, label, before, after: undefined })));
    }
  }

  function take(pointer: Pointer, before: Json | undefined, after: Json): void {
    told.taken.push(asChange({ pointer, before, after: after ?? undefined }));
  }
}

/** The merged list of ids, as it is written. */
function idsOf({ items, sides }: MergedList): Json {
  const before = Array.isArray(sides?.file) ? sides.file : [];
  return items.map((item) => (item.from === 'file' ? (before[item.index] ?? null) : item.value));
}

async function conflictAt(
  pointer: Pointer,
  label: string,
  sides: Sides,
  of: ToldConflict['of'],
): Promise<ToldConflict> {
  const [base, server, file] = await Promise.all(
    [sides.base, sides.server, sides.file].map((value) => concealed(value, keyAt(pointer))),
  );
  return { conflict: { kind: 'changed-on-server', pointer, label, base, server, file }, of };
}
