import type { Position, Range } from 'vscode-languageserver-types';
import { type Pointer, parent, ROOT } from '../../schemas/pointer.ts';
import { type Content, readContent, startOfContent } from './content.ts';
import { type Cursor, cursorAt, NOWHERE } from './cursor.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type LineTable, lineTable } from './line-table.ts';
import { locate } from './locate.ts';
import { once } from './once.ts';
import type { Container } from './outline.ts';
import { outlineOfAnything } from './outline-of-anything.ts';
import { type Part, spanOfPart } from './range-of-place.ts';
import { readTolerantly } from './read-tolerantly.ts';
import type { TextProblem } from './text-problem.ts';
import { type Place, placesInTree, type TreeNode } from './tree.ts';

/**
 * One version of a job file's text. Whatever the text holds, nothing here throws; each part is made when it is first asked
 * for, once, and shared by every feature.
 */
export interface JobDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineTable;
  /** How the person lays it out. */
  readonly layout: Layout;
  /** What is wrong with the text itself, in its order. */
  readonly problems: readonly TextProblem[];
  /** What could be read; undefined when nothing could. */
  readonly value: unknown;
  /** The text is JSON: the value says exactly what the text says. */
  readonly valid: boolean;
  /** The text of each entry of the job, after its key; of valid text in which no key stands twice. */
  readonly entries: ReadonlyMap<string, string> | undefined;
  /** Pointers whose value is missing or a guess: rules are silent on them. */
  readonly unread: ReadonlySet<Pointer>;
  /** False when brackets do not match, so that nobody knows where a key belongs. */
  readonly structureKnown: boolean;
  /** Every value with its place; undefined when the text is refused. Costs several times what `value` costs. */
  readonly tree: TreeNode | undefined;
  /**
   * The place of a pointer; of the nearest thing that holds it, where it is not there. A value that spreads over several
   * lines is named by its opening bracket.
   */
  range(at: Pointer, part: Part): Range;
  /** Like `range` for many pointers, found in one pass. */
  ranges(wanted: readonly { at: Pointer; part: Part }[]): Range[];
  /** The whole place of a pointer, or undefined where it is not there. */
  place(at: Pointer): Place | undefined;
  /** The whole places of many pointers, found in one pass; those that are not there are left out. */
  places(pointers: Iterable<Pointer>): Map<Pointer, Place>;
  pointerAt(position: Position): Pointer;
  /** What is under the cursor, also in broken text. */
  cursor(offset: number): Cursor;
}

/** `known` is the text's line table, where the caller has it already. */
export function openDocument(uri: string, version: number, text: string, known?: LineTable): JobDocument {
  return new OpenedDocument(uri, version, text, known);
}

/**
 * A class for its getters: those of an object literal are made anew with each version, and what V8 keeps of them outlives
 * the version and holds its whole text and value, which doubled the server's memory.
 */
class OpenedDocument implements JobDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly #lines: () => LineTable;
  readonly #layout: () => Layout;
  readonly #content: () => Content;
  readonly #outline: () => readonly Container[] | undefined;
  readonly #entries: () => ReadonlyMap<string, string> | undefined;
  readonly #tree: () => TreeNode | undefined;

  constructor(uri: string, version: number, text: string, known: LineTable | undefined) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.#lines = once(() => known ?? lineTable(text));
    this.#layout = once(() => layoutOf(text, this.lines));
    this.#content = once(() => readContent(text));
    this.#outline = once(() => {
      const { refused, outline } = this.#content();
      return refused ? undefined : (outline ?? outlineOfAnything(text, startOfContent(text)));
    });
    this.#entries = once(() => entriesOf(text, this.#content()));
    this.#tree = once(() => {
      const { reading, refused } = this.#content();
      return refused ? undefined : (reading ?? readTolerantly(text, startOfContent(text))).root;
    });
  }

  get lines(): LineTable {
    return this.#lines();
  }

  get layout(): Layout {
    return this.#layout();
  }

  get problems(): readonly TextProblem[] {
    return this.#content().problems;
  }

  get value(): unknown {
    return this.#content().value;
  }

  get valid(): boolean {
    return this.#content().valid;
  }

  get entries(): ReadonlyMap<string, string> | undefined {
    return this.#entries();
  }

  get unread(): ReadonlySet<Pointer> {
    return this.#content().unread;
  }

  get structureKnown(): boolean {
    return this.#content().reading?.structureKnown ?? true;
  }

  get tree(): TreeNode | undefined {
    return this.#tree();
  }

  range(at: Pointer, part: Part): Range {
    return this.ranges([{ at, part }])[0] ?? this.lines.rangeOf({ start: 0, end: 0 });
  }

  ranges(wanted: readonly { at: Pointer; part: Part }[]): Range[] {
    if (wanted.length === 0) return [];
    const asked = new Set<Pointer>([ROOT]);
    for (const { at } of wanted) {
      for (let pointer = at; pointer !== ROOT && !asked.has(pointer); pointer = parent(pointer)) asked.add(pointer);
    }
    const found = this.places(asked);
    return wanted.map(({ at, part }) => this.lines.rangeOf(spanOfPart(this.text, found, at, part)));
  }

  place(at: Pointer): Place | undefined {
    return this.places([at]).get(at);
  }

  places(pointers: Iterable<Pointer>): Map<Pointer, Place> {
    const { reading, refused, outline } = this.#content();
    if (refused) return new Map();
    if (outline !== undefined) return locate(this.text, startOfContent(this.text), outline[0], pointers);
    const root = reading?.root;
    return root === undefined ? new Map() : placesInTree(root, pointers);
  }

  pointerAt(position: Position): Pointer {
    return this.cursor(this.lines.offsetAt(position)).pointer;
  }

  cursor(offset: number): Cursor {
    const roots = this.#outline();
    return roots === undefined ? NOWHERE : cursorAt(this.text, startOfContent(this.text), roots, offset);
  }
}

function entriesOf(text: string, { outline, problems }: Content): ReadonlyMap<string, string> | undefined {
  const root = outline?.[0];
  if (root?.kind !== 'object' || problems.some(({ kind }) => kind === 'duplicate-key')) return undefined;
  const entries = new Map<string, string>();
  root.keys.forEach(({ text: key, end }, index) => {
    entries.set(key, text.slice(end, root.keys[index + 1]?.start ?? root.end));
  });
  return entries;
}
