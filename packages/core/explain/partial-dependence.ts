/**
 * What a model answers on average where one feature is set to each of its values in turn (Friedman 2001, 8.2), and how far the
 * single rows lie apart in it (individual conditional expectations; Goldstein et al. 2015). It says what the model does, not
 * what would happen: values are set though others that go with them stay.
 */
import type { FeatureMatrix } from '../table/matrix.ts';
import { quantile } from '../table/summary.ts';
import { knownValues, someRows, withValues } from './chosen-rows.ts';
import type { Scorer } from './scorer.ts';

interface DependencePoint {
  /** A number in the feature's unit, or the name of a level. */
  readonly value: number | string;
  readonly mean: number;
  /** The 10th, 50th and 90th percentile over the rows. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface PartialDependence {
  readonly feature: string;
  /** In ascending order, within the middle 98 % of the values; levels in their own order. Empty where no value is known. */
  readonly points: readonly DependencePoint[];
}

export interface DependenceOptions {
  /** How many values of a number are tried. */
  readonly points: number;
  readonly mostRows: number;
  readonly seed: number;
}

export async function partialDependence(
  score: Scorer,
  matrix: FeatureMatrix,
  column: number,
  { points, mostRows, seed }: DependenceOptions,
): Promise<PartialDependence> {
  const feature = matrix.features[column];
  const grid = gridOf(matrix, column, points);
  const rows = someRows(matrix, mostRows, seed);
  const scores = await score(
    withValues(
      rows,
      grid.map((value) => new Map([[column, value]])),
    ),
  );
  return {
    feature: feature.name,
    points: grid.map((value, place) => ({
      value: feature.kind === 'category' ? feature.levels[value] : value,
      ...summary(Float64Array.from({ length: rows.rows }, (_, row) => scores[place * rows.rows + row])),
    })),
  };
}

function gridOf(matrix: FeatureMatrix, column: number, points: number): number[] {
  const feature = matrix.features[column];
  const known = knownValues(matrix, column);
  if (known.length === 0) return [];
  if (feature.kind === 'category') return [...feature.levels.keys()];
  const distinct = [...new Set(known)];
  if (distinct.length <= points) return distinct;
  const levels = Array.from({ length: points }, (_, place) => 0.01 + (0.98 * place) / (points - 1));
  // As the model reads them: two that single precision does not tell apart are one.
  return [...new Set(levels.map((level) => Math.fround(quantile(known, level))))];
}

function summary(scores: Float64Array): Omit<DependencePoint, 'value'> {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  scores.sort();
  const [low, middle, high] = [0.1, 0.5, 0.9].map((level) => quantile(scores, level));
  return { mean, low, middle, high };
}
