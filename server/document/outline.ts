import { child, type Pointer, ROOT } from '../../schemas/pointer.ts';
import type { Span } from './span.ts';

/**
 * The objects and lists of a text, without their values: made in one pass of each version, and small, so that every
 * question about a place is answered from near it. A list of 100,000 ids is one container with a mark every 64 ids.
 */
export interface Container {
  readonly kind: 'object' | 'array';
  readonly holder: Container | undefined;
  /** The key or index in the holder; empty at the root. */
  readonly at: string | number;
  readonly start: number;
  /** After the closing bracket; infinite where the text never closes it. */
  end: number;
  /** Of an object, in the order of the text. */
  readonly keys: OutlinedKey[];
  /** The objects and lists in it, in the order of the text. */
  readonly children: Container[];
  readonly marks: Mark[];
}

export interface OutlinedKey extends Span {
  text: string;
}

/** A place right after a comma of the container, from which a reading can start. */
interface Mark {
  offset: number;
  at: string | number;
}

/** Commas of a container from one mark to the next. */
export const MARK_EVERY = 64;

export function openContainer(
  kind: Container['kind'],
  holder: Container | undefined,
  at: string | number,
  start: number,
): Container {
  const opened: Container = {
    kind,
    holder,
    at,
    start,
    end: Number.POSITIVE_INFINITY,
    keys: [],
    children: [],
    marks: [],
  };
  holder?.children.push(opened);
  return opened;
}

export function pointerOf(container: Container): Pointer {
  return container.holder === undefined ? ROOT : child(pointerOf(container.holder), container.at);
}

/** The innermost container that has the offset between its brackets. */
export function containerAround(roots: readonly Container[], offset: number): Container | undefined {
  let found: Container | undefined;
  let among = roots;
  for (;;) {
    const inner = lastWhere(among, ({ start }) => start < offset);
    if (inner === undefined || inner.end <= offset) return found;
    found = inner;
    among = inner.children;
  }
}

/** Of items in rising order, the last one that is still as asked. */
export function lastWhere<T>(items: readonly T[], still: (item: T) => boolean): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && still(item)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
