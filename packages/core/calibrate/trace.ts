/** The calibration as TensorFlow.js operations, for the exported graph. */
import { tf } from '../tensor/index.ts';
import type { Calibration } from './calibration.ts';

/** Uncalibrated log-odds to calibrated ones, shape [batch, 1]. */
export function traceCalibration({ slope, intercept, curve }: Calibration, logOdds: tf.Tensor): tf.Tensor {
  if (curve === undefined) return tf.add(tf.mul(logOdds, slope), intercept);
  if (curve.kind === 'beta') {
    const bent = tf.sub(tf.mul(tf.softplus(logOdds), curve.b), tf.mul(tf.softplus(tf.neg(logOdds)), curve.a));
    return tf.add(bent, intercept);
  }
  const { from, to } = curve;
  const level = tf.add(tf.mul(logOdds, 0), intercept + to[0]);
  if (from.length === 1) return level;
  // Each piece rises from 0 to 1 on its own stretch: sums of ramps without end would lose digits in single precision.
  const starts = tf.tensor2d([from.slice(0, -1)]);
  const widths = tf.tensor2d([from.slice(1).map((end, piece) => end - from[piece])]);
  const rises = tf.tensor2d(to.slice(1).map((end, piece) => [end - to[piece]]));
  const pieces = tf.clipByValue(tf.div(tf.sub(logOdds, starts), widths), 0, 1);
  return tf.add(tf.matMul<tf.Tensor2D>(tf.reshape(pieces, [-1, from.length - 1]), rises), level);
}
