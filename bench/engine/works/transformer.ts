/** A causal transformer that predicts the next symbol: pre-layer-norm (Xiong et al. 2020), as in GPT-2. */
import { tf } from '../../../packages/core/tensor/index.ts';
import { normals, uniformFrom } from '../random.ts';
import { filled, float32, sizeOf, type Tensors, type TrainingWork } from './work.ts';

const blocks = 2;
const width = 64;
const heads = 4;
const vocabulary = 500;
const length = 100;
const sequences = 32;
const batches = 8;

type Weights = Readonly<Record<string, tf.Tensor>>;

/** [rows, width] along the last axis. */
function layerNorm(x: tf.Tensor, gain: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-5))), gain), shift);
}

/** Queries, keys and values as [sequences, heads, length, width / heads]. */
function split(joined: tf.Tensor): tf.Tensor[] {
  const parts = tf.reshape(joined, [sequences, length, 3, heads, width / heads]);
  return tf.unstack(tf.transpose(parts, [2, 0, 3, 1, 4]));
}

function attention(x: tf.Tensor, weights: Weights, block: number, mask: tf.Tensor): tf.Tensor {
  const [query, key, value] = split(tf.add(tf.matMul(x, weights[`qkv${block}`]), weights[`qkvBias${block}`]));
  const scores = tf.mul(tf.matMul(query, key, false, true), 1 / Math.sqrt(width / heads));
  const mixed = tf.matMul(tf.softmax(tf.add(scores, mask)), value);
  const joined = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [sequences * length, width]);
  return tf.add(tf.matMul(joined, weights[`out${block}`]), weights[`outBias${block}`]);
}

function logits(weights: Weights, symbols: tf.Tensor, mask: tf.Tensor): tf.Tensor {
  const embedded = tf.add(tf.gather(weights.embedding, symbols), weights.positions);
  let x: tf.Tensor = tf.reshape(embedded, [sequences * length, width]);
  for (let block = 0; block < blocks; block++) {
    const before = layerNorm(x, weights[`gainA${block}`], weights[`shiftA${block}`]);
    x = tf.add(x, attention(before, weights, block, mask));
    const after = layerNorm(x, weights[`gainB${block}`], weights[`shiftB${block}`]);
    const up = tf.relu(tf.add(tf.matMul(after, weights[`up${block}`]), weights[`upBias${block}`]));
    x = tf.add(x, tf.add(tf.matMul(up, weights[`down${block}`]), weights[`downBias${block}`]));
  }
  return tf.matMul(layerNorm(x, weights.gainEnd, weights.shiftEnd), weights.head);
}

function firstWeights(uniform: () => number): Tensors {
  const normal = (...shape: number[]) => float32(shape, normals(sizeOf(shape), uniform, 0.02));
  const weights: Record<string, Tensors[string]> = {
    embedding: normal(vocabulary, width),
    positions: normal(length, width),
    gainEnd: filled([width], 1),
    shiftEnd: filled([width], 0),
    head: normal(width, vocabulary),
  };
  for (let block = 0; block < blocks; block++) {
    Object.assign(weights, {
      [`gainA${block}`]: filled([width], 1),
      [`shiftA${block}`]: filled([width], 0),
      [`qkv${block}`]: normal(width, 3 * width),
      [`qkvBias${block}`]: filled([3 * width], 0),
      [`out${block}`]: normal(width, width),
      [`outBias${block}`]: filled([width], 0),
      [`gainB${block}`]: filled([width], 1),
      [`shiftB${block}`]: filled([width], 0),
      [`up${block}`]: normal(width, 4 * width),
      [`upBias${block}`]: filled([4 * width], 0),
      [`down${block}`]: normal(4 * width, width),
      [`downBias${block}`]: filled([width], 0),
    });
  }
  return weights;
}

export const transformer: TrainingWork = {
  kind: 'training',
  name: 'transformer',
  samples: sequences,
  learningRate: 1e-3,
  decayed: [],
  weightDecay: 0,
  data() {
    const uniform = uniformFrom(3);
    // A finite number instead of −∞: ∞ − ∞ in the softmax would be NaN.
    const mask = Float32Array.from({ length: length * length }, (_, place) =>
      place % length > Math.floor(place / length) ? -1e9 : 0,
    );
    return {
      weights: firstWeights(uniform),
      constants: { mask: float32([length, length], mask) },
      batches: Array.from({ length: batches }, () => {
        const shape = [sequences, length];
        const symbols = Int32Array.from({ length: sequences * length }, () =>
          Math.floor(vocabulary * uniform()),
        );
        return {
          symbols: { shape, dtype: 'int32' as const, data: symbols },
          targets: {
            shape,
            dtype: 'int32' as const,
            data: symbols.map((symbol) => (7 * symbol + 3) % vocabulary),
          },
        };
      }),
    };
  },
  loss(weights, { mask }, { symbols, targets }) {
    const expected = tf.oneHot(tf.reshape(targets, [sequences * length]), vocabulary);
    return tf.losses.softmaxCrossEntropy(tf.cast(expected, 'float32'), logits(weights, symbols, mask));
  },
};
