/** For tests: a traced training run must stay with an eager one of the same model on TensorFlow.js' CPU backend. */
import { expect } from 'vitest';
import { type HostTensor, sizeOf, type TensorSpec } from '../host.ts';
import { compileTrainingStep } from '../step.ts';
import { tf } from '../tf.ts';
import { numbers } from './small-network.ts';

interface Model {
  readonly loss: (inputs: Record<string, tf.Tensor>) => tf.Scalar;
  readonly variables: readonly tf.Variable[];
  /** Variables that the loss assigns, such as moving averages. */
  readonly assigned?: readonly tf.Variable[];
}

export interface TrainingComparison {
  /** Makes the same model with the same first weights each time. */
  readonly model: () => Model;
  readonly optimizer: () => tf.Optimizer;
  /** The batch of a step. */
  readonly batch: (step: number) => Readonly<Record<string, HostTensor>>;
  readonly steps?: number;
}

/**
 * Losses within 1e-3 of each other, relatively, at every step; afterwards each variable too, of its largest number or 1.
 * @throws an assertion error that names the step or the variable
 */
export async function expectSameTraining(comparison: TrainingComparison): Promise<void> {
  const { model, optimizer, batch, steps = 100 } = comparison;
  const specs: Record<string, TensorSpec> = Object.fromEntries(
    Object.entries(batch(0)).map(([name, { shape, dtype }]) => [name, { shape, dtype }]),
  );
  const traced = model();
  const step = await compileTrainingStep({ ...traced, inputs: specs, optimizer: optimizer() });
  const losses: number[] = [];
  for (let index = 0; index < steps; index++) {
    const data = Object.entries(batch(index)).map(([name, tensor]) => [name, tensor.data]);
    losses.push(await step.run(Object.fromEntries(data)));
  }
  step.commit();
  await step.release();
  const all = (of: Model) => [...of.variables, ...(of.assigned ?? [])];
  const trained = all(traced).map((variable) => variable.dataSync().slice());
  tf.disposeVariables();

  const eager = model();
  const reference = optimizer();
  for (const [index, loss] of losses.entries()) {
    const wanted = tf.tidy(() => {
      const given = Object.entries(batch(index)).map(([name, { data, shape, dtype }]) => [
        name,
        tf.tensor(data.slice(), [...shape], dtype),
      ]);
      const cost = reference.minimize(() => eager.loss(Object.fromEntries(given)), true, [
        ...eager.variables,
      ]);
      return cost?.dataSync()[0] ?? Number.NaN;
    });
    expect(Math.abs(loss - wanted), `loss ${loss} of step ${index}, eager ${wanted}`).toBeLessThanOrEqual(
      1e-3 * Math.abs(wanted),
    );
  }
  for (const [at, variable] of all(eager).entries()) {
    const wanted = variable.dataSync();
    let [largest, scale] = [0, 1];
    for (const [index, number] of wanted.entries()) {
      largest = Math.max(largest, Math.abs(number - trained[at][index]));
      scale = Math.max(scale, Math.abs(number));
    }
    expect(largest, variable.name).toBeLessThan(1e-3 * scale);
  }
  // A run in which nothing is learnt would agree as well.
  expect(losses.at(-1)).not.toBeCloseTo(losses[0], 3);
}

/** Makes variables from a seed, one after the other. */
export function variableMaker(seed: number): (name: string, shape: number[], scale: number) => tf.Variable {
  let made = 0;
  return (name, shape, scale) => {
    made++;
    const values = numbers(sizeOf(shape), seed * 1000 + made).map((number) => number * scale);
    return tf.tidy(() => tf.variable(tf.tensor(values, shape), true, name));
  };
}

export function floatTensor(shape: readonly number[], data: Float32Array): HostTensor {
  return { shape, dtype: 'float32', data };
}

export function wholeTensor(shape: readonly number[], data: Int32Array): HostTensor {
  return { shape, dtype: 'int32', data };
}
