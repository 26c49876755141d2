import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { sampledShapley } from './sampled-shapley.ts';
import type { Scorer } from './scorer.ts';

const features = ['a', 'b', 'c', 'd'].map((name) => ({ name, kind: 'number' as const, unit: null }));
const width = features.length;
const random = createRandom(3);
const rowsOf = (rows: number): FeatureMatrix => ({
  features,
  rows,
  values: Float32Array.from({ length: rows * width }, () => random.normal()),
});
const each =
  (of: (row: Float32Array) => number): Scorer =>
  async ({ rows, values }) =>
    Array.from({ length: rows }, (_, row) => of(values.subarray(row * width, (row + 1) * width)));

const background = rowsOf(20);
const asked = rowsOf(3);

test('of a linear model they are exact: weight × distance from the background’s mean, with no error left', async () => {
  const weights = [0.5, -2, 0, 1];
  const linear = each((row) => weights.reduce((sum, weight, at) => sum + weight * row[at], 0.25));
  const { contributions, baseline } = await sampledShapley(linear, asked, { background, rounds: 1, seed: 1 });
  const mean = (column: number) =>
    Array.from({ length: background.rows }, (_, row) => background.values[row * width + column]).reduce(
      (sum, value) => sum + value / background.rows,
      0,
    );
  for (const [at, contribution] of contributions.entries()) {
    expect(contribution).toBeCloseTo(weights[at % width] * (asked.values[at] - mean(at % width)), 6);
  }
  expect(baseline).toBeCloseTo(
    weights.reduce((sum, weight, at) => sum + weight * mean(at), 0.25),
    6,
  );
});

const bent = each(([a, b, c, d]) => a * b + Math.max(c, 0) * d - (a > 0 ? b * c * d : 1));

/** By the definition, over all coalitions: what is not known is averaged over the background. */
async function byEnumeration(row: Float32Array): Promise<number[]> {
  const coalitions = 2 ** width;
  const values = new Float32Array(coalitions * background.rows * width);
  for (let coalition = 0; coalition < coalitions; coalition++) {
    for (let other = 0; other < background.rows; other++) {
      for (let at = 0; at < width; at++) {
        values[(coalition * background.rows + other) * width + at] =
          (coalition >> at) & 1 ? row[at] : background.values[other * width + at];
      }
    }
  }
  const scores = await bent({ features, rows: coalitions * background.rows, values });
  const worth = Array.from({ length: coalitions }, (_, coalition) => {
    let sum = 0;
    for (let other = 0; other < background.rows; other++) sum += scores[coalition * background.rows + other];
    return sum / background.rows;
  });
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return features.map((_, feature) => {
    let sum = 0;
    for (let coalition = 0; coalition < coalitions; coalition++) {
      if ((coalition >> feature) & 1) continue;
      const size = coalition.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(width - size - 1)) / factorial(width);
      sum += weight * (worth[coalition | (1 << feature)] - worth[coalition]);
    }
    return sum;
  });
}

test('of a model of products they are the Shapley values of the definition, within their own standard errors', async () => {
  const { contributions, standardErrors } = await sampledShapley(bent, asked, {
    background,
    rounds: 100,
    seed: 1,
  });
  for (let row = 0; row < asked.rows; row++) {
    const wanted = await byEnumeration(asked.values.subarray(row * width, (row + 1) * width));
    wanted.forEach((value, feature) => {
      const at = row * width + feature;
      expect(Math.abs(contributions[at] - value)).toBeLessThan(4 * standardErrors[at] + 1e-6);
      expect(standardErrors[at]).toBeLessThan(0.1);
    });
  }
});

test('however few are drawn, they and the baseline add up to the score', async () => {
  const scores = await bent(asked);
  const { contributions, baseline } = await sampledShapley(bent, asked, { background, rounds: 1, seed: 9 });
  for (let row = 0; row < asked.rows; row++) {
    const sum = contributions
      .subarray(row * width, (row + 1) * width)
      .reduce((all, part) => all + part, baseline);
    expect(sum).toBeCloseTo(scores[row], 10);
  }
});

test('a model without an answer for a mixture is refused, not averaged over', async () => {
  const gaps = each(([a]) => (a > 0 ? Number.NaN : 1));
  await expect(sampledShapley(gaps, asked, { background, rounds: 1, seed: 1 })).rejects.toThrow('no answer');
});
