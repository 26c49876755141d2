/** Operations on pairs whose gradients tfjs does not add up over axes that were broadcast. */
import { addedUp, single, type Tensor, type TensorFlow } from './gradient.ts';

type Slope = (a: Tensor, b: Tensor) => Tensor;

export function mendPairwise(tf: TensorFlow): void {
  const pairwise = (kernelName: string, byA: Slope, byB: Slope) => {
    tf.registerGradient({
      kernelName,
      inputsToSave: ['a', 'b'],
      gradFunc: (dy, [a, b]) => {
        const by = (slope: Slope, operand: Tensor) => () =>
          addedUp(tf, tf.mul(single(dy), slope(a, b)), operand.shape);
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
}
