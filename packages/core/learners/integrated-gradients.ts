/** Explains a smooth model by its gradient along the way from the average record (Sundararajan 2017). */
import { tf } from '../tensor/index.ts';

/**
 * More steps follow the kinks of a piecewise-linear network more closely; what they miss is the explanation's residual.
 */
const steps = 32;

/**
 * Contribution of each column = z · ∫₀¹ ∂model(αz)/∂z dα, the integral by the midpoint rule.
 *
 * @param model log-odds of rows: [batch, columns] to [batch, 1]
 * @returns shape [batch, columns]; each row sums to model(z) − model(0) but for the residual
 */
export function integratedGradients(model: (z: tf.Tensor2D) => tf.Tensor, z: tf.Tensor2D): tf.Tensor2D {
  const slope = tf.grad((at) => model(tf.reshape(at, z.shape)));
  // Rows do not touch each other, so weights of 1 give each row its own gradient. Made from z, they are as long as it.
  const ones = tf.onesLike(tf.slice(z, [0, 0], [z.shape[0], 1]));
  const slopes = Array.from({ length: steps }, (_, step) => slope(tf.mul(z, (step + 0.5) / steps), ones));
  return tf.mul(z, tf.div(tf.addN(slopes), steps));
}
