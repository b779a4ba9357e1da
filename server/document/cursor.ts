import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { MAXIMUM_CHARACTERS, MAXIMUM_DEPTH } from './limits.ts';
import { endOfScalarList } from './scalar-list.ts';
import { createScanner, type Scanner, type TokenKind } from './scanner.ts';
import type { Span } from './span.ts';

/** What stands under and around an offset, in valid and in broken text alike. */
export interface Cursor {
  /** The entry or item at the offset; between entries, what holds them. */
  pointer: Pointer;
  /** `root` when nothing is open yet; `between` where neither a key nor a value can stand. */
  place: 'key' | 'value' | 'between' | 'root';
  /** The object or list that the offset is in. */
  container: Pointer;
  /** The key or value under the offset, or touching it while it is typed. */
  token: (Span & { kind: TokenKind; read: string | number }) | undefined;
  /** The other keys of the object around, in their order. */
  keys: { text: string; start: number }[];
  /** Set when a comma is missing before the offset: where it belongs. */
  missingComma: number | undefined;
  /** The first token after the one under the offset. */
  next: TokenKind;
}

/**
 * One linear scan, no tree: in a broken text as in a valid one. In a `valid` one, lists of ids around the offset are passed
 * over.
 */
export function cursorAt(text: string, from: number, offset: number, valid: boolean): Cursor {
  if (text.length > MAXIMUM_CHARACTERS) return NOWHERE;
  const scanner = createScanner(text, from, () => undefined);
  const open: Frame[] = [];
  let previousEnd = from;
  scanner.next();
  while (scanner.kind !== 'end' && !isUnder(scanner, offset, open.at(-1))) {
    if (open.length > MAXIMUM_DEPTH) return NOWHERE;
    take(offset);
    previousEnd = scanner.end;
    scanner.next();
  }

  const here = open.at(-1);
  if (here === undefined) return outside(scanner, offset);
  const touched = scanner.kind !== 'end' && scanner.start <= offset && HOLDS_TEXT.has(scanner.kind);
  const token = touched
    ? { kind: scanner.kind, start: scanner.start, end: scanner.end, read: scanner.read() }
    : undefined;
  const { pointer, place, commaMissing } = standing(here, token, text.slice(previousEnd, offset));

  if (touched) {
    feed(open, scanner, text);
    scanner.next();
  }
  const next = scanner.kind;
  const depth = open.indexOf(here);
  const hasKeys = here.kind === 'object';
  while (hasKeys && scanner.kind !== 'end' && open[depth] === here && open.length <= MAXIMUM_DEPTH) {
    take(text.length);
    scanner.next();
  }
  return {
    pointer,
    place,
    container: here.pointer,
    token,
    keys: here.keys.filter((key) => key.start !== token?.start),
    missingComma: commaMissing ? previousEnd : undefined,
    next,
  };

  /** Moves over the token at hand, or over the list that it opens where that ends by `limit`. */
  function take(limit: number): void {
    const end = valid && scanner.kind === '[' ? endOfScalarList(text, scanner.start) : undefined;
    feed(open, scanner, text);
    if (end === undefined || end > limit) return;
    open.pop();
    scanner.end = end;
  }
}

/** In a text that is refused. */
const NOWHERE: Cursor = {
  pointer: ROOT,
  place: 'between',
  container: ROOT,
  token: undefined,
  keys: [],
  missingComma: undefined,
  next: 'end',
};

interface Frame {
  kind: 'object' | 'array';
  pointer: Pointer;
  keys: { text: string; start: number }[];
  /** The key or index at which the reading is. */
  at: string | number;
  state: 'key' | 'colon' | 'value' | 'after';
}

const HOLDS_TEXT: ReadonlySet<TokenKind> = new Set(['text', 'word', 'number', 'other']);

function isUnder(scanner: Scanner, offset: number, frame: Frame | undefined): boolean {
  const { kind, start, end } = scanner;
  if (start > offset) return true;
  if (start === offset) return kind !== 'text' || frame?.state === 'value' || frame?.state === 'key';
  if (offset < end) return true;
  const open = kind === 'word' || kind === 'number' || (kind === 'text' && scanner.uncertain);
  return offset === end && open;
}

function standing(
  here: Frame,
  token: Cursor['token'],
  gap: string,
): { pointer: Pointer; place: Cursor['place']; commaMissing: boolean } {
  const known = { commaMissing: false };
  const entry = child(here.pointer, here.at);
  if (here.state === 'value') return { ...known, pointer: entry, place: 'value' };
  if (here.kind === 'array') return { ...known, pointer: here.pointer, place: 'between' };
  if (here.state === 'colon') return { ...known, pointer: entry, place: 'between' };
  const commaMissing = here.state === 'after';
  if (commaMissing && token === undefined && !gap.includes('\n')) {
    return { ...known, pointer: here.pointer, place: 'between' };
  }
  const pointer = token === undefined ? here.pointer : child(here.pointer, token.read);
  return { pointer, place: 'key', commaMissing };
}

function outside(scanner: Scanner, offset: number): Cursor {
  const touched = scanner.kind !== 'end' && scanner.start <= offset && HOLDS_TEXT.has(scanner.kind);
  return {
    pointer: ROOT,
    place: 'root',
    container: ROOT,
    token: touched ? { kind: scanner.kind, start: scanner.start, end: scanner.end, read: scanner.read() } : undefined,
    keys: [],
    missingComma: undefined,
    next: scanner.kind,
  };
}

/** Moves the frames over one token. Missing commas and colons are forgiven. */
function feed(open: Frame[], scanner: Scanner, text: string): void {
  const frame = open.at(-1);
  switch (scanner.kind) {
    case '{':
    case '[':
      open.push(openFrame(frame, scanner.kind));
      return;
    case '}':
    case ']':
      open.pop();
      return;
    case ',':
      if (frame?.kind === 'array' && typeof frame.at === 'number') frame.at++;
      if (frame !== undefined) frame.state = frame.kind === 'object' ? 'key' : 'value';
      return;
    case ':':
      if (frame?.kind === 'object') frame.state = 'value';
      return;
    default:
      if (frame !== undefined) feedScalar(frame, scanner, text);
  }
}

function feedScalar(frame: Frame, scanner: Scanner, text: string): void {
  if (frame.kind === 'object' && (frame.state === 'key' || frame.state === 'after')) {
    frame.at = scanner.kind === 'text' ? String(scanner.read()) : text.slice(scanner.start, scanner.end);
    frame.keys.push({ text: frame.at, start: scanner.start });
    frame.state = 'colon';
  } else {
    if (frame.kind === 'array' && frame.state === 'after' && typeof frame.at === 'number') frame.at++;
    frame.state = 'after';
  }
}

function openFrame(frame: Frame | undefined, bracket: '{' | '['): Frame {
  const pointer = frame === undefined ? ROOT : child(frame.pointer, frame.at);
  if (frame !== undefined) frame.state = 'after';
  return bracket === '{'
    ? { kind: 'object', pointer, keys: [], at: '', state: 'key' }
    : { kind: 'array', pointer, keys: [], at: 0, state: 'value' };
}
