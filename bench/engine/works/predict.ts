/** One row at a time through the exported network of the work `mlp`. */
import { tf } from '../../../packages/core/tensor/index.ts';
import { normals, uniformFrom } from '../random.ts';
import { denseWeights, layers, logOdds } from './mlp.ts';
import { float32, type PredictionWork } from './work.ts';

const rows = 64;

export const predict: PredictionWork = {
  kind: 'prediction',
  name: 'predict',
  data() {
    const uniform = uniformFrom(5);
    return {
      weights: denseWeights(uniform),
      constants: {},
      batches: Array.from({ length: rows }, () => ({
        x: float32([1, layers[0]], normals(layers[0], uniform)),
      })),
    };
  },
  predict: (weights, { x }) => tf.sigmoid(logOdds(weights, x)),
};
