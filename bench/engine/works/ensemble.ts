/**
 * The deep tabular ensemble of packages/core/learners/network.ts with 16 members: every member is a logistic regression
 * and two hidden layers that see each number cut at its quantiles.
 */
import { tf } from '../../../packages/core/tensor/index.ts';
import { normals, uniformFrom } from '../random.ts';
import { filled, float32, type TrainingWork } from './work.ts';

const rows = 256;
const columns = 40;
const bins = 5;
const members = 16;
const wide = 32;
const narrow = 16;
const batches = 16;
const seen = columns * bins + columns;

/** Log(1 + eˣ) − label · x with its gradient in closed form, as in the learner. */
function logisticLoss(labels: tf.Tensor, logOdds: tf.Tensor): tf.Tensor {
  return tf.customGrad((_, save) => {
    if (typeof save === 'function') save([logOdds, labels]);
    const softplus = tf.add(tf.relu(logOdds), tf.log1p(tf.exp(tf.neg(tf.abs(logOdds)))));
    return {
      value: tf.sub(softplus, tf.mul(labels, logOdds)),
      gradFunc: (upstream: tf.Tensor, [x, y]: tf.Tensor[]) => tf.mul(upstream, tf.sub(tf.sigmoid(x), y)),
    };
  })(logOdds);
}

export const ensemble: TrainingWork = {
  kind: 'training',
  name: 'ensemble',
  samples: rows,
  learningRate: 2e-3,
  decayed: ['linear', 'first', 'second', 'output'],
  weightDecay: 1,
  data() {
    const uniform = uniformFrom(2);
    // Five bins of one width between -2.5 and 2.5: unit = clip(z − from, 0, 1).
    const slopes = new Float32Array(columns * columns * bins);
    const starts = new Float32Array(columns * bins);
    for (let unit = 0; unit < columns * bins; unit++) {
      slopes[Math.floor(unit / bins) * columns * bins + unit] = 1;
      starts[unit] = (unit % bins) - bins / 2;
    }
    const normal = (shape: readonly [number, number, number?], deviation: number) => {
      const [first, second, third = 1] = shape;
      const lengths = shape.length === 3 ? [first, second, third] : [first, second];
      return float32(lengths, normals(first * second * third, uniform, deviation));
    };
    return {
      weights: {
        bias: filled([members, 1], -1),
        linear: filled([columns, members], 0),
        first: normal([seen, members * wide], Math.sqrt(1 / seen)),
        firstBias: filled([1, members * wide], 0),
        second: normal([members, wide, narrow], Math.sqrt(2 / wide)),
        secondBias: filled([members, 1, narrow], 0),
        output: normal([members, narrow, 1], 0.3 * Math.sqrt(1 / narrow)),
      },
      constants: {
        slopes: float32([columns, columns * bins], slopes),
        starts: float32([1, columns * bins], starts),
      },
      batches: Array.from({ length: batches }, () => ({
        z: float32([rows, columns], normals(rows * columns, uniform)),
        y: float32(
          [1, rows],
          Float32Array.from({ length: rows }, () => (uniform() < 0.27 ? 1 : 0)),
        ),
        // How often a member has drawn a row.
        weight: float32(
          [members, rows],
          Float32Array.from({ length: members * rows }, () => Math.floor(3 * uniform())),
        ),
      })),
    };
  },
  loss(weights, { slopes, starts }, { z, y, weight }) {
    const units = tf.clipByValue(tf.sub(tf.matMul(z, slopes), starts), 0, 1);
    const first = tf.relu(tf.add(tf.matMul(tf.concat([units, z], 1), weights.first), weights.firstBias));
    const byMember = tf.transpose(tf.reshape(first, [rows, members, wide]), [1, 0, 2]);
    const second = tf.relu(tf.add(tf.matMul(byMember, weights.second), weights.secondBias));
    const deep = tf.squeeze(tf.matMul(second, weights.output), [2]);
    const linear = tf.transpose(tf.matMul(z, weights.linear));
    const logOdds = tf.add(tf.add(deep, linear), weights.bias);
    return tf.mean(tf.mul(weight, logisticLoss(y, logOdds)));
  },
};
