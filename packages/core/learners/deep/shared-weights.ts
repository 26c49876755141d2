/**
 * What the members learn together and what is their own: TabM (Gorishniy, Kotelnikov and Babenko 2025) with the layers of
 * BatchEnsemble (Wen, Tran and Ba 2020).
 */
import type { Random } from '../../random.ts';
import { type HostTensor, tf } from '../../tensor/index.ts';
import { type Architecture, type Weights, weightShapes } from '../network.ts';

/**
 * A layer of member m is in[m] ⊙ shared ⊙ out[m]: one matrix for all members, whose inputs and outputs each scales for
 * itself. Biases, the linear part and the last layer are each member's own.
 */
export const sharedNames = [
  'bias',
  'linear',
  'first',
  'firstIn',
  'firstOut',
  'firstBias',
  'second',
  'secondIn',
  'secondOut',
  'secondBias',
  'output',
] as const;
type SharedName = (typeof sharedNames)[number];
export type SharedWeights<Kind> = Readonly<Record<SharedName, Kind>>;

/** Weights that are shrunk; biases and scales are free. */
export const decayedWeights: readonly SharedName[] = ['linear', 'first', 'second', 'output'];

export function sharedShapes(architecture: Architecture): SharedWeights<readonly number[]> {
  const { bias, linear, firstBias, secondBias, output } = weightShapes(architecture);
  const { columns, units, members, hidden } = architecture;
  const [wide, narrow] = hidden;
  const seen = units.length + columns;
  return {
    bias,
    linear,
    first: [seen, 1, wide],
    firstIn: [seen, members, 1],
    firstOut: [1, members, wide],
    firstBias,
    second: [1, wide, narrow],
    secondIn: [members, wide, 1],
    secondOut: [members, 1, narrow],
    secondBias,
    output,
  };
}

/** The members' weights multiplied out, as the network computes with them. */
export function unfold(
  { columns, units, members, hidden }: Architecture,
  shared: SharedWeights<tf.Tensor>,
): Weights<tf.Tensor> {
  const { bias, linear, firstBias, secondBias, output } = shared;
  const first = tf.mul(tf.mul(shared.firstIn, shared.first), shared.firstOut);
  const second = tf.mul(tf.mul(shared.secondIn, shared.second), shared.secondOut);
  return {
    bias,
    linear,
    first: tf.reshape(first, [units.length + columns, members * hidden[0]]),
    firstBias,
    second,
    secondBias,
    output,
  };
}

/**
 * First weights: the bias starts at the events' log-odds and the linear part at 0, so that training starts calibrated. The
 * members differ by the signs with which they read their inputs, and by their last layers.
 */
export function firstWeights(
  architecture: Architecture,
  startLogOdds: number,
  random: Random,
): SharedWeights<HostTensor> {
  const shapes = sharedShapes(architecture);
  const [wide, narrow] = architecture.hidden;
  const filled = (name: SharedName, draw: () => number): HostTensor => {
    const shape = shapes[name];
    const length = shape.reduce((size, dimension) => size * dimension, 1);
    return { shape, dtype: 'float32', data: Float32Array.from({ length }, draw) };
  };
  const normal = (name: SharedName, variance: number) =>
    filled(name, () => Math.sqrt(variance) * random.normal());
  return {
    bias: filled('bias', () => startLogOdds),
    linear: filled('linear', () => 0),
    first: normal('first', 1 / (architecture.units.length + architecture.columns)),
    firstIn: filled('firstIn', () => (random.uniform() < 0.5 ? -1 : 1)),
    firstOut: filled('firstOut', () => 1),
    firstBias: filled('firstBias', () => 0),
    second: normal('second', 2 / wide),
    secondIn: filled('secondIn', () => 1),
    secondOut: filled('secondOut', () => 1),
    secondBias: filled('secondBias', () => 0),
    // Small, so that the hidden layers add to the linear part only what they learn.
    output: normal('output', 0.09 / narrow),
  };
}

/** One value a weight, in the fixed order. */
export function bySharedWeight<Kind>(make: (name: SharedName) => Kind): SharedWeights<Kind> {
  return {
    bias: make('bias'),
    linear: make('linear'),
    first: make('first'),
    firstIn: make('firstIn'),
    firstOut: make('firstOut'),
    firstBias: make('firstBias'),
    second: make('second'),
    secondIn: make('secondIn'),
    secondOut: make('secondOut'),
    secondBias: make('secondBias'),
    output: make('output'),
  };
}
