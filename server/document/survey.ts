import type { Span } from './span.ts';

interface DuplicateKey extends Span {
  key: string;
  first: Span;
}

export interface Survey {
  /** The greatest nesting; a flat object has 1. */
  depth: number;
  /** Where the nesting first passes the limit that was asked for, or -1. */
  tooDeepAt: number;
  duplicates: DuplicateKey[];
}

/**
 * One pass over a text that is valid JSON: how deep it nests, and the keys that an object holds twice, which `JSON.parse`
 * hides. No recursion and no tree: a list of 100,000 ids costs no more than looking at its characters.
 */
export function survey(text: string, from: number, depthLimit: number): Survey {
  const duplicates: DuplicateKey[] = [];
  const open: (Map<string, Span> | undefined)[] = [];
  let keys: Map<string, Span> | undefined;
  let keyExpected = false;
  let depth = 0;
  let tooDeepAt = -1;

  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfText(text, at);
      if (keyExpected && keys !== undefined) noteKey(keys, at, end);
      keyExpected = false;
      at = end - 1;
    } else if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
      open.push(keys);
      keys = character === OPEN_OBJECT ? new Map() : undefined;
      keyExpected = character === OPEN_OBJECT;
      if (open.length > depth) depth = open.length;
      if (open.length > depthLimit && tooDeepAt === -1) tooDeepAt = at;
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) {
      keys = open.pop();
    } else if (character === COMMA) {
      keyExpected = keys !== undefined;
    }
  }
  return { depth, tooDeepAt, duplicates };

  function noteKey(known: Map<string, Span>, start: number, end: number): void {
    const raw = text.slice(start + 1, end - 1);
    const key = raw.includes('\\') ? String(JSON.parse(text.slice(start, end))) : raw;
    const first = known.get(key);
    if (first === undefined) known.set(key, { start, end });
    else duplicates.push({ key, start, end, first });
  }
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
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;
export const OPEN_ARRAY = 91;
export const CLOSE_ARRAY = 93;
