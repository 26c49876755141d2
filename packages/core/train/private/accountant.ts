/** How much privacy a private training spends: Rényi differential privacy of the sampled Gaussian mechanism. */

/** Steps that each see a row with probability `samplingRate` and add noise of `noiseMultiplier` clipping lengths. */
export interface Mechanism {
  /** σ: the noise's standard deviation over the clipping length. */
  readonly noiseMultiplier: number;
  /** q: the probability with which a row is in a step, each on its own (Poisson sampling); 0 to 1. */
  readonly samplingRate: number;
  readonly steps: number;
}

/** Those at which TensorFlow Privacy looks: dense where large ε are best proved, sparse where small ones are. */
const orders: readonly number[] = [
  ...Array.from({ length: 99 }, (_, index) => 1 + (index + 1) / 10),
  ...Array.from({ length: 52 }, (_, index) => 12 + index),
  128,
  256,
  512,
];

/**
 * ε of (ε, δ)-differential privacy for adding or removing one row: the smallest that any order proves. Rényi divergences of
 * steps add up (Mironov 2017, proposition 1); (α, r)-Rényi privacy is (r + log(1/δ)/(α − 1), δ)-differential privacy
 * (proposition 3).
 */
export function epsilonOf({ noiseMultiplier, samplingRate, steps }: Mechanism, delta: number): number {
  const proved = orders.map((order) => {
    const divergence = steps * renyiDivergence(noiseMultiplier, samplingRate, order);
    return divergence + Math.log(1 / delta) / (order - 1);
  });
  return Math.min(...proved);
}

/**
 * Rényi divergence of one step at order α > 1: log(A) / (α − 1) with A = E[(1 − q + q e^((2z − 1)/2σ²))^α], z ~ N(0, σ²)
 * (Mironov, Talwar and Zhang 2019, theorem 4 and section 3.3; the other direction is never larger, theorem 5). The
 * expectation is an integral over the whole line of a smooth function, for which the trapezoid rule is exact to rounding
 * once its step is small against σ and σ² (Trefethen and Weideman 2014), for whole and for fractional orders alike.
 */
export function renyiDivergence(noiseMultiplier: number, samplingRate: number, order: number): number {
  const variance = noiseMultiplier ** 2;
  const step = Math.min(noiseMultiplier, variance) / 4;
  // The integrand is a mixture of normals of deviation σ with means from 0 to α.
  const reach = 12 * noiseMultiplier;
  let [largest, sum] = [Number.NEGATIVE_INFINITY, 0];
  for (let z = -reach; z <= order + reach; z += step) {
    const ratio = logOfSum(Math.log1p(-samplingRate), Math.log(samplingRate) + (2 * z - 1) / (2 * variance));
    const logarithm = order * ratio - z ** 2 / (2 * variance);
    if (logarithm > largest) {
      sum = sum * Math.exp(largest - logarithm) + 1;
      largest = logarithm;
    } else sum += Math.exp(logarithm - largest);
  }
  const moment = largest + Math.log((sum * step) / (noiseMultiplier * Math.sqrt(2 * Math.PI)));
  // Rounding may fall below what no divergence does.
  return Math.max(0, moment) / (order - 1);
}

/** log(eᵃ + eᵇ). */
function logOfSum(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

/** Smaller noise leaves no privacy worth the name; with more than the largest nothing is learnt. */
const noiseRange = { least: 0.2, most: 10_000 };
const precision = 1e-4;

/**
 * The least noise multiplier, to a ten-thousandth above, whose ε is not over the target; by bisection, as ε falls with the
 * noise.
 *
 * @returns null where no noise is enough
 */
export function noiseFor(
  target: number,
  delta: number,
  { samplingRate, steps }: Omit<Mechanism, 'noiseMultiplier'>,
): number | null {
  const keeps = (noiseMultiplier: number) =>
    epsilonOf({ noiseMultiplier, samplingRate, steps }, delta) <= target;
  if (keeps(noiseRange.least)) return noiseRange.least;
  let high = noiseRange.least;
  while (!keeps(high)) {
    high *= 2;
    if (high > noiseRange.most) return null;
  }
  let low = high / 2;
  while (high / low > 1 + precision) {
    const middle = Math.sqrt(low * high);
    if (keeps(middle)) high = middle;
    else low = middle;
  }
  return high;
}
