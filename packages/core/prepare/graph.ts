/** The preparation as TensorFlow.js operations: the same lines prepare the training rows and run in the exported graph. */
import { tf } from '../tensor/index.ts';
import type { Preparation } from './preparation.ts';

/**
 * Raw features to prepared columns.
 *
 * @param raw shape [batch, features], NaN where missing; a count below 0 is taken as 0
 * @returns shape [batch, columns]
 */
export function prepareColumns(preparation: Preparation, raw: tf.Tensor2D): tf.Tensor2D {
  const { features, columns } = preparation;
  const isCount = tf.tensor2d([features.map(({ kind }) => (kind === 'count' ? 1 : 0))]);
  const average = tf.tensor2d([
    features.map(
      (_, index) => columns.find(({ feature, part }) => feature === index && part === 'value')?.centre ?? 0,
    ),
  ]);

  const isMissing = tf.isNaN(raw);
  const missing = tf.cast(isMissing, 'float32');
  const known = tf.where(isMissing, tf.zerosLike(raw), raw);
  const scaled = tf.add(tf.mul(isCount, tf.log1p(tf.relu(known))), tf.mul(tf.sub(1, isCount), known));
  const filled = tf.add(tf.mul(scaled, tf.sub(1, missing)), tf.mul(average, missing));

  const positions = columns.map(({ feature, part }) =>
    part === 'value' ? feature : features.length + feature,
  );
  const picked = tf.gather(tf.concat([filled, missing], 1), tf.tensor1d(positions, 'int32'), 1);
  const centres = tf.tensor2d([columns.map(({ centre }) => centre)]);
  const scales = tf.tensor2d([columns.map(({ scale }) => scale)]);
  return tf.mul(tf.sub(picked, centres), scales);
}

/**
 * Sums what each prepared column contributes over the raw features.
 *
 * @param byColumn shape [batch, columns]
 * @returns shape [batch, features]
 */
export function sumByFeature(preparation: Preparation, byColumn: tf.Tensor2D): tf.Tensor2D {
  const belongs = preparation.columns.map(({ feature }) =>
    preparation.features.map((_, index) => (index === feature ? 1 : 0)),
  );
  return tf.matMul(byColumn, tf.tensor2d(belongs));
}
