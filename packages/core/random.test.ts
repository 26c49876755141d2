import { expect, test } from 'vitest';
import { createRandom, shuffle } from './random.ts';

const draws = 40_000;

function sample(draw: () => number) {
  const values = Array.from({ length: draws }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
  return { mean, variance };
}

test('the same seed and stream repeat, another seed or stream differs', () => {
  const take = (seed: number, stream?: number) => {
    const random = createRandom(seed, stream);
    return [random.uniform(), random.uniform(), random.uniform()];
  };
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
  expect(take(7)).not.toEqual(take(7, 1));
  expect(take(1)).not.toEqual(take(1 + 2 ** 32));
});

test('draws have the mean and variance of their distribution', () => {
  const random = createRandom(1);
  // Five standard errors of the mean of 40,000 draws are 0.025 at variance 1.
  const uniform = sample(random.uniform);
  expect(Math.abs(uniform.mean - 1 / 2)).toBeLessThan(0.0075);
  expect(Math.abs(uniform.variance - 1 / 12)).toBeLessThan(0.003);
  for (const [draw, mean] of [
    [random.normal, 0],
    [random.poisson, 1],
  ] as const) {
    const { mean: found, variance } = sample(draw);
    expect(Math.abs(found - mean)).toBeLessThan(0.025);
    expect(Math.abs(variance - 1)).toBeLessThan(0.06);
  }
});

test('a Poisson draw has its mean for variance too, and is 0 where the mean is', () => {
  const random = createRandom(2);
  for (const mean of [0.3, 4, 20]) {
    const { mean: found, variance } = sample(() => random.poisson(mean));
    // Five standard errors: of the mean sqrt(mean / n), of the variance about mean * sqrt((2 + 1 / mean) / n).
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(mean / draws));
    expect(Math.abs(variance - mean)).toBeLessThan(5 * mean * Math.sqrt((2 + 1 / mean) / draws));
  }
  expect(random.poisson(0)).toBe(0);
});

test('a shuffle keeps every value and puts each anywhere', () => {
  const random = createRandom(3);
  const first = new Set<number>();
  for (let round = 0; round < 200; round++) {
    const values = Int32Array.of(0, 1, 2, 3, 4);
    shuffle(values, random);
    expect([...values].sort()).toEqual([0, 1, 2, 3, 4]);
    first.add(values[0]);
  }
  expect(first.size).toBe(5);
});
