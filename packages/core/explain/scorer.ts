/** What the explanations that only ask questions need of a model: numbers in, one number a row out. */
import type { OpenModel } from '../registry/contract.ts';
import type { FeatureMatrix } from '../table/matrix.ts';

/** Log-odds, or probabilities, of every row; shape [rows]. */
export type Scorer = (matrix: FeatureMatrix) => Promise<ArrayLike<number>>;

/** @param scale on which the model is to answer: `probability` is calibrated, `logOdds` is not */
export function scorerOf(
  model: Pick<OpenModel, 'scoreMatrix'>,
  scale: 'probability' | 'logOdds',
  signal?: AbortSignal,
): Scorer {
  return async (matrix) => (await model.scoreMatrix(matrix, { explain: false, signal }))[scale];
}

/** Rows that are asked for at once by explanations that make up many. */
export const mostRowsAtOnce = 16_384;
