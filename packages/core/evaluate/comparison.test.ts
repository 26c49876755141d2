import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { comparePredictions } from './comparison.ts';

const rows = 400;
const random = createRandom(7);
const truth = Float64Array.from({ length: rows }, () => random.uniform());
const labels = Uint8Array.from(truth, (p) => (random.uniform() < p ? 1 : 0));

test('a model that knows more is better by all three, beyond doubt', () => {
  const guess = truth.map((p) => 0.5 + 0.1 * (p - 0.5) + 0.3 * (random.uniform() - 0.5));
  const { auroc, brier, logLoss } = comparePredictions(labels, truth, guess);
  expect(auroc.lower).toBeGreaterThan(0);
  for (const { upper, p } of [brier, logLoss]) {
    expect(upper).toBeLessThan(0);
    expect(p).toBeLessThan(0.05);
  }
});

test('turning the comparison round turns every sign round and leaves p', () => {
  const other = truth.map((p) => p ** 2);
  const there = comparePredictions(labels, truth, other);
  const back = comparePredictions(labels, other, truth);
  for (const key of ['brier', 'logLoss'] as const) {
    expect(back[key].difference).toBeCloseTo(-there[key].difference, 12);
    expect(back[key].lower).toBeCloseTo(-there[key].upper, 12);
    expect(back[key].p).toBeCloseTo(there[key].p, 12);
  }
  // A rising function changes no rank.
  expect(there.auroc).toEqual({ difference: 0, lower: 0, upper: 0, p: 1 });
});

test('a model is not told apart from itself', () => {
  const same = { difference: 0, lower: 0, upper: 0, p: 1 };
  expect(comparePredictions(labels, truth, truth)).toEqual({ auroc: same, brier: same, logLoss: same });
});

test('losses are compared in pairs: mean and standard error of the differences, worked out by hand', () => {
  const { brier } = comparePredictions(
    Uint8Array.of(1, 0, 1, 0),
    Float64Array.of(0.5, 0.5, 0.5, 0.5),
    Float64Array.of(0.9, 0.1, 0.6, 0.3),
  );
  // Losses 0.25 less 0.01, 0.01, 0.16 and 0.09: differences 0.24, 0.24, 0.09 and 0.16.
  expect(brier.difference).toBeCloseTo(0.1825, 12);
  const error = Math.sqrt((2 * 0.0575 ** 2 + 0.0925 ** 2 + 0.0225 ** 2) / 3 / 4);
  expect(brier.upper - brier.difference).toBeCloseTo(1.959963984540054 * error, 12);
});
