/** What the networks over sequences share: how a step is read, and how its log-odds are made. */
import { tf } from '../../tensor/index.ts';
import type { Named, SequenceNetwork, WindowShape, WindowTensors } from './contract.ts';

type Weights = SequenceNetwork['weights'];

/** Width of the head's hidden layer. */
const headWidth = 32;

export const stepWeights = (flagColumns: number, embedding: number): Weights => ({
  // Few of the flags are set, so a row's deviation is not that of a sum over all of them.
  embedding: { shape: [flagColumns, embedding], deviation: 0.1 },
});

/** The step as its flags' embedding and its numbers, masked: [places, width]. */
export function readStep(
  weights: Named<tf.Tensor>,
  { flags, numbers }: Pick<WindowTensors<tf.Tensor>, 'flags' | 'numbers'>,
  mask: tf.Tensor,
  { times, streams }: WindowShape,
  width: number,
): tf.Tensor {
  const read = tf.concat([tf.matMul(flags, weights.embedding), numbers], 1);
  return tf.reshape(tf.mul(tf.reshape(read, [times, streams, width]), mask), [times * streams, width]);
}

export const headWeights = (seen: number, width: number, numberColumns: number): Weights => ({
  head: { shape: [seen + width, headWidth], deviation: Math.sqrt(2 / (seen + width)) },
  headBias: { shape: [1, headWidth], deviation: 0 },
  output: { shape: [headWidth, 1], deviation: 0.3 / Math.sqrt(headWidth) },
  linear: { shape: [numberColumns, 1], deviation: 0 },
  bias: { shape: [1, 1], deviation: 0 },
});

/** A hidden layer over what was seen and the step itself, and beside it a logistic regression on the numbers: [places, 1]. */
export function logOddsOfHead(
  weights: Named<tf.Tensor>,
  seen: tf.Tensor,
  step: tf.Tensor,
  numbers: tf.Tensor,
): tf.Tensor {
  const hidden = tf.relu(tf.add(tf.matMul(tf.concat([seen, step], 1), weights.head), weights.headBias));
  const deep = tf.add(tf.matMul(hidden, weights.output), weights.bias);
  return tf.add(deep, tf.matMul(numbers, weights.linear));
}
