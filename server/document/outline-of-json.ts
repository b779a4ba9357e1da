import { type Container, MARK_EVERY, type OutlinedKey, openContainer } from './outline.ts';
import type { Span } from './span.ts';

interface DuplicateKey extends Span {
  key: string;
  first: Span;
}

interface OutlineOfJson {
  root: Container | undefined;
  /** Where the nesting first passes the limit that was asked for, or -1; the outline ends there. */
  tooDeepAt: number;
  /** The keys that an object holds twice, which `JSON.parse` hides. */
  duplicates: DuplicateKey[];
}

/** One pass over a text that is valid JSON, without recursion: it costs no more than looking at its characters. */
export function outlineOfJson(text: string, from: number, depthLimit: number): OutlineOfJson {
  const duplicates: DuplicateKey[] = [];
  let root: Container | undefined;
  let here: Container | undefined;
  /** Of an object with many keys: each with its first place. */
  let known: Map<string, OutlinedKey> | undefined;
  const outer: (Map<string, OutlinedKey> | undefined)[] = [];
  /** The next text is a key. */
  let keyExpected = false;
  /** Of the container here: the index of the item, and the commas since the last mark. */
  let index = 0;
  let unmarked = 0;
  const outerIndices: number[] = [];

  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfText(text, at);
      if (keyExpected && here !== undefined) noteKey(here.keys, at, end);
      keyExpected = false;
      at = end - 1;
    } else if (character === COMMA) {
      index++;
      const isObject = here?.kind === 'object';
      keyExpected = isObject;
      if (++unmarked === MARK_EVERY && here !== undefined) {
        here.marks.push({ offset: at + 1, at: isObject ? '' : index });
        unmarked = 0;
      }
    } else if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
      if (outer.length >= depthLimit) return { root, tooDeepAt: at, duplicates };
      const kind = character === OPEN_OBJECT ? 'object' : 'array';
      here = openContainer(kind, here, here === undefined ? '' : (here.keys.at(-1)?.text ?? index), at);
      root ??= here;
      outer.push(known);
      outerIndices.push(index);
      known = undefined;
      keyExpected = kind === 'object';
      index = 0;
      unmarked = 0;
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) {
      if (here !== undefined) here.end = at + 1;
      here = here?.holder;
      known = outer.pop();
      index = outerIndices.pop() ?? 0;
      unmarked = 0;
    }
  }
  return { root, tooDeepAt: -1, duplicates };

  function noteKey(keys: OutlinedKey[], start: number, end: number): void {
    const key = { text: keyText(text, start, end), start, end };
    if (keys.length >= FEW_KEYS) known ??= firstPlaces(keys);
    const first = known === undefined ? keys.find((one) => one.text === key.text) : known.get(key.text);
    keys.push(key);
    if (first !== undefined)
      duplicates.push({ key: key.text, start, end, first: { start: first.start, end: first.end } });
    else known?.set(key.text, key);
  }
}

/** So many are looked through as they are: an object of its own for each object of a text costs more, on every keystroke. */
const FEW_KEYS = 32;

function firstPlaces(keys: readonly OutlinedKey[]): Map<string, OutlinedKey> {
  const first = new Map<string, OutlinedKey>();
  for (const key of keys) if (!first.has(key.text)) first.set(key.text, key);
  return first;
}

function keyText(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? String(JSON.parse(text.slice(start, end))) : raw;
}

/** The offset after the closing quote of a text that starts at `start`. */
export function endOfText(text: string, start: number): number {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close === -1 ? text.length : close + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

export const QUOTE = 34;
const BACKSLASH = 92;
export const COMMA = 44;
const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
export const CLOSE_ARRAY = 93;
