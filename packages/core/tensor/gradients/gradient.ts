/** What the mended gradients share. tfjs is given to them, so that they come before the engine's door to it. */
import type * as tfjs from '@tensorflow/tfjs-core';

export type TensorFlow = typeof tfjs;
export type Tensor = tfjs.Tensor;
export type Attributes = tfjs.NamedAttrMap;

/** The gradient of a kernel's only result. */
export function single(dy: Tensor | Tensor[]): Tensor {
  if (Array.isArray(dy)) throw new Error('a kernel with one result has one gradient');
  return dy;
}

/** An attribute that is a number or a list of them, as a list. */
export function listOf(attributes: Attributes, name: string): number[] {
  const given: unknown = attributes[name];
  return [given].flat().map(Number);
}

/** Adds `dy` up over the axes along which an operand of `shape` was broadcast. */
export function addedUp(tf: TensorFlow, dy: Tensor, shape: number[]): Tensor {
  const added = tf.broadcast_util.getReductionAxes(shape, dy.shape);
  return tf.reshape(added.length > 0 ? tf.sum(dy, added) : dy, shape);
}
