/** Decision curves: what acting on a model is worth at each threshold (Vickers and Elkin 2006). */
import type { ModelCard } from '../registry/card.ts';
import { z95 } from './normal.ts';

export type DecisionPoint = NonNullable<ModelCard['decisionCurve']>[number];

/**
 * Net benefit of treating the rows at or above each threshold: true positives less false positives times the odds of the
 * threshold, a row. The 95 % interval is that of a mean over the rows, at a threshold fixed beforehand.
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
    const value = (truePositives - odds * falsePositives) / rows;
    // Each row gives 1, −odds or 0.
    const squares = (truePositives + odds ** 2 * falsePositives) / rows;
    const half = z95 * Math.sqrt(Math.max(0, squares - value ** 2) / rows);
    return {
      threshold,
      model: { value, lower: value - half, upper: value + half },
      treatAll: (events - odds * (rows - events)) / rows,
    };
  });
}
