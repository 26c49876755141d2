/**
 * How much two features act together (Friedman and Popescu 2008, equation 44): the share of the variance of their joint partial
 * dependence that the sum of the single ones does not give. Computed at the values of some rows, averaged over the same rows.
 */
import type { FeatureMatrix } from '../table/matrix.ts';
import { someRows, withValues } from './chosen-rows.ts';
import { mostRowsAtOnce, type Scorer } from './scorer.ts';

export interface Interaction {
  readonly features: readonly [string, string];
  /** H², 0 (the effects add up) to about 1 (neither has an effect without the other). */
  readonly share: number;
  /** Root mean square of what does not add up, on the scorer's scale: a large share of next to nothing is nothing. */
  readonly size: number;
}

export interface InteractionOptions {
  /** The model is asked this many times squared for each pair. */
  readonly mostRows: number;
  readonly seed: number;
}

/**
 * @param score best gives log-odds: on probabilities even a logistic regression has interactions
 * @returns every pair of `columns`, the largest size first
 */
export async function interactions(
  score: Scorer,
  matrix: FeatureMatrix,
  columns: readonly number[],
  { mostRows, seed }: InteractionOptions,
): Promise<readonly Interaction[]> {
  const rows = someRows(matrix, mostRows, seed);
  const singles = new Map<number, Float64Array>();
  for (const column of columns) singles.set(column, await centredDependence(score, rows, [column]));
  const found: Interaction[] = [];
  for (const [place, one] of columns.entries()) {
    for (const other of columns.slice(place + 1)) {
      const joint = await centredDependence(score, rows, [one, other]);
      let [together, apart] = [0, 0];
      joint.forEach((value, row) => {
        const sum = (singles.get(one)?.[row] ?? 0) + (singles.get(other)?.[row] ?? 0);
        apart += (value - sum) ** 2;
        together += value ** 2;
      });
      found.push({
        features: [matrix.features[one].name, matrix.features[other].name],
        share: together === 0 ? 0 : apart / together,
        size: Math.sqrt(apart / rows.rows),
      });
    }
  }
  return found.sort((one, other) => other.size - one.size);
}

/** Partial dependence on the columns at each row's own values, less its mean; shape [rows]. */
async function centredDependence(
  score: Scorer,
  rows: FeatureMatrix,
  columns: readonly number[],
): Promise<Float64Array> {
  const width = rows.features.length;
  const settings = Array.from(
    { length: rows.rows },
    (_, row) => new Map(columns.map((column) => [column, rows.values[row * width + column]])),
  );
  const atOnce = Math.max(1, Math.floor(mostRowsAtOnce / rows.rows));
  const means = new Float64Array(rows.rows);
  for (let from = 0; from < settings.length; from += atOnce) {
    const part = settings.slice(from, from + atOnce);
    const scores = await score(withValues(rows, part));
    for (let at = 0; at < part.length * rows.rows; at++)
      means[from + Math.floor(at / rows.rows)] += scores[at] / rows.rows;
  }
  const centre = means.reduce((sum, value) => sum + value, 0) / means.length;
  return means.map((value) => value - centre);
}
