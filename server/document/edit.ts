import { fieldAt } from '../../schemas/fields.ts';
import type { Json } from '../../schemas/json.ts';
import { child, type Pointer, parent, ROOT, segments, valueAt } from '../../schemas/pointer.ts';
import type { JobDocument } from './document.ts';
import { type Layout, written } from './layout.ts';
import type { Span } from './span.ts';
import { type ArrayNode, type EntryNode, nodeAt, type ObjectNode, type TreeNode } from './tree.ts';

/** A change of the value, which the text then follows. */
export type Operation = Step | { move: Pointer; to: Pointer };

/** A change at one place. */
export type Step = { set: Pointer; value: Json } | { remove: Pointer } | { rename: Pointer; to: string };

type Batch = Exclude<Step, { remove: Pointer }> | { removals: Pointer[] };

/** A change of the text: what stands in the span becomes `newText`. */
export interface Replacement extends Span {
  newText: string;
}

/**
 * The changes of a document's text that carry out one step, or several removals, each named as it is before any goes.
 * Every other byte stays: the person's indents, line ends and order; a new key goes to its documented place. Empty where
 * a step has no place in the text.
 */
export function replacementsFor(document: JobDocument, batch: Batch): Replacement[] {
  const { tree } = document;
  if (tree === undefined) return [];
  if ('removals' in batch) return removalsAt(tree, batch.removals);
  if ('set' in batch) return setValue(document, tree, batch.set, batch.value, document.layout);
  return renameAt(tree, batch.rename, batch.to);
}

/** Steps in the order of their making, neighbouring removals together. */
export function batchesOf(steps: readonly Step[]): Batch[] {
  const batches: Batch[] = [];
  for (const step of steps) {
    const last = batches.at(-1);
    if (!('remove' in step)) batches.push(step);
    else if (last !== undefined && 'removals' in last) last.removals.push(step.remove);
    else batches.push({ removals: [step.remove] });
  }
  return batches;
}

/** An operation in steps of one place each: a move puts the value where it belongs, then takes it away. */
export function stepsOf(operation: Operation, value: unknown): Step[] {
  if (!('move' in operation)) return [operation];
  const moved = valueAt(value, operation.move);
  return moved === undefined ? [] : [{ set: operation.to, value: moved as Json }, { remove: operation.move }];
}

function renameAt(tree: TreeNode, at: Pointer, to: string): Replacement[] {
  const holder = nodeAt(tree, parent(at));
  if (holder?.kind !== 'object') return [];
  const keys = holder.entries.map(({ key }) => key).filter(({ text }) => text === segments(at).at(-1));
  return keys.map(({ start, end }) => ({ start, end, newText: JSON.stringify(to) }));
}

function setValue(document: JobDocument, tree: TreeNode, at: Pointer, value: Json, layout: Layout): Replacement[] {
  const present = nodeAt(tree, at);
  if (present !== undefined) return replaceValue(document, at, present, value, layout);
  let holder = parent(at);
  const list = nodeAt(tree, holder);
  if (list?.kind === 'array' && at === child(holder, list.items.length))
    return [appendItem(document.text, list, value, layout)];
  let wrapped: Json = value;
  let key = segments(at).at(-1) ?? '';
  while (holder !== ROOT && !canHold(nodeAt(tree, holder))) {
    const node = nodeAt(tree, holder);
    wrapped = { [key]: wrapped };
    if (node !== undefined) return replaceValue(document, holder, node, wrapped, layout);
    key = segments(holder).at(-1) ?? '';
    holder = parent(holder);
  }
  const node = nodeAt(tree, holder);
  return node?.kind === 'object' ? [insertEntry(document.text, node, holder, key, wrapped, layout)] : [];
}

function canHold(node: TreeNode | undefined): boolean {
  return node?.kind === 'object';
}

function replaceValue(document: JobDocument, at: Pointer, node: TreeNode, value: Json, layout: Layout): Replacement[] {
  const before = valueAt(document.value, at);
  if (Array.isArray(value) && value.length === 1 && value[0] === before) {
    return [
      { start: node.start, end: node.start, newText: '[' },
      { start: node.end, end: node.end, newText: ']' },
    ];
  }
  const indent = layout.indentAt(node.start);
  return [{ start: node.start, end: node.end, newText: written(value, indent, layout) }];
}

/** Puts an entry at its documented place. */
function insertEntry(
  text: string,
  node: ObjectNode,
  at: Pointer,
  key: string,
  value: Json,
  layout: Layout,
): Replacement {
  const [first] = node.entries;
  const before = node.entries[insertionIndex(node.entries, at, key) - 1];
  const spread = first === undefined ? layout.spread : /[\r\n]/.test(text.slice(node.start, first.key.start));
  const outer = layout.indentAt(node.start);
  const indent = spread && first !== undefined ? layout.indentAt(first.key.start) : outer + layout.unit;
  const entry = `${JSON.stringify(key)}: ${written(value, indent, { ...layout, spread })}`;
  const gap = spread ? layout.lineEnd + indent : ' ';
  if (before !== undefined) return { start: before.value.end, end: before.value.end, newText: `,${gap}${entry}` };
  if (first !== undefined) return { start: first.key.start, end: first.key.start, newText: `${entry},${gap}` };
  const inside = node.start + 1;
  const closing = spread ? layout.lineEnd + outer : '';
  return { start: inside, end: Math.max(inside, node.end - 1), newText: `${spread ? gap : ''}${entry}${closing}` };
}

/** After the last present key that the documentation names before this one. */
function insertionIndex(entries: readonly EntryNode[], at: Pointer, key: string): number {
  const order = fieldAt(child(at, key))?.order ?? Number.POSITIVE_INFINITY;
  const last = entries.findLastIndex(
    (entry) => (fieldAt(child(at, entry.key.text))?.order ?? Number.POSITIVE_INFINITY) <= order,
  );
  return last + 1;
}

/** What goes of one object or list, by index. */
interface Removal {
  holder: ObjectNode | ArrayNode;
  gone: Set<number>;
}

function removalsAt(tree: TreeNode, pointers: readonly Pointer[]): Replacement[] {
  const removals = new Map<Pointer, Removal>();
  for (const at of pointers) {
    const removal = removals.get(parent(at)) ?? removalIn(nodeAt(tree, parent(at)));
    const indices = removal === undefined ? [] : indicesOf(removal.holder, segments(at).at(-1));
    if (removal === undefined || indices.length === 0) return [];
    for (const index of indices) removal.gone.add(index);
    removals.set(parent(at), removal);
  }
  return [...removals.values()].flatMap(removeParts);
}

function removalIn(holder: TreeNode | undefined): Removal | undefined {
  if (holder?.kind !== 'object' && holder?.kind !== 'array') return undefined;
  return { holder, gone: new Set() };
}

/** Where a key or an item stands; a key that stands twice is gone only when both are. */
function indicesOf(holder: Removal['holder'], key: string | undefined): number[] {
  if (holder.kind === 'array') return holder.items[Number(key)] === undefined ? [] : [Number(key)];
  return holder.entries.flatMap((entry, index) => (entry.key.text === key ? [index] : []));
}

/**
 * Neighbours go together, with one of the commas beside them. Nothing is asked of the parts that stay: of 100,000 ids each
 * may go by a repair of its own.
 */
function removeParts({ holder, gone }: Removal): Replacement[] {
  const count = holder.kind === 'array' ? holder.items.length : holder.entries.length;
  if (gone.size === count) {
    return [{ start: holder.start + 1, end: Math.max(holder.start + 1, holder.end - 1), newText: '' }];
  }
  let lastKept = count - 1;
  while (gone.has(lastKept)) lastKept--;
  const replacements: Replacement[] = [];
  for (const index of [...gone].sort((one, other) => one - other)) {
    const part = partOf(holder, index);
    const next = partOf(holder, index + 1);
    if (part !== undefined && next !== undefined && index < lastKept) {
      replacements.push({ start: part.start, end: next.start, newText: '' });
    }
  }
  const kept = partOf(holder, lastKept);
  const last = partOf(holder, count - 1);
  if (kept !== undefined && last !== undefined && lastKept < count - 1) {
    replacements.push({ start: kept.end, end: last.end, newText: '' });
  }
  return replacements;
}

function partOf(holder: Removal['holder'], index: number): Span | undefined {
  if (holder.kind === 'array') return holder.items[index];
  const entry = holder.entries[index];
  return entry && { start: entry.key.start, end: entry.value.end };
}

/** Puts an item behind the last one of a list, spread over lines as they are. */
function appendItem(text: string, { start, end, items }: ArrayNode, value: Json, layout: Layout): Replacement {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) {
    const inside = start + 1;
    return { start: inside, end: Math.max(inside, end - 1), newText: written(value, layout.indentAt(start), layout) };
  }
  const spread = /[\r\n]/.test(text.slice(start, first.start));
  const indent = layout.indentAt(first.start);
  const gap = spread ? layout.lineEnd + indent : ' ';
  return { start: last.end, end: last.end, newText: `,${gap}${written(value, indent, { ...layout, spread })}` };
}
