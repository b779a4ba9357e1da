/**
 * JSON pointers (RFC 6901): the one way in which rules, plans and answers name a place in a job.
 * The root is the empty text; `/postDeployActions/0/script` is the first post action's script.
 */
export type Pointer = string;

export const ROOT: Pointer = '';

/** The pointer of a key or an index below `parent`. */
export function child(parent: Pointer, segment: string | number): Pointer {
  return `${parent}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The keys and indices of a pointer, unescaped; indices stay text. */
export function segments(pointer: Pointer): string[] {
  if (pointer === ROOT) return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer that holds this one; the root's parent is the root. */
export function parent(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The value at a pointer, or undefined where there is none. Inherited properties do not count. */
export function valueAt(value: unknown, pointer: Pointer): unknown {
  let found: unknown = value;
  for (const segment of segments(pointer)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, segment)) return undefined;
    found = (found as Record<string, unknown>)[segment];
  }
  return found;
}

/** The key of what is at a pointer, or of the list that it is in; empty at the root. */
export function keyAt(pointer: Pointer): string {
  return segments(pointer).findLast((segment) => !/^\d+$/.test(segment)) ?? '';
}
