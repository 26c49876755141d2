/** Integrals of polynomials, exact but for rounding. */

export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

const newtonSteps = 100;

/**
 * Gauss and Legendre's rule on [0, 1]: ∫ p = Σ weight · p(point) for polynomials up to degree 2 count − 1 (Abramowitz and
 * Stegun 1964, 25.4.29).
 */
export function gaussLegendre(count: number): Quadrature {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    // Newton from near the root (25.4.38, leading term) converges in a few steps.
    let x = Math.cos((Math.PI * (at + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < newtonSteps; step++) {
      const [value, before] = legendre(count, x);
      slope = (count * (x * value - before)) / (x * x - 1);
      const next = x - value / slope;
      if (Math.abs(next - x) < Number.EPSILON) break;
      x = next;
    }
    points[at] = (1 - x) / 2;
    weights[at] = 1 / ((1 - x * x) * slope * slope);
  }
  return { points, weights };
}

/** The Legendre polynomials of this degree and the one below at x. */
function legendre(degree: number, x: number): readonly [number, number] {
  let [before, value] = [1, x];
  for (let n = 2; n <= degree; n++) {
    [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  }
  return [value, before];
}
