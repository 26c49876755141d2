import * as layers from '@tensorflow/tfjs-layers';
import { afterEach, describe, expect, test } from 'vitest';
import { compileTrainingStep } from '../step.ts';
import { tf } from '../tf.ts';
import { random } from './draws.ts';

afterEach(() => {
  tf.disposeVariables();
});

interface Layer {
  apply(input: tf.Tensor, options: { training: boolean }): unknown;
}

function applied(layer: Layer, input: tf.Tensor, training = true): tf.Tensor {
  const output = layer.apply(input, { training });
  if (output instanceof tf.Tensor) return output;
  throw new Error('the layer has one output');
}

const shape = [8, 6, 5];
const rows = () => tf.reshape(tf.sin(tf.range(0, 240)), shape);

/** What a layer gives in training, in the graph of two steps and in the eager runs of these steps. */
async function outputs(layer: Layer, seed = 21) {
  const eager = [1, 2].map((step) =>
    tf.tidy(() =>
      random
        .seeded(seed, step, () => applied(layer, rows()))
        .dataSync()
        .slice(),
    ),
  );
  const outputShape = tf.tidy(() => applied(layer, rows()).shape);
  const sum = tf.tidy(() => tf.variable(tf.zeros(outputShape), true));
  // With a rate of 1 and a weight of 0 the new weight is the gradient, which is what the layer gives.
  const step = await compileTrainingStep({
    inputs: { x: { shape, dtype: 'float32' } },
    optimizer: tf.train.sgd(-1),
    loss: ({ x }) => tf.sum(tf.mul(sum, applied(layer, x))),
    variables: [sum],
    seed,
  });
  const x = Float32Array.from(tf.tidy(() => rows().dataSync()));
  const start = step.state();
  const traced: Float32Array[] = [];
  for (let index = 0; index < 2; index++) {
    await step.run({ x });
    const state = step.state();
    traced.push(Float32Array.from(state[sum.name].data));
    step.restore({ ...start, 'step/count': state['step/count'] });
  }
  await step.release();
  return { eager, traced };
}

const units = { units: 4, kernelInitializer: 'ones', recurrentInitializer: 'ones' } as const;
const noises: Record<string, () => Layer> = {
  dropout: () => layers.layers.dropout({ rate: 0.4 }),
  'dropout with a seed of its own': () => layers.layers.dropout({ rate: 0.4, seed: 3 }),
  'dropout of whole columns': () => layers.layers.dropout({ rate: 0.4, noiseShape: [8, 1, 5] }),
  spatialDropout1d: () => layers.layers.spatialDropout1d({ rate: 0.4 }),
  gaussianNoise: () => layers.layers.gaussianNoise({ stddev: 0.3 }),
  gaussianDropout: () => layers.layers.gaussianDropout({ rate: 0.4 }),
  alphaDropout: () => layers.layers.alphaDropout({ rate: 0.4 }),
  'simpleRNN with dropout': () => layers.layers.simpleRNN({ ...units, dropout: 0.3, recurrentDropout: 0.2 }),
  'lstm with dropout': () => layers.layers.lstm({ ...units, dropout: 0.3, recurrentDropout: 0.2 }),
  'gru with dropout': () => layers.layers.gru({ ...units, dropout: 0.3, recurrentDropout: 0.2 }),
};

describe('a noise layer of tf.layers in a traced step', () => {
  for (const [name, make] of Object.entries(noises)) {
    test(`${name}: as in the eager run of that step, and anew in each step`, async () => {
      const layer = make();
      const { eager, traced } = await outputs(layer);
      for (const [index, drawn] of traced.entries()) {
        for (const [at, number] of eager[index].entries()) {
          expect(Math.abs(drawn[at] - number)).toBeLessThan(1e-5 * Math.max(1, Math.abs(number)));
        }
      }
      expect(traced[1]).not.toEqual(traced[0]);
    });
  }
});

test('alpha dropout keeps mean and variance', () => {
  const size = 100_000;
  const layer = layers.layers.alphaDropout({ rate: 0.2 });
  tf.tidy(() => {
    const dropped = random.seeded(4, 1, () => applied(layer, random.normal([size])));
    const { mean, variance } = tf.moments(dropped);
    // Five standard errors of a mean and of a variance whose fourth moment is at most 4.
    expect(Math.abs(mean.dataSync()[0])).toBeLessThan(5 / Math.sqrt(size));
    expect(Math.abs(variance.dataSync()[0] - 1)).toBeLessThan(5 * Math.sqrt(4 / size));
  });
});

test('a whole model of tf.layers trains with dropout', async () => {
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 16, activation: 'relu', inputShape: [4] }),
      layers.layers.dropout({ rate: 0.3 }),
      layers.layers.dense({ units: 1 }),
    ],
  });
  const variables = model.trainableWeights.map((weight) => weight.read());
  const trainable = Object.values(tf.engine().registeredVariables).filter((variable) => variable.trainable);
  expect(trainable).toHaveLength(variables.length);
  const step = await compileTrainingStep({
    inputs: { x: { shape: [32, 4], dtype: 'float32' } },
    optimizer: tf.train.adam(0.03),
    loss: ({ x }) => tf.losses.meanSquaredError(tf.sum(x, 1, true), applied(model, x)),
    variables: trainable,
    seed: 2,
  });
  const x = Float32Array.from({ length: 128 }, (_, index) => Math.sin(index * 1.3));
  const first = await step.run({ x });
  let last = first;
  for (let index = 0; index < 100; index++) last = await step.run({ x });
  expect(last).toBeLessThan(first / 2);
  await step.release();
});

test('without a seed, and outside of training, the layers are as tfjs made them', async () => {
  const layer = layers.layers.dropout({ rate: 0.5, seed: 3 });
  tf.tidy(() => {
    const twice = [applied(layer, rows()), applied(layer, rows())].map((output) => output.dataSync());
    expect(twice[1]).toEqual(twice[0]);
    const scored = random.seeded(1, 1, () => applied(layer, rows(), false));
    expect(scored.dataSync()).toEqual(rows().dataSync());
  });
  const weight = tf.variable(tf.ones([1]), true);
  const compiling = compileTrainingStep({
    inputs: { x: { shape, dtype: 'float32' } },
    optimizer: tf.train.sgd(0.1),
    loss: ({ x }) => tf.sum(tf.mul(weight, applied(layer, x))),
    variables: [weight],
  });
  await expect(compiling).rejects.toMatchObject({ code: 'notDeterministic' });
  await expect(compiling).rejects.toThrow('give compileTrainingStep a seed');
});
