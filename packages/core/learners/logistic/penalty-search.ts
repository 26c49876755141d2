/** Chooses the penalty by cross-validation on the training rows. */
import { stratifiedFolds } from '../../table/splits.ts';
import type { StopSignal } from '../contract.ts';
import { type LogisticRows, solveLogistic } from './newton.ts';

/** Scikit-learn's own. Another one has to be better by more than chance, as log losses near the best differ by little. */
const usualPenalty = 1;

/** Two a decade. */
export const penalties: readonly number[] = [0.3, 1, 3, 10, 30, 100];

const folds = 5;

/** With more rows than these, penalties of this grid hardly differ: a sample chooses. */
const mostRows = 20_000;

/** A thousandth of what one row could cost: losses are compared to no more. */
const smallestGain = 1e-3;

/**
 * The penalty of the lowest log loss on rows held out, in five stratified folds, where it is more than two standard errors of
 * the rows' differences below that of the usual penalty; else the usual one. The preparation is that of all rows given: it
 * has not seen a label. A fit starts from that of the next larger penalty.
 *
 * @returns one of `penalties`
 */
export function choosePenalty(rows: LogisticRows, seed: number, signal: StopSignal): number {
  const fold = stratifiedFolds(rows.labels, Math.max(folds, Math.ceil((folds * rows.rows) / mostRows)), seed);
  const losses: number[][] = penalties.map(() => []);
  for (let held = 1; held <= folds; held++) {
    const train = selected(rows, (row) => fold[row] !== held && fold[row] <= folds);
    const test = selected(rows, (row) => fold[row] === held);
    let start: Float64Array | null = null;
    for (const index of [...penalties.keys()].reverse()) {
      const { coefficients } = solveLogistic(train, penalties[index], {
        start,
        smallestGain,
        signal,
        onIteration: () => {},
      });
      for (const loss of lossesOf(test, coefficients)) losses[index].push(loss);
      start = coefficients;
    }
  }
  const means = losses.map(mean);
  const best = means.indexOf(Math.min(...means));
  const usual = losses[penalties.indexOf(usualPenalty)];
  const gains = usual.map((loss, row) => loss - losses[best][row]);
  return mean(gains) > 2 * standardError(gains) ? penalties[best] : usualPenalty;
}

function selected(
  { z, rows, columns, labels, weights }: LogisticRows,
  takes: (row: number) => boolean,
): LogisticRows {
  const own = Int32Array.from({ length: rows }, (_, row) => row).filter(takes);
  const selectedZ = new Float32Array(own.length * columns);
  own.forEach((row, place) => {
    selectedZ.set(z.subarray(row * columns, (row + 1) * columns), place * columns);
  });
  return {
    z: selectedZ,
    rows: own.length,
    columns,
    labels: Uint8Array.from(own, (row) => labels[row]),
    weights: weights === null ? null : Float32Array.from(own, (row) => weights[row]),
  };
}

function lossesOf(
  { z, rows, columns, labels, weights }: LogisticRows,
  coefficients: Float64Array,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let logOdds = coefficients[0];
    for (let i = 0; i < columns; i++) logOdds += coefficients[i + 1] * z[row * columns + i];
    const own = Math.max(logOdds, 0) - labels[row] * logOdds + Math.log1p(Math.exp(-Math.abs(logOdds)));
    return (weights === null ? 1 : weights[row]) * own;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of the mean. */
function standardError(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) / values.length);
}
