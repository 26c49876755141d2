import { afterEach, test } from 'vitest';
import { numbers } from '../testing/small-network.ts';
import { expectSameTraining, floatTensor, variableMaker } from '../testing/training.ts';
import { tf } from '../tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

const [rows, side, classes] = [8, 8, 3];

/** Pictures of a bar whose direction is the class, under noise. */
function batch(step: number) {
  const x = numbers(rows * side * side, step + 1).map((number) => number * 0.5);
  const y = new Float32Array(rows * classes);
  for (let row = 0; row < rows; row++) {
    const kind = (row + step) % classes;
    y[row * classes + kind] = 1;
    for (let at = 0; at < side; at++) {
      const place = kind === 0 ? 3 * side + at : kind === 1 ? at * side + 3 : at * side + at;
      x[row * side * side + place] += 1;
    }
  }
  return { x: floatTensor([rows, side, side, 1], x), y: floatTensor([rows, classes], y) };
}

/** Convolution, batch normalisation by the batch's own moments, pooling by the largest and by the mean. */
function network() {
  const variable = variableMaker(1);
  const first = variable('first', [3, 3, 1, 4], 0.5);
  const scale = variable('scale', [4], 1);
  const offset = variable('offset', [4], 0.1);
  const each = variable('each', [3, 3, 4, 1], 0.4);
  const second = variable('second', [2, 2, 4, 6], 0.4);
  const out = variable('out', [6, classes], 0.5);
  const loss = ({ x, y }: Record<string, tf.Tensor>): tf.Scalar => {
    const picture: tf.Tensor4D = tf.reshape(x, [rows, side, side, 1]);
    const convolved: tf.Tensor4D = tf.conv2d(picture, tf.reshape(first, [3, 3, 1, 4]), 1, 'same');
    const { mean, variance } = tf.moments(convolved, [0, 1, 2]);
    const normalised = tf.batchNorm(
      convolved,
      tf.reshape(mean, [4]),
      tf.reshape(variance, [4]),
      tf.reshape(offset, [4]),
      tf.reshape(scale, [4]),
      1e-3,
    );
    const pooled: tf.Tensor4D = tf.maxPool(
      tf.relu(tf.reshape(normalised, [rows, side, side, 4])),
      3,
      2,
      'same',
    );
    const spread = tf.depthwiseConv2d(pooled, tf.reshape(each, [3, 3, 4, 1]), 1, 'same');
    const mixed = tf.conv2d(tf.relu(spread), tf.reshape(second, [2, 2, 4, 6]), 2, 'valid');
    const summary = tf.mean(tf.avgPool(tf.elu(mixed), 2, 1, 'same'), [1, 2]);
    return tf.losses.softmaxCrossEntropy(
      y,
      tf.matMul(tf.reshape(summary, [rows, 6]), tf.reshape(out, [6, classes])),
    );
  };
  return { loss, variables: [first, scale, offset, each, second, out] };
}

test('100 steps of a convolutional network with pooling and batch normalisation follow the eager run', async () => {
  await expectSameTraining({ model: network, optimizer: () => tf.train.adam(0.01), batch });
});
