/**
 * Makes the learning rate of any tfjs optimizer an input of the traced step. tfjs keeps it as a plain number, which a
 * trace would freeze; so while tracing it is a number that occurs nowhere else, and the graph's input takes the place of
 * every constant that has it.
 */
import type { tf } from './tf.ts';
import type { Tracing } from './trace.ts';

export const learningRateInput = 'step/learning rate';

// A float32, so that it is found again in a constant. Its digits are arbitrary.
const marker = Math.fround(3.617_284_5e-11);

/** null where the optimizer has no number for it. */
export function learningRateOf(optimizer: tf.Optimizer): number | null {
  const rate: unknown = Reflect.get(optimizer, 'learningRate');
  return typeof rate === 'number' ? rate : null;
}

/** Runs `body`, which traces, with the marker as learning rate. */
export function withMarkedRate<Result>(optimizer: tf.Optimizer, body: () => Result): Result {
  const rate = learningRateOf(optimizer);
  if (rate === null) return body();
  setRate(optimizer, marker);
  try {
    return body();
  } finally {
    setRate(optimizer, rate);
  }
}

/** Inside a trace: the input that stands for the marker. */
export function learningRateAsInput({ graph, replace }: Tracing): void {
  const rate = graph.input(learningRateInput, { shape: [], type: 'float32' });
  replace(marker, rate);
  replace(-marker, graph.add('Neg', [rate], rate));
}

function setRate(optimizer: tf.Optimizer, rate: number): void {
  // Gradient descent keeps a tensor made from it, so it has a method for this; the others have only the field.
  const method: unknown = Reflect.get(optimizer, 'setLearningRate');
  if (typeof method === 'function') Reflect.apply(method, optimizer, [rate]);
  else Reflect.set(optimizer, 'learningRate', rate);
}
