/**
 * Candidates that look like `written`, nearest first. Case, blanks and punctuation do not count; a candidate that
 * differs in more than a third of its letters is not near.
 */
export function nearest(written: string, candidates: readonly string[]): string[] {
  return byDistance(written, candidates)
    .filter(({ candidate, distance }) => distance <= Math.floor(letters(candidate).length / 3))
    .map(({ candidate }) => candidate);
}

/** All candidates, nearest first; those equally near stay in their order. */
export function nearestFirst(written: string, candidates: readonly string[]): string[] {
  return byDistance(written, candidates).map(({ candidate }) => candidate);
}

/** A text without what people vary when they spell a value: case, blanks and punctuation. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Longer texts are no slip of the finger, and the distance takes time with the product of both lengths. */
const LONGEST = 64;

function byDistance(written: string, candidates: readonly string[]): { candidate: string; distance: number }[] {
  const from = letters(written.slice(0, LONGEST));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(from, letters(candidate)) }))
    .sort((one, other) => one.distance - other.distance);
}

/** How many letters must be added, removed, changed, or swapped with their neighbour. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
