/** A tour of the engine: write a model, trace and train it, export it, score with it. */
import { afterEach, expect, test } from 'vitest';
import { compileTrainingStep, exportGraph, openSession, tf } from './index.ts';

afterEach(() => {
  tf.disposeVariables();
});

test('a model written in TensorFlow.js learns in ONNX Runtime and scores any number of rows', async () => {
  // A model is a function of its inputs and of variables.
  const weights = tf.variable(tf.zeros([2, 1]), true, 'weights');
  const bias = tf.variable(tf.zeros([1]), true, 'bias');
  const logits = (x: tf.Tensor) => tf.add(tf.matMul(x, weights), bias);

  // Forward, backward and optimizer become one graph.
  const step = await compileTrainingStep({
    inputs: { x: { shape: [4, 2], dtype: 'float32' }, y: { shape: [4, 1], dtype: 'float32' } },
    optimizer: tf.train.adam(0.1),
    loss: ({ x, y }) => tf.losses.sigmoidCrossEntropy(y, logits(x)),
    variables: [weights, bias],
  });

  // "and": true only where both are.
  const x = Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1);
  const y = Float32Array.of(0, 0, 0, 1);
  const first = await step.run({ x, y });
  for (let index = 0; index < 300; index++) await step.run({ x, y });
  expect(first).toBeCloseTo(Math.log(2), 5);
  expect(await step.run({ x, y })).toBeLessThan(0.1);

  // What was learnt goes back into the variables, and from there into a file.
  step.commit();
  await step.release();
  const file = exportGraph({
    inputs: { x: { shape: ['batch', 2], dtype: 'float32' } },
    outputs: (inputs) => ({ probability: tf.sigmoid(logits(inputs.x)) }),
  });

  const session = await openSession(file);
  for (const rows of [1, 3]) {
    const data = new Float32Array(rows * 2).fill(1);
    const { probability } = await session.run({ x: { shape: [rows, 2], dtype: 'float32', data } });
    expect(probability.shape).toEqual([rows, 1]);
    for (const score of probability.data) expect(score).toBeGreaterThan(0.8);
  }
  await session.release();
});
