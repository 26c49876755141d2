/** The graph of the artifact: raw features in; calibrated probability, interval and explanation out. */
import { z95 } from '../evaluate/normal.ts';
import type { Recalibration } from '../evaluate/recalibration.ts';
import { prepareColumns, sumByFeature } from '../prepare/graph.ts';
import { exportGraph, tf } from '../tensor/index.ts';
import type { FittedModel } from './fit-model.ts';

/**
 * One input a feature, named like it: float32 [batch, 1], NaN where missing. Outputs, all float32:
 * `probability`, `lower` and `upper` [batch, 1] (calibrated; 95 % over bootstrap refits, normal on the log-odds),
 * `logOdds` [batch, 1] (uncalibrated) and `contributions` [batch, features] (to the uncalibrated log-odds).
 */
export function modelGraph(
  { preparation, learner }: FittedModel,
  { slope, intercept }: Recalibration,
): Uint8Array {
  const names = preparation.features.map(({ name }) => name);
  const calibrated = (logOdds: tf.Tensor) => tf.sigmoid(tf.add(tf.mul(logOdds, slope), intercept));
  return exportGraph({
    inputs: Object.fromEntries(names.map((name) => [name, { shape: ['batch', 1], dtype: 'float32' }])),
    outputs: (inputs) => {
      const columns = names.map((name) => tf.reshape<tf.Rank.R2>(inputs[name], [inputs[name].shape[0], 1]));
      const raw = tf.concat2d(columns, 1);
      const z = prepareColumns(preparation, raw);
      const { logOdds, deviation } = learner.predict(z);
      // A calibration that turns the scores round also swaps the interval's ends.
      const reach = tf.mul(deviation, slope < 0 ? -z95 : z95);
      return {
        probability: calibrated(logOdds),
        lower: calibrated(tf.sub(logOdds, reach)),
        upper: calibrated(tf.add(logOdds, reach)),
        logOdds,
        contributions: sumByFeature(preparation, learner.contributions(z)),
      };
    },
  });
}
