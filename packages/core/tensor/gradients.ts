/**
 * Gradients that TensorFlow.js 4.22 has wrong, mended: a running sum along another axis than the last was transposed
 * (silently, where the shape is square), and the larger, the smaller and the squared difference of two tensors did not
 * add up over axes that were broadcast.
 */
import type * as tfjs from '@tensorflow/tfjs-core';

type Tensor = tfjs.Tensor;
type Slope = (a: Tensor, b: Tensor) => Tensor;

/** Replaces the registered gradients for every backend. `tf` is given so that this file comes before the door. */
export function mendGradients(tf: typeof tfjs): void {
  const pairwise = (kernelName: string, byA: Slope, byB: Slope) => {
    tf.registerGradient({
      kernelName,
      inputsToSave: ['a', 'b'],
      gradFunc: (dy, [a, b]) => {
        const by = (slope: Slope, operand: Tensor) => () => {
          const broadcast = tf.mul(single(dy), slope(a, b));
          const added = tf.broadcast_util.getReductionAxes(operand.shape, broadcast.shape);
          return tf.reshape(added.length > 0 ? tf.sum(broadcast, added) : broadcast, operand.shape);
        };
        return { a: by(byA, a), b: by(byB, b) };
      },
    });
  };
  const where = (compare: (a: Tensor, b: Tensor) => Tensor) => (a: Tensor, b: Tensor) =>
    tf.cast(compare(a, b), 'float32');

  // Where both are equal, the first operand takes the whole gradient, as in tfjs.
  pairwise('Maximum', where(tf.greaterEqual), where(tf.less));
  pairwise('Minimum', where(tf.lessEqual), where(tf.greater));
  pairwise(
    'SquaredDifference',
    (a, b) => tf.mul(2, tf.sub(a, b)),
    (a, b) => tf.mul(2, tf.sub(b, a)),
  );

  tf.registerGradient({
    kernelName: 'Cumsum',
    gradFunc: (dy, _saved, { axis, exclusive, reverse }) => ({
      x: () => tf.cumsum(single(dy), Number(axis), exclusive === true, reverse !== true),
    }),
  });
}

function single(dy: Tensor | Tensor[]): Tensor {
  if (Array.isArray(dy)) throw new Error('a kernel with one result has one gradient');
  return dy;
}
