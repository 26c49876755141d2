/** One model from raw rows: preparation and learner, both fitted on the same rows. Fold models and the final one alike. */
import type { FitEpoch, FittedLearner, Learner } from '../learners/contract.ts';
import { prepareColumns } from '../prepare/graph.ts';
import { fitPreparation, type Preparation } from '../prepare/preparation.ts';
import type { FeatureMatrix, LabelledMatrix } from '../table/matrix.ts';
import { exportGraph, openSession, tf } from '../tensor/index.ts';
import { TrainingError } from './errors.ts';

export interface FittedModel {
  readonly preparation: Preparation;
  readonly learner: FittedLearner;
  /** Uncalibrated log-odds of the average training record. */
  readonly baselineLogOdds: number;
}

export interface FitModelOptions {
  readonly seed: number;
  readonly onEpoch: (epoch: FitEpoch) => void;
  readonly signal: AbortSignal;
}

export async function fitModel(
  learner: Learner,
  data: LabelledMatrix,
  rows: Int32Array,
  options: FitModelOptions,
): Promise<FittedModel> {
  const preparation = fitPreparation(data, rows);
  const { columns } = preparation;
  if (columns.length === 0)
    throw new TrainingError('nothingVaries', 'Every feature has one value in all rows.');
  const fitted = await learner.fit(
    {
      z: prepared(preparation, data, rows),
      rows: rows.length,
      columns,
      labels: Uint8Array.from(rows, (row) => data.labels[row]),
    },
    options,
  );
  const [baselineLogOdds] = await logOddsOfPrepared(fitted, new Float32Array(columns.length), columns.length);
  return { preparation, learner: fitted, baselineLogOdds };
}

/** Uncalibrated log-odds of some rows of a table, in the order of `rows`. */
export async function logOddsOf(
  model: FittedModel,
  data: FeatureMatrix,
  rows: Int32Array,
): Promise<Float32Array> {
  const z = prepared(model.preparation, data, rows);
  return logOddsOfPrepared(model.learner, z, model.preparation.columns.length);
}

/** Shape [rows.length, columns], row-major. */
function prepared(preparation: Preparation, data: FeatureMatrix, rows: Int32Array): Float32Array {
  const width = data.features.length;
  const raw = new Float32Array(rows.length * width);
  rows.forEach((row, place) => {
    raw.set(data.values.subarray(row * width, (row + 1) * width), place * width);
  });
  return tf.tidy(() =>
    Float32Array.from(prepareColumns(preparation, tf.tensor2d(raw, [rows.length, width])).dataSync()),
  );
}

async function logOddsOfPrepared(
  learner: FittedLearner,
  z: Float32Array,
  columns: number,
): Promise<Float32Array> {
  const session = await openSession(
    exportGraph({
      inputs: { z: { shape: ['batch', columns], dtype: 'float32' } },
      outputs: (inputs) => ({
        logOdds: learner.predict(tf.reshape(inputs.z, [inputs.z.shape[0], columns])).logOdds,
      }),
    }),
  );
  try {
    const { logOdds } = await session.run({
      z: { shape: [z.length / columns, columns], dtype: 'float32', data: z },
    });
    return Float32Array.from(logOdds.data);
  } finally {
    await session.release();
  }
}
