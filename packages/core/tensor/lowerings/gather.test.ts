import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, integers, onExamples, shapesWithAxis } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -4, max: 4 };

test('gather along any axis by indices of any rank; its gradient adds up what was taken twice', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) => {
    const last = (shape.at(axis) ?? 1) - 1;
    return fc.tuple(
      floats(shape, number),
      fc.oneof(integers([3], { min: 0, max: last }), integers([2, 2], { min: 0, max: last })),
      fc.constant(axis),
    );
  });
  await onExamples(examples, ([x, indices, axis]) => {
    const at = axis < 0 ? axis + x.shape.length : axis;
    const compute = { gather: ({ x, indices }: Inputs) => tf.gather(x, tf.cast(indices, 'int32'), at) };
    return expectAgreement({ inputs: { x, indices }, compute, gradients: ['x'] });
  });
});

test('one-hot codes; an index outside has none', async () => {
  const examples = fc.oneof(integers([4], { min: -2, max: 5 }), integers([2, 3], { min: 0, max: 3 }));
  const compute = {
    truth: ({ x }: Inputs) => tf.oneHot(x, 4),
    chosen: ({ x }: Inputs) => tf.oneHot(x, 4, 2, -1, 'float32'),
    'as truth values': ({ x }: Inputs) => tf.oneHot(x, 4, 1, 0, 'bool'),
    counted: ({ x }: Inputs) => tf.oneHot(x, 2, 1, 0, 'int32'),
  };
  await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute }));
});

test('sums by segment, with gradient', async () => {
  const examples = fc.tuple(floats([5, 2], number), integers([5], { min: 0, max: 3 }));
  const compute = {
    sums: ({ x, ids }: Inputs) => tf.unsortedSegmentSum(x, tf.reshape(tf.cast(ids, 'int32'), [5]), 4),
  };
  await onExamples(examples, ([x, ids]) =>
    expectAgreement({ inputs: { x, ids }, compute, gradients: ['x'] }),
  );
});

test('reading and adding at coordinates', async () => {
  const examples = fc.tuple(
    floats([3, 4, 2], number),
    integers([5, 2], { min: 0, max: 2 }),
    floats([5, 2], number),
  );
  const compute = {
    gatherND: ({ x, at }: Inputs) => tf.gatherND(x, at),
    scatterND: ({ at, updates }: Inputs) => tf.scatterND(at, updates, [3, 4, 2]),
  };
  await onExamples(examples, ([x, at, updates]) => expectAgreement({ inputs: { x, at, updates }, compute }));
});
