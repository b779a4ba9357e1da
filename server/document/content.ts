import type { Pointer } from '../../schemas/pointer.ts';
import { isBlank } from './characters.ts';
import { MAXIMUM_CHARACTERS, MAXIMUM_DEPTH } from './limits.ts';
import type { Container } from './outline.ts';
import { outlineOfJson } from './outline-of-json.ts';
import { type Reading, readTolerantly } from './read-tolerantly.ts';
import type { TextProblem } from './text-problem.ts';
import { duplicatesInTree, valueOfTree } from './tree.ts';

/** What a text says, and what is wrong with it. */
export interface Content {
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

export function readContent(text: string): Content {
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
  const { root, structureKnown } = reading;
  // Where a bracket is missing, the keys of two objects stand in one.
  if (root !== undefined && structureKnown) for (const duplicate of duplicatesInTree(root)) problems.push(duplicate);
  const read = root === undefined ? undefined : valueOfTree(root);
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

export function startOfContent(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
