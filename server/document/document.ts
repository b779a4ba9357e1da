import type { Position, Range } from 'vscode-languageserver-types';
import { type Pointer, parent, ROOT } from '../../schemas/pointer.ts';
import { isBlank } from './characters.ts';
import { type Cursor, cursorAt, NOWHERE } from './cursor.ts';
import { MAXIMUM_CHARACTERS, MAXIMUM_DEPTH } from './limits.ts';
import { type LineTable, lineTable } from './line-table.ts';
import { locate } from './locate.ts';
import { once } from './once.ts';
import type { Container } from './outline.ts';
import { outlineOfAnything } from './outline-of-anything.ts';
import { outlineOfJson } from './outline-of-json.ts';
import { type Part, spanOfPart } from './range-of-place.ts';
import { type Reading, readTolerantly } from './read-tolerantly.ts';
import type { TextProblem } from './text-problem.ts';
import { type Place, placeInTree, type TreeNode, valueOfTree } from './tree.ts';

/**
 * One version of a job file's text. Whatever the text holds, nothing here throws; each part is made when it is first asked
 * for, once, and shared by every feature.
 */
export interface JobDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineTable;
  /** What is wrong with the text itself, in its order. */
  readonly problems: readonly TextProblem[];
  /** What could be read; undefined when nothing could. */
  readonly value: unknown;
  /** The text is JSON: the value says exactly what the text says. */
  readonly valid: boolean;
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
  const lines = once(() => known ?? lineTable(text));
  const content = once(() => readContent(text));
  const outline = once(() => {
    const { refused, outline } = content();
    return refused ? undefined : (outline ?? outlineOfAnything(text, startOfContent(text)));
  });
  const tree = once(() => {
    const { reading, refused } = content();
    if (refused) return undefined;
    return (reading ?? readTolerantly(text, startOfContent(text))).root;
  });

  function places(pointers: Iterable<Pointer>): Map<Pointer, Place> {
    const { reading, refused, outline } = content();
    if (refused) return new Map();
    if (outline !== undefined) return locate(text, startOfContent(text), outline[0], pointers);
    const found = new Map<Pointer, Place>();
    const root = reading?.root;
    if (root === undefined) return found;
    for (const pointer of pointers) {
      const place = placeInTree(root, pointer);
      if (place !== undefined) found.set(pointer, place);
    }
    return found;
  }

  function ranges(wanted: readonly { at: Pointer; part: Part }[]): Range[] {
    if (wanted.length === 0) return [];
    const asked = new Set<Pointer>([ROOT]);
    for (const { at } of wanted) {
      for (let pointer = at; pointer !== ROOT && !asked.has(pointer); pointer = parent(pointer)) asked.add(pointer);
    }
    const found = places(asked);
    return wanted.map(({ at, part }) => lines().rangeOf(spanOfPart(text, found, at, part)));
  }

  function cursor(offset: number): Cursor {
    const roots = outline();
    return roots === undefined ? NOWHERE : cursorAt(text, startOfContent(text), roots, offset);
  }

  return {
    uri,
    version,
    text,
    get lines() {
      return lines();
    },
    get problems() {
      return content().problems;
    },
    get value() {
      return content().value;
    },
    get valid() {
      return content().valid;
    },
    get unread() {
      return content().unread;
    },
    get structureKnown() {
      return content().reading?.structureKnown ?? true;
    },
    get tree() {
      return tree();
    },
    range: (at, part) => ranges([{ at, part }])[0] ?? lines().rangeOf({ start: 0, end: 0 }),
    ranges,
    place: (at) => places([at]).get(at),
    places,
    pointerAt: (position) => cursor(lines().offsetAt(position)).pointer,
    cursor,
  };
}

interface Content {
  value: unknown;
  problems: TextProblem[];
  valid: boolean;
  /** Too large, too deep or binary: nothing but that is said of it. */
  refused: boolean;
  unread: ReadonlySet<Pointer>;
  /** Made of broken text only. */
  reading: Reading | undefined;
  /** Made of valid text only. */
  outline: Container[] | undefined;
}

const NOTHING_UNREAD: ReadonlySet<Pointer> = new Set();

const NOTHING_READ = {
  value: undefined,
  valid: false,
  refused: false,
  unread: NOTHING_UNREAD,
  reading: undefined,
  outline: undefined,
} satisfies Partial<Content>;

function readContent(text: string): Content {
  const from = startOfContent(text);
  const problems: TextProblem[] = from === 0 ? [] : [{ kind: 'byte-order-mark', start: 0, end: from }];
  const refuse = (problem: TextProblem): Content => {
    problems.push(problem);
    return { ...NOTHING_READ, problems, refused: true };
  };

  if (text.length > MAXIMUM_CHARACTERS) return refuse({ kind: 'too-large', characters: text.length, start: 0, end: 0 });
  const parsed = parse(from === 0 ? text : text.slice(from));
  if (parsed !== undefined) {
    const { root, tooDeepAt, duplicates } = outlineOfJson(text, from, MAXIMUM_DEPTH);
    if (tooDeepAt !== -1) return refuse(tooDeep(tooDeepAt));
    for (const duplicate of duplicates) problems.push({ kind: 'duplicate-key', ...duplicate });
    const outline = root === undefined ? [] : [root];
    return { ...NOTHING_READ, value: parsed.value, problems, valid: true, outline };
  }
  if (looksBinary(text)) return refuse({ kind: 'binary', start: 0, end: 0 });
  const reading = readTolerantly(text, from);
  if (reading.tooDeepAt !== -1) return refuse(tooDeep(reading.tooDeepAt));
  problems.push(...reading.problems);
  if (reading.problems.length === 0) problems.push({ kind: 'not-understood', start: from, end: from + 1 });
  const read = reading.root === undefined ? undefined : valueOfTree(reading.root);
  return {
    ...NOTHING_READ,
    value: read?.value,
    problems,
    unread: read?.unread ?? NOTHING_UNREAD,
    reading,
  };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function tooDeep(at: number): TextProblem {
  return { kind: 'too-deep', start: at, end: at + 1 };
}

/** Control characters, or what no text encoding could read, in numbers that no text has. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  let strange = 0;
  for (let at = 0; at < sample.length; at++) {
    const character = sample.charCodeAt(at);
    if (character === 0xfffd || (character < 32 && !isBlank(character))) strange++;
  }
  return strange > 2 && strange > sample.length / 20;
}

function startOfContent(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
