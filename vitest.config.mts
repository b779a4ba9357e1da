import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No test changes what another sees, so they share what is loaded: a process for each file takes as long again.
    isolate: false,
    include: ['test/{architecture,schemas,snippets,server,api,sandbox,client,rules,bench}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
