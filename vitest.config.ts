import { defineConfig } from 'vitest/config';

// Generous, because servers and models start here while other files run; no test asserts a time.
const quick = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.{ts,tsx}',
            'db/**/*.test.ts',
            'app/**/*.test.{ts,tsx}',
            'bench/**/*.test.ts',
          ],
          ...quick,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // One product for the whole run, so one file after the other.
        test: {
          name: 'e2e',
          include: ['tests/{e2e,security,faults,load}/**/*.test.ts'],
          globalSetup: ['tests/e2e/product.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
