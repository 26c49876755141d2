/** What a work is: its data, and a model written once in plain TensorFlow.js for all contenders but PyTorch. */
import type { HostTensor, tf } from '../../../packages/core/tensor/index.ts';

export type Tensors = Readonly<Record<string, HostTensor>>;

/** Numbers that every contender starts from; they come from a seed alone. */
export interface WorkData {
  /** What is trained, by name. */
  readonly weights: Tensors;
  /** What the model reads but nobody trains. */
  readonly constants: Tensors;
  /** All of one shape, taken in turn. */
  readonly batches: readonly Tensors[];
}

type Named<Kind> = Readonly<Record<string, Kind>>;

/** A training step: loss, gradient and update of one batch. */
export interface TrainingWork {
  readonly kind: 'training';
  readonly name: string;
  /** Rows (for sequences: sequences) in a batch. */
  readonly samples: number;
  readonly learningRate: number;
  /** Weights that AdamW shrinks; with none the optimizer is Adam. */
  readonly decayed: readonly string[];
  readonly weightDecay: number;
  data(): WorkData;
  loss(weights: Named<tf.Tensor>, constants: Named<tf.Tensor>, batch: Named<tf.Tensor>): tf.Scalar;
}

/** Scores of one row at a time. */
export interface PredictionWork {
  readonly kind: 'prediction';
  readonly name: string;
  /** Each batch holds one row: numbers `x`, and in `category` a position in the list of names. */
  data(): WorkData;
  readonly categories: readonly string[];
  /** @returns probabilities, [batch, 1] */
  predict(weights: Named<tf.Tensor>, inputs: Named<tf.Tensor>): tf.Tensor;
}

export type Work = TrainingWork | PredictionWork;

export function float32(shape: readonly number[], data: Float32Array): HostTensor {
  return { shape, dtype: 'float32', data };
}

export function filled(shape: readonly number[], value: number): HostTensor {
  return float32(shape, new Float32Array(sizeOf(shape)).fill(value));
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}
