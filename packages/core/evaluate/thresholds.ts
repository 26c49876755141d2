/** What happens when everybody at or above a threshold is flagged. */
import type { Estimate, ModelCard } from '../registry/card.ts';
import { wilson } from './calibration-bins.ts';

/** Shares with 95 % Wilson intervals, null where they are shares of nothing; ppv is of the flagged, npv of the others. */
export type ThresholdRow = NonNullable<ModelCard['thresholds']>[number];

/** @param labels 0 or 1; shapes [rows] */
export function thresholdTable(
  labels: Uint8Array,
  probabilities: Float64Array,
  thresholds: readonly number[],
): ThresholdRow[] {
  const events = labels.reduce((sum, label) => sum + label, 0);
  return thresholds.map((threshold) => {
    let [flagged, caught] = [0, 0];
    for (let row = 0; row < labels.length; row++) {
      if (probabilities[row] < threshold) continue;
      flagged++;
      caught += labels[row];
    }
    const others = labels.length - events;
    const passed = others - (flagged - caught);
    return {
      threshold,
      flagged,
      sensitivity: share(caught, events),
      specificity: share(passed, others),
      ppv: share(caught, flagged),
      npv: share(passed, labels.length - flagged),
    };
  });
}

function share(part: number, whole: number): Estimate | null {
  return whole === 0 ? null : { value: part / whole, ...wilson(part, whole) };
}
