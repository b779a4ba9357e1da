import { type Pointer, segments } from '../../schemas/pointer.ts';
import { isBlank } from './characters.ts';
import { type Container, lastWhere, type OutlinedKey } from './outline.ts';
import { CLOSE_ARRAY, CLOSE_OBJECT, COMMA, endOfText, QUOTE } from './outline-of-json.ts';
import type { Place } from './tree.ts';

/**
 * The places of pointers in a text that is valid JSON and has that outline, read from the nearest known place each.
 * Pointers that lead nowhere are left out.
 */
export function locate(
  text: string,
  from: number,
  root: Container | undefined,
  pointers: Iterable<Pointer>,
): Map<Pointer, Place> {
  const found = new Map<Pointer, Place>();
  const keys = new Map<Container, Map<string, OutlinedKey>>();
  const start = skipBlanks(text, from);
  const whole: Standing = {
    container: root,
    place: { key: undefined, value: { start, end: endOfValue(start, root) } },
  };
  for (const pointer of pointers) {
    let standing: Standing | undefined = whole;
    for (const segment of segments(pointer)) standing = standing && below(standing, segment);
    if (standing !== undefined) found.set(pointer, standing.place);
  }
  return found;

  function below({ container }: Standing, segment: string): Standing | undefined {
    if (container === undefined) return undefined;
    if (container.kind === 'array') return standingAt(container, undefined, startOfItem(container, segment));
    const key = keysOf(container).get(segment);
    if (key === undefined) return undefined;
    return standingAt(container, { start: key.start, end: key.end }, skipBlanks(text, skipBlanks(text, key.end) + 1));
  }

  function standingAt(holder: Container, key: Place['key'], start: number | undefined): Standing | undefined {
    if (start === undefined) return undefined;
    const near = lastWhere(holder.children, (inner) => inner.start <= start);
    const container = near?.start === start ? near : undefined;
    return { container, place: { key, value: { start, end: endOfValue(start, container) } } };
  }

  /** Of two equal keys the last one counts. */
  function keysOf(container: Container): Map<string, OutlinedKey> {
    const present = keys.get(container);
    if (present !== undefined) return present;
    const made = new Map(container.keys.map((key) => [key.text, key]));
    keys.set(container, made);
    return made;
  }

  function startOfItem(list: Container, segment: string): number | undefined {
    const wanted = Number(segment);
    if (String(wanted) !== segment || wanted < 0) return undefined;
    const inner = lastWhere(list.children, ({ at }) => Number(at) <= wanted);
    if (inner?.at === wanted) return inner.start;
    const mark = lastWhere(list.marks, ({ at }) => Number(at) <= wanted);
    let at = skipBlanks(text, list.start + 1);
    let index = 0;
    if (mark !== undefined && Number(mark.at) > Number(inner?.at ?? -1)) {
      at = skipBlanks(text, mark.offset);
      index = Number(mark.at);
    } else if (inner !== undefined) {
      at = nextItem(inner.end);
      index = Number(inner.at) + 1;
    }
    while (at !== -1 && index < wanted) {
      at = nextItem(endOfValue(at, undefined));
      index++;
    }
    return at === -1 || text.charCodeAt(at) === CLOSE_ARRAY ? undefined : at;
  }

  /** -1 where no comma follows. */
  function nextItem(from: number): number {
    const comma = skipBlanks(text, from);
    return text.charCodeAt(comma) === COMMA ? skipBlanks(text, comma + 1) : -1;
  }

  function endOfValue(start: number, container: Container | undefined): number {
    if (container !== undefined) return container.end;
    if (text.charCodeAt(start) === QUOTE) return endOfText(text, start);
    let at = start;
    while (at < text.length && !endsScalar(text.charCodeAt(at))) at++;
    return at;
  }
}

interface Standing {
  /** What stands there, if it is an object or list. */
  container: Container | undefined;
  place: Place;
}

function endsScalar(character: number): boolean {
  return character === COMMA || character === CLOSE_OBJECT || character === CLOSE_ARRAY || isBlank(character);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}
