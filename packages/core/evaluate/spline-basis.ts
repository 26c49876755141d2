/** Restricted cubic splines: smooth within the knots, straight beyond them. */
import { quantile } from '../table/summary.ts';

/** Harrell, Regression Modeling Strategies (2nd ed.), table 2.3. */
const five = [0.05, 0.275, 0.5, 0.725, 0.95];
const three = [0.1, 0.5, 0.9];
const fewestForFive = 100;

/** Knots at fixed quantiles of the values: five, or three of fewer than 100; fewer where quantiles coincide. */
export function splineKnots(values: Float64Array): readonly number[] {
  const sorted = values.toSorted();
  const shares = values.length < fewestForFive ? three : five;
  return [...new Set(shares.map((share) => quantile(sorted, share)))];
}

/**
 * The value itself, then one term for each knot but two (Harrell, equation 2.25, in units of the span squared). With
 * fewer than three knots the value alone: a straight line.
 */
export function splineTerms(value: number, knots: readonly number[]): readonly number[] {
  const count = knots.length;
  if (count < 3) return [value];
  const [last, before] = [knots[count - 1], knots[count - 2]];
  const cubed = (knot: number) => Math.max(0, value - knot) ** 3;
  const span = (last - knots[0]) ** 2;
  const bends = knots.slice(0, count - 2).map((knot) => {
    const ends = cubed(before) * (last - knot) - cubed(last) * (before - knot);
    return (cubed(knot) - ends / (last - before)) / span;
  });
  return [value, ...bends];
}
