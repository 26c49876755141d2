/** Decision curves: what acting on a model is worth at each threshold (Vickers and Elkin 2006). */
import type { Estimate, ModelCard } from '../registry/card.ts';
import { z95 } from './normal.ts';

export type DecisionPoint = NonNullable<ModelCard['decisionCurve']>[number];

/**
 * Net benefit of treating the rows at or above each threshold: true positives less false positives times the odds of the
 * threshold, a row; and what it is more than treating all. The 95 % intervals are those of means over the rows, at a threshold
 * fixed beforehand.
 *
 * @param labels 0 or 1; shapes [rows]
 */
export function decisionCurve(
  labels: Uint8Array,
  probabilities: Float64Array,
  thresholds: readonly number[],
): DecisionPoint[] {
  const rows = labels.length;
  const events = labels.reduce((sum, label) => sum + label, 0);
  return thresholds.map((threshold) => {
    const odds = threshold / (1 - threshold);
    let [truePositives, falsePositives] = [0, 0];
    for (let row = 0; row < rows; row++) {
      if (probabilities[row] < threshold) continue;
      if (labels[row] === 1) truePositives++;
      else falsePositives++;
    }
    const [falseNegatives, trueNegatives] = [events - truePositives, rows - events - falsePositives];
    return {
      threshold,
      // Each row gives 1, −odds or 0; one that is not treated wins the odds, or loses 1.
      model: meanOf(truePositives, 1, falsePositives, -odds, rows),
      treatAll: (events - odds * (rows - events)) / rows,
      overTreatAll: meanOf(trueNegatives, odds, falseNegatives, -1, rows),
    };
  });
}

/** Mean over rows of which `count` give `each`, `otherCount` give `otherEach`, and the rest nothing. */
function meanOf(count: number, each: number, otherCount: number, otherEach: number, rows: number): Estimate {
  const value = (count * each + otherCount * otherEach) / rows;
  const squares = (count * each ** 2 + otherCount * otherEach ** 2) / rows;
  const half = z95 * Math.sqrt(Math.max(0, squares - value ** 2) / rows);
  return { value, lower: value - half, upper: value + half };
}
