/** For tests: a small network, its batches, and a whole training run that must agree with TensorFlow.js' CPU backend. */
import { expect } from 'vitest';
import { clipByGlobalNorm } from '../optimizers/clip-by-global-norm.ts';
import { compileTrainingStep, type TrainingStepOptions } from '../step.ts';
import { tf } from '../tf.ts';

export const rows = 32;
const features = 6;

/** Numbers from -1 to 1 that are the same on every machine (Park and Miller 1988). */
export function numbers(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647) * 2 - 1;
  });
}

/** A small network with layer normalisation, sample weights and an L2 penalty. */
export function network() {
  const variable = (name: string, shape: number[], scale: number, seed: number) => {
    const values = numbers(tf.util.sizeFromShape(shape), seed).map((number) => number * scale);
    return tf.tidy(() => tf.variable(tf.tensor(values, shape), true, name));
  };
  const w1 = variable('w1', [features, 16], 0.5, 1);
  const b1 = variable('b1', [16], 0, 2);
  const w2 = variable('w2', [16, 16], 0.4, 3);
  const b2 = variable('b2', [16], 0, 4);
  const w3 = variable('w3', [16, 1], 0.5, 5);
  const normalised = (h: tf.Tensor) => {
    const { mean, variance } = tf.moments(h, 1, true);
    return tf.mul(tf.sub(h, mean), tf.rsqrt(tf.add(variance, 1e-5)));
  };
  const logits = (x: tf.Tensor) => {
    const first = tf.relu(normalised(tf.add(tf.matMul(x, w1), b1)));
    return tf.matMul(tf.add(tf.elu(tf.add(tf.matMul(first, w2), b2)), first), w3);
  };
  const loss = ({ x, y, weight }: Record<string, tf.Tensor>): tf.Scalar => {
    const entropy: tf.Scalar = tf.losses.sigmoidCrossEntropy(y, logits(x), weight);
    return tf.add(entropy, tf.mul(1e-3, tf.sum(tf.square(w1))));
  };
  return { variables: [w1, b1, w2, b2, w3], loss };
}

export const inputs: TrainingStepOptions['inputs'] = {
  x: { shape: [rows, features], dtype: 'float32' },
  y: { shape: [rows, 1], dtype: 'float32' },
  weight: { shape: [rows, 1], dtype: 'float32' },
};

export function batch(seed: number) {
  const x = numbers(rows * features, seed);
  const y = Float32Array.from({ length: rows }, (_, row) =>
    (x[row * features] ?? 0) + (x[row * features + 1] ?? 0) ** 2 > 0.3 ? 1 : 0,
  );
  return { x, y, weight: numbers(rows, seed + 1).map((number) => number + 1.5) };
}

/** Those of TensorFlow.js, each with a learning rate of its usual size unless told another. */
export const optimizers: Record<string, (rate?: number) => tf.Optimizer> = {
  sgd: (rate = 0.05) => tf.train.sgd(rate),
  momentum: (rate = 0.05) => tf.train.momentum(rate, 0.9),
  nesterov: (rate = 0.05) => tf.train.momentum(rate, 0.9, true),
  adam: (rate = 0.01) => tf.train.adam(rate),
  adamax: (rate = 0.01) => tf.train.adamax(rate),
  adagrad: (rate = 0.05) => tf.train.adagrad(rate),
  adadelta: (rate = 0.5) => tf.train.adadelta(rate),
  rmsprop: (rate = 0.005) => tf.train.rmsprop(rate, 0.9, 0.5),
};

export interface Run {
  readonly optimizer: (variables: readonly tf.Variable[]) => tf.Optimizer;
  readonly clipGlobalNorm?: number;
}

/**
 * 100 steps, traced and eager, from the same start: the losses stay within 1e-3 of each other, and so do the variables
 * (roundings add up, and the weights are about 1).
 * @returns the losses.
 */
export async function expectSameRun({ optimizer, clipGlobalNorm }: Run): Promise<number[]> {
  const traced = network();
  const step = await compileTrainingStep({
    ...traced,
    inputs,
    optimizer: optimizer(traced.variables),
    clipGlobalNorm,
  });
  const losses: number[] = [];
  for (let index = 0; index < 100; index++) losses.push(await step.run(batch(1 + (index % 7))));
  step.commit();
  await step.release();
  const trained = traced.variables.map((variable) => variable.dataSync().slice());
  tf.disposeVariables();

  const eager = network();
  const reference = optimizer(eager.variables);
  for (const [index, loss] of losses.entries()) {
    const wanted = eagerStep(eager, reference, batch(1 + (index % 7)), clipGlobalNorm);
    expect(Math.abs(loss - wanted), `loss of step ${index}`).toBeLessThanOrEqual(1e-3 * Math.abs(wanted));
  }
  for (const [index, variable] of eager.variables.entries()) {
    const wanted = variable.dataSync();
    const largest = Math.max(...trained[index].map((number, at) => Math.abs(number - wanted[at])));
    expect(largest, variable.name).toBeLessThan(1e-3);
  }
  return losses;
}

function eagerStep(
  { loss, variables }: ReturnType<typeof network>,
  optimizer: tf.Optimizer,
  { x, y, weight }: ReturnType<typeof batch>,
  clipGlobalNorm: number | undefined,
): number {
  return tf.tidy(() => {
    const given = {
      x: tf.tensor2d(x, [rows, features]),
      y: tf.tensor2d(y, [rows, 1]),
      weight: tf.tensor2d(weight, [rows, 1]),
    };
    const { value, grads } = optimizer.computeGradients(() => loss(given), variables);
    optimizer.applyGradients(clipGlobalNorm === undefined ? grads : clipByGlobalNorm(grads, clipGlobalNorm));
    return value.dataSync()[0];
  });
}

/** A learning rate set on the step must be the same as one that the optimizer was made with. */
export async function expectRateFollows(
  optimizer: (rate: number, variables: readonly tf.Variable[]) => tf.Optimizer,
): Promise<void> {
  const train = async (made: number, set: number | null) => {
    const model = network();
    const step = await compileTrainingStep({ ...model, inputs, optimizer: optimizer(made, model.variables) });
    if (set !== null) step.setLearningRate(set);
    for (let index = 1; index < 4; index++) await step.run(batch(index));
    const state = step.state();
    await step.release();
    tf.disposeVariables();
    return state;
  };
  const wanted = await train(0.01, null);
  expect(await train(0.2, 0.01)).toEqual(wanted);
  expect((await train(0.2, null)).w1.data).not.toEqual(wanted.w1.data);
}
