/** A work's numbers as tensors of the backend that is in use. */
import { tf } from '../../../packages/core/tensor/index.ts';
import type { Tensors } from '../works/work.ts';

export function tensorsOf(numbers: Tensors): Record<string, tf.Tensor> {
  return mapped(numbers, (_, { data, shape, dtype }) => tf.tensor(data, [...shape], dtype));
}

export function variablesOf(numbers: Tensors): Record<string, tf.Variable> {
  return mapped(numbers, (name, { data, shape, dtype }) =>
    tf.variable(tf.tensor(data, [...shape], dtype), true, name),
  );
}

export function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  make: (name: string, from: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, from]) => [name, make(name, from)]));
}
