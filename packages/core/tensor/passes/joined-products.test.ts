import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Graph } from '../graph.ts';
import { floats, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { joinProducts } from './joined-products.ts';

const range = { min: -2, max: 2 };
/** As many steps of a sequence as there are products, of few rows, so that joining is worthwhile. */
const sequences = (steps: number) =>
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 3, max: 5 })).chain(([rows, width]) =>
    fc.record({
      sequence: floats([steps, rows, width], range),
      turned: floats([steps, width, rows], range),
      start: floats([rows, width], range),
      weight: floats([width, width], range),
      other: floats([width, width], range),
      line: floats([width], range),
      one: floats([], range),
    }),
  );

const unstacked = (sequence: tf.Tensor) => tf.unstack(sequence);

describe('the gradient of a weight that every step reads', () => {
  const recurrence = (steps: number, runs: number) =>
    onExamples(
      sequences(steps),
      async (inputs) => {
        const graph = graphOf({
          inputs,
          gradients: ['sequence', 'weight', 'other', 'start'],
          compute: ({ sequence, start, weight, other }) => ({
            last: unstacked(sequence).reduce(
              (state, x) => tf.tanh(tf.add(tf.matMul(x, weight), tf.matMul(state, other))),
              start,
            ),
          }),
        });
        const { before, after } = await expectSameNumbers(graph, inputs, joinProducts);
        const joined = steps < 4 ? 0 : 2 * (steps - 1);
        expect(before('Gemm') - after('Gemm')).toBe(joined);
      },
      runs,
    );
  for (const steps of [3, 4, 10]) {
    test(`${steps} steps`, () => recurrence(steps, 12));
  }
});

/** Outer products of the steps, each transposed as asked. */
function products(sequence: tf.Tensor, turned: tf.Tensor, transA: boolean, transB: boolean): tf.Tensor[] {
  const [rows, columns] = [unstacked(sequence), unstacked(turned)];
  return rows.map((row, at) =>
    tf.matMul(transA ? row : columns[at], transB ? tf.sin(columns[at]) : tf.sin(row), transA, transB),
  );
}

const sum = (terms: readonly tf.Tensor[]) => terms.reduce((total, term) => tf.add(total, term));

test('sums of 4 and 10 products are one product, however they are transposed', async () => {
  for (const steps of [4, 10]) {
    for (const transA of [true, false]) {
      for (const transB of [true, false]) {
        await onExamples(
          sequences(steps),
          async (inputs) => {
            const graph = graphOf({
              inputs,
              compute: ({ sequence, turned }) => ({ sum: sum(products(sequence, turned, transA, transB)) }),
            });
            const { before, after } = await expectSameNumbers(graph, inputs, joinProducts);
            expect([before('Gemm'), after('Gemm'), after('Add')]).toEqual([steps, 1, 0]);
          },
          4,
        );
      }
    }
  }
});

test('other terms in between, of any shape that broadcasts, are added to the one product', () =>
  onExamples(sequences(6), async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['weight', 'line', 'one'],
      compute: ({ sequence, turned, weight, other, line, one }) => {
        const [a, b, c, d, e, f] = products(sequence, turned, true, false);
        return {
          // As a tree, from the left, and with terms smaller than the sum.
          mixed: tf.add(
            tf.add(tf.add(one, tf.add(a, weight)), tf.add(tf.add(b, line), tf.add(c, d))),
            tf.add(tf.add(weight, e), tf.mul(f, other)),
          ),
        };
      },
    });
    const { before, after } = await expectSameNumbers(graph, inputs, joinProducts);
    expect(before('Gemm') - after('Gemm')).toBe(4);
  }));

test('a product or a part of the sum that is read elsewhere is left out', () =>
  onExamples(sequences(8), async (inputs) => {
    const graph = graphOf({
      inputs,
      compute: ({ sequence, turned }) => {
        const [a, b, c, d, e, f, g, h] = products(sequence, turned, true, false);
        const part = tf.add(a, b);
        return {
          sum: sum([part, c, d, e, f, g, g, h]),
          part: tf.sin(part),
          product: h,
        };
      },
    });
    const { before, after } = await expectSameNumbers(graph, inputs, joinProducts);
    // c, d, e and f; g is read twice.
    expect(before('Gemm') - after('Gemm')).toBe(3);
  }));

test('products smaller than the sum, of other shapes, or transposed otherwise give the same', () =>
  onExamples(sequences(5), async (inputs) => {
    const graph = graphOf({
      inputs,
      compute: ({ sequence, turned, weight, line, one, start }) => {
        const rows = unstacked(sequence).map((row) => tf.slice(row, 0, 1));
        const short = rows.map((row) => tf.matMul(row, weight));
        const outer = products(sequence, turned, true, false);
        const turnedOuter = products(sequence, turned, false, true);
        return {
          short: sum([weight, ...short, one]),
          shortest: sum([...short, line, one, weight]),
          turned: sum(outer.flatMap((term, at) => [term, turnedOuter[at]])),
          tall: sum([start, ...rows.map((row) => tf.matMul(tf.cos(row), weight))]),
          stacked: sum([tf.stack([weight, weight]), ...outer]),
        };
      },
    });
    await expectSameNumbers(graph, inputs, joinProducts);
  }));

test('products of the same shapes, of which some are transposed, are joined apart', () =>
  onExamples(
    fc.record({ squares: floats([5, 2, 2], range), wide: floats([5, 2, 5], range) }),
    async (inputs) => {
      const graph = graphOf({
        inputs,
        compute: ({ squares, wide }) => {
          const columns = unstacked(wide);
          const plain = unstacked(squares).map((square, at) => tf.matMul(square, columns[at]));
          const turned = unstacked(squares).map((square, at) => tf.matMul(square, columns[at], true));
          return { sum: sum(plain.flatMap((term, at) => [turned[at], term])) };
        },
      });
      const { before, after } = await expectSameNumbers(graph, inputs, joinProducts);
      expect([before('Gemm'), after('Gemm')]).toEqual([10, 6]);
    },
  ));

test('two sums that share terms, and sums of sums, give the same', () =>
  onExamples(sequences(6), async (inputs) => {
    const graph = graphOf({
      inputs,
      compute: ({ sequence, turned, weight }) => {
        const terms = products(sequence, turned, true, false);
        const whole = sum(terms);
        return {
          whole,
          doubled: tf.add(whole, whole),
          again: sum([weight, ...terms]),
          nested: tf.add(tf.sin(sum(terms.map((term) => tf.mul(term, 2)))), whole),
        };
      },
    });
    await expectSameNumbers(graph, inputs, joinProducts);
  }));

describe('slices that are stacked', () => {
  test('are joined as they are, and shaped afterwards', () =>
    onExamples(sequences(4), async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients: ['sequence'],
        compute: ({ sequence, start }) => {
          const slices = unstacked(sequence).map((slice) => tf.sin(slice));
          return {
            stacked: tf.stack(slices),
            last: tf.stack(slices, 1),
            lines: tf.stack(slices.map((slice) => tf.sum(slice, 0))),
            joined: tf.concat(slices, 0),
            some: tf.concat([tf.expandDims(start, 0), sequence], 0),
            deep: tf.stack(slices.map((slice) => tf.expandDims(slice, 0))),
            flat: tf.concat(
              slices.flatMap((slice) => [slice, tf.transpose(slice)].map((one) => tf.reshape(one, [1, -1]))),
              0,
            ),
          };
        },
      });
      await expectSameNumbers(graph, inputs, joinProducts);
    }));
});

test('a chain of 20,000 sums is searched without running out of stack', () => {
  const spec = { shape: [2, 2], type: 'float32' } as const;
  const graph = new Graph();
  const [a, b] = [graph.input('a', spec), graph.input('b', spec)];
  let total = graph.add('Gemm', [a, b], spec);
  for (let at = 0; at < 20_000; at++) total = graph.add('Add', [total, a], spec);
  graph.output('sum', total);
  expect(joinProducts(graph).nodes).toHaveLength(20_001);
});
