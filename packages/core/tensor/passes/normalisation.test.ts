import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostTensor } from '../host.ts';
import { floats, onExamples } from '../testing/agreement.ts';
import { expectSameNumbers, graphOf, operatorsOf, run } from '../testing/rewritten.ts';
import { tf } from '../tf.ts';
import { simplifyArithmetic } from './arithmetic.ts';
import { fuseNormalisation } from './normalisation.ts';

const pass = (graph: Parameters<typeof fuseNormalisation>[0]) => fuseNormalisation(simplifyArithmetic(graph));

/** Layer normalisation over the last axis, as one writes it in TensorFlow.js. */
function normalised(x: tf.Tensor, epsilon = 1e-3): tf.Tensor {
  const { mean, variance } = tf.moments(x, -1, true);
  return tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon)));
}

/** The same with one difference, through which both shares of its gradient go. */
function normalisedOnce(x: tf.Tensor): tf.Tensor {
  const deviation = tf.sub(x, tf.mean(x, -1, true));
  return tf.mul(deviation, tf.rsqrt(tf.add(tf.mean(tf.square(deviation), -1, true), 1e-3)));
}

/** Rank 1 to 3; square matrices are common, in which an axis is easily taken for the other. */
const rows = fc.oneof(
  fc.integer({ min: 2, max: 5 }).map((length) => [length]),
  fc.integer({ min: 2, max: 5 }).map((length) => [length, length]),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 6 })).map((shape) => [...shape]),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 5 }))
    .map((shape) => [...shape]),
);

const examples = rows.chain((shape) =>
  fc.record({
    x: floats(shape, { min: -2, max: 2 }),
    other: floats(shape, { min: -2, max: 2 }),
    gain: floats([shape.at(-1) ?? 1], { min: 0.5, max: 1.5 }),
    bias: floats([shape.at(-1) ?? 1], { min: -1, max: 1 }),
  }),
);

const gradients = ['x', 'gain', 'bias'];

test('one is one operator, its root is gone, and its gradient needs no power', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients,
      compute: ({ x, gain, bias }) => ({ y: tf.add(tf.mul(normalised(x), gain), bias) }),
    });
    const { before, after } = await expectSameNumbers(graph, inputs, pass);
    expect([before('Sqrt'), before('Pow'), before('LayerNormalization')]).toEqual([1, 1, 0]);
    expect([after('Sqrt'), after('Pow'), after('LayerNormalization')]).toEqual([0, 0, 1]);
  }));

for (const [way, written] of [
  ['by tf.moments', normalised],
  ['with one difference', normalisedOnce],
] as const) {
  test(`those of a residual network are all fused, ${way}, where the gradient has other terms too`, () =>
    onExamples(examples, async (inputs) => {
      const graph = graphOf({
        inputs,
        gradients,
        compute: ({ x, gain, bias }) => {
          const layer = (h: tf.Tensor) => tf.add(h, tf.tanh(tf.add(tf.mul(written(h), gain), bias)));
          return { y: written(layer(layer(x))) };
        },
      });
      const { before, after } = await expectSameNumbers(graph, inputs, pass);
      expect([before('Sqrt'), before('Pow')]).toEqual([3, 3]);
      expect([after('Sqrt'), after('Pow'), after('LayerNormalization')]).toEqual([0, 0, 3]);
    }));
}

test('two of the same input, and one whose moments are read elsewhere, give the same', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['x'],
      compute: ({ x }) => {
        const { mean, variance } = tf.moments(x, -1, true);
        const reciprocalRoot = tf.rsqrt(tf.add(variance, 0.1));
        const deviation = tf.sub(x, mean);
        return {
          twice: tf.add(normalised(x), tf.mul(normalised(x, 0.5), 2)),
          moments: tf.mul(deviation, reciprocalRoot),
          mean,
          variance: tf.mul(variance, 3),
          reciprocalRoot,
          deviation: tf.sin(deviation),
        };
      },
    });
    const { after } = await expectSameNumbers(graph, inputs, pass);
    expect(after('LayerNormalization')).toBe(3);
  }));

const sums: Record<string, (y: tf.Tensor, gain: tf.Tensor) => tf.Tensor> = {
  'its sum': (y) => tf.sum(y),
  'its mean': (y) => tf.mean(y),
  'a sum with a weight for each column': (y, gain) => tf.sum(tf.mul(y, gain)),
  'a sum with a weight for each row': (y) => tf.sum(tf.mul(tf.sum(y, -1), 2)),
  'the sums of its rows': (y) => tf.sum(y, -1),
  'the sums of its columns': (y) => tf.sum(y, 0),
};
for (const [name, compute] of Object.entries(sums)) {
  test(`${name} has a gradient that is smaller than its row, and gives the same`, () =>
    onExamples(
      examples,
      async (inputs) => {
        const graph = graphOf({
          inputs,
          gradients: ['x'],
          compute: ({ x, gain }) => ({ sum: compute(normalised(x), gain) }),
        });
        await expectSameNumbers(graph, inputs, pass);
      },
      12,
    ));
}

test('one that is differentiated twice gives the same', () =>
  onExamples(examples, async (inputs) => {
    const graph = graphOf({
      inputs,
      gradients: ['x'],
      compute: ({ x, other }) => ({
        slope: tf.grad((h: tf.Tensor) => tf.sum(tf.mul(other, tf.square(normalised(h)))))(x),
      }),
    });
    await expectSameNumbers(graph, inputs, pass);
  }));

describe('rows far from zero', () => {
  test('of one number become zeros', async () => {
    for (const value of [0, 0.1, 1000.1, -3e5, 1e7]) {
      for (const length of [1, 5, 64]) {
        const x: HostTensor = {
          shape: [2, length],
          dtype: 'float32',
          data: new Float32Array(2 * length).fill(value),
        };
        const graph = graphOf({
          inputs: { x },
          gradients: ['x'],
          compute: (given) => ({ y: normalised(given.x) }),
        });
        const { 'result y': y } = await run(pass(graph), { x });
        for (const number of y.data) expect(Math.abs(number)).toBeLessThan(1e-3);
      }
    }
  });

  test('keep the digits that float32 has of them', () =>
    onExamples(
      fc
        .tuple(fc.integer({ min: 2, max: 70 }), fc.constantFrom(10, 100, 1000, -5000))
        .chain(([length, centre]) => floats([3, length], { min: centre - 1, max: centre + 1 })),
      async (x) => {
        const graph = graphOf({ inputs: { x }, compute: (given) => ({ y: normalised(given.x) }) });
        const { 'result y': y } = await run(pass(graph), { x });
        const length = x.shape[1];
        for (let start = 0; start < x.data.length; start += length) {
          const row = [...x.data.slice(start, start + length)];
          const mean = row.reduce((sum, number) => sum + number, 0) / length;
          const variance = row.reduce((sum, number) => sum + (number - mean) ** 2, 0) / length;
          const root = Math.sqrt(variance + 1e-3);
          const tolerance = 1e-5 + (8 * Math.abs(mean) * 2 ** -24) / root;
          row.forEach((number, at) => {
            expect(Math.abs(y.data[start + at] - (number - mean) / root)).toBeLessThan(tolerance);
          });
        }
      },
    ));
});

describe('what only looks like one stays as it is', () => {
  const square = fc.integer({ min: 2, max: 5 }).chain((length) =>
    fc.record({
      x: floats([length, length], { min: -2, max: 2 }),
      other: floats([length, length], { min: -2, max: 2 }),
    }),
  );
  const scaled = (deviation: tf.Tensor, variance: tf.Tensor) =>
    tf.mul(deviation, tf.rsqrt(tf.add(variance, 1e-3)));
  const mean = (x: tf.Tensor) => tf.mean(x, -1, true);

  const nearMisses: Record<string, (x: tf.Tensor, other: tf.Tensor) => tf.Tensor> = {
    'over the first axis': (x) => {
      const moments = tf.moments(x, 0, true);
      return scaled(tf.sub(x, moments.mean), moments.variance);
    },
    'over all axes': (x) => {
      const moments = tf.moments(x);
      return scaled(tf.sub(x, moments.mean), moments.variance);
    },
    'means of rows, subtracted from columns': (x) => {
      const deviation = tf.sub(x, tf.mean(x, -1));
      return scaled(deviation, mean(tf.square(deviation)));
    },
    'variances of rows, used for columns': (x) => {
      const deviation = tf.sub(x, mean(x));
      return scaled(deviation, tf.mean(tf.square(deviation), -1));
    },
    'variances turned': (x) => {
      const deviation = tf.sub(x, mean(x));
      return scaled(deviation, tf.reshape(mean(tf.square(deviation)), [1, -1]));
    },
    'the deviation of another value': (x, other) =>
      scaled(tf.sub(other, mean(other)), mean(tf.square(tf.sub(x, mean(x))))),
    'the mean of another value': (x, other) => {
      const deviation = tf.sub(x, mean(other));
      return scaled(deviation, mean(tf.square(deviation)));
    },
    'no mean taken off': (x) => scaled(x, mean(tf.square(x))),
    'squares around another centre': (x) => scaled(tf.sub(x, mean(x)), mean(tf.square(x))),
    'a sum of squares': (x) => {
      const deviation = tf.sub(x, mean(x));
      return scaled(deviation, tf.sum(tf.square(deviation), -1, true));
    },
    'a product of two deviations': (x, other) => {
      const deviation = tf.sub(x, mean(x));
      return scaled(deviation, tf.abs(mean(tf.mul(deviation, tf.sub(other, mean(other))))));
    },
    'an ε for each row': (x) => {
      const deviation = tf.sub(x, mean(x));
      const epsilon = tf.reshape(tf.add(tf.range(0, x.shape[0]), 0.1), [-1, 1]);
      return tf.mul(deviation, tf.rsqrt(tf.add(mean(tf.square(deviation)), epsilon)));
    },
    'the sign turned': (x) => {
      const deviation = tf.sub(mean(x), x);
      return scaled(deviation, mean(tf.square(deviation)));
    },
  };
  for (const [name, compute] of Object.entries(nearMisses)) {
    test(name, () =>
      onExamples(
        square,
        async (inputs) => {
          const graph = graphOf({
            inputs,
            gradients: ['x', 'other'],
            compute: ({ x, other }) => ({ y: compute(x, other), other }),
          });
          const { before, after } = await expectSameNumbers(graph, inputs, pass);
          expect(after('LayerNormalization')).toBe(0);
          expect(after('Pow')).toBe(before('Pow'));
        },
        8,
      ),
    );
  }
});

describe('a gradient written by hand', () => {
  interface Formula {
    readonly exponent?: number;
    readonly divisor?: number;
    readonly factor?: number;
    readonly inverse?: number;
    readonly twice?: boolean;
  }
  /** With the factors that tfjs' gradient has, unless told others. */
  const slope = (x: tf.Tensor, by: tf.Tensor, formula: Formula) => {
    const length = x.shape.at(-1) ?? 1;
    const { exponent = 1.5, divisor = 2, factor = 2, inverse = 1 / length, twice = false } = formula;
    const deviation = tf.sub(x, tf.mean(x, -1, true));
    const spread = tf.add(tf.mean(tf.square(deviation), -1, true), 1e-3);
    const root = tf.rsqrt(spread);
    const total = (value: tf.Tensor) => tf.sum(value, -1, true);
    const direct = tf.mul(by, root);
    const quotient = tf.div(total(tf.mul(by, deviation)), tf.mul(tf.pow(spread, exponent), divisor));
    const bySpread = tf.mul(tf.mul(tf.neg(quotient), inverse), tf.mul(deviation, factor));
    const byMean = tf.mul(tf.add(tf.neg(total(direct)), tf.neg(total(bySpread))), 1 / length);
    const straight = twice ? tf.add(direct, direct) : direct;
    const sum = tf.add(tf.add(straight, bySpread), byMean);
    return { slope: sum, normalised: tf.mul(deviation, root) };
  };
  const wide = examples.filter(({ x }) => (x.shape.at(-1) ?? 0) > 2);
  const pow = async (inputs: Record<'x' | 'other', HostTensor>, formula: Formula) => {
    const graph = graphOf({
      inputs: { x: inputs.x, other: inputs.other },
      compute: ({ x, other }) => {
        const results = slope(x, other, formula);
        // As in a training step, the loss comes before the gradients.
        return { normalised: results.normalised, slope: results.slope };
      },
    });
    const { after } = await expectSameNumbers(graph, { x: inputs.x, other: inputs.other }, fuseNormalisation);
    return after('Pow');
  };

  test('as tfjs writes it becomes the closed form', () =>
    onExamples(
      wide,
      async (inputs) => {
        expect(await pow(inputs, {})).toBe(0);
      },
      8,
    ));

  const others: Record<string, Formula> = {
    'another power': { exponent: 2 },
    'another divisor': { divisor: 3 },
    'another factor': { factor: 3 },
    'a mean over another length': { inverse: 0.5 },
    'a share that is added twice': { twice: true },
  };
  for (const [name, formula] of Object.entries(others)) {
    test(`with ${name} stays as it is`, () =>
      onExamples(
        wide,
        async (inputs) => {
          expect(await pow(inputs, formula)).toBe(1);
        },
        8,
      ));
  }
});

test('a chain of 20,000 sums behind one is searched once', () => {
  const inputs = { x: { shape: [2, 3], dtype: 'float32', data: new Float32Array(6) } } as const;
  const graph = graphOf({ inputs, compute: ({ x }) => ({ y: normalised(x) }) });
  let sum = graph.outputs.get('result y') ?? graph.real(0);
  for (let at = 0; at < 20_000; at++) sum = graph.add('Add', [sum, graph.real(at % 7)], sum);
  graph.output('sum', sum);
  expect(operatorsOf(pass(graph))('Add')).toBe(20_000);
});
