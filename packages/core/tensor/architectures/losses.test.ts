import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, integers, onExamples, truths } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const [rows, classes] = [5, 4];

test('losses of yes and no: cross-entropy, weighted, focal, hinge, with gradient', async () => {
  const examples = fc.record({
    z: floats([rows, 1], { min: -6, max: 6 }),
    y: truths([rows, 1]).map((tensor) => ({
      ...tensor,
      dtype: 'float32' as const,
      data: Float32Array.from(tensor.data),
    })),
    w: floats([rows, 1], { min: 0, max: 3 }),
  });
  const compute = {
    crossEntropy: ({ z, y }: Inputs) => tf.losses.sigmoidCrossEntropy(y, z),
    smoothed: ({ z, y }: Inputs) => tf.losses.sigmoidCrossEntropy(y, z, 1, 0.1),
    weighted: ({ z, y, w }: Inputs) => tf.losses.sigmoidCrossEntropy(y, z, w),
    log: ({ z, y, w }: Inputs) => tf.losses.logLoss(y, tf.sigmoid(z), w),
    hinge: ({ z, y, w }: Inputs) => tf.losses.hingeLoss(y, z, w),
    squaredHinge: ({ z, y }: Inputs) => {
      const signed = tf.sub(tf.mul(2, y), 1);
      return tf.mean(tf.square(tf.relu(tf.sub(1, tf.mul(signed, z)))));
    },
    // Positives count 3 times, as in tf.nn.weighted_cross_entropy_with_logits.
    weightedPositives: ({ z, y }: Inputs) => {
      const factor = tf.add(1, tf.mul(2, y));
      return tf.mean(tf.add(tf.mul(tf.sub(1, y), z), tf.mul(factor, tf.softplus(tf.neg(z)))));
    },
    // Lin and others 2017.
    focal: ({ z, y }: Inputs) => {
      const signed = tf.mul(tf.sub(tf.mul(2, y), 1), z);
      const balance = tf.add(tf.mul(0.25, y), tf.mul(0.75, tf.sub(1, y)));
      const modulation = tf.pow(tf.sub(1, tf.sigmoid(signed)), 2);
      return tf.mean(tf.mul(tf.mul(balance, modulation), tf.softplus(tf.neg(signed))));
    },
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute, gradients: ['z', 'w'] }), 15);
});

test('losses of numbers: squared, absolute, Huber, quantiles, cosine, with gradient', async () => {
  const examples = fc.record({
    z: floats([rows, 3], { min: -4, max: 4 }),
    y: floats([rows, 3], { min: -4, max: 4 }),
    w: floats([rows, 1], { min: 0, max: 3 }),
  });
  const compute = {
    squared: ({ z, y, w }: Inputs) => tf.losses.meanSquaredError(y, z, w),
    absolute: ({ z, y }: Inputs) => tf.losses.absoluteDifference(y, z),
    huber: ({ z, y, w }: Inputs) => tf.losses.huberLoss(y, z, w, 0.8),
    cosine: ({ z, y }: Inputs) => tf.losses.cosineDistance(y, z, 1),
    sumOnly: ({ z, y, w }: Inputs) => tf.losses.meanSquaredError(y, z, w, tf.Reduction.SUM),
    each: ({ z, y }: Inputs) => tf.losses.absoluteDifference(y, z, 1, tf.Reduction.NONE),
    // One column a quantile (Koenker and Bassett 1978).
    pinball: ({ z, y }: Inputs) => {
      const quantiles = tf.tensor2d([[0.1, 0.5, 0.9]]);
      const error = tf.sub(tf.slice(y, [0, 0], [rows, 1]), z);
      return tf.mean(tf.maximum(tf.mul(quantiles, error), tf.mul(tf.sub(quantiles, 1), error)));
    },
    logCosh: ({ z, y }: Inputs) => {
      const error = tf.sub(z, y);
      return tf.mean(tf.sub(tf.add(error, tf.softplus(tf.mul(-2, error))), Math.log(2)));
    },
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute, gradients: ['z', 'w'] }), 15);
});

test('losses of classes: soft labels and class numbers, smoothed, weighted, with gradient', async () => {
  const examples = fc.record({
    z: floats([rows, classes], { min: -20, max: 20 }),
    soft: floats([rows, classes], { min: 0.01, max: 1 }),
    at: integers([rows], { min: 0, max: classes - 1 }),
    w: floats([rows], { min: 0, max: 3 }),
  });
  const oneHot = (at: tf.Tensor) => tf.oneHot(tf.cast(at, 'int32'), classes);
  const compute = {
    soft: ({ z, soft }: Inputs) => tf.losses.softmaxCrossEntropy(soft, z),
    numbered: ({ z, at }: Inputs) => tf.losses.softmaxCrossEntropy(oneHot(at), z),
    smoothed: ({ z, at, w }: Inputs) =>
      tf.losses.softmaxCrossEntropy(tf.cast(oneHot(at), 'float32'), z, w, 0.1),
    byHand: ({ z, at, w }: Inputs) => {
      const own = tf.sum(tf.mul(tf.logSoftmax(z), oneHot(at)), 1);
      return tf.neg(tf.div(tf.sum(tf.mul(own, w)), rows));
    },
    gathered: ({ z, at }: Inputs) => {
      const places = tf.reshape(tf.cast(at, 'int32'), [rows, 1]);
      return tf.neg(tf.mean(tf.gather(tf.logSoftmax(z), places, 1, 1)));
    },
    divergence: ({ z, soft }: Inputs) => {
      const p = tf.softmax(tf.log(soft));
      return tf.sum(tf.mul(p, tf.sub(tf.log(p), tf.logSoftmax(z))));
    },
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute, gradients: ['z', 'w'] }), 15);
});
