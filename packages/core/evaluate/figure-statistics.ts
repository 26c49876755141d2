/** The figures of a card as functions of resampled rows, for bootstrap intervals and paired comparisons. */
import { auroc } from './auroc.ts';
import { averagePrecisionValue } from './average-precision.ts';
import type { Statistic } from './bootstrap.ts';
import { integratedCalibrationIndex } from './ici.ts';
import { brierLosses, logLosses } from './proper-scores.ts';

export type FigureName = 'auroc' | 'averagePrecision' | 'brier' | 'logLoss' | 'ici' | 'observedToExpected';

/** A figure that rows of one class cannot give is NaN; @param labels 0 or 1, shapes [rows] */
export function figureStatistics(
  labels: Uint8Array,
  probabilities: Float64Array,
): readonly (readonly [FigureName, Statistic])[] {
  const losses = { brier: brierLosses(labels, probabilities), logLoss: logLosses(labels, probabilities) };
  const ofBoth = (figure: (labels: Uint8Array, probabilities: Float64Array) => number): Statistic => {
    return (rows) => {
      const own = Uint8Array.from(rows, (row) => labels[row]);
      const events = own.reduce((sum, label) => sum + label, 0);
      if (events === 0 || events === own.length) return Number.NaN;
      return figure(
        own,
        Float64Array.from(rows, (row) => probabilities[row]),
      );
    };
  };
  const total = (values: ArrayLike<number>): Statistic => {
    return (rows) => rows.reduce((sum, row) => sum + values[row], 0);
  };
  const [events, expected] = [total(labels), total(probabilities)];
  return [
    ['auroc', ofBoth((own, predicted) => auroc(own, predicted).value)],
    ['averagePrecision', ofBoth(averagePrecisionValue)],
    ['brier', (rows) => total(losses.brier)(rows) / rows.length],
    ['logLoss', (rows) => total(losses.logLoss)(rows) / rows.length],
    ['ici', ofBoth(integratedCalibrationIndex)],
    ['observedToExpected', (rows) => events(rows) / expected(rows)],
  ];
}
