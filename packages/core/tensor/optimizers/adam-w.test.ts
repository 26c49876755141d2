import { afterEach, expect, test } from 'vitest';
import { compileTrainingStep } from '../step.ts';
import { expectRateFollows, expectSameRun } from '../testing/small-network.ts';
import { tf } from '../tf.ts';
import { AdamW } from './adam-w.ts';

afterEach(() => {
  tf.disposeVariables();
});

test('decayed weights shrink beside Adam’s own step, the others take that step alone', () => {
  const [decayed, free] = [tf.variable(tf.scalar(2)), tf.variable(tf.scalar(2))];
  const optimizer = new AdamW(0.1, 0.5, [decayed]);
  optimizer.minimize(() => tf.add(decayed, free), false, [decayed, free]);
  // Adam's first step is the learning rate, whatever the gradient; decay takes 0.1 × 0.5 of the weight.
  expect(free.dataSync()[0]).toBeCloseTo(2 - 0.1, 5);
  expect(decayed.dataSync()[0]).toBeCloseTo(2 * (1 - 0.05) - 0.1, 5);
});

test('100 traced steps follow the losses of the eager run and end in the same variables', async () => {
  await expectSameRun({ optimizer: (variables) => new AdamW(0.01, 0.2, [variables[0], variables[2]]) });
});

test('a traced step follows the algorithm as the paper writes it, with a learning rate that changes', async () => {
  const [rate, decay, start] = [0.05, 0.3, 1.5];
  const rates = [rate, rate, 0.2, 0.01, 0.01, 0.5];
  const weight = tf.variable(tf.scalar(start), true, 'weight');
  const step = await compileTrainingStep({
    inputs: { x: { shape: [], dtype: 'float32' } },
    optimizer: new AdamW(rate, decay, [weight]),
    loss: ({ x }) => tf.square(tf.sub(tf.mul(weight, x), 1)),
    variables: [weight],
  });
  // Loshchilov and Hutter 2019, algorithm 2, lines 5 to 12, in float64.
  let [w, m, v] = [start, 0, 0];
  for (const [index, alpha] of rates.entries()) {
    const x = 1 + index / 3;
    step.setLearningRate(alpha);
    await step.run({ x: Float32Array.of(x) });
    const gradient = 2 * (w * x - 1) * x;
    m = 0.9 * m + 0.1 * gradient;
    v = 0.999 * v + 0.001 * gradient ** 2;
    const [mean, variance] = [m / (1 - 0.9 ** (index + 1)), v / (1 - 0.999 ** (index + 1))];
    w -= alpha * (mean / (Math.sqrt(variance) + 1e-8) + decay * w);
    expect(step.state().weight.data[0], `step ${index + 1}`).toBeCloseTo(w, 4);
  }
  await step.release();
});

test('a learning rate set on the step is the same as one that the optimizer was made with, decay included', () =>
  expectRateFollows((rate, variables) => new AdamW(rate, 0.5, variables)));
