import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No test changes what another sees, so they share what is loaded: a process for each file takes as long again.
    isolate: false,
    include: ['test/stdio/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
