/**
 * Reading at positions. tfjs has no gradient for the largest few, for slices with steps and for coordinates, and a wrong
 * one for gathering row by row (`batchDims`).
 */
import { type Attributes, listOf, single, type Tensor, type TensorFlow } from './gradient.ts';

export function mendPositions(tf: TensorFlow): void {
  tf.registerGradient({
    kernelName: 'GatherV2',
    inputsToSave: ['x', 'indices'],
    gradFunc: (dy, [x, indices], attributes) => ({
      x: () => gathered(tf, single(dy), x.shape, indices, attributes),
      indices: () => tf.zerosLike(indices),
    }),
  });
  tf.registerGradient({
    kernelName: 'TopK',
    inputsToSave: ['x'],
    outputsToSave: [false, true],
    gradFunc: (dy, [x, indices]) => ({
      x: () => {
        const [values] = [dy].flat();
        const axis = x.rank - 1;
        return gathered(tf, values, x.shape, indices, { axis, batchDims: axis });
      },
    }),
  });
  tf.registerGradient({
    kernelName: 'StridedSlice',
    inputsToSave: ['x'],
    gradFunc: (dy, [x], attributes) => ({ x: () => sliced(tf, single(dy), x.shape, attributes) }),
  });
  tf.registerGradient({
    kernelName: 'GatherNd',
    inputsToSave: ['params', 'indices'],
    gradFunc: (dy, [params, indices]) => ({
      params: () => tf.scatterND(tf.cast(indices, 'int32'), single(dy), params.shape),
    }),
  });
  tf.registerGradient({
    kernelName: 'ScatterNd',
    inputsToSave: ['indices'],
    gradFunc: (dy, [indices]) => ({ updates: () => tf.gatherND(single(dy), tf.cast(indices, 'int32')) }),
  });
  tf.registerGradient({
    kernelName: 'TensorScatterUpdate',
    inputsToSave: ['indices', 'updates'],
    gradFunc: (dy, [indices, updates]) => ({
      tensor: () => tf.tensorScatterUpdate(single(dy), indices, tf.zerosLike(updates)),
      updates: () => tf.gatherND(single(dy), indices),
    }),
  });
}

/**
 * Adds each slope to the place that it was gathered from. The first `batchDims` axes of x [batch…, outer…, length,
 * inner…] and indices [batch…, places…] go together, so each batch gets positions of its own.
 */
function gathered(
  tf: TensorFlow,
  dy: Tensor,
  shape: number[],
  indices: Tensor,
  attributes: Attributes,
): Tensor {
  const axis = (Number(attributes.axis) + shape.length) % shape.length;
  const shared = (Number(attributes.batchDims ?? 0) + indices.rank) % Math.max(1, indices.rank);
  const batchDims = Number(attributes.batchDims ?? 0) === indices.rank ? indices.rank : shared;
  const size = (from: number, to: number, of: number[]) => of.slice(from, to).reduce((a, b) => a * b, 1);
  const [batch, outer] = [size(0, batchDims, shape), size(batchDims, axis, shape)];
  const [length, inner] = [shape[axis], size(axis + 1, shape.length, shape)];
  const places = size(batchDims, indices.rank, indices.shape);
  const own = tf.reshape(tf.cast(indices, 'int32'), [batch, places]);
  const positions = tf.add(
    own,
    tf.mul(tf.reshape(tf.range(0, batch, 1, 'int32'), [batch, 1]), tf.scalar(length, 'int32')),
  );
  const slopes = tf.transpose(tf.reshape(dy, [batch, outer, places, inner]), [0, 2, 1, 3]);
  const sums = tf.unsortedSegmentSum(
    tf.reshape(slopes, [batch * places, outer, inner]),
    tf.reshape(tf.cast(positions, 'int32'), [batch * places]),
    batch * length,
  );
  const apart = tf.reshape(sums, [batch, length, outer, inner]);
  return tf.reshape(tf.transpose(apart, [0, 2, 1, 3]), shape);
}

/** The same slice of the elements' numbers says where each slope belongs. */
function sliced(tf: TensorFlow, dy: Tensor, shape: number[], attributes: Attributes): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const mask = (name: string) => Number(attributes[name] ?? 0);
  const places = tf.stridedSlice(
    tf.reshape(tf.range(0, size, 1, 'int32'), shape),
    listOf(attributes, 'begin'),
    listOf(attributes, 'end'),
    listOf(attributes, 'strides'),
    mask('beginMask'),
    mask('endMask'),
    mask('ellipsisMask'),
    mask('newAxisMask'),
    mask('shrinkAxisMask'),
  );
  const sums = tf.unsortedSegmentSum(
    tf.reshape(dy, [-1]),
    tf.reshape(tf.cast(places, 'int32'), [dy.size]),
    size,
  );
  return tf.reshape(sums, shape);
}
