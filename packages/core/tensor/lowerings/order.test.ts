import fc from 'fast-check';
import { test } from 'vitest';
import {
  expectAgreement,
  floats,
  integers,
  onExamples,
  shapesWithAxis,
  truths,
} from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -4, max: 4 };

test('the largest few and where they were, of equals the first, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape]) =>
    fc.record({ x: floats(shape, number), k: fc.integer({ min: 1, max: shape.at(-1) ?? 1 }) }),
  );
  await onExamples(examples, ({ x, k }) => {
    const compute = {
      values: ({ x }: Inputs) => tf.topk(x, k).values,
      places: ({ x }: Inputs) => tf.topk(x, k).indices,
    };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('the largest few whole numbers and truth values', async () => {
  const examples = shapesWithAxis.chain(([shape]) =>
    fc.oneof(integers(shape, { min: -2, max: 2 }), truths(shape)),
  );
  const compute = {
    values: ({ x }: Inputs) => tf.topk(x, x.shape.at(-1)).values,
    places: ({ x }: Inputs) => tf.topk(x, 1).indices,
  };
  await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute }));
});

test('places in a sorted sequence, before or behind its equals', async () => {
  const examples = fc.record({
    sorted: integers([6], { min: -3, max: 3 }).map((tensor) => ({ ...tensor, data: tensor.data.toSorted() })),
    values: integers([4], { min: -4, max: 4 }),
  });
  const compute = {
    lower: ({ sorted, values }: Inputs) => tf.lowerBound(sorted, values),
    upper: ({ sorted, values }: Inputs) => tf.upperBound(sorted, values),
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute }));
});
