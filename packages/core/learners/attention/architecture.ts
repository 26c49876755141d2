/** A small attention network over the last steps of a sequence (Vaswani and others 2017), read out by its present step. */
import { encodeUnits, type Unit } from '../../prepare/piecewise-linear.ts';
import { tf } from '../../tensor/index.ts';

/**
 * Steps are embedded with their place and attend to one another; what the present row says, through a layer of its own, asks them once more.
 * log-odds = bias + linear(z) + output · relu(joined · [present, context]), with
 * present = relu(first · [units, z]) and context = Σ softmax(query(present) · keys) values.
 *
 * No step lies after the present one, so none needs to be hidden but those that are not there.
 */
export interface AttentionArchitecture {
  readonly columns: number;
  readonly units: readonly Unit[];
  /** Prepared columns that the steps show. */
  readonly stepColumns: readonly number[];
  readonly length: number;
  readonly width: number;
  readonly heads: number;
  readonly hidden: number;
}

const weightNames = [
  'bias',
  'linear',
  'first',
  'firstBias',
  'embed',
  'embedBias',
  'places',
  'attention',
  'attended',
  'wide',
  'wideBias',
  'narrow',
  'query',
  'keysValues',
  'joined',
  'joinedBias',
  'output',
] as const;
type WeightName = (typeof weightNames)[number];
export type AttentionWeights<Kind> = Readonly<Record<WeightName, Kind>>;

export function weightShapes({
  columns,
  units,
  stepColumns,
  length,
  width,
  hidden,
}: AttentionArchitecture): AttentionWeights<readonly [number, number]> {
  return {
    bias: [1, 1],
    linear: [columns, 1],
    first: [units.length + columns, hidden],
    firstBias: [1, hidden],
    embed: [stepColumns.length + 1, width],
    embedBias: [1, width],
    places: [length, width],
    attention: [width, 3 * width],
    attended: [width, width],
    wide: [width, 2 * width],
    wideBias: [1, 2 * width],
    narrow: [2 * width, width],
    query: [hidden, width],
    keysValues: [width, 2 * width],
    joined: [hidden + width, hidden],
    joinedBias: [1, hidden],
    output: [hidden, 1],
  };
}

/** Prepared numbers beyond so many standard deviations say no more. */
const farthest = 5;

export interface SequenceTensors {
  /** [batch, columns] */
  readonly present: tf.Tensor2D;
  /** [batch, length, stepColumns + 1] */
  readonly past: tf.Tensor3D;
  /** 1 where a step is, [batch, length]. */
  readonly known: tf.Tensor2D;
}

/** Log-odds, [batch, 1]. */
export function sequenceLogOdds(
  architecture: AttentionArchitecture,
  weights: AttentionWeights<tf.Tensor2D>,
  { present, past, known }: SequenceTensors,
): tf.Tensor2D {
  const { units, length, width, heads, stepColumns } = architecture;
  const batch = present.shape[0];
  const headWidth = width / heads;
  const clipped = tf.clipByValue(present, -farthest, farthest);
  const seen = tf.concat2d([encodeUnits(units, present), clipped], 1);
  const first = tf.relu(tf.add<tf.Tensor2D>(tf.matMul(seen, weights.first), weights.firstBias));

  const shown = tf.reshape<tf.Rank.R2>(tf.clipByValue(past, -farthest, farthest), [
    batch * length,
    stepColumns.length + 1,
  ]);
  const read = tf.relu(tf.add<tf.Tensor2D>(tf.matMul(shown, weights.embed), weights.embedBias));
  const placed = tf.add(tf.reshape(read, [batch, length, width]), weights.places);
  const embedded = tf.reshape<tf.Rank.R2>(placed, [batch * length, width]);
  // What is not there gets so much less that its share of the attention is 0.
  const missing = tf.mul(tf.sub(known, 1), 1e4);
  const apart = (of: tf.Tensor, parts: number, steps: number) =>
    tf.unstack(tf.transpose(tf.reshape(of, [batch, steps, parts, heads, headWidth]), [2, 0, 3, 1, 4]));
  const attend = (query: tf.Tensor, key: tf.Tensor, value: tf.Tensor, asking: number): tf.Tensor2D => {
    const scores = tf.div(tf.matMul(query, key, false, true), Math.sqrt(headWidth));
    const shares = tf.softmax(tf.add(scores, tf.reshape(missing, [batch, 1, 1, length])));
    const mixed = tf.transpose(tf.matMul(shares, value), [0, 2, 1, 3]);
    return tf.reshape(mixed, [batch * asking, width]);
  };

  const [query, key, value] = apart(tf.matMul(embedded, weights.attention), 3, length);
  const attended = attend(query, key, value, length);
  const state = tf.add<tf.Tensor2D>(embedded, tf.matMul(attended, weights.attended));
  const wide = tf.relu(tf.add<tf.Tensor2D>(tf.matMul(state, weights.wide), weights.wideBias));
  const steps = tf.add<tf.Tensor2D>(state, tf.matMul(wide, weights.narrow));

  const [asked] = apart(tf.matMul(first, weights.query), 1, 1);
  const [keys, values] = apart(tf.matMul(steps, weights.keysValues), 2, length);
  const context = attend(asked, keys, values, 1);
  const joined = tf.relu(
    tf.add<tf.Tensor2D>(tf.matMul(tf.concat2d([first, context], 1), weights.joined), weights.joinedBias),
  );
  const straight = tf.matMul(clipped, weights.linear);
  return tf.add(tf.add(tf.matMul(joined, weights.output), straight), weights.bias);
}

/** One value a weight, in the fixed order. */
export function byAttentionWeight<Kind>(make: (name: WeightName) => Kind): AttentionWeights<Kind> {
  return {
    bias: make('bias'),
    linear: make('linear'),
    first: make('first'),
    firstBias: make('firstBias'),
    embed: make('embed'),
    embedBias: make('embedBias'),
    places: make('places'),
    attention: make('attention'),
    attended: make('attended'),
    wide: make('wide'),
    wideBias: make('wideBias'),
    narrow: make('narrow'),
    query: make('query'),
    keysValues: make('keysValues'),
    joined: make('joined'),
    joinedBias: make('joinedBias'),
    output: make('output'),
  };
}
