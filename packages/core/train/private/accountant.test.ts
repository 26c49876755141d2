import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epsilonOf, noiseFor, renyiDivergence } from './accountant.ts';

/** MNIST in batches of 256, as whole steps of whole epochs. */
const mnist = (epochs: number) => ({ samplingRate: 256 / 60_000, steps: epochs * Math.floor(60_000 / 256) });

test.each([
  // Abadi et al. 2016, figure 2 and section 3.2: the moments accountant.
  { from: 'Abadi et al. 2016', samplingRate: 0.01, noiseMultiplier: 4, steps: 10_000, epsilon: 1.26 },
  // The table of TensorFlow Privacy's tutorial on MNIST (tutorials/README.md).
  { from: 'TensorFlow Privacy', ...mnist(60), noiseMultiplier: 1.12, epsilon: 2.92 },
  { from: 'TensorFlow Privacy', ...mnist(10), noiseMultiplier: 1.2, epsilon: 1.2 },
  // Bu et al. 2020, figure 4: 70 epochs, not rounded to whole batches.
  { from: 'Bu et al. 2020', samplingRate: 256 / 60_000, steps: 16_406, noiseMultiplier: 0.7, epsilon: 8.68 },
])('ε at δ = 1e-5 is the published $epsilon ($from)', ({ epsilon, ...mechanism }) => {
  expect(epsilonOf(mechanism, 1e-5)).toBeCloseTo(epsilon, 2);
});

/** Mironov, Talwar and Zhang 2019, section 3.3, for whole orders: A = Σ binomial(α, k) (1 − q)^(α−k) q^k e^((k² − k)/2σ²). */
function byBinomials(noiseMultiplier: number, samplingRate: number, order: number): number {
  let [sum, binomial] = [0, 1];
  for (let k = 0; k <= order; k++) {
    const share = binomial * (1 - samplingRate) ** (order - k) * samplingRate ** k;
    sum += share * Math.exp((k * k - k) / (2 * noiseMultiplier ** 2));
    binomial *= (order - k) / (k + 1);
  }
  return Math.log(sum) / (order - 1);
}

test('the divergence at whole orders is the sum of binomials', () => {
  for (const noiseMultiplier of [0.5, 1, 4]) {
    for (const samplingRate of [0.001, 0.1, 0.9]) {
      for (const order of [2, 3, 8, 16]) {
        const expected = byBinomials(noiseMultiplier, samplingRate, order);
        // Sums near 1 are known to 1e-15, and so are their logarithms.
        expect(Math.abs(renyiDivergence(noiseMultiplier, samplingRate, order) - expected)).toBeLessThan(
          1e-13 + 1e-11 * expected,
        );
      }
    }
  }
});

test('where every row is in every step, it is the Gaussian mechanism: α/2σ²', () => {
  for (const order of [1.1, 2.5, 40]) {
    expect(renyiDivergence(3, 1, order) / (order / 18)).toBeCloseTo(1, 10);
  }
});

test('fractional orders lie between the whole ones, as (α − 1) · divergence is convex', () => {
  const moment = (order: number) => (order - 1) * renyiDivergence(1.1, 0.02, order);
  for (let order = 2; order < 12; order++) {
    expect(moment(order + 0.5)).toBeLessThan((moment(order) + moment(order + 1)) / 2);
    expect(moment(order + 0.5)).toBeGreaterThan(moment(order));
  }
});

const mechanisms = fc.record({
  noiseMultiplier: fc.double({ min: 0.5, max: 20, noNaN: true }),
  samplingRate: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
  steps: fc.integer({ min: 1, max: 5000 }),
});

test('ε rises with the steps and the sampling rate, and falls with the noise and with δ', () => {
  fc.assert(
    fc.property(mechanisms, (mechanism) => {
      const epsilon = epsilonOf(mechanism, 1e-5);
      // Order 512 alone leaves log(1e5)/511 = 0.023.
      expect(epsilon).toBeGreaterThan(0.02);
      const slack = 1e-9 * (1 + epsilon);
      expect(epsilonOf({ ...mechanism, steps: mechanism.steps + 10 }, 1e-5)).toBeGreaterThan(epsilon - slack);
      const oftener = { ...mechanism, samplingRate: mechanism.samplingRate * 1.1 };
      expect(epsilonOf(oftener, 1e-5)).toBeGreaterThan(epsilon - slack);
      const noisier = { ...mechanism, noiseMultiplier: mechanism.noiseMultiplier * 1.1 };
      expect(epsilonOf(noisier, 1e-5)).toBeLessThan(epsilon + slack);
      expect(epsilonOf(mechanism, 1e-4)).toBeLessThan(epsilon);
    }),
    { seed: 1, numRuns: 25 },
  );
});

test('the noise for a target keeps it, and hardly less would not', () => {
  for (const epsilon of [0.5, 1, 3, 8]) {
    const training = { samplingRate: 0.1, steps: 500 };
    const noiseMultiplier = noiseFor(epsilon, 1e-5, training) ?? Number.NaN;
    expect(epsilonOf({ ...training, noiseMultiplier }, 1e-5)).toBeLessThanOrEqual(epsilon);
    const less = { ...training, noiseMultiplier: noiseMultiplier * 0.9998 };
    expect(epsilonOf(less, 1e-5)).toBeGreaterThan(epsilon);
  }
  // Below what the largest order can prove at this δ.
  expect(noiseFor(0.01, 1e-5, { samplingRate: 0.1, steps: 500 })).toBeNull();
});
