/** Chooses the penalty by cross-validation on the training rows. */
import { stratifiedFolds } from '../../table/splits.ts';
import type { StopSignal } from '../contract.ts';
import { type LogisticRows, solveLogistic } from './newton.ts';

/** Two a decade, around 1, which is scikit-learn's own. */
export const penalties: readonly number[] = [0.3, 1, 3, 10, 30, 100];

const folds = 5;

/** With more rows than these, penalties of this grid hardly differ: a sample chooses. */
const mostRows = 20_000;

/** A thousandth of what one row could cost: losses are compared to no more. */
const smallestGain = 1e-3;

/**
 * The penalty of the lowest log loss on rows held out, in five stratified folds. The preparation is that of all rows given:
 * it has not seen a label. A fit starts from that of the next larger penalty.
 *
 * @returns one of `penalties`
 */
export function choosePenalty(rows: LogisticRows, seed: number, signal: StopSignal): number {
  const fold = stratifiedFolds(rows.labels, Math.max(folds, Math.ceil((folds * rows.rows) / mostRows)), seed);
  const losses = new Float64Array(penalties.length);
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
      losses[index] += lossOf(test, coefficients);
      start = coefficients;
    }
  }
  return penalties[losses.indexOf(Math.min(...losses))];
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

function lossOf({ z, rows, columns, labels, weights }: LogisticRows, coefficients: Float64Array): number {
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    let logOdds = coefficients[0];
    for (let i = 0; i < columns; i++) logOdds += coefficients[i + 1] * z[row * columns + i];
    const own = Math.max(logOdds, 0) - labels[row] * logOdds + Math.log1p(Math.exp(-Math.abs(logOdds)));
    loss += (weights === null ? 1 : weights[row]) * own;
  }
  return loss;
}
