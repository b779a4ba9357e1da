import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import { type Container, containerAround, lastWhere, pointerOf } from './outline.ts';
import { freshReading, type Reading, readOn } from './outline-of-anything.ts';
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

/** What stands at an offset of a text with that outline. Reads from the nearest mark on, not from the start. */
export function cursorAt(text: string, from: number, roots: readonly Container[], offset: number): Cursor {
  const here = containerAround(roots, offset);
  if (here === undefined) return outside(text, from, roots, offset);
  const { reading, offset: start } = nearestReading(here, offset);
  const scanner = createScanner(text, start, () => undefined);
  let previousEnd = start;
  scanner.next();
  while (scanner.kind !== 'end' && !isUnder(scanner, offset, reading)) {
    previousEnd = scanner.end;
    readOn(reading, scanner, text);
    scanner.next();
  }
  const token = tokenUnder(scanner, offset);
  const gap = { start: Math.min(previousEnd, offset), end: Math.max(scanner.start, offset) };
  const { pointer, place, commaMissing } =
    token === undefined && isInComment(text, gap, offset)
      ? { pointer: pointerOf(here), place: 'between' as const, commaMissing: false }
      : standing(pointerOf(here), reading, token, text.slice(gap.start, offset));
  if (token !== undefined) scanner.next();
  return {
    pointer,
    place,
    container: pointerOf(here),
    token,
    keys: here.keys.filter((key) => key.start !== token?.start),
    missingComma: commaMissing ? previousEnd : undefined,
    next: scanner.kind,
  };
}

/** In a text that is refused. */
export const NOWHERE: Cursor = {
  pointer: ROOT,
  place: 'between',
  container: ROOT,
  token: undefined,
  keys: [],
  missingComma: undefined,
  next: 'end',
};

const HOLDS_TEXT: ReadonlySet<TokenKind> = new Set(['text', 'word', 'number', 'other']);

/** Where the reading stands at the last place before the offset that the outline knows. */
function nearestReading(here: Container, offset: number): { reading: Reading; offset: number } {
  const fresh = freshReading(here.kind);
  const mark = lastWhere(here.marks, (known) => known.offset <= offset);
  const inner = lastWhere(here.children, ({ end }) => end <= offset);
  if (inner !== undefined && inner.end > (mark?.offset ?? 0)) {
    return { reading: { ...fresh, at: inner.at, state: 'after' }, offset: inner.end };
  }
  if (mark !== undefined) return { reading: { ...fresh, at: mark.at }, offset: mark.offset };
  return { reading: fresh, offset: here.start + 1 };
}

function isUnder(scanner: Scanner, offset: number, reading: Reading | undefined): boolean {
  const { kind, start, end } = scanner;
  if (start > offset) return true;
  if (start === offset) return kind !== 'text' || reading?.state === 'value' || reading?.state === 'key';
  if (offset < end) return true;
  const open = kind === 'word' || kind === 'number' || (kind === 'text' && scanner.uncertain);
  return offset === end && open;
}

function tokenUnder(scanner: Scanner, offset: number): Cursor['token'] {
  const { kind, start, end } = scanner;
  return HOLDS_TEXT.has(kind) && start <= offset ? { kind, start, end, read: scanner.read() } : undefined;
}

function standing(
  container: Pointer,
  reading: Reading,
  token: Cursor['token'],
  gap: string,
): { pointer: Pointer; place: Cursor['place']; commaMissing: boolean } {
  const known = { commaMissing: false };
  const entry = child(container, reading.at);
  if (reading.state === 'value') return { ...known, pointer: entry, place: 'value' };
  if (reading.kind === 'array') return { ...known, pointer: container, place: 'between' };
  if (reading.state === 'colon') return { ...known, pointer: entry, place: 'between' };
  const commaMissing = reading.state === 'after';
  if (commaMissing && token === undefined && !gap.includes('\n')) {
    return { ...known, pointer: container, place: 'between' };
  }
  const pointer = token === undefined ? container : child(container, token.read);
  return { pointer, place: 'key', commaMissing };
}

const COMMENT = /(?:\/\/|#)[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** Between two tokens stand blanks and comments. */
function isInComment(text: string, { start, end }: Span, offset: number): boolean {
  for (const { 0: comment, index } of text.slice(start, end).matchAll(COMMENT)) {
    const from = start + index;
    const isOpen = !comment.endsWith('*/');
    if (from < offset && (offset < from + comment.length || (isOpen && offset === from + comment.length))) return true;
  }
  return false;
}

/** Before, after or between what is the root. */
function outside(text: string, from: number, roots: readonly Container[], offset: number): Cursor {
  const before = lastWhere(roots, ({ end }) => end <= offset);
  const scanner = createScanner(text, before?.end ?? from, () => undefined);
  scanner.next();
  while (scanner.kind !== 'end' && !isUnder(scanner, offset, undefined)) scanner.next();
  return { ...NOWHERE, place: 'root', token: tokenUnder(scanner, offset), next: scanner.kind };
}
