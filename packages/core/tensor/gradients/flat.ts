/**
 * What steps from one value to the next has a slope of 0. tfjs knows that of greaterEqual alone: without the others a
 * model that multiplies with a comparison, or weighs a loss with what it learns, has no gradient at all.
 */
import type { TensorFlow } from './gradient.ts';

const operands: Readonly<Record<string, readonly string[]>> = {
  Equal: ['a', 'b'],
  NotEqual: ['a', 'b'],
  Greater: ['a', 'b'],
  Less: ['a', 'b'],
  LessEqual: ['a', 'b'],
  LogicalAnd: ['a', 'b'],
  LogicalOr: ['a', 'b'],
  LogicalNot: ['x'],
  All: ['x'],
  Any: ['x'],
};

export function mendFlat(tf: TensorFlow): void {
  for (const [kernelName, names] of Object.entries(operands)) {
    tf.registerGradient({
      kernelName,
      inputsToSave: [...names],
      gradFunc: (_dy, saved) =>
        Object.fromEntries(names.map((name, at) => [name, () => tf.zeros(saved[at].shape)])),
    });
  }
}
