import type { Replacement } from './edit.ts';

/** Those of some changes, in the order given, that can be carried out together: one that meets an earlier one is left out. */
export function compatible<Change>(
  changes: readonly Change[],
  replacementsOf: (change: Change) => readonly Replacement[],
): Change[] {
  const taken: Replacement[] = [];
  return changes.filter((change) => {
    const wanted = replacementsOf(change);
    if (wanted.length === 0 || wanted.some((one) => meetsOneOf(taken, one))) return false;
    for (const one of wanted) taken.splice(firstFrom(taken, one.start), 0, one);
    return true;
  });
}

/** Two insertions at one place meet, since their order would be chance; neighbours do not. */
function meetsOneOf(taken: readonly Replacement[], { start, end }: Replacement): boolean {
  const at = firstFrom(taken, start);
  const before = taken[at - 1];
  const after = taken[at];
  return (
    (before !== undefined && before.end > start) ||
    (after !== undefined && (after.start < end || after.start === start))
  );
}

/** The index of the first replacement, among those in order, that starts at an offset or after it. */
function firstFrom(ordered: readonly Replacement[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
