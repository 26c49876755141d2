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

test('sums by segment, with gradient; rows of no segment are left out', async () => {
  const examples = fc.tuple(floats([5, 2], number), integers([5], { min: -2, max: 3 }));
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

test('gather row by row: the first axes of both go together, with gradient', async () => {
  const examples = fc.record({
    x: floats([2, 3, 4, 2], number),
    one: integers([2, 5], { min: 0, max: 2 }),
    two: integers([2, 3, 2, 2], { min: 0, max: 1 }),
  });
  const whole = (indices: tf.Tensor) => tf.cast(indices, 'int32');
  const compute = {
    nextAxis: ({ x, one }: Inputs) => tf.gather(x, whole(one), 1, 1),
    laterAxis: ({ x, one }: Inputs) => tf.gather(x, whole(one), 2, 1),
    twoShared: ({ x, two }: Inputs) => tf.gather(x, whole(two), 3, 2),
    oneEach: ({ x, one }: Inputs) => tf.gather(x, tf.slice(whole(one), [0, 0], [2, 1]), 1, 1),
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute, gradients: ['x'] }), 10);
});

test('coordinates, with gradient; a diagonal; writing over what is there', async () => {
  const examples = fc.record({
    x: floats([3, 4, 2], number),
    updates: floats([2, 2], number),
    list: fc.oneof(floats([3], number), integers([2, 2], number), truths([4])),
  });
  const at = tf.tensor2d(
    [
      [0, 1],
      [2, 3],
    ],
    [2, 2],
    'int32',
  );
  const compute = {
    read: ({ x }: Inputs) => tf.gatherND(x, at),
    added: ({ updates }: Inputs) => tf.scatterND(at, updates, [3, 4, 2]),
  };
  const written = {
    over: ({ x, updates }: Inputs) => tf.tensorScatterUpdate(x, at, updates),
    diagonal: ({ list }: Inputs) => tf.diag(list),
  };
  await onExamples(
    examples,
    async ({ x, updates, list }) => {
      await expectAgreement({ inputs: { x, updates }, compute, gradients: ['x', 'updates'] });
      await expectAgreement({ inputs: { x, updates, list }, compute: written });
    },
    8,
  );
});

test('whole numbers and truth values, read and added at positions', async () => {
  const examples = fc.record({
    n: integers([3, 4], { min: -5, max: 5 }),
    t: truths([3, 4]),
    at: integers([5], { min: 0, max: 2 }),
  });
  const places = (at: tf.Tensor): tf.Tensor1D => tf.reshape(tf.cast(at, 'int32'), [5]);
  const pairs = (at: tf.Tensor) => tf.stack([places(at), places(at)], 1);
  const compute = Object.fromEntries(
    ['n', 't'].flatMap((name) => [
      [`${name} gathered`, (given: Inputs) => tf.gather(given[name], places(given.at))],
      [
        `${name} by row`,
        (given: Inputs) => tf.gather(given[name], tf.reshape(tf.slice(places(given.at), 0, 3), [3, 1]), 1, 1),
      ],
      [`${name} coordinates`, (given: Inputs) => tf.gatherND(given[name], pairs(given.at))],
    ]),
  );
  const added = {
    segments: ({ n, at }: Inputs) => tf.unsortedSegmentSum(n, tf.slice(places(at), 0, 3), 3),
    scattered: ({ n, at }: Inputs) => tf.scatterND(pairs(at), tf.slice(tf.reshape(n, [12]), 0, 5), [3, 3]),
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute: { ...compute, ...added } }), 10);
});
