import { expect, test } from 'vitest';
import { tf } from '../tensor/index.ts';
import { logisticLoss } from './logistic-loss.ts';

test('loss and gradient are those of the cross-entropy', () => {
  const labels = tf.tensor1d([0, 1, 1, 0, 1]);
  const x = tf.tensor1d([-2, -0.5, 0, 1, 3]);
  const loss = tf.valueAndGrad((at) => tf.sum(logisticLoss(labels, at)))(x);
  const cross = tf.valueAndGrad((at) =>
    tf.mul(5, tf.losses.sigmoidCrossEntropy(labels, tf.reshape(at, [5]))),
  )(x);
  expect(loss.value.arraySync()).toBeCloseTo(Number(cross.value.arraySync()), 5);
  const [own, other] = [loss.grad.dataSync(), cross.grad.dataSync()];
  for (const [index, value] of own.entries()) expect(value).toBeCloseTo(other[index], 5);
});

test('log-odds of a thousand do not overflow', () => {
  const losses = logisticLoss(tf.tensor1d([0, 1, 1, 0]), tf.tensor1d([1000, -1000, 1000, -1000]));
  expect([...losses.dataSync()]).toEqual([1000, 1000, 0, 0]);
});
