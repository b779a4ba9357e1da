import { type Pointer, segments } from '../../schemas/pointer.ts';
import { isBlank } from './characters.ts';
import { CLOSE_ARRAY, CLOSE_OBJECT, COMMA, endOfText, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from './survey.ts';
import type { Place } from './tree.ts';

/**
 * The places of pointers in a text that is valid JSON and nests no deeper than the limit: one pass for all of them, which
 * descends only where one of them leads and skips the rest. Pointers that lead nowhere are left out.
 */
export function locate(text: string, from: number, pointers: Iterable<Pointer>): Map<Pointer, Place> {
  const found = new Map<Pointer, Place>();
  const wanted = wantedOf(pointers);
  visit(skipBlanks(text, from), undefined, wanted);
  return found;

  /** Records the value at `start` and what is wanted below it; gives the offset after it. */
  function visit(start: number, key: Place['key'], want: Wanted): number {
    const opener = text.charCodeAt(start);
    let end: number;
    if (want.below.size > 0 && opener === OPEN_OBJECT) end = visitObject(start, want.below);
    else if (want.below.size > 0 && opener === OPEN_ARRAY) end = visitArray(start, want.below);
    else end = skipValue(text, start);
    if (want.pointer !== undefined) found.set(want.pointer, { key, value: { start, end } });
    return end;
  }

  function visitObject(start: number, below: ReadonlyMap<string, Wanted>): number {
    let at = skipBlanks(text, start + 1);
    while (text.charCodeAt(at) === QUOTE) {
      const key = { start: at, end: endOfText(text, at) };
      const colon = skipBlanks(text, key.end);
      const value = skipBlanks(text, colon + 1);
      const want = below.get(keyText(text, key.start, key.end));
      const end = want === undefined ? skipValue(text, value) : visit(value, key, want);
      at = skipBlanks(text, end);
      if (text.charCodeAt(at) !== COMMA) break;
      at = skipBlanks(text, at + 1);
    }
    return at + 1;
  }

  function visitArray(start: number, below: ReadonlyMap<string, Wanted>): number {
    let at = skipBlanks(text, start + 1);
    if (text.charCodeAt(at) === CLOSE_ARRAY) return at + 1;
    let remaining = below.size;
    for (let index = 0; ; index++) {
      const want = below.get(String(index));
      const end = want === undefined ? skipValue(text, at) : visit(at, undefined, want);
      if (want !== undefined && --remaining === 0) return skipRest(text, end);
      at = skipBlanks(text, end);
      if (text.charCodeAt(at) !== COMMA) return at + 1;
      at = skipBlanks(text, at + 1);
    }
  }
}

/** What is asked for, by its path: so that one descent serves every pointer that shares it. */
interface Wanted {
  pointer: Pointer | undefined;
  below: Map<string, Wanted>;
}

function wantedOf(pointers: Iterable<Pointer>): Wanted {
  const root: Wanted = { pointer: undefined, below: new Map() };
  for (const pointer of pointers) {
    let want = root;
    for (const segment of segments(pointer)) {
      let next = want.below.get(segment);
      if (next === undefined) {
        next = { pointer: undefined, below: new Map() };
        want.below.set(segment, next);
      }
      want = next;
    }
    want.pointer = pointer;
  }
  return root;
}

function keyText(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? String(JSON.parse(text.slice(start, end))) : raw;
}

function skipValue(text: string, start: number): number {
  const opener = text.charCodeAt(start);
  if (opener === QUOTE) return endOfText(text, start);
  if (opener === OPEN_OBJECT || opener === OPEN_ARRAY) return skipRest(text, start + 1);
  let at = start;
  while (at < text.length && !endsScalar(text.charCodeAt(at))) at++;
  return at;
}

/** From somewhere between the values of a container to the offset after its closing bracket. */
function skipRest(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      at = endOfText(text, at);
      continue;
    }
    at++;
    if (character === OPEN_OBJECT || character === OPEN_ARRAY) depth++;
    else if ((character === CLOSE_OBJECT || character === CLOSE_ARRAY) && --depth === 0) return at;
  }
  return at;
}

function endsScalar(character: number): boolean {
  return character === COMMA || character === CLOSE_OBJECT || character === CLOSE_ARRAY || isBlank(character);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}
