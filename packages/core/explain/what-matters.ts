/** What matters to a model over many rows, and how its answer goes with what matters most. */
import type { Estimate } from '../registry/card.ts';
import type { FeatureMatrix } from '../table/matrix.ts';
import { meanContributions, permutationImportance } from './global-importance.ts';
import { type PartialDependence, partialDependence } from './partial-dependence.ts';
import type { Scorer } from './scorer.ts';

/** A model as it is asked. */
export interface Explainable {
  readonly probability: Scorer;
  /** To the log-odds, shape [rows, features]; null where the model gives none. */
  contributions(matrix: FeatureMatrix): Promise<Float64Array | null>;
}

export interface FeatureImportance {
  readonly feature: string;
  /** What its mean contribution is of the sum of all features'; null where the model gives none. */
  readonly share: number | null;
  /** Mean absolute contribution in log-odds. */
  readonly contribution: Estimate | null;
  /** Rise of the log loss when shuffled; null where outcomes are not known, or others matter more. */
  readonly permutation: Estimate | null;
}

export interface WhatMatters {
  /** The most important first: by contributions where the model gives them, else by what is lost without the feature. */
  readonly features: readonly FeatureImportance[];
  /** Of the first features, in their order. */
  readonly dependence: readonly PartialDependence[];
}

export interface WhatMattersOptions {
  /** How often each column is shuffled. */
  readonly repeats: number;
  /** How many features are shuffled, where contributions say which; all where they do not. */
  readonly mostShuffled: number;
  /** Of how many features the dependence is computed, at how many values of a number, over how many rows. */
  readonly mostDrawn: number;
  readonly points: number;
  readonly dependenceRows: number;
  readonly seed: number;
}

/** @param labels null where they are not known; best of rows that the model has not seen */
export async function whatMatters(
  model: Explainable,
  matrix: FeatureMatrix,
  labels: Uint8Array | null,
  { repeats, mostShuffled, mostDrawn, points, dependenceRows, seed }: WhatMattersOptions,
): Promise<WhatMatters> {
  const { features } = matrix;
  const contributions = await model.contributions(matrix);
  const means = contributions === null ? null : meanContributions(contributions, features.length);
  const ranked = means === null ? [...features.keys()] : falling([...features.keys()], means);
  const shuffled = means === null ? ranked : ranked.slice(0, mostShuffled).toSorted((a, b) => a - b);
  const lost = new Map<number, Estimate>();
  if (labels !== null) {
    const options = { repeats, seed, columns: shuffled };
    const found = await permutationImportance(model.probability, matrix, labels, options);
    for (const [place, column] of shuffled.entries()) lost.set(column, found[place]);
  }
  const order = means === null ? falling(ranked, lost) : ranked;
  const total = means?.reduce((sum, { value }) => sum + value, 0) ?? 0;
  const dependence: PartialDependence[] = [];
  for (const column of order.slice(0, mostDrawn)) {
    const options = { points, mostRows: dependenceRows, seed };
    dependence.push(await partialDependence(model.probability, matrix, column, options));
  }
  return {
    features: order.map((column) => ({
      feature: features[column].name,
      share: means === null || total === 0 ? null : means[column].value / total,
      contribution: means?.[column] ?? null,
      permutation: lost.get(column) ?? null,
    })),
    dependence,
  };
}

/** The columns whose estimate is largest first. */
function falling(
  columns: readonly number[],
  by: readonly Estimate[] | ReadonlyMap<number, Estimate>,
): number[] {
  const of = new Map(by.entries());
  return columns.toSorted((a, b) => (of.get(b)?.value ?? 0) - (of.get(a)?.value ?? 0));
}
