import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Whole corpora are parsed in single tests; on a busy machine that takes its time, and no test asserts time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
