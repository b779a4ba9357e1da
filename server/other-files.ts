import { once } from './document/once.ts';
import type { OtherFile, OtherFiles } from './facts.ts';

/** Other files that are gathered when a rule first asks for them, and kept from then on. */
export function gatheredWhenAsked(
  gather: () => ReadonlyMap<string, OtherFile>,
  isIncomplete: () => boolean,
): OtherFiles {
  const files = once(gather);
  return {
    [Symbol.iterator]: () => files()[Symbol.iterator](),
    get: (file) => files().get(file),
    get incomplete() {
      return isIncomplete();
    },
  };
}

/** A file with its link, which is looked up for the files alone that do not say their job themselves. */
export function withJob({ value, range }: OtherFile, jobId: () => string | undefined): OtherFile {
  return {
    value,
    range,
    get jobId() {
      return jobId();
    },
  };
}
