import fc from 'fast-check';
import { test } from 'vitest';
import {
  expectAgreement,
  floats,
  integers,
  onExamples,
  shapesWithAxis,
  specials,
  truths,
} from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -4, max: 4 };

test('sums, means and extremes along one axis or all, kept or dropped, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(floats(shape, number), fc.constant(axis), fc.boolean()),
  );
  await onExamples(examples, ([x, axis, keep]) => {
    const compute = {
      sum: ({ x }: Inputs) => tf.sum(x, axis, keep),
      mean: ({ x }: Inputs) => tf.mean(x, axis, keep),
      max: ({ x }: Inputs) => tf.max(x, axis, keep),
      min: ({ x }: Inputs) => tf.min(x, axis, keep),
      sumOfAll: ({ x }: Inputs) => tf.sum(x),
      meanOfAll: ({ x }: Inputs) => tf.mean(x),
      variance: ({ x }: Inputs) => tf.moments(x, axis, keep).variance,
      logSumExp: ({ x }: Inputs) => tf.logSumExp(x, axis, keep),
      norm: ({ x }: Inputs) => tf.norm(tf.add(x, 5), 'euclidean', axis, keep),
    };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('several axes at once', async () => {
  const examples = floats([2, 3, 1, 4], number);
  const compute = {
    sum: ({ x }: Inputs) => tf.sum(x, [0, -1]),
    mean: ({ x }: Inputs) => tf.mean(x, [1, 2], true),
    max: ({ x }: Inputs) => tf.max(x, [-2, 0]),
  };
  await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
});

test('products and positions of the largest and smallest', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(floats(shape, number), fc.constant(axis), fc.boolean()),
  );
  await onExamples(examples, ([x, axis, keep]) => {
    const compute = {
      prod: ({ x }: Inputs) => tf.prod(x, axis, keep),
      argMax: ({ x }: Inputs) => tf.argMax(x, axis),
      argMin: ({ x }: Inputs) => tf.argMin(x, axis),
    };
    return expectAgreement({ inputs: { x }, compute });
  });
});

test('whole numbers and truth values', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(integers(shape, { min: -3, max: 3 }), truths(shape), fc.constant(axis), fc.boolean()),
  );
  await onExamples(examples, ([x, t, axis, keep]) => {
    const compute = {
      sum: ({ x }: Inputs) => tf.sum(x, axis, keep),
      prod: ({ x }: Inputs) => tf.prod(x, axis, keep),
      mean: ({ x }: Inputs) => tf.mean(x, axis, keep),
      max: ({ x }: Inputs) => tf.max(x, axis, keep),
      min: ({ x }: Inputs) => tf.min(x, axis, keep),
      argMax: ({ x }: Inputs) => tf.argMax(x, axis),
      cumulative: ({ x }: Inputs) => tf.cumsum(x, axis < 0 ? axis + x.rank : axis, keep),
      product: ({ x }: Inputs) => tf.cumprod(x, axis < 0 ? axis + x.rank : axis, keep),
      all: ({ t }: Inputs) => tf.all(t, axis, keep),
      any: ({ t }: Inputs) => tf.any(t, axis, keep),
      count: ({ t }: Inputs) => tf.sum(t, axis, keep),
    };
    return expectAgreement({ inputs: { x, t }, compute });
  });
});

test('running sums along any axis, in both directions, with or without the element itself, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(
      floats(shape, number),
      fc.constant(axis < 0 ? axis + shape.length : axis),
      fc.boolean(),
      fc.boolean(),
    ),
  );
  await onExamples(examples, ([x, axis, exclusive, reverse]) => {
    const compute = { cumulative: ({ x }: Inputs) => tf.cumsum(x, axis, exclusive, reverse) };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('softmax and log-softmax over the last axis, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape]) => floats(shape, { min: -30, max: 30 }));
  const compute = {
    softmax: ({ x }: Inputs) => tf.softmax(x),
    logSoftmax: ({ x }: Inputs) => tf.logSoftmax(x),
  };
  await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
});

test('a missing number makes its sum, mean and extremes missing', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) => fc.tuple(specials(shape), fc.constant(axis)));
  await onExamples(examples, ([x, axis]) => {
    const compute = {
      sum: ({ x }: Inputs) => tf.sum(x, axis),
      max: ({ x }: Inputs) => tf.max(x, axis),
      min: ({ x }: Inputs) => tf.min(x, axis),
      missing: ({ x }: Inputs) => tf.sum(tf.cast(tf.isNaN(x), 'float32'), axis),
    };
    return expectAgreement({ inputs: { x }, compute });
  });
});

test('running products and products along any axis, in both directions, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.record({
      x: floats(shape, { min: -1.5, max: 1.5 }),
      axis: fc.constant(axis),
      exclusive: fc.boolean(),
      reverse: fc.boolean(),
    }),
  );
  await onExamples(examples, ({ x, axis, exclusive, reverse }) => {
    const at = axis < 0 ? axis + x.shape.length : axis;
    const compute = {
      running: ({ x }: Inputs) => tf.cumprod(x, at, exclusive, reverse),
      product: ({ x }: Inputs) => tf.prod(x, axis, exclusive),
      productOfAll: ({ x }: Inputs) => tf.prod(x),
    };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});
