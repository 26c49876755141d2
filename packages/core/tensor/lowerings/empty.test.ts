import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectAgreement, floats, integers, onExamples, truths } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -3, max: 3 };

/** Shapes in which at least one axis has no elements. */
const emptyShapes = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 })
  .chain((shape) => fc.nat(shape.length - 1).map((at) => shape.with(at, 0)));

const withAxis = emptyShapes.chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    axis: fc.integer({ min: -shape.length, max: shape.length - 1 }),
    keep: fc.boolean(),
  }),
);

test('element by element, with gradient', async () => {
  const examples = emptyShapes.chain((shape) =>
    fc.record({ x: floats(shape, number), t: truths(shape), n: integers(shape, number) }),
  );
  const compute = {
    relu: ({ x }: Inputs) => tf.relu(x),
    exp: ({ x }: Inputs) => tf.exp(x),
    sum: ({ x }: Inputs) => tf.add(x, 1),
    product: ({ x }: Inputs) => tf.mul(x, tf.neg(x)),
    chosen: ({ x }: Inputs) => tf.where(tf.greater(x, 0), x, tf.zerosLike(x)),
    clipped: ({ x }: Inputs) => tf.clipByValue(x, -1, 1),
  };
  const others = {
    not: ({ t }: Inputs) => tf.logicalNot(t),
    whole: ({ n }: Inputs) => tf.cast(tf.mul(n, 2), 'float32'),
    oneHot: ({ n }: Inputs) => tf.oneHot(n, 3),
  };
  await onExamples(
    examples,
    async ({ x, t, n }) => {
      await expectAgreement({ inputs: { x }, compute, gradients: ['x'] });
      await expectAgreement({ inputs: { t, n }, compute: others });
    },
    10,
  );
});

test('an empty tensor broadcast against one that is not', async () => {
  // tfjs has no gradient here: it does not add up over an axis of no elements.
  const examples = fc.record({
    x: floats([2, 0, 3], number),
    y: floats([2, 1, 3], number),
    z: floats([3], number),
  });
  const compute = {
    sum: ({ x, y }: Inputs) => tf.add(x, y),
    product: ({ x, z }: Inputs) => tf.mul(z, x),
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute }), 5);
});

test('sums, products and truth over no elements', async () => {
  const examples = withAxis.chain(({ shape, axis, keep }) =>
    fc.record({
      x: floats(shape, number),
      t: truths(shape),
      axis: fc.constant(axis),
      keep: fc.constant(keep),
    }),
  );
  await onExamples(
    examples,
    ({ x, t, axis, keep }) => {
      const compute = {
        sum: ({ x }: Inputs) => tf.sum(x, axis, keep),
        sumOfAll: ({ x }: Inputs) => tf.sum(x),
        mean: ({ x }: Inputs) => tf.mean(x, axis, keep),
        product: ({ x }: Inputs) => tf.prod(x, axis, keep),
        max: ({ x }: Inputs) => tf.max(x, axis, keep),
        min: ({ x }: Inputs) => tf.min(x, axis, keep),
        all: ({ t }: Inputs) => tf.all(t, axis, keep),
        any: ({ t }: Inputs) => tf.any(t, axis, keep),
        running: ({ x }: Inputs) => tf.cumsum(x, axis < 0 ? axis + x.rank : axis),
      };
      return expectAgreement({ inputs: { x, t }, compute });
    },
    15,
  );
});

test('moving, joining and cutting, with gradient', async () => {
  const examples = withAxis.chain(({ shape, axis }) =>
    fc.record({ x: floats(shape, number), y: floats(shape.with(axis, 2), number), axis: fc.constant(axis) }),
  );
  await onExamples(
    examples,
    ({ x, y, axis }) => {
      const compute = {
        turned: ({ x }: Inputs) => tf.transpose(x),
        raised: ({ x }: Inputs) => tf.expandDims(x, axis),
        joined: ({ x, y }: Inputs) => tf.concat([x, y], axis),
        stacked: ({ x }: Inputs) => tf.stack([x, x], axis),
        backwards: ({ x }: Inputs) => tf.reverse(x, axis),
        padded: ({ x }: Inputs) =>
          tf.pad(
            x,
            x.shape.map((): [number, number] => [1, 2]),
            0.5,
          ),
        cut: ({ x }: Inputs) => tf.slice(x, 0),
      };
      return expectAgreement({ inputs: { x, y }, compute, gradients: ['x', 'y'] });
    },
    15,
  );
});

test('products of matrices, also along an axis of no elements, which gives zeros', async () => {
  const length = fc.nat(2);
  const examples = fc
    .record({ rows: length, inside: fc.constantFrom(0, 0, 2), columns: length })
    .chain(({ rows, inside, columns }) =>
      fc.record({ a: floats([rows, inside], number), b: floats([inside, columns], number) }),
    );
  const compute = {
    product: ({ a, b }: Inputs) => tf.matMul(a, b),
    turned: ({ a, b }: Inputs) => tf.matMul(b, a, true, true),
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute, gradients: ['a', 'b'] }), 12);
});

test('no rows read, none added', async () => {
  const examples = fc.record({
    x: floats([4, 2], number),
    none: integers([0], number),
    rows: floats([0, 2], number),
  });
  const whole = (indices: tf.Tensor): tf.Tensor1D => tf.reshape(tf.cast(indices, 'int32'), [0]);
  const compute = {
    gathered: ({ x, none }: Inputs) => tf.gather(x, whole(none)),
    summed: ({ rows, none }: Inputs) => tf.unsortedSegmentSum(rows, whole(none), 3),
  };
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute, gradients: ['x', 'rows'] }), 3);
});

test('the generated shapes hold empty axes in every place', () => {
  const sample = fc.sample(emptyShapes, { numRuns: 100, seed: 1 });
  expect(sample.every((shape) => shape.includes(0))).toBe(true);
  expect(new Set(sample.map((shape) => shape.indexOf(0))).size).toBe(3);
});
