import { MAXIMUM_DEPTH } from './limits.ts';
import { type Container, MARK_EVERY, type OutlinedKey, openContainer } from './outline.ts';
import { createScanner, isSeparator, type Scanner } from './scanner.ts';

/** What is read of a container so far. */
export interface Reading {
  kind: Container['kind'];
  /** The key or index at which the reading is. */
  at: string | number;
  state: 'key' | 'colon' | 'value' | 'after';
  /** What stands where a colon is missing: a value, or the next key, if a colon comes behind it. */
  loose: OutlinedKey | undefined;
}

/**
 * The outline of a text that may be broken: any bracket closes, missing commas and colons are forgiven, and what follows
 * the end may open again. Undefined when it nests too deep.
 */
export function outlineOfAnything(text: string, from: number): Container[] | undefined {
  const roots: Container[] = [];
  const open: { container: Container; reading: Reading; unmarked: number }[] = [];
  const scanner = createScanner(text, from, () => undefined);
  for (scanner.next(); scanner.kind !== 'end'; scanner.next()) {
    const frame = open.at(-1);
    const { kind, start, end } = scanner;
    if (kind === '{' || kind === '[') {
      if (open.length >= MAXIMUM_DEPTH) return undefined;
      const container = openContainer(
        kind === '{' ? 'object' : 'array',
        frame?.container,
        frame?.reading.at ?? '',
        start,
      );
      if (frame === undefined) roots.push(container);
      else {
        frame.reading.state = 'after';
        frame.unmarked = 0;
      }
      open.push({ container, reading: freshReading(container.kind), unmarked: 0 });
    } else if (kind === '}' || kind === ']') {
      const closed = open.pop();
      if (closed !== undefined) closed.container.end = end;
    } else if (frame !== undefined) {
      const { reading, container } = frame;
      const expectsKey = isKeyNext(reading);
      if (kind === ':' && reading.loose !== undefined) container.keys.push(reading.loose);
      readOn(reading, scanner, text);
      if (expectsKey && kind !== ',' && kind !== ':' && kind !== 'other')
        container.keys.push({ text: String(reading.at), start, end });
      if (kind === ',' && ++frame.unmarked === MARK_EVERY) {
        container.marks.push({ offset: end, at: reading.kind === 'array' ? reading.at : '' });
        frame.unmarked = 0;
      }
    }
  }
  return roots;
}

export function freshReading(kind: Container['kind']): Reading {
  return kind === 'object'
    ? { kind, at: '', state: 'key', loose: undefined }
    : { kind, at: 0, state: 'value', loose: undefined };
}

/** Moves a reading over a token that is no bracket. */
export function readOn(reading: Reading, scanner: Scanner, text: string): void {
  const { loose } = reading;
  reading.loose = undefined;
  if (isSeparator(scanner, text)) {
    if (typeof reading.at === 'number') reading.at++;
    reading.state = reading.kind === 'object' ? 'key' : 'value';
  } else if (scanner.kind === ':' || (reading.state === 'colon' && text[scanner.start] === '=')) {
    if (reading.kind !== 'object') return;
    reading.at = loose?.text ?? reading.at;
    reading.state = 'value';
  } else if (scanner.kind === 'other' && isKeyNext(reading)) {
    // A stray sign before a key is no key.
  } else if (isKeyNext(reading)) {
    reading.at = keyUnder(scanner, text).text;
    reading.state = 'colon';
  } else {
    if (reading.state === 'colon' && (scanner.kind === 'text' || scanner.kind === 'word'))
      reading.loose = keyUnder(scanner, text);
    if (typeof reading.at === 'number' && reading.state === 'after') reading.at++;
    reading.state = 'after';
  }
}

function keyUnder(scanner: Scanner, text: string): OutlinedKey {
  const { kind, start, end } = scanner;
  return { text: kind === 'text' ? String(scanner.read()) : text.slice(start, end), start, end };
}

function isKeyNext({ kind, state }: Reading): boolean {
  return kind === 'object' && (state === 'key' || state === 'after');
}
