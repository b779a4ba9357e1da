import type { Json, JsonObject } from '../../schemas/json.ts';
import { child, type Pointer, parent, ROOT, segments } from '../../schemas/pointer.ts';
import type { Span } from './span.ts';
import type { TextProblem } from './text-problem.ts';

/** A document's values with their places; made only of text that is broken, or where a feature needs every place. */
export type TreeNode = ObjectNode | ArrayNode | ScalarNode | UnreadNode;

export interface ObjectNode extends Span {
  kind: 'object';
  entries: EntryNode[];
}

export interface ArrayNode extends Span {
  kind: 'array';
  items: TreeNode[];
}

interface ScalarNode extends Span {
  kind: 'scalar';
  value: Json;
  /** The text is damaged here: what the value says is a guess. */
  uncertain: boolean;
}

/** A value that is missing, or that nobody can read. */
interface UnreadNode extends Span {
  kind: 'unread';
}

export interface EntryNode {
  /** `isGuess` where quotes do not match: it may be no key at all. */
  key: Span & { text: string; isGuess: boolean };
  value: TreeNode;
}

export interface TreeValue {
  value: Json | undefined;
  /** Where the value is a guess or missing. */
  unread: Set<Pointer>;
}

/** What a tree says, as `JSON.parse` would give it: of two equal keys the last one counts. */
export function valueOfTree(root: TreeNode): TreeValue {
  const unread = new Set<Pointer>();

  function read(node: TreeNode, at: Pointer): Json | undefined {
    switch (node.kind) {
      case 'scalar':
        if (node.uncertain) unread.add(at);
        return node.value;
      case 'unread':
        unread.add(at);
        return undefined;
      case 'array':
        return node.items.map((item, index) => read(item, child(at, index)) ?? null);
      case 'object':
        return Object.fromEntries(entriesOf(node, at)) as JsonObject;
    }
  }

  function* entriesOf(node: ObjectNode, at: Pointer): Generator<[string, Json]> {
    for (const entry of node.entries) {
      const pointer = child(at, entry.key.text);
      if (entry.key.isGuess) unread.add(pointer);
      const value = read(entry.value, pointer);
      if (value !== undefined) yield [entry.key.text, value];
    }
  }

  return { value: read(root, ROOT), unread };
}

/** The keys that stand twice in one object. */
export function* duplicatesInTree(node: TreeNode): Generator<TextProblem> {
  if (node.kind === 'array') for (const item of node.items) yield* duplicatesInTree(item);
  if (node.kind !== 'object') return;
  const seen = new Map<string, Span>();
  for (const { key, value } of node.entries) {
    const { text, start, end } = key;
    const span = { start, end };
    const first = seen.get(text);
    if (first === undefined) seen.set(text, span);
    else yield { kind: 'duplicate-key', key: text, ...span, first };
    yield* duplicatesInTree(value);
  }
}

export interface Place {
  key: Span | undefined;
  value: Span;
}

/** The places of pointers in a tree; those that lead nowhere are left out. */
export function placesInTree(root: TreeNode, pointers: Iterable<Pointer>): Map<Pointer, Place> {
  const found = new Map<Pointer, Place>();
  const indexes = new Map<ObjectNode, Map<string, EntryNode>>();
  const entryOf: EntryOf = (node, key) => {
    const index = indexes.get(node) ?? new Map(node.entries.map((entry) => [entry.key.text, entry]));
    indexes.set(node, index);
    return index.get(key);
  };
  for (const pointer of pointers) {
    const value = nodeAt(root, pointer, entryOf);
    if (value === undefined) continue;
    const holder = pointer === ROOT ? undefined : nodeAt(root, parent(pointer), entryOf);
    const key = holder?.kind === 'object' ? entryOf(holder, segments(pointer).at(-1) ?? '')?.key : undefined;
    found.set(pointer, { key: key && spanOf(key), value: spanOf(value) });
  }
  return found;
}

/** Of two equal keys the last one counts. */
type EntryOf = (node: ObjectNode, key: string) => EntryNode | undefined;

const lastEntry: EntryOf = (node, key) => node.entries.findLast((entry) => entry.key.text === key);

/** The value at a pointer, or undefined where there is none. */
export function nodeAt(root: TreeNode, pointer: Pointer, entryOf: EntryOf = lastEntry): TreeNode | undefined {
  let node: TreeNode | undefined = root;
  for (const segment of segments(pointer)) {
    if (node?.kind === 'object') node = entryOf(node, segment)?.value;
    else if (node?.kind === 'array') node = node.items[Number(segment)];
    else return undefined;
  }
  return node;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
