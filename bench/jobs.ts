import type { Effort } from './round.ts';

/** A job of the benchmark, and how often each thing is done with it in a round. */
export interface BenchJob {
  name: string;
  assets: number;
  effort: Effort;
}

export const jobs: readonly BenchJob[] = [
  {
    name: '4 KB',
    assets: 3,
    effort: { starts: 3, warmUp: 10, keystrokes: 60, questions: 20, pushedKeystrokes: 2 },
  },
  {
    name: '444 KB',
    assets: 10_000,
    effort: { starts: 2, warmUp: 10, keystrokes: 40, questions: 15, pushedKeystrokes: 2 },
  },
  {
    name: '4.4 MB',
    assets: 100_000,
    effort: { starts: 2, warmUp: 5, keystrokes: 20, questions: 6, pushedKeystrokes: 2 },
  },
];
