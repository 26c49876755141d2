/** The standard normal distribution. */

/** Half-width of a 95 % interval in standard errors. */
export const z95 = 1.959963984540054;

/** Probability that |Z| exceeds |z|, within a relative 1.2e-7 (Numerical Recipes, 2nd ed., 6.2, `erfcc`). */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 2 / (2 + x);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  const exponent = series.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  return t * Math.exp(-x * x + exponent);
}
