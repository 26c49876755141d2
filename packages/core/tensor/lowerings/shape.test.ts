import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expectAgreement,
  floats,
  integers,
  onExamples,
  shapes,
  shapesWithAxis,
  truths,
} from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -4, max: 4 };

/** Any of the three element types. */
const anyTensor = (shape: readonly number[]) =>
  fc.oneof(floats(shape, number), integers(shape, number), truths(shape));

test('reshaping, transposing and repeating, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(
      floats(shape, number),
      fc.constant(axis),
      fc.shuffledSubarray([...shape.keys()], { minLength: shape.length }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: shape.length, maxLength: shape.length }),
    ),
  );
  await onExamples(examples, ([x, axis, permutation, repetitions]) => {
    const compute = {
      flat: ({ x }: Inputs) => tf.reshape(x, [-1]),
      raised: ({ x }: Inputs) => tf.expandDims(x, axis),
      squeezed: ({ x }: Inputs) => tf.squeeze(x),
      transposed: ({ x }: Inputs) => tf.transpose(x, permutation),
      turned: ({ x }: Inputs) => tf.transpose(x),
      tiled: ({ x }: Inputs) => tf.tile(x, repetitions),
      broadcast: ({ x }: Inputs) =>
        tf.broadcastTo(x, [...(x.rank < 4 ? [2] : []), ...x.shape.map((size) => (size === 1 ? 3 : size))]),
      backwards: ({ x }: Inputs) => tf.reverse(x, axis),
    };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('joining and cutting along an axis, with gradient', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) =>
    fc.tuple(
      floats(shape, number),
      floats(shape, number),
      floats(shape.with(axis, 2), number),
      fc.constant(axis),
    ),
  );
  await onExamples(examples, ([a, b, c, axis]) => {
    const at = axis < 0 ? axis + a.shape.length : axis;
    const length = a.shape[at] ?? 1;
    const compute = {
      concat: ({ a, b, c }: Inputs) => tf.concat([a, c, b], axis),
      stack: ({ a, b }: Inputs) => tf.stack([a, b], axis),
      unstack: ({ a }: Inputs) => tf.unstack(a, at),
      halves: ({ c }: Inputs) => tf.split(c, 2, axis),
      parts: ({ a, b }: Inputs) => tf.split(tf.concat([a, b, a], at), [length, -1], at),
    };
    return expectAgreement({ inputs: { a, b, c }, compute, gradients: ['a', 'c'] });
  });
});

test('slices and paddings, with gradient', async () => {
  const cut = (size: number) =>
    fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).map(([a, b]) => [Math.min(a, b), Math.abs(a - b) + 1]);
  const examples = shapesWithAxis.chain(([shape]) =>
    fc.tuple(
      floats(shape, number),
      fc.tuple(...shape.map(cut)),
      fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: shape.length, maxLength: shape.length }),
    ),
  );
  await onExamples(examples, ([x, cuts, paddings]) => {
    const begin = cuts.map(([from = 0]) => from);
    const size = cuts.map(([, length = 1]) => length);
    const compute = {
      slice: ({ x }: Inputs) => tf.slice(x, begin, size),
      rest: ({ x }: Inputs) => tf.slice(x, begin),
      padded: ({ x }: Inputs) => tf.pad(x, paddings, 1.5),
    };
    return expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
  });
});

test('mirrored paddings repeat no edge', async () => {
  const compute = {
    reflected: ({ x }: Inputs) =>
      tf.mirrorPad(
        x,
        [
          [1, 2],
          [2, 0],
        ],
        'reflect',
      ),
    symmetric: ({ x }: Inputs) =>
      tf.mirrorPad(
        x,
        [
          [1, 2],
          [2, 0],
        ],
        'symmetric',
      ),
  };
  await onExamples(floats([3, 4], number), (x) =>
    expectAgreement({ inputs: { x }, compute, gradients: ['x'] }),
  );
});

test('strided slices, with steps, from behind and with dropped axes', async () => {
  const compute = {
    steps: ({ x }: Inputs) => tf.stridedSlice(x, [0, 1, 0], [4, 5, 3], [2, 3, 1]),
    backwards: ({ x }: Inputs) => tf.stridedSlice(x, [3, 4, 2], [0, 0, 0], [-1, -2, -1]),
    fromBehind: ({ x }: Inputs) => tf.stridedSlice(x, [-2, -3, 0], [4, 5, 3], [1, 1, 1]),
    open: ({ x }: Inputs) => tf.stridedSlice(x, [1, 2, 0], [0, 0, 2], [1, 1, 1], 4, 3),
    dropped: ({ x }: Inputs) => tf.stridedSlice(x, [1, 0, 0], [2, 5, 3], [1, 1, 1], 0, 0, 0, 0, 1),
  };
  await onExamples(floats([4, 5, 3], number), (x) =>
    expectAgreement({ inputs: { x }, compute, gradients: ['x'] }),
  );
});

test('whole numbers and truth values move as they are', async () => {
  const examples = shapesWithAxis.chain(([shape, axis]) => fc.tuple(anyTensor(shape), fc.constant(axis)));
  await onExamples(examples, ([x, axis]) => {
    const compute = {
      flat: ({ x }: Inputs) => tf.reshape(x, [-1]),
      turned: ({ x }: Inputs) => tf.transpose(x),
      doubled: ({ x }: Inputs) => tf.concat([x, x], axis),
      stacked: ({ x }: Inputs) => tf.stack([x, x], axis),
      tiled: ({ x }: Inputs) =>
        tf.tile(
          x,
          x.shape.map(() => 2),
        ),
      split: ({ x }: Inputs) => tf.split(tf.concat([x, x], axis), 2, axis),
      padded: ({ x }: Inputs) =>
        tf.pad(
          x,
          x.shape.map((): [number, number] => [1, 0]),
        ),
      sliced: ({ x }: Inputs) => tf.slice(x, 0, 1),
      backwards: ({ x }: Inputs) => tf.reverse(x, axis),
      chosen: ({ x }: Inputs) => tf.where(tf.onesLike(tf.cast(x, 'bool')), x, tf.zerosLike(x)),
    };
    return expectAgreement({ inputs: { x }, compute });
  });
});

test('a scalar has no axes to move', async () => {
  const compute = {
    raised: ({ x }: Inputs) => tf.expandDims(x),
    spread: ({ x }: Inputs) => tf.broadcastTo(x, [2, 3]),
    stacked: ({ x }: Inputs) => tf.stack([x, x]),
    turned: ({ x }: Inputs) => tf.transpose(x),
  };
  await onExamples(floats([], number), (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
});

test('a computation on constants alone is done while tracing, and joins the rest', async () => {
  const compute = {
    shifted: ({ x }: Inputs) => tf.add(x, tf.mul(tf.tile(tf.range(0, 3), [2]), tf.fill([6], 2))),
    ramp: ({ x }: Inputs) => tf.mul(x, tf.linspace(0, 1, 6)),
    softened: ({ x }: Inputs) => tf.sub(x, tf.softmax(tf.concat([tf.zeros([3]), tf.ones([3])]))),
  };
  await onExamples(floats([6], number), (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
});

test('generated shapes include scalars and axes of one element', () => {
  const sample = fc.sample(shapes, { numRuns: 100, seed: 1 });
  expect(sample.some((shape) => shape.length === 0)).toBe(true);
  expect(sample.some((shape) => shape.includes(1))).toBe(true);
});

test('edges, steps and blocks of whole numbers and truth values', async () => {
  const examples = fc.record({ n: integers([2, 4, 4, 1], number), t: truths([2, 4, 4, 1]) });
  const edges: [number, number][] = [
    [0, 0],
    [1, 2],
    [2, 0],
    [0, 0],
  ];
  const compute = Object.fromEntries(
    ['n', 't'].flatMap((name) => [
      [`${name} mirrored`, (given: Inputs) => tf.mirrorPad(given[name], edges, 'reflect')],
      [
        `${name} in steps`,
        (given: Inputs) => tf.stridedSlice(given[name], [0, 3, 0, 0], [2, 0, 4, 1], [1, -2, 3, 1]),
      ],
      [
        `${name} in blocks`,
        (given: Inputs) =>
          tf.spaceToBatchND(
            given[name],
            [2, 2],
            [
              [0, 0],
              [1, 1],
            ],
          ),
      ],
      [`${name} unstacked`, (given: Inputs) => tf.unstack(given[name], 1)],
      [`${name} spread`, (given: Inputs) => tf.broadcastTo(given[name], [2, 4, 4, 3])],
    ]),
  );
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute }), 10);
});
