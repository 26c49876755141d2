/** Scores tables with a fitted learner: the answer alone, without its interval and explanation. */
import type { FeatureMatrix } from '../table/matrix.ts';
import { exportGraph, openSession, tf } from '../tensor/index.ts';
import { type FittedLearner, traceLearner } from './learner.ts';
import { compileTrees, predictLogOdds } from './trees/predict.ts';

/** Rows of one call: bounds the memory of a wide network. */
const batchRows = 4096;

/** A learner that is asked several times. */
export interface OpenLearner {
  /** Uncalibrated, shape [rows]; of matrices with the learner's features. */
  logOdds(matrix: FeatureMatrix): Promise<Float64Array>;
  release(): Promise<void>;
}

/** Uncalibrated log-odds, shape [rows]. */
export async function logOddsOf(fitted: FittedLearner, matrix: FeatureMatrix): Promise<Float64Array> {
  const opened = await openLearner(fitted, matrix.features.length);
  return opened.logOdds(matrix).finally(() => opened.release());
}

/** @param width how many features it has */
export async function openLearner(fitted: FittedLearner, width: number): Promise<OpenLearner> {
  if (fitted.kind === 'boostedTrees') {
    const trees = compileTrees(fitted.ensemble);
    return { logOdds: async ({ values }) => predictLogOdds(trees, values), release: async () => {} };
  }
  const session = await openSession(
    exportGraph({
      inputs: { raw: { shape: ['batch', width], dtype: 'float32' } },
      outputs: ({ raw }) => ({
        logOdds: traceLearner(fitted, tf.reshape(raw, [raw.shape[0], width])).logOdds,
      }),
    }),
  );
  return {
    async logOdds(matrix) {
      const all = new Float64Array(matrix.rows);
      for (let start = 0; start < matrix.rows; start += batchRows) {
        const rows = Math.min(batchRows, matrix.rows - start);
        const data = matrix.values.slice(start * width, (start + rows) * width);
        const { logOdds } = await session.run({ raw: { shape: [rows, width], dtype: 'float32', data } });
        for (let row = 0; row < rows; row++) all[start + row] = Number(logOdds.data[row]);
      }
      return all;
    },
    release: () => session.release(),
  };
}
