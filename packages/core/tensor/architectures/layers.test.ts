import * as layers from '@tensorflow/tfjs-layers';
import { afterEach, describe, expect, test } from 'vitest';
import { exportGraph } from '../export.ts';
import { openSession } from '../session.ts';
import { compileTrainingStep } from '../step.ts';
import { numbers } from '../testing/small-network.ts';
import { expectSameTraining, floatTensor, wholeTensor } from '../testing/training.ts';
import { tf } from '../tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

const rows = 6;

/** One model of tf.layers: what goes in (without the rows), and its layers. */
interface Built {
  readonly model: layers.LayersModel;
  readonly input: readonly number[];
  readonly dtype?: 'float32' | 'int32';
}

let seed = 0;
/** Every initial weight comes from a seed, so that a model can be made twice. */
const start = () => layers.initializers.glorotUniform({ seed: ++seed });

function sequential(input: readonly number[], stack: readonly layers.layers.Layer[]): Built {
  const model = layers.sequential();
  for (const layer of stack) model.add(layer);
  return { model, input };
}

const { layers: make } = layers;
const first = (input: readonly number[]) => ({ inputShape: [...input], kernelInitializer: start() });
const score = () => make.dense({ units: 1, kernelInitializer: start() });
const recurrent = (units: number) => ({
  units,
  kernelInitializer: start(),
  recurrentInitializer: start(),
});

const models: Record<string, () => Built> = {
  'dense layers with batch normalisation': () =>
    sequential(
      [5],
      [
        make.dense({ ...first([5]), units: 8, activation: 'relu' }),
        make.batchNormalization(),
        make.dense({ units: 6, activation: 'selu', kernelInitializer: start() }),
        score(),
      ],
    ),
  'convolutions of pictures': () =>
    sequential(
      [8, 8, 2],
      [
        // Without a bias: the normalisation behind takes it away, so Adam would follow the rounding of a slope of 0.
        make.conv2d({ ...first([8, 8, 2]), filters: 4, kernelSize: 3, padding: 'same', useBias: false }),
        make.batchNormalization(),
        make.activation({ activation: 'relu' }),
        make.maxPooling2d({ poolSize: 2 }),
        make.depthwiseConv2d({ kernelSize: 3, depthwiseInitializer: start(), padding: 'same' }),
        make.separableConv2d({
          filters: 4,
          kernelSize: 2,
          depthwiseInitializer: start(),
          pointwiseInitializer: start(),
        }),
        make.conv2dTranspose({ filters: 3, kernelSize: 2, strides: 2, kernelInitializer: start() }),
        make.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
        make.upSampling2d({ size: [2, 2] }),
        make.zeroPadding2d({ padding: 1 }),
        make.flatten(),
        score(),
      ],
    ),
  'convolutions of sequences': () =>
    sequential(
      [10, 3],
      [
        make.conv1d({ ...first([10, 3]), filters: 5, kernelSize: 3, dilationRate: 2, activation: 'elu' }),
        make.layerNormalization({}),
        make.maxPooling1d({ poolSize: 3, strides: 1 }),
        make.globalAveragePooling1d({}),
        score(),
      ],
    ),
  'an LSTM in both directions': () =>
    sequential(
      [4, 2],
      [
        make.bidirectional({
          layer: make.lstm({ ...recurrent(3), returnSequences: true }),
          mergeMode: 'concat',
          inputShape: [4, 2],
        }),
        make.timeDistributed({ layer: make.dense({ units: 3, kernelInitializer: start() }) }),
        make.flatten(),
        score(),
      ],
    ),
  'a GRU on a simple recurrent layer': () =>
    sequential(
      [4, 2],
      [
        make.simpleRNN({ ...recurrent(3), inputShape: [4, 2], returnSequences: true }),
        make.gru(recurrent(3)),
        score(),
      ],
    ),
  'an embedding of tokens, some of them masked': () => {
    const tokens = layers.input({ shape: [6], dtype: 'int32' });
    const read = make
      .embedding({ inputDim: 7, outputDim: 4, maskZero: true, embeddingsInitializer: start() })
      .apply(tokens);
    const states = make.lstm({ ...recurrent(3), returnSequences: false }).apply(read);
    const output = score().apply(states);
    if (!(output instanceof layers.SymbolicTensor)) throw new Error('the model has one output');
    return { model: layers.model({ inputs: tokens, outputs: output }), input: [6], dtype: 'int32' };
  },
  'two ways that meet': () => {
    const given = layers.input({ shape: [4] });
    const one = make.dense({ units: 5, activation: 'tanh', kernelInitializer: start() }).apply(given);
    const other = make.dense({ units: 5, activation: 'sigmoid', kernelInitializer: start() }).apply(given);
    if (!(one instanceof layers.SymbolicTensor) || !(other instanceof layers.SymbolicTensor)) {
      throw new Error('a dense layer has one output');
    }
    const both = make
      .concatenate()
      .apply([make.multiply().apply([one, other]), one].flat().filter(isSymbolic));
    const output = score().apply(both);
    if (!isSymbolic(output)) throw new Error('the model has one output');
    return { model: layers.model({ inputs: given, outputs: output }), input: [4] };
  },
};

function isSymbolic(value: unknown): value is layers.SymbolicTensor {
  return value instanceof layers.SymbolicTensor;
}

/** The variables behind a model's weights: tfjs registers each under the weight's name. */
function variablesOf(weights: readonly { readonly name: string }[]): tf.Variable[] {
  return weights.map(({ name }) => tf.engine().registeredVariables[name]);
}

function output(model: layers.LayersModel, x: tf.Tensor, training: boolean): tf.Tensor {
  const result = model.apply(x, { training });
  if (result instanceof tf.Tensor) return result;
  throw new Error('the model has one output');
}

function inputTensor({ input, dtype = 'float32' }: Built, step: number) {
  const shape = [rows, ...input];
  const real = numbers(tf.util.sizeFromShape(shape), step + 1);
  return dtype === 'float32'
    ? floatTensor(shape, real)
    : wholeTensor(
        shape,
        Int32Array.from(real, (number) => Math.floor((number + 1) * 3.49)),
      );
}

describe('a model of tf.layers', () => {
  for (const [name, build] of Object.entries(models)) {
    test(`${name}: 100 training steps follow the eager run, moving averages too`, async () => {
      seed = 0;
      const spec = build();
      spec.model.dispose();
      await expectSameTraining({
        model: () => {
          seed = 0;
          const { model } = build();
          const trained = variablesOf(model.trainableWeights);
          return {
            variables: trained,
            assigned: variablesOf(model.nonTrainableWeights),
            loss: ({ x, y }) => tf.losses.sigmoidCrossEntropy(y, output(model, x, true)),
          };
        },
        optimizer: () => tf.train.adam(0.02),
        batch: (step) => {
          const x = inputTensor(spec, step);
          const width = x.data.length / rows;
          const y = Float32Array.from({ length: rows }, (_, row) =>
            x.data[row * width] > x.data[row * width + 1] ? 1 : 0,
          );
          return { x, y: floatTensor([rows, 1], y) };
        },
        steps: 100,
      });
    });

    test(`${name}: the exported model predicts what the eager one does, for any number of rows`, async () => {
      seed = 0;
      const built = build();
      const x = inputTensor(built, 3);
      const session = await openSession(
        exportGraph({
          inputs: { x: { shape: ['batch', ...built.input], dtype: x.dtype } },
          outputs: ({ x }) => ({ y: output(built.model, x, false) }),
        }),
      );
      const { y } = await session.run({ x });
      await session.release();
      const wanted = tf.tidy(() =>
        output(built.model, tf.tensor(x.data, [...x.shape], x.dtype), false).dataSync(),
      );
      for (const [at, number] of wanted.entries()) expect(y.data[at]).toBeCloseTo(number, 5);
    });
  }
});

test('moving averages belong to the state of a step, frozen layers do not change', async () => {
  const model = layers.sequential();
  model.add(make.dense({ inputShape: [3], units: 4, trainable: false, kernelInitializer: start() }));
  model.add(make.batchNormalization());
  model.add(score());
  const [kernel] = variablesOf(model.layers[0].nonTrainableWeights);
  const frozen = kernel.dataSync().slice();
  const trained = variablesOf(model.trainableWeights);
  const step = await compileTrainingStep({
    inputs: { x: { shape: [rows, 3], dtype: 'float32' } },
    optimizer: tf.train.adam(0.02),
    loss: ({ x }) => tf.mean(tf.square(tf.sub(output(model, x, true), 1))),
    variables: trained,
  });
  const names = [...trained, ...variablesOf(model.layers[1].nonTrainableWeights)].map(({ name }) => name);
  await step.run({ x: numbers(rows * 3, 1) });
  const saved = step.state();
  expect(Object.keys(saved)).toEqual(expect.arrayContaining(names));
  expect(Object.keys(saved)).not.toContain(kernel.name);
  const wanted = await step.run({ x: numbers(rows * 3, 2) });
  step.restore(saved);
  expect(await step.run({ x: numbers(rows * 3, 2) })).toBe(wanted);
  step.commit();
  await step.release();
  expect(kernel.dataSync()).toEqual(frozen);
  const [mean] = variablesOf(model.layers[1].nonTrainableWeights);
  expect(mean.dataSync().some((number) => number !== 0)).toBe(true);
});

test('layers with their own first weights can be traced too', async () => {
  const given = () => ({ inputShape: [4, 3] });
  const stacks = [
    [make.lstm({ ...given(), units: 2 })],
    [make.gru({ ...given(), units: 2 })],
    [make.simpleRNN({ ...given(), units: 2 })],
    [make.conv1d({ ...given(), filters: 2, kernelSize: 2 }), make.flatten(), make.dense({ units: 1 })],
  ];
  // Orthogonal columns, tfjs' start for what comes from the step before.
  const recurrence = tf.tidy(() => {
    const columns = layers.initializers.orthogonal({ seed: 1 }).apply([6, 3]);
    return tf.matMul(columns, columns, true).dataSync();
  });
  for (const [at, number] of recurrence.entries()) expect(number).toBeCloseTo(at % 4 === 0 ? 1 : 0, 5);
  for (const stack of stacks) {
    const { model } = sequential([4, 3], stack);
    const bytes = exportGraph({
      inputs: { x: { shape: ['batch', 4, 3], dtype: 'float32' } },
      outputs: ({ x }) => ({ y: output(model, x, false) }),
    });
    const session = await openSession(bytes);
    expect(session.outputs).toEqual(['y']);
    await session.release();
  }
});
