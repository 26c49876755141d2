import { afterEach, test } from 'vitest';
import { numbers } from '../testing/small-network.ts';
import { expectSameTraining, floatTensor, variableMaker } from '../testing/training.ts';
import { tf } from '../tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

const [rows, length, features, hidden] = [8, 6, 3, 5];

/** Whether the first feature's running sum ends above 0; sequences end early where the mask is 0. */
function batch(step: number) {
  const x = numbers(rows * length * features, step + 1);
  const mask = Float32Array.from({ length: rows * length }, (_, at) =>
    at % length < length - (Math.floor(at / length) % 3) ? 1 : 0,
  );
  const y = Float32Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let at = 0; at < length; at++) sum += x[(row * length + at) * features] * mask[row * length + at];
    return sum > 0 ? 1 : 0;
  });
  return {
    x: floatTensor([rows, length, features], x),
    mask: floatTensor([rows, length], mask),
    y: floatTensor([rows, 1], y),
  };
}

const steps = (x: tf.Tensor): tf.Tensor2D[] =>
  tf.unstack(x, 1).map((step) => tf.reshape(step, [rows, features]));
const masks = (mask: tf.Tensor) => tf.unstack(mask, 1).map((step) => tf.expandDims(step, 1));

function scored(state: tf.Tensor, out: tf.Tensor, y: tf.Tensor): tf.Scalar {
  return tf.losses.sigmoidCrossEntropy(
    y,
    tf.matMul(tf.reshape(state, [rows, hidden]), tf.reshape(out, [hidden, 1])),
  );
}

/** Hochreiter and Schmidhuber 1997, as tfjs' own cell; two of them on top of each other. */
function lstm() {
  const variable = variableMaker(2);
  const kernels = [
    variable('first', [features + hidden, 4 * hidden], 0.4),
    variable('second', [2 * hidden, 4 * hidden], 0.4),
  ];
  const biases = [variable('firstBias', [4 * hidden], 0.1), variable('secondBias', [4 * hidden], 0.1)];
  const out = variable('out', [hidden, 1], 0.5);
  const loss = ({ x, y }: Record<string, tf.Tensor>): tf.Scalar => {
    const cells = kernels.map((kernel, at) => (data: tf.Tensor2D, c: tf.Tensor2D, h: tf.Tensor2D) => {
      const flat: tf.Tensor1D = tf.reshape(biases[at], [-1]);
      const matrix: tf.Tensor2D = tf.reshape(kernel, [-1, 4 * hidden]);
      return tf.basicLSTMCell(1, matrix, flat, data, c, h);
    });
    let c: tf.Tensor2D[] = cells.map(() => tf.zeros([rows, hidden]));
    let h: tf.Tensor2D[] = cells.map(() => tf.zeros([rows, hidden]));
    for (const step of steps(x)) [c, h] = tf.multiRNNCell(cells, step, c, h);
    return scored(h[1], out, y);
  };
  return { loss, variables: [...kernels, ...biases, out] };
}

/** Cho and others 2014, written by hand, with a mask that keeps the state of a sequence that has ended. */
function gru() {
  const variable = variableMaker(3);
  const gates = variable('gates', [features + hidden, 2 * hidden], 0.4);
  const gateBias = variable('gateBias', [2 * hidden], 0.1);
  const candidate = variable('candidate', [features + hidden, hidden], 0.4);
  const candidateBias = variable('candidateBias', [hidden], 0.1);
  const out = variable('out', [hidden, 1], 0.5);
  const loss = ({ x, mask, y }: Record<string, tf.Tensor>): tf.Scalar => {
    const open = masks(mask);
    let state: tf.Tensor = tf.zeros([rows, hidden]);
    for (const [at, step] of steps(x).entries()) {
      const both = tf.concat([step, state], 1);
      const [reset, update] = tf.split(
        tf.sigmoid(tf.add(tf.matMul(both, tf.reshape(gates, [-1, 2 * hidden])), gateBias)),
        2,
        1,
      );
      const remembered = tf.concat([step, tf.mul(reset, state)], 1);
      const next = tf.tanh(tf.add(tf.matMul(remembered, tf.reshape(candidate, [-1, hidden])), candidateBias));
      const moved = tf.add(tf.mul(update, state), tf.mul(tf.sub(1, update), next));
      state = tf.where(tf.cast(open[at], 'bool'), moved, state);
    }
    return scored(state, out, y);
  };
  return { loss, variables: [gates, gateBias, candidate, candidateBias, out] };
}

test('100 steps of two LSTM cells over a sequence follow the eager run', async () => {
  await expectSameTraining({ model: lstm, optimizer: () => tf.train.adam(0.02), batch });
});

test('100 steps of a masked GRU over a sequence follow the eager run', async () => {
  await expectSameTraining({ model: gru, optimizer: () => tf.train.rmsprop(0.005), batch });
});
