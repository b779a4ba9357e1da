/** The candidate that was most likely meant, by spelling; undefined when none is near. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  return byNearness(written, candidates).find((candidate) => distance(fold(written), fold(candidate)) <= tolerance(written));
}

/** The candidates, the likeliest first; equally likely ones keep their order. */
export function byNearness(written: string, candidates: readonly string[]): string[] {
  const wanted = fold(written);
  return candidates
    .map((candidate) => ({ candidate, far: distance(wanted, fold(candidate)) }))
    .sort((one, other) => one.far - other.far)
    .map(({ candidate }) => candidate);
}

/** `ON_DEMAND`, `on-demand` and `OnDemand` are one spelling. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '').slice(0, MAXIMUM_COMPARED);
}

const MAXIMUM_COMPARED = 64;

function tolerance(written: string): number {
  return Math.max(1, Math.floor(fold(written).length / 4));
}

/** Insertions, deletions, replacements and swaps of neighbours between two texts. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
