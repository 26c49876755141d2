/** What matters to a model over all rows of a file. */
import {
  type FeatureImportance,
  type FeatureMatrix,
  type Interaction,
  interactions,
  type PartialDependence,
  scorerOf,
  whatMatters,
} from '@praxis/core';
import type { TableModel } from './open-model.ts';

export interface GlobalExplanation {
  readonly rows: number;
  /** The most important first. */
  readonly features: readonly (FeatureImportance & { readonly dependence: PartialDependence })[];
  /** Of pairs among the most important features, on the log-odds. */
  readonly interactions: readonly Interaction[];
}

const settings = { repeats: 5, points: 9, dependenceRows: 500, interactionRows: 50, interacting: 4 };

/** @param labels null where they are not known */
export async function explainGlobally(
  model: TableModel,
  matrix: FeatureMatrix,
  labels: Uint8Array | null,
  seed: number,
  signal: AbortSignal,
): Promise<GlobalExplanation> {
  const width = matrix.features.length;
  const explain = model.baselineLogOdds !== null;
  const explainable = {
    probability: scorerOf(model, 'probability', signal),
    contributions: async (asked: FeatureMatrix) =>
      explain ? (await model.scoreMatrix(asked, { explain, signal })).contributions : null,
  };
  const options = { ...settings, mostShuffled: width, mostDrawn: width, seed };
  const { features, dependence } = await whatMatters(explainable, matrix, labels, options);
  const names = matrix.features.map(({ name }) => name);
  return {
    rows: matrix.rows,
    features: features.map((feature, place) => ({ ...feature, dependence: dependence[place] })),
    interactions: await interactions(
      scorerOf(model, 'logOdds', signal),
      matrix,
      features.slice(0, settings.interacting).map(({ feature }) => names.indexOf(feature)),
      { mostRows: settings.interactionRows, seed },
    ),
  };
}
