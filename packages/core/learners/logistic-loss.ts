/** The loss that both learners minimise. */
import { tf } from '../tensor/index.ts';

/**
 * Negative log-likelihood of 0/1 labels under log-odds, element by element: log(1 + eˣ) − label · x, written so that no
 * exponent overflows. The gradient is given in closed form, sigmoid(x) − label: derived from the forward operations it
 * would take three times as many.
 *
 * @param labels constants, broadcast against `logOdds`
 */
export function logisticLoss(labels: tf.Tensor, logOdds: tf.Tensor): tf.Tensor {
  return tf.customGrad((_, save) => {
    if (typeof save === 'function') save([logOdds, labels]);
    const softplus = tf.add(tf.relu(logOdds), tf.log1p(tf.exp(tf.neg(tf.abs(logOdds)))));
    return {
      value: tf.sub(softplus, tf.mul(labels, logOdds)),
      gradFunc: (upstream: tf.Tensor, [x, y]: tf.Tensor[]) => tf.mul(upstream, tf.sub(tf.sigmoid(x), y)),
    };
  })(logOdds);
}
