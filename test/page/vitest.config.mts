import { defineConfig } from 'vitest/config';

/** Each file of tests has an editor and a browser of its own; two at once would starve each other on two cores. */
export default defineConfig({
  test: {
    // No test changes what another sees, so they share what is loaded: a process for each file takes as long again.
    isolate: false,
    include: ['test/page/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 45_000, interval: 100 } },
  },
});
