/**
 * Resizing of pictures. tfjs' kernels for the gradients read the slopes of all pictures but the first at wrong places
 * (nearest), give pictures that are no squares back turned (bilinear), and know nothing of `halfPixelCenters`.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import { type Attributes, single, type Tensor, type TensorFlow } from './gradient.ts';

type Resize = TensorFlow['image']['resizeBilinear'];

export function mendResizing(tf: TensorFlow): void {
  const mend = (kernelName: string, resize: Resize) => {
    tf.registerGradient({
      kernelName,
      inputsToSave: ['images'],
      gradFunc: (dy, [images], attributes) => ({
        images: () => spread(tf, resize, single(dy), images.shape, attributes),
      }),
    });
  };
  mend('ResizeBilinear', tf.image.resizeBilinear);
  mend('ResizeNearestNeighbor', tf.image.resizeNearestNeighbor);
}

/** Resizing is a product with one matrix along the rows and one along the columns; here come those transposed. */
function spread(tf: TensorFlow, resize: Resize, dy: Tensor, shape: number[], attributes: Attributes): Tensor {
  const [batch, rows, columns, channels] = shape;
  const [, newRows, newColumns] = dy.shape;
  /** A resized identity is the matrix itself: [after, before]. */
  const matrix = (before: number, after: number) => {
    const picture: tfjs.Tensor4D = tf.reshape(tf.eye(before), [1, before, 1, before]);
    const align = attributes.alignCorners === true;
    const resized = resize(picture, [after, 1], align, attributes.halfPixelCenters === true);
    return tf.reshape(resized, [after, before]);
  };
  const along = (slopes: Tensor, weights: Tensor, outer: number, inner: number) =>
    tf.matMul(tf.expandDims(weights), tf.reshape(slopes, [outer, weights.shape[0], inner]), true);
  const byRow = along(dy, matrix(rows, newRows), batch, newColumns * channels);
  return tf.reshape(along(byRow, matrix(columns, newColumns), batch * rows, channels), shape);
}
