import { auroc } from '@praxis/core';
import { expect, test } from 'vitest';
import { simulateDays } from '../data/simulation/simulate.ts';
import { simulatedWorld } from '../data/simulation/world.ts';
import { featureRows } from './feature-rows.ts';
import { fitAndScore } from './learners.ts';

const options = {
  seed: 0,
  threads: 1,
  onEpoch: () => {},
  signal: new AbortController().signal,
  checkpoint: null,
};

test('attention over the last payments tells later frauds far better than by chance', async () => {
  const world = simulatedWorld({ seed: 3, customers: 150, terminals: 300, days: 45, handbookOnly: true });
  const transactions = [...simulateDays(world)].flatMap((day) => day.transactions);
  const span = { begin: 0, end: transactions.length };
  const rows = await featureRows(transactions, span, {
    delayDays: 7,
    onShare: () => {},
    signal: options.signal,
  });
  const cut = Math.floor(0.75 * rows.rows);
  const training = Int32Array.from({ length: cut }, (_, row) => row);
  const later = Int32Array.from({ length: rows.rows - cut }, (_, place) => cut + place);
  const scores = await fitAndScore('attention', { rows, training }, later, options);
  expect(auroc(rows.labels.slice(cut), scores).lower).toBeGreaterThan(0.7);
}, 120_000);
