/** A recurrent network (Hochreiter and Schmidhuber 1997; gates as in PyTorch) whose last state gives one log-odds. */
import { tf } from '../../../packages/core/tensor/index.ts';
import { normals, uniformFrom } from '../random.ts';
import { float32, sizeOf, type TrainingWork } from './work.ts';

const hidden = 100;
const length = 100;
const sequences = 32;
const features = 40;
const batches = 16;

export const lstm: TrainingWork = {
  kind: 'training',
  name: 'lstm',
  samples: sequences,
  learningRate: 1e-3,
  decayed: [],
  weightDecay: 0,
  data() {
    const uniform = uniformFrom(4);
    const range = 1 / Math.sqrt(hidden);
    const draw = (...shape: number[]) =>
      float32(
        shape,
        Float32Array.from({ length: sizeOf(shape) }, () => range * (2 * uniform() - 1)),
      );
    return {
      // Columns of the gates: input, forget, output, candidate. Two biases, because PyTorch has and trains both.
      weights: {
        input: draw(features, 4 * hidden),
        recurrent: draw(hidden, 4 * hidden),
        inputBias: draw(4 * hidden),
        recurrentBias: draw(4 * hidden),
        head: draw(hidden, 1),
        headBias: draw(1),
      },
      constants: {},
      // Time first, which is the layout that PyTorch is fastest with.
      batches: Array.from({ length: batches }, () => ({
        x: float32([length, sequences, features], normals(length * sequences * features, uniform)),
        y: float32(
          [sequences, 1],
          Float32Array.from({ length: sequences }, () => (uniform() < 0.5 ? 1 : 0)),
        ),
      })),
    };
  },
  loss(weights, _constants, { x, y }) {
    // What the inputs bring to the gates is one product for all times; only the state's part has to wait.
    const rows = tf.reshape(x, [length * sequences, features]);
    const bias = tf.add(weights.inputBias, weights.recurrentBias);
    const projected = tf.add(tf.matMul(rows, weights.input), bias);
    const times = tf.unstack(tf.reshape(projected, [length, sequences, 4 * hidden]));
    let state: tf.Tensor = tf.zeros([sequences, hidden]);
    let cell: tf.Tensor = tf.zeros([sequences, hidden]);
    for (const now of times) {
      const gates = tf.add(now, tf.matMul(state, weights.recurrent));
      const open = tf.sigmoid(tf.slice(gates, [0, 0], [sequences, 3 * hidden]));
      const candidate = tf.tanh(tf.slice(gates, [0, 3 * hidden], [sequences, hidden]));
      const [input, forget, output] = tf.split(open, 3, 1);
      cell = tf.add(tf.mul(forget, cell), tf.mul(input, candidate));
      state = tf.mul(output, tf.tanh(cell));
    }
    const logOdds = tf.add(tf.matMul(state, weights.head), weights.headBias);
    return tf.losses.sigmoidCrossEntropy(y, logOdds);
  },
};
