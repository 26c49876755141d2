/** The deep tabular network: many small networks side by side, computed as one. */
import { encodeUnits, type Unit } from '../prepare/piecewise-linear.ts';
import { tf } from '../tensor/index.ts';

/**
 * Each member is log-odds = bias + linear(z) + output · relu(second · relu(first · [units, z])): a logistic regression
 * and beside it two hidden layers that see every number cut at its quantiles.
 */
export interface Architecture {
  readonly columns: number;
  readonly units: readonly Unit[];
  readonly members: number;
  readonly hidden: readonly [number, number];
}

const weightNames = ['bias', 'linear', 'first', 'firstBias', 'second', 'secondBias', 'output'] as const;
export type WeightName = (typeof weightNames)[number];
export type Weights<Kind> = Readonly<Record<WeightName, Kind>>;

export function weightShapes({ columns, units, members, hidden }: Architecture): Weights<readonly number[]> {
  const [wide, narrow] = hidden;
  return {
    bias: [members, 1],
    linear: [columns, members],
    first: [units.length + columns, members * wide],
    firstBias: [1, members * wide],
    second: [members, wide, narrow],
    secondBias: [members, 1, narrow],
    output: [members, narrow, 1],
  };
}

/** Log-odds of every member: z [batch, columns] to [members, batch]. */
export function memberLogOdds(
  architecture: Architecture,
  weights: Weights<tf.Tensor>,
  z: tf.Tensor2D,
): tf.Tensor2D {
  const { members, hidden, units } = architecture;
  const batch = z.shape[0];
  const seen = tf.concat2d([encodeUnits(units, z), z], 1);
  // One product for the first layer of all members: they read the same rows.
  const first = tf.relu(tf.add(tf.matMul(seen, weights.first), weights.firstBias));
  const byMember = tf.transpose(tf.reshape(first, [batch, members, hidden[0]]), [1, 0, 2]);
  const second = tf.relu(tf.add(tf.matMul(byMember, weights.second), weights.secondBias));
  // A product, not a weighted sum: its gradient has no constant as long as the batch, which a trace could not hold.
  const deep = tf.squeeze(tf.matMul(second, weights.output), [2]);
  const linear = tf.transpose(tf.matMul(z, weights.linear));
  return tf.add(tf.add(deep, linear), weights.bias);
}

/** One value a weight, in the fixed order. */
export function byWeight<Kind>(make: (name: WeightName) => Kind): Weights<Kind> {
  return {
    bias: make('bias'),
    linear: make('linear'),
    first: make('first'),
    firstBias: make('firstBias'),
    second: make('second'),
    secondBias: make('secondBias'),
    output: make('output'),
  };
}
