import { defineConfig } from 'vitest/config';

const quick = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'app/**/*.test.{ts,tsx}'],
          ...quick,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        // One product for the whole run, so one file after the other.
        test: {
          name: 'e2e',
          include: ['tests/{e2e,security,faults}/**/*.test.ts'],
          globalSetup: ['tests/e2e/product.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
