/** Keeps one steep step from undoing the training before it. */
import { tf } from '../tf.ts';

/**
 * All gradients × norm / max(norm, length), where the length is that of all of them as one vector (Pascanu, Mikolov and
 * Bengio 2013, algorithm 1).
 * @param norm the greatest length; larger than 0.
 */
export function clipByGlobalNorm(gradients: tf.NamedTensorMap, norm: number): tf.NamedTensorMap {
  return tf.tidy(() => {
    const squares = Object.values(gradients).map((gradient) => tf.sum(tf.square(gradient)));
    const length = tf.sqrt(tf.addN(squares));
    const scale = tf.div(norm, tf.maximum(length, norm));
    return Object.fromEntries(
      Object.entries(gradients).map(([name, gradient]) => [name, tf.mul(gradient, scale)]),
    );
  });
}
