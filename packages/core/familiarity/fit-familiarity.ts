/** Measures what the training rows are like, so that a record unlike them can be told. */
import { setImmediate } from 'node:timers/promises';
import { fitPreparation, type PreparedColumn } from '../prepare/preparation.ts';
import { createRandom, shuffle } from '../random.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { foldSplits, randomFolds } from '../table/splits.ts';
import { quantile } from '../table/summary.ts';
import { selectRows } from '../train/fit-data.ts';
import { distanceParts, shrunkCovariance } from './covariance.ts';
import type { FamiliarityFile } from './familiarity.ts';
import { preparedRow, rawRow } from './prepared-row.ts';

/** So many rows say what a covariance is; more would only take longer. */
const mostRows = 20_000;
/** The square of this many columns is what the file holds and each record costs. */
const mostColumns = 200;
const folds = 5;

/**
 * The distances by whose percentiles a record is judged are those of training rows from the other rows: a row's distance from
 * itself would be too small.
 *
 * @returns null where there are no prepared columns, more than 200, or none that varies
 */
export async function fitFamiliarity(matrix: FeatureMatrix, seed: number): Promise<FamiliarityFile | null> {
  const rows = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  shuffle(rows, createRandom(seed));
  const sample = selectRows(matrix, rows.subarray(0, mostRows));
  const everyRow = Int32Array.from({ length: sample.rows }, (_, row) => row);
  const whole = fit(sample, everyRow);
  if (whole === null) return null;
  const distances: number[] = [];
  for (const { train, test } of foldSplits(randomFolds(sample.rows, folds, seed), folds)) {
    // A fit takes some seconds of a wide table: between two, others get their turn.
    await setImmediate();
    const others = fit(sample, train);
    if (others === null) return null;
    for (const row of test) distances.push(distanceOf(others, rawRow(sample, row)));
  }
  const sorted = Float64Array.from(distances).sort();
  const percentiles = Array.from({ length: 101 }, (_, percent) => quantile(sorted, percent / 100));
  return { ...whole, percentiles };
}

interface Fitted {
  readonly columns: PreparedColumn[];
  readonly factor: Float64Array<ArrayBuffer>;
}

function fit(matrix: FeatureMatrix, rows: Int32Array): Fitted | null {
  const { columns } = fitPreparation(matrix, rows);
  if (columns.length === 0 || columns.length > mostColumns) return null;
  const prepared = Array.from(rows, (row) => preparedRow(columns, rawRow(matrix, row)));
  const found = shrunkCovariance(prepared, columns.length);
  return found && { columns: [...columns], factor: Float64Array.from(found.factor) };
}

function distanceOf({ columns, factor }: Fitted, raw: Float32Array): number {
  return Math.sqrt(distanceParts(factor, preparedRow(columns, raw)).reduce((sum, part) => sum + part, 0));
}
