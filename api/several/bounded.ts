/** Does something when one of a few places is free; those that wait go in the order in which they came. */
export type Bounded = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** At most `places` at the same time. */
export function bounded(places: number): Bounded {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
