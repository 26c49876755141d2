/**
 * The few methods of tfjs' chained API that tf.layers itself calls: its orthogonal first weights, which every recurrent
 * layer starts from unless told otherwise, fail without them.
 */
import type * as tfjs from '@tensorflow/tfjs-core';

type Numbers = number[];

export function registerChainedMethods(tf: typeof tfjs): void {
  Object.assign(tf.Tensor.prototype, {
    flatten(this: tfjs.Tensor) {
      return tf.reshape(this, [-1]);
    },
    reshape(this: tfjs.Tensor, shape: Numbers) {
      return tf.reshape(this, shape);
    },
    transpose(this: tfjs.Tensor, order?: Numbers) {
      return tf.transpose(this, order);
    },
    sign(this: tfjs.Tensor) {
      return tf.sign(this);
    },
    stridedSlice(this: tfjs.Tensor, begin: Numbers, end: Numbers, strides: Numbers) {
      return tf.stridedSlice(this, begin, end, strides);
    },
  });
}
