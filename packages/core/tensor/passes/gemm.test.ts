import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { fuseGemm } from './gemm.ts';

const size = fc.integer({ min: 1, max: 4 });
const range = { min: -3, max: 3 };
const matrices = fc.tuple(size, size, size).chain(([rows, inner, columns]) =>
  fc.record({
    a: floats([rows, inner], range),
    flippedA: floats([inner, rows], range),
    b: floats([inner, columns], range),
    flippedB: floats([columns, inner], range),
    each: floats([rows, columns], range),
    line: floats([columns], range),
    row: floats([1, columns], range),
    column: floats([rows, 1], range),
    one: floats([], range),
    stack: floats([2, rows, columns], range),
  }),
);

test('a product reads its transposed operands as they are, in each combination', () =>
  onExamples(matrices, async (inputs) => {
    const compute = ({ a, flippedA, b, flippedB }: Record<string, tf.Tensor>) => ({
      left: tf.matMul(tf.transpose(flippedA), b),
      right: tf.matMul(a, tf.transpose(flippedB)),
      both: tf.matMul(tf.transpose(flippedA), tf.transpose(flippedB)),
      undone: tf.matMul(tf.transpose(a), tf.transpose(b), true, true),
    });
    const { before, after } = await expectSameNumbers(graphOf({ inputs, compute }), inputs, fuseGemm);
    expect([before('Transpose'), after('Transpose')]).toEqual([4, 0]);
    const gradients = ['a', 'flippedA', 'b', 'flippedB'];
    await expectSameNumbers(graphOf({ inputs, compute, gradients }), inputs, fuseGemm);
  }));

test('a bias of a number a column or an element is added by the product', () =>
  onExamples(matrices, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['a', 'b', 'line', 'row', 'each'],
      compute: ({ a, b, line, row, each }) => ({
        line: tf.add(tf.matMul(a, b), line),
        row: tf.add(row, tf.matMul(tf.mul(a, 2), b)),
        each: tf.add(tf.matMul(tf.mul(a, 3), b), each),
        product: tf.add(tf.matMul(tf.mul(a, 4), b), tf.matMul(tf.mul(a, 5), b)),
      }),
    });
    const { before, after } = await expectSameNumbers(graph, inputs, fuseGemm);
    expect(before('Add') - after('Add')).toBeGreaterThanOrEqual(4);
    expect(after('Gemm')).toBe(before('Gemm'));
  }));

test('whatever else is added to a product gives the same', () =>
  onExamples(matrices, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['a', 'b', 'column', 'one', 'stack'],
      compute: ({ a, b, line, column, one, stack, each }) => {
        const product = (factor: number) => tf.matMul(tf.mul(a, factor), b);
        const vector = (factor: number) => tf.matMul(tf.mul(a, factor), tf.slice(b, [0, 0], [-1, 1]));
        const short = (factor: number) => tf.matMul(tf.slice(tf.mul(a, factor), 0, 1), b);
        return {
          column: tf.add(product(2), column),
          one: tf.add(product(3), one),
          stack: tf.add(product(4), stack),
          // What is added is larger than the product.
          wide: tf.add(vector(5), line),
          tall: tf.add(short(6), column),
          whole: tf.add(short(7), each),
          cross: tf.add(vector(8), each),
        };
      },
    });
    await expectSameNumbers(graph, inputs, fuseGemm);
  }));

test('a product that is read elsewhere too, or that has a bias already, keeps its sum', async () => {
  const inputs = fc.sample(matrices, { numRuns: 1, seed: 3 })[0];
  const graph = graphOf({
    inputs,
    compute: ({ a, b, line, each }) => {
      const product = tf.matMul(a, b);
      return {
        product,
        once: tf.add(product, line),
        twice: tf.add(tf.add(tf.matMul(tf.mul(a, 2), b), line), each),
        doubled: tf.add(tf.matMul(tf.mul(a, 3), b), tf.matMul(tf.mul(a, 3), b)),
      };
    },
  });
  const { after } = await expectSameNumbers(graph, inputs, fuseGemm);
  expect(after('Add')).toBe(3);
  // Products that have their bias from the first time.
  await expectSameNumbers(graph, inputs, (given) => fuseGemm(fuseGemm(given)));
});
