/** The graph of the artifact: raw features in; calibrated probability, interval and explanation out. */
import type { Calibration } from '../calibrate/calibration.ts';
import { traceCalibration } from '../calibrate/trace.ts';
import { z95 } from '../evaluate/normal.ts';
import { type FittedLearner, traceLearner } from '../learners/learner.ts';
import { missingLevel } from '../registry/inputs.ts';
import type { FeatureDefinition } from '../table/matrix.ts';
import { type ExportInput, exportGraph, tf } from '../tensor/index.ts';

/**
 * One input a feature, named like it: float32 [batch, 1], NaN where missing; a category is a string [batch, 1], empty where
 * missing. Outputs, all float32: `probability`, `lower` and `upper` [batch, 1] (calibrated; 95 % over bootstrap refits,
 * normal on the log-odds), `logOdds` [batch, 1] (uncalibrated) and `contributions` [batch, features] (to the uncalibrated
 * log-odds, but for those of trees, which no graph can give).
 */
export function modelGraph(
  features: readonly FeatureDefinition[],
  learner: FittedLearner,
  calibration: Calibration,
): Uint8Array {
  const calibrated = (logOdds: tf.Tensor) => tf.sigmoid(traceCalibration(calibration, logOdds));
  return exportGraph({
    inputs: Object.fromEntries(features.map((feature) => [feature.name, inputOf(feature)])),
    outputs: (inputs) => {
      const raw = tf.concat2d(
        features.map((feature) => rawColumn(feature, inputs[feature.name])),
        1,
      );
      const { logOdds, deviation, contributions } = traceLearner(learner, raw);
      // A calibration that turns the scores round also swaps the interval's ends.
      const reach = tf.mul(deviation, calibration.slope < 0 ? -z95 : z95);
      return {
        probability: calibrated(logOdds),
        lower: calibrated(tf.sub(logOdds, reach)),
        upper: calibrated(tf.add(logOdds, reach)),
        logOdds,
        contributions,
      };
    },
  });
}

function inputOf(feature: FeatureDefinition): ExportInput {
  const shape = ['batch', 1] as const;
  if (feature.kind !== 'category') return { shape, dtype: 'float32' };
  return { shape, dtype: 'string', categories: [...feature.levels, missingLevel] };
}

/** The feature as the learners read it; the graph is given the position of the level, of the missing one, or the one after. */
function rawColumn(feature: FeatureDefinition, input: tf.Tensor): tf.Tensor2D {
  const column = tf.reshape<tf.Rank.R2>(input, [input.shape[0], 1]);
  if (feature.kind !== 'category') return column;
  const position: tf.Tensor2D = tf.cast(column, 'float32');
  const levels = feature.levels.length;
  const table = [...Array(levels).keys(), Number.NaN, levels];
  return tf.gather(tf.tensor2d(table, [levels + 2, 1]), tf.reshape(tf.cast(position, 'int32'), [-1]));
}
