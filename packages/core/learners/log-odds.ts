/** Scores a whole table with a fitted learner. */
import type { FeatureMatrix } from '../table/matrix.ts';
import { exportGraph, openSession, tf } from '../tensor/index.ts';
import { type FittedLearner, traceLearner } from './learner.ts';
import { compileTrees, predictLogOdds } from './trees/predict.ts';

/** Rows of one call: bounds the memory of a wide network. */
const batchRows = 4096;

/** Uncalibrated log-odds, shape [rows]. */
export async function logOddsOf(fitted: FittedLearner, matrix: FeatureMatrix): Promise<Float64Array> {
  if (fitted.kind === 'boostedTrees') return predictLogOdds(compileTrees(fitted.ensemble), matrix.values);
  const width = matrix.features.length;
  const session = await openSession(
    exportGraph({
      inputs: { raw: { shape: ['batch', width], dtype: 'float32' } },
      outputs: ({ raw }) => ({
        logOdds: traceLearner(fitted, tf.reshape(raw, [raw.shape[0], width])).logOdds,
      }),
    }),
  );
  const all = new Float64Array(matrix.rows);
  try {
    for (let start = 0; start < matrix.rows; start += batchRows) {
      const rows = Math.min(batchRows, matrix.rows - start);
      const data = matrix.values.slice(start * width, (start + rows) * width);
      const { logOdds } = await session.run({ raw: { shape: [rows, width], dtype: 'float32', data } });
      for (let row = 0; row < rows; row++) all[start + row] = Number(logOdds.data[row]);
    }
    return all;
  } finally {
    await session.release();
  }
}
