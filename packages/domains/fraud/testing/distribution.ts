/** Whether a sample comes from a distribution: the Kolmogorov-Smirnov distance and its bound. */

/** Probability that a standard normal is below z, by Simpson's rule on the density. */
export function normalBelow(z: number): number {
  const steps = 400;
  const width = z / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((step * width) ** 2) / 2);
  }
  return 0.5 + (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** Largest distance between the sample's cumulative share and `below`, the distribution's. */
export function largestDistance(sample: readonly number[], below: (value: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  let largest = 0;
  for (let place = 0; place < sorted.length; place++) {
    const expected = below(sorted[place]);
    largest = Math.max(
      largest,
      Math.abs(expected - place / sorted.length),
      Math.abs(expected - (place + 1) / sorted.length),
    );
  }
  return largest;
}

/** A sample of its distribution is farther away once in ten thousand times (Kolmogorov: 2 exp(−2 λ²) = 1e-4). */
export function farthestBelievable(count: number): number {
  return Math.sqrt(Math.log(2 / 1e-4) / 2 / count);
}
