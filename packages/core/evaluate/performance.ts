/** Everything the model card says about how well probabilities fit what happened. */
import type { Estimate, ModelCard, Performance } from '../registry/card.ts';
import type { Subgroup } from '../train/contract.ts';
import { auroc } from './auroc.ts';
import { averagePrecision } from './average-precision.ts';
import { calibrationBins, equalCountGroups, expectedCalibrationError } from './calibration-bins.ts';
import { type DecisionPoint, decisionCurve } from './decision-curve.ts';
import { integratedCalibrationIndex } from './ici.ts';
import { brier, logLoss } from './proper-scores.ts';
import { calibrationIntercept, calibrationSlope, logOddsOf } from './recalibration.ts';
import { type ThresholdRow, thresholdTable } from './thresholds.ts';
import { curveThresholds, tableThresholds } from './usual-thresholds.ts';

const calibrationGroups = 10;

/** Fewest events, and fewest non-events, by which a subgroup's figures are worth printing. */
const fewestOfEach = 20;

/** @param labels 0 or 1; @param probabilities of rows the model has not seen; shapes [rows] */
export function performanceOf(labels: Uint8Array, probabilities: Float64Array, seed: number): Performance {
  const logOdds = probabilities.map(logOddsOf);
  return {
    auroc: auroc(labels, probabilities),
    averagePrecision: averagePrecision(labels, probabilities, seed),
    brier: brier(labels, probabilities),
    logLoss: logLoss(labels, probabilities),
    calibrationSlope: calibrationSlope(labels, logOdds),
    calibrationIntercept: calibrationIntercept(labels, logOdds),
    ece: expectedCalibrationError(calibrationPlot(labels, probabilities)),
    ici: integratedCalibrationIndex(labels, probabilities),
    observedToExpected: observedToExpected(labels, probabilities),
  };
}

/** What acting on the probabilities does, at the usual thresholds; @param labels 0 or 1, shapes [rows] */
export function decisionFigures(
  labels: Uint8Array,
  probabilities: Float64Array,
): { readonly decisionCurve: DecisionPoint[]; readonly thresholds: ThresholdRow[] } {
  return {
    decisionCurve: decisionCurve(labels, probabilities, curveThresholds(probabilities)),
    thresholds: thresholdTable(labels, probabilities, tableThresholds(probabilities)),
  };
}

/** Means over repeated cross-validations of the same rows; the ends of the intervals too. */
export function meanPerformance(repeats: readonly Performance[]): Performance {
  const mean = (of: (one: Performance) => number) =>
    repeats.reduce((sum, one) => sum + of(one), 0) / repeats.length;
  const each = (of: (one: Performance) => Estimate): Estimate => ({
    value: mean((one) => of(one).value),
    lower: mean((one) => of(one).lower),
    upper: mean((one) => of(one).upper),
  });
  return {
    auroc: each(({ auroc }) => auroc),
    averagePrecision: each(({ averagePrecision }) => averagePrecision),
    brier: each(({ brier }) => brier),
    logLoss: each(({ logLoss }) => logLoss),
    calibrationSlope: each(({ calibrationSlope }) => calibrationSlope),
    calibrationIntercept: each(({ calibrationIntercept }) => calibrationIntercept),
    ece: mean(({ ece }) => ece),
    ici: repeats.some(({ ici }) => ici === undefined) ? undefined : mean(({ ici }) => ici ?? 0),
    observedToExpected: mean(({ observedToExpected }) => observedToExpected),
  };
}

/** Ten bins of equal count. */
export function calibrationPlot(labels: Uint8Array, probabilities: Float64Array) {
  return calibrationBins(labels, probabilities, equalCountGroups(probabilities, calibrationGroups));
}

/** The same figures within each named subgroup, null where fewer than 20 events or non-events could carry them. */
export function subgroupPerformance(
  labels: Uint8Array,
  probabilities: Float64Array,
  subgroups: readonly Subgroup[],
): ModelCard['subgroups'] {
  return subgroups.map(({ group, level, members }) => {
    const own = Uint8Array.from(members, (row) => labels[row]);
    const predicted = Float64Array.from(members, (row) => probabilities[row]);
    const events = own.reduce((sum, label) => sum + label, 0);
    const smallCell = smallCellOf(own.length, events);
    const judged = smallCell === undefined;
    return {
      group,
      level,
      rows: own.length,
      events,
      auroc: judged ? auroc(own, predicted) : null,
      observedToExpected: judged ? observedToExpected(own, predicted) : null,
      ...(judged ? {} : { smallCell }),
    };
  });
}

/** Why figures of so few would be noise; undefined where they are enough. */
function smallCellOf(rows: number, events: number): ModelCard['subgroups'][number]['smallCell'] {
  if (rows < 2 * fewestOfEach) return 'tooFewRows';
  if (events < fewestOfEach) return 'tooFewEvents';
  return rows - events < fewestOfEach ? 'tooFewOthers' : undefined;
}

/** Events that happened over events predicted; 1 is right on the whole. */
function observedToExpected(labels: Uint8Array, probabilities: Float64Array): number {
  const observed = labels.reduce((sum, label) => sum + label, 0);
  return observed / probabilities.reduce((sum, p) => sum + p, 0);
}
