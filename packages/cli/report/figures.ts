/** Figures of a model: the same keys in every JSON answer, the same lines in every report. */
import type { Estimate, Performance } from '@praxis/core';
import { figure } from './words.ts';

const interval = ({ value, lower, upper }: Estimate) => ({ value, low: lower, high: upper });

/** `ece10` is over ten groups of equal count; the others carry their 95 % interval. */
export function figuresJson(performance: Performance) {
  return {
    auroc: interval(performance.auroc),
    auprc: interval(performance.averagePrecision),
    brier: interval(performance.brier),
    logLoss: interval(performance.logLoss),
    ece10: performance.ece,
    slope: interval(performance.calibrationSlope),
    intercept: interval(performance.calibrationIntercept),
    ici: performance.ici ?? null,
    observedToExpected: performance.observedToExpected,
  };
}

export function figureLines(performance: Performance): readonly string[] {
  return [
    ['AUROC', figure(performance.auroc, 3)],
    ['average precision', figure(performance.averagePrecision, 3)],
    ['Brier score', figure(performance.brier, 4)],
    ['log loss', figure(performance.logLoss, 4)],
    ['calibration error', `${performance.ece.toFixed(4)} (mean over ten groups of equal count)`],
    ['calibration slope', figure(performance.calibrationSlope, 2)],
    ['calibration intercept', figure(performance.calibrationIntercept, 2)],
    ...(performance.ici === undefined
      ? []
      : [['calibration index', `${performance.ici.toFixed(4)} (mean distance from a smooth, ICI)`]]),
    ['observed to expected', performance.observedToExpected.toFixed(2)],
  ].map(([name = '', value = '']) => `  ${name.padEnd(22)} ${value}`);
}
