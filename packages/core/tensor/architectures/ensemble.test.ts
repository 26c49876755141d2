import { afterEach, test } from 'vitest';
import { type Architecture, byWeight, memberLogOdds, weightShapes } from '../../learners/network.ts';
import { numbers } from '../testing/small-network.ts';
import { expectSameTraining, floatTensor, variableMaker } from '../testing/training.ts';
import { tf } from '../tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

const [rows, columns] = [16, 4];

const architecture: Architecture = {
  columns,
  units: [0, 0, 1, 2].map((column, at) => ({ column, from: at / 4 - 0.6, to: at / 4 - 0.2 })),
  members: 3,
  hidden: [8, 4],
};

function batch(step: number) {
  const z = numbers(rows * columns, step + 1);
  const y = Float32Array.from({ length: rows }, (_, row) =>
    z[row * columns] * z[row * columns + 1] > 0 ? 1 : 0,
  );
  return { z: floatTensor([rows, columns], z), y: floatTensor([1, rows], y) };
}

/** Each member learns by itself: the sum of their mean losses. */
function ensemble() {
  const variable = variableMaker(5);
  const shapes = weightShapes(architecture);
  const weights = byWeight((name) => variable(name, [...shapes[name]], 0.4));
  const loss = ({ z, y }: Record<string, tf.Tensor>): tf.Scalar => {
    const logOdds = memberLogOdds(architecture, weights, tf.reshape(z, [rows, columns]));
    const entropy = tf.sub(tf.softplus(logOdds), tf.mul(y, logOdds));
    return tf.sum(tf.mean(entropy, 1));
  };
  return { loss, variables: Object.values(weights) };
}

test('100 steps of the deep tabular ensemble follow the eager run', async () => {
  await expectSameTraining({ model: ensemble, optimizer: () => tf.train.adam(0.01), batch });
});
