import { afterEach, test } from 'vitest';
import { numbers } from '../testing/small-network.ts';
import { expectSameTraining, variableMaker, wholeTensor } from '../testing/training.ts';
import { tf } from '../tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

const [rows, length, vocabulary, width, heads, blocks] = [4, 7, 11, 8, 2, 2];

/** Sequences that count on by a step of their own; 0 fills the end of some. */
function batch(step: number) {
  const starts = numbers(2 * rows, step + 1).map((number) => Math.floor((number + 1) * 5));
  const tokens = Int32Array.from({ length: rows * (length + 1) }, (_, at) => {
    const [row, place] = [Math.floor(at / (length + 1)), at % (length + 1)];
    if (place > length - (row % 3)) return 0;
    return 1 + ((starts[row] + place * (1 + (starts[rows + row] % 3))) % (vocabulary - 1));
  });
  return { tokens: wholeTensor([rows, length + 1], tokens) };
}

/** Vaswani and others 2017, with the normalisation in front of each part, and one table for reading and writing tokens. */
function transformer() {
  const variable = variableMaker(4);
  const table = variable('table', [vocabulary, width], 0.5);
  const places = variable('places', [length, width], 0.2);
  const layers = Array.from({ length: blocks }, (_, at) => ({
    before: variable(`before${at}`, [width], 1),
    attention: variable(`attention${at}`, [width, 3 * width], 0.4),
    joined: variable(`joined${at}`, [width, width], 0.4),
    between: variable(`between${at}`, [width], 1),
    wide: variable(`wide${at}`, [width, 2 * width], 0.4),
    wideBias: variable(`wideBias${at}`, [2 * width], 0.1),
    narrow: variable(`narrow${at}`, [2 * width, width], 0.4),
  }));
  const normalised = (x: tf.Tensor, scale: tf.Tensor) => {
    const { mean, variance } = tf.moments(x, -1, true);
    return tf.mul(tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-5))), scale);
  };
  const product = (x: tf.Tensor, weights: tf.Tensor) => {
    const [inside, outside] = weights.shape;
    const flat: tf.Tensor2D = tf.reshape(x, [rows * length, inside]);
    return tf.reshape(tf.matMul(flat, tf.reshape(weights, [inside, outside])), [rows, length, outside]);
  };
  const attended = (x: tf.Tensor, layer: (typeof layers)[number], blocked: tf.Tensor) => {
    const apart = tf.reshape(product(x, layer.attention), [rows, length, 3, heads, width / heads]);
    const [query, key, value] = tf.unstack(tf.transpose(apart, [2, 0, 3, 1, 4]));
    const scores = tf.div(tf.matMul(query, key, false, true), Math.sqrt(width / heads));
    const weights = tf.softmax(tf.where(blocked, tf.fill(scores.shape, -1e9), scores));
    const mixed = tf.transpose(tf.matMul(weights, value), [0, 2, 1, 3]);
    return product(tf.reshape(mixed, [rows, length, width]), layer.joined);
  };
  const loss = ({ tokens }: Record<string, tf.Tensor>): tf.Scalar => {
    const read = tf.slice(tokens, [0, 0], [rows, length]);
    const wanted = tf.slice(tokens, [0, 1], [rows, length]);
    // A place sees itself and what came before, but no filling.
    const later = tf.sub(1, tf.linalg.bandPart(tf.ones([length, length]), -1, 0));
    const filling = tf.cast(tf.equal(read, 0), 'float32');
    const hidden = tf.add(
      tf.reshape(later, [1, 1, length, length]),
      tf.reshape(filling, [rows, 1, 1, length]),
    );
    const blocked = tf.greater(tf.tile(hidden, [1, heads, 1, 1]), 0);
    let state: tf.Tensor = tf.add(tf.gather(table, tf.cast(read, 'int32')), places);
    for (const layer of layers) {
      state = tf.add(state, attended(normalised(state, layer.before), layer, blocked));
      const wide = tf.relu(tf.add(product(normalised(state, layer.between), layer.wide), layer.wideBias));
      state = tf.add(state, product(wide, layer.narrow));
    }
    const scores = product(state, tf.transpose(table));
    const entropy = tf.neg(
      tf.sum(tf.mul(tf.logSoftmax(scores), tf.oneHot(tf.cast(wanted, 'int32'), vocabulary)), -1),
    );
    const counted = tf.cast(tf.notEqual(wanted, 0), 'float32');
    return tf.div(tf.sum(tf.mul(entropy, counted)), tf.sum(counted));
  };
  return { loss, variables: [table, places, ...layers.flatMap((layer) => Object.values(layer))] };
}

test('100 steps of a causal transformer with embeddings and layer normalisation follow the eager run', async () => {
  await expectSameTraining({ model: transformer, optimizer: () => tf.train.adam(0.01), batch });
});
