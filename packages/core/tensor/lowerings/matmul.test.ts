import fc from 'fast-check';
import { test } from 'vitest';
import { expectAgreement, floats, integers, onExamples } from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Inputs = Record<string, tf.Tensor>;
const number = { min: -2, max: 2 };
const size = fc.integer({ min: 1, max: 4 });
const turned = (shape: readonly number[]) => [...shape.slice(0, -2), ...shape.slice(-2).reverse()];

/** Operands of a product, either one stored transposed. */
const products = (outerA: readonly number[], outerB: readonly number[]) =>
  fc
    .tuple(size, size, size, fc.boolean(), fc.boolean())
    .chain(([rows, inner, columns, transposeA, transposeB]) => {
      const a = [...outerA, rows, inner];
      const b = [...outerB, inner, columns];
      return fc.tuple(
        floats(transposeA ? turned(a) : a, number),
        floats(transposeB ? turned(b) : b, number),
        fc.constant(transposeA),
        fc.constant(transposeB),
      );
    });

test('products of matrices, each transposed or not, with gradient', async () => {
  await onExamples(products([], []), ([a, b, transposeA, transposeB]) => {
    const compute = { product: ({ a, b }: Inputs) => tf.matMul(a, b, transposeA, transposeB) };
    return expectAgreement({ inputs: { a, b }, compute, gradients: ['a', 'b'] });
  });
});

test('stacks of matrices, with gradient', async () => {
  for (const outer of [[3], [2, 3]]) {
    await onExamples(products(outer, outer), ([a, b, transposeA, transposeB]) => {
      const compute = { product: ({ a, b }: Inputs) => tf.matMul(a, b, transposeA, transposeB) };
      return expectAgreement({ inputs: { a, b }, compute, gradients: ['a', 'b'] });
    });
  }
});

test('a matrix times each of a stack', async () => {
  await onExamples(products([3], [1]), ([a, b, transposeA, transposeB]) => {
    const compute = { product: ({ a, b }: Inputs) => tf.matMul(a, b, transposeA, transposeB) };
    return expectAgreement({ inputs: { a, b }, compute });
  });
});

test('whole numbers multiply exactly', async () => {
  const examples = fc.tuple(integers([2, 3], { min: -9, max: 9 }), integers([4, 3], { min: -9, max: 9 }));
  const compute = { product: ({ a, b }: Inputs) => tf.matMul(a, b, false, true) };
  await onExamples(examples, ([a, b]) => expectAgreement({ inputs: { a, b }, compute }));
});

test('dot products, outer products and Einstein sums', async () => {
  const examples = fc.tuple(floats([3, 4], number), floats([4, 2], number), floats([4], number));
  const compute = {
    dot: ({ a, v }: Inputs) => tf.dot(a, v),
    outer: ({ v }: Inputs) => tf.outerProduct(tf.reshape(v, [4]), tf.reshape(v, [4])),
    einsum: ({ a, b }: Inputs) => tf.einsum('ij,jk->ki', a, b),
    trace: ({ a }: Inputs) => tf.einsum('ij->j', a),
  };
  await onExamples(examples, ([a, b, v]) => expectAgreement({ inputs: { a, b, v }, compute }));
});

test('a fused layer: product, bias and activation, with gradient', async () => {
  const examples = fc.tuple(floats([3, 4], number), floats([4, 2], number), floats([2], number));
  const layer =
    (activation: 'relu' | 'linear' | 'sigmoid') =>
    ({ a, b, bias }: Inputs) =>
      tf.fused.matMul({ a, b, bias, activation });
  const compute = { relu: layer('relu'), linear: layer('linear'), sigmoid: layer('sigmoid') };
  await onExamples(examples, ([a, b, bias]) => expectAgreement({ inputs: { a, b, bias }, compute }));
});

test('one matrix for a stack of them, with gradient', async () => {
  const examples = fc.record({
    stack: floats([2, 3, 4], { min: -2, max: 2 }),
    right: floats([4, 2], { min: -2, max: 2 }),
    left: floats([2, 3], { min: -2, max: 2 }),
  });
  const compute = {
    right: ({ stack, right }: Record<string, tf.Tensor>) => tf.matMul(stack, right),
    turned: ({ stack, left }: Record<string, tf.Tensor>) =>
      tf.matMul(tf.transpose(stack, [0, 2, 1]), left, false, true),
    left: ({ stack, left }: Record<string, tf.Tensor>) => tf.matMul(left, stack),
  };
  await onExamples(
    examples,
    (inputs) => expectAgreement({ inputs, compute, gradients: ['stack', 'right', 'left'] }),
    5,
  );
});
