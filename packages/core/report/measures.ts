/** The figures of a card one by one, those with an interval and those without. */
import type { Performance } from '../registry/card.ts';
import type { FactValues, MeasureName } from './facts.ts';

const order: readonly MeasureName[] = [
  'auroc',
  'averagePrecision',
  'brier',
  'logLoss',
  'calibrationSlope',
  'calibrationIntercept',
  'ece',
  'ici',
  'observedToExpected',
];

export function measuresOf(performance: Performance): readonly FactValues['measure'][] {
  return order.flatMap((measure): readonly FactValues['measure'][] => {
    const found = performance[measure];
    if (found === undefined) return [];
    if (typeof found === 'number') return [{ measure, value: found, interval: null }];
    const { value, lower, upper } = found;
    return [{ measure, value, interval: { lower, upper } }];
  });
}
