/** Spread of bootstrap refits. */
import { tf } from '../tensor/index.ts';

/** Standard deviation over the refits: [batch, refits] to [batch, 1]; a single one has none, which is 0. */
export function deviationOf(refits: tf.Tensor2D): tf.Tensor2D {
  if (refits.shape[1] === 1) return tf.mul(refits, 0);
  const centred = tf.sub(refits, tf.mean(refits, 1, true));
  return tf.sqrt(tf.div(tf.sum<tf.Tensor2D>(tf.square(centred), 1, true), refits.shape[1] - 1));
}
