/** What matters to a model over all rows of a file. */
import {
  type Estimate,
  type FeatureMatrix,
  type Interaction,
  interactions,
  meanContributions,
  type PartialDependence,
  partialDependence,
  permutationImportance,
  scorerOf,
} from '@praxis/core';
import type { TableModel } from './open-model.ts';

export interface GlobalExplanation {
  readonly rows: number;
  /** The most important first: by contributions where the model gives them, else by what is lost without the feature. */
  readonly features: readonly {
    readonly feature: string;
    /** Mean absolute contribution in log-odds; null where the model gives none. */
    readonly contribution: Estimate | null;
    /** Rise of the log loss when shuffled; null where the outcomes of the rows are not known. */
    readonly permutation: Estimate | null;
    readonly dependence: PartialDependence;
  }[];
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
  const { features } = matrix;
  const explained = model.baselineLogOdds !== null;
  const { contributions } = await model.scoreMatrix(matrix, { explain: explained, signal });
  const probability = scorerOf(model, 'probability', signal);
  const means = contributions === null ? null : meanContributions(contributions, features.length);
  const lost =
    labels === null
      ? null
      : await permutationImportance(probability, matrix, labels, { repeats: settings.repeats, seed });
  const ranking = means ?? lost ?? [];
  const order = [...features.keys()].sort((a, b) => (ranking[b]?.value ?? 0) - (ranking[a]?.value ?? 0));
  const found: GlobalExplanation['features'][number][] = [];
  for (const column of order) {
    found.push({
      feature: features[column].name,
      contribution: means?.[column] ?? null,
      permutation: lost?.[column] ?? null,
      dependence: await partialDependence(probability, matrix, column, {
        points: settings.points,
        mostRows: settings.dependenceRows,
        seed,
      }),
    });
  }
  return {
    rows: matrix.rows,
    features: found,
    interactions: await interactions(
      scorerOf(model, 'logOdds', signal),
      matrix,
      order.slice(0, settings.interacting),
      { mostRows: settings.interactionRows, seed },
    ),
  };
}
