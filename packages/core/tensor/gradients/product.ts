/** Products of matrices: tfjs does not add the gradient up where one stack was broadcast against the other. */
import { addedUp, single, type Tensor, type TensorFlow } from './gradient.ts';

export function mendProducts(tf: TensorFlow): void {
  const stacked = tf.getGradient('BatchMatMul');
  tf.registerGradient({
    ...stacked,
    gradFunc: (dy, saved, attributes) => {
      const [a, b] = saved;
      const given = single(dy);
      if (b.rank === 2 && a.rank > 2 && attributes.transposeA !== true) {
        return flattened(tf, given, a, b, attributes.transposeB === true);
      }
      const inner = stacked.gradFunc(dy, saved, attributes);
      return { a: () => addedUp(tf, inner.a(), a.shape), b: () => addedUp(tf, inner.b(), b.shape) };
    },
  });
}

/** One matrix for a whole stack: all rows as one matrix, so that both gradients are one product. */
function flattened(tf: TensorFlow, dy: Tensor, a: Tensor, b: Tensor, transposed: boolean) {
  const rows = (x: Tensor) => tf.reshape(x, [-1, x.shape[x.rank - 1]]);
  return {
    a: () => tf.reshape(tf.matMul(rows(dy), b, false, !transposed), a.shape),
    b: () => (transposed ? tf.matMul(rows(dy), rows(a), true) : tf.matMul(rows(a), rows(dy), true)),
  };
}
