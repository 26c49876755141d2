/** The compiled training step of a network over sequences. */
import { createRandom } from '../../random.ts';
import { AdamW, compileTrainingStep, dropout, type HostTensor, tf } from '../../tensor/index.ts';
import { logisticLoss } from '../logistic-loss.ts';
import type { Named, SequenceNetwork, SequenceSettings, WindowTensors } from './contract.ts';

export interface SequenceTraining {
  /** @returns the loss before the step */
  step(batch: WindowTensors<Float32Array>): Promise<number>;
  setLearningRate(rate: number): void;
  weights(): Named<HostTensor>;
  release(): Promise<void>;
}

/** Variables of fits that run side by side must differ in name. */
let fits = 0;
/** Keeps the dropout's seed a whole number of 32 bits. */
const seeds = 2 ** 31;
/** Gradients of many times are held to this length. */
const longestGradient = 1;

export function inputSpecs({ window, flagColumns, numberColumns }: SequenceNetwork) {
  const places = window.times * window.streams;
  const grid = { shape: [window.times, window.streams], dtype: 'float32' } as const;
  return {
    flags: { shape: [places, flagColumns], dtype: 'float32' } as const,
    numbers: { shape: [places, numberColumns], dtype: 'float32' } as const,
    kept: grid,
    y: grid,
    weight: grid,
  };
}

export const mapNamed = <From, To>(named: Named<From>, make: (value: From, name: string) => To): Named<To> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, make(value, name)]));

export async function openSequenceTraining(
  network: SequenceNetwork,
  { learningRate, weightDecay, dropout: rate }: SequenceSettings,
  {
    seed,
    threads,
    startLogOdds,
  }: { readonly seed: number; readonly threads: number; readonly startLogOdds: number },
): Promise<SequenceTraining> {
  const own = `sequences${fits++}/`;
  const random = createRandom(seed);
  const variables = mapNamed(network.weights, ({ shape, deviation }, name) => {
    const length = shape.reduce((size, dimension) => size * dimension, 1);
    const data = Float32Array.from({ length }, () =>
      name === 'bias' ? startLogOdds : deviation === 0 ? 0 : deviation * random.normal(),
    );
    return tf.tidy(() => tf.variable(tf.tensor(data, [...shape]), true, own + name));
  });
  const carried = mapNamed(network.carried, (shape, name) =>
    tf.tidy(() => tf.variable(tf.zeros([...shape]), false, `${own}carried/${name}`)),
  );
  const decayed = Object.entries(network.weights).flatMap(([name, { deviation }]) =>
    deviation > 0 ? [variables[name]] : [],
  );
  const optimizer = new AdamW(learningRate, weightDecay, decayed);
  const step = await compileTrainingStep({
    inputs: inputSpecs(network),
    optimizer,
    loss: ({ flags, numbers, kept, y, weight }) => {
      const masks = mapNamed(network.masks, (shape) => dropout(tf.ones([...shape]), rate));
      const read = network.run(variables, { flags, numbers, kept }, masks, carried);
      for (const [name, tensor] of Object.entries(read.carried)) carried[name].assign(tensor);
      const losses = tf.sum(tf.mul(weight, logisticLoss(y, read.logOdds)));
      return tf.div(losses, tf.maximum(tf.sum(weight), 1));
    },
    variables: Object.values(variables),
    clipGlobalNorm: longestGradient,
    seed: seed % seeds,
    threads,
  });
  return {
    step: (batch) => step.run(batch),
    setLearningRate: (to) => step.setLearningRate(to),
    weights() {
      const state = step.state();
      return mapNamed(variables, (_, name) => state[own + name]);
    },
    async release() {
      await step.release();
      optimizer.dispose();
      tf.dispose([...Object.values(variables), ...Object.values(carried)]);
    },
  };
}
