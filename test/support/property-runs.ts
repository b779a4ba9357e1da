/** How often a property is tried: the same cases each time, or what `npm run fuzz` asks for. */
export function propertyRuns(usual: number): { numRuns: number; seed: number } {
  const { PMJOB_FUZZ_RUNS: runs, PMJOB_FUZZ_SEED: seed } = process.env;
  return { numRuns: Number(runs ?? usual), seed: Number(seed ?? 20_261_124) };
}

export const isFuzzing = process.env.PMJOB_FUZZ_RUNS !== undefined;
