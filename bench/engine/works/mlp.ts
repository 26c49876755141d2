/** A network of two hidden layers, 64-256-256-1, on batches of 256 rows. */
import { tf } from '../../../packages/core/tensor/index.ts';
import { normals, uniformFrom } from '../random.ts';
import { float32, type Tensors, type TrainingWork } from './work.ts';

export const layers: readonly number[] = [64, 256, 256, 1];
const rows = 256;
const batches = 32;

/** Weights with the deviation of He et al. 2015. */
export function denseWeights(sizes: readonly number[], uniform: () => number): Tensors {
  const weights = sizes.slice(1).flatMap((outputs, layer) => {
    const inputs = sizes[layer];
    return [
      [`w${layer}`, float32([inputs, outputs], normals(inputs * outputs, uniform, Math.sqrt(2 / inputs)))],
      // Not zeros, which a trained network has none of: an export would fold them away.
      [`b${layer}`, float32([outputs], normals(outputs, uniform, 0.05))],
    ] as const;
  });
  return Object.fromEntries(weights);
}

/** Log-odds, [batch, inputs] to [batch, 1]. */
export function logOdds(weights: Readonly<Record<string, tf.Tensor>>, x: tf.Tensor): tf.Tensor {
  const first = tf.relu(tf.add(tf.matMul(x, weights.w0), weights.b0));
  const second = tf.relu(tf.add(tf.matMul(first, weights.w1), weights.b1));
  return tf.add(tf.matMul(second, weights.w2), weights.b2);
}

export const mlp: TrainingWork = {
  kind: 'training',
  name: 'mlp',
  samples: rows,
  learningRate: 1e-3,
  decayed: [],
  weightDecay: 0,
  data() {
    const uniform = uniformFrom(1);
    return {
      weights: denseWeights(layers, uniform),
      constants: {},
      batches: Array.from({ length: batches }, () => {
        const x = normals(rows * layers[0], uniform);
        // Noise, so that the loss cannot come near 0, where gradients turn into slow subnormal numbers.
        const y = Float32Array.from({ length: rows }, (_, row) =>
          x[row * layers[0]] + x[row * layers[0] + 1] > 2 * uniform() - 1 ? 1 : 0,
        );
        return { x: float32([rows, layers[0]], x), y: float32([rows, 1], y) };
      }),
    };
  },
  loss: (weights, _constants, { x, y }) => tf.losses.sigmoidCrossEntropy(y, logOdds(weights, x)),
};
