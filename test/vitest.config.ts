import { defineConfig } from 'vitest/config';
import { packFiles, packLiteral } from './support/packFiles.js';

// Type tests (test/**/*.test-d.ts) need no run of their own: `npm run types` compiles them.
export default defineConfig({
  define: { __PACK__: packLiteral(packFiles('rules')) },
  test: {
    // Times are measured in a run of their own, one file after the other: `npm run speed`. So are mutants of the rules:
    // `npm run mutate`.
    include: process.env.SPEED
      ? ['test/speed/*.test.ts']
      : process.env.MUTATE
        ? ['test/mutation/*.test.ts']
        : ['test/*.test.ts'],
    fileParallelism: process.env.SPEED === undefined,
    // The first call compiles all rules: on a busy machine that alone can take the usual five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters:
      process.env.CI && !process.env.SPEED && !process.env.MUTATE
        ? ['default', ['json', { outputFile: 'coverage/results.json' }]]
        : ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
