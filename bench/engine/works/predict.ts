/** One row at a time, numbers and a category by its name, through an exported network like that of the work `mlp`. */
import { tf } from '../../../packages/core/tensor/index.ts';
import { normals, uniformFrom } from '../random.ts';
import { denseWeights, layers, logOdds } from './mlp.ts';
import { float32, type PredictionWork } from './work.ts';

const rows = 64;
const categories = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];

export const predict: PredictionWork = {
  kind: 'prediction',
  name: 'predict',
  categories,
  data() {
    const uniform = uniformFrom(5);
    return {
      weights: denseWeights([layers[0] + categories.length, ...layers.slice(1)], uniform),
      constants: {},
      batches: Array.from({ length: rows }, () => ({
        x: float32([1, layers[0]], normals(layers[0], uniform)),
        category: {
          shape: [1],
          dtype: 'int32' as const,
          data: Int32Array.of(Math.floor(categories.length * uniform())),
        },
      })),
    };
  },
  predict(weights, { x, category }) {
    const known = tf.cast(tf.oneHot(category, categories.length), 'float32');
    return tf.sigmoid(logOdds(weights, tf.concat([x, known], 1)));
  },
};
