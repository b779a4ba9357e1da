import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{architecture,schemas,snippets,server,api,sandbox,client,rules,bench}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
