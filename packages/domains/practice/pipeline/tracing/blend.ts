/** The blend: a logistic regression on the models' log-odds (Wolpert 1992), learnt on attempts that none was trained on. */
import {
  type FitOptions,
  type FittedSparseLogistic,
  fitSparseLogistic,
  SparseRowBuilder,
  type SparseRows,
  sparseLogOdds,
} from '@praxis/core';

/** As good as none: the columns are few and the rows many. */
const penalty = 1;

export interface Blended {
  /** Log-odds, shape [attempts of the test]. */
  readonly test: Float64Array;
  /** By model, in the order given. */
  readonly weights: readonly number[];
}

/** @param models log-odds of each model; shapes [attempts] */
export async function blend(
  models: readonly { readonly validation: Float64Array; readonly test: Float64Array }[],
  labels: Uint8Array,
  signal: FitOptions['signal'],
): Promise<Blended> {
  const fitted = await fitBlend(
    models.map(({ validation }) => validation),
    labels,
    signal,
  );
  const test = sparseLogOdds(rowsOf(models.map((model) => model.test)), fitted);
  return { test, weights: [...fitted.coefficients] };
}

/** @param models log-odds of each; shapes [attempts] */
export function fitBlend(
  models: readonly Float64Array[],
  labels: Uint8Array,
  signal: FitOptions['signal'],
): Promise<FittedSparseLogistic> {
  const penalties = new Float64Array(models.length).fill(penalty);
  return fitSparseLogistic({ rows: rowsOf(models), labels, penalties }, { signal, onIteration: () => {} });
}

function rowsOf(columns: readonly Float64Array[]): SparseRows {
  const builder = new SparseRowBuilder();
  const rows = columns[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    for (const [column, values] of columns.entries()) builder.add(column, values[row]);
    builder.endRow();
  }
  return builder.rows();
}
