import fc from 'fast-check';
import { describe, test } from 'vitest';
import {
  broadcasting,
  expectAgreement,
  floats,
  integers,
  onExamples,
  shapes,
  specials,
  truths,
} from '../testing/agreement.ts';
import { tf } from '../tf.ts';

type Unary = (inputs: Record<string, tf.Tensor>) => tf.Tensor;
const unary = (...functions: ((x: tf.Tensor) => tf.Tensor)[]): Record<string, Unary> =>
  Object.fromEntries(functions.map((compute, index) => [`${index} ${compute.name}`, ({ x }) => compute(x)]));

describe('one operand', () => {
  test('any number: value and gradient as on the CPU backend', async () => {
    const compute = {
      ...unary(tf.abs, tf.neg, tf.sign, tf.square, tf.relu, tf.relu6, tf.elu, tf.selu, tf.sigmoid, tf.tanh),
      ...unary(tf.softplus, tf.exp, tf.expm1, tf.sin, tf.cos, tf.atan, tf.sinh, tf.cosh, tf.asinh, tf.erf),
      ...unary(tf.ceil, tf.floor, tf.round, tf.logSigmoid, tf.step),
      leakyRelu: ({ x }: Record<string, tf.Tensor>) => tf.leakyRelu(x, 0.3),
      step: ({ x }: Record<string, tf.Tensor>) => tf.step(x, 0.7),
      clip: ({ x }: Record<string, tf.Tensor>) => tf.clipByValue(x, -1, 0.5),
      gelu: ({ x }: Record<string, tf.Tensor>) =>
        tf.mul(
          tf.mul(0.5, x),
          tf.add(1, tf.tanh(tf.mul(0.79788456, tf.add(x, tf.mul(0.044715, tf.pow(x, 3)))))),
        ),
    };
    const examples = shapes.chain((shape) => floats(shape, { min: -6, max: 6 }));
    await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
  });

  test('positive numbers: logarithms, roots and reciprocals with gradient', async () => {
    const compute = unary(tf.log, tf.log1p, tf.sqrt, tf.rsqrt, tf.reciprocal);
    const examples = shapes.chain((shape) => floats(shape, { min: 0.05, max: 50 }));
    await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
  });

  test('the inverse trigonometric functions inside their domain', async () => {
    const inside = unary(tf.asin, tf.acos, tf.atanh, tf.tan);
    const examples = shapes.chain((shape) => floats(shape, { min: -0.95, max: 0.95 }));
    await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute: inside, gradients: ['x'] }));
    const above = shapes.chain((shape) => floats(shape, { min: 1.05, max: 20 }));
    await onExamples(above, (x) =>
      expectAgreement({ inputs: { x }, compute: unary(tf.acosh), gradients: ['x'] }),
    );
  });

  test('whole numbers keep or change their type as on the CPU backend', async () => {
    const compute = unary(tf.abs, tf.neg, tf.sign, tf.relu, tf.square, tf.exp, tf.onesLike, tf.zerosLike);
    const clip = { clip: ({ x }: Record<string, tf.Tensor>) => tf.clipByValue(x, -2, 3) };
    const examples = shapes.chain((shape) => integers(shape, { min: -9, max: 9 }));
    await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute: { ...compute, ...clip } }));
  });

  test('missing and infinite numbers go the same ways', async () => {
    const compute = {
      ...unary(tf.isNaN, tf.isInf, tf.isFinite, tf.abs, tf.neg, tf.sign, tf.square, tf.relu, tf.step, tf.elu),
      ...unary(tf.sigmoid, tf.tanh, tf.softplus, tf.exp, tf.log, tf.log1p, tf.sqrt, tf.reciprocal, tf.floor),
      clip: ({ x }: Record<string, tf.Tensor>) => tf.clipByValue(x, -0.7, 0.7),
      filled: ({ x }: Record<string, tf.Tensor>) => tf.where(tf.isNaN(x), tf.zerosLike(x), x),
      known: ({ x }: Record<string, tf.Tensor>) => tf.cast(tf.logicalNot(tf.isNaN(x)), 'float32'),
    };
    await onExamples(shapes.chain(specials), (x) => expectAgreement({ inputs: { x }, compute }));
  });

  test('the derivative of relu steps at zero exactly, also beside the smallest numbers', async () => {
    const edges = [0, -0, 1.4e-45, -1.4e-45, 1e-40, 1.2e-38, -1.2e-38, 3.4e38, -3.4e38];
    const x = { shape: [edges.length], dtype: 'float32' as const, data: Float32Array.from(edges) };
    await expectAgreement({ inputs: { x }, compute: unary(tf.relu, tf.step), gradients: ['x'] });
  });

  test('casts between all three types', async () => {
    const compute = Object.fromEntries(
      (['float32', 'int32', 'bool'] as const).map((dtype) => [
        dtype,
        ({ x }: Record<string, tf.Tensor>) => tf.cast(x, dtype),
      ]),
    );
    const examples = shapes.chain((shape) =>
      fc.oneof(floats(shape, { min: -9, max: 9 }), integers(shape, { min: -3, max: 3 }), truths(shape)),
    );
    await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute }));
  });
});

type Binary = (inputs: Record<string, tf.Tensor>) => tf.Tensor;
const binary = (...functions: ((a: tf.Tensor, b: tf.Tensor) => tf.Tensor)[]): Record<string, Binary> =>
  Object.fromEntries(functions.map((compute) => [compute.name, ({ a, b }) => compute(a, b)]));

describe('several operands', () => {
  const pairs = broadcasting(2);

  test('arithmetic broadcasts, with gradient', async () => {
    const compute = binary(tf.add, tf.sub, tf.mul, tf.maximum, tf.minimum, tf.squaredDifference);
    const examples = pairs.chain(([a = [], b = []]) =>
      fc.tuple(floats(a, { min: -5, max: 5 }), floats(b, { min: -5, max: 5 })),
    );
    await onExamples(examples, ([a, b]) =>
      expectAgreement({ inputs: { a, b }, compute, gradients: ['a', 'b'] }),
    );
  });

  test('quotients, powers and remainders broadcast, with gradient', async () => {
    const compute = binary(tf.div, tf.pow, tf.mod);
    const examples = pairs.chain(([a = [], b = []]) =>
      fc.tuple(floats(a, { min: 0.2, max: 5 }), floats(b, { min: 0.5, max: 3 })),
    );
    await onExamples(examples, ([a, b]) =>
      expectAgreement({ inputs: { a, b }, compute, gradients: ['a', 'b'] }),
    );
  });

  test('remainders and quotients of either sign', async () => {
    const compute = binary(tf.mod, tf.div, tf.floorDiv);
    const divisors = fc.oneof(fc.constant({ min: 0.5, max: 3 }), fc.constant({ min: -3, max: -0.5 }));
    const examples = pairs.chain(([a = [], b = []]) =>
      divisors.chain((range) => fc.tuple(floats(a, { min: -9, max: 9 }), floats(b, range))),
    );
    await onExamples(examples, ([a, b]) => expectAgreement({ inputs: { a, b }, compute }));
  });

  test('whole numbers', async () => {
    const compute = binary(
      tf.add,
      tf.sub,
      tf.mul,
      tf.maximum,
      tf.minimum,
      tf.squaredDifference,
      tf.equal,
      tf.less,
    );
    const divided = binary(tf.floorDiv, tf.div, tf.mod);
    const divisors = fc.oneof(fc.constant({ min: 1, max: 5 }), fc.constant({ min: -5, max: -1 }));
    const examples = pairs.chain(([a = [], b = []]) =>
      divisors.chain((range) => fc.tuple(integers(a, { min: -9, max: 9 }), integers(b, range))),
    );
    await onExamples(examples, ([a, b]) =>
      expectAgreement({ inputs: { a, b }, compute: { ...compute, ...divided } }),
    );
  });

  test('comparisons of numbers that are often equal, missing ones among them', async () => {
    const compute = binary(tf.equal, tf.notEqual, tf.greater, tf.greaterEqual, tf.less, tf.lessEqual);
    const examples = pairs.chain(([a = [], b = []]) => fc.tuple(specials(a), specials(b)));
    await onExamples(examples, ([a, b]) => expectAgreement({ inputs: { a, b }, compute }));
  });

  test('logic and comparisons of truth values', async () => {
    const compute = {
      ...binary(tf.logicalAnd, tf.logicalOr, tf.logicalXor, tf.equal, tf.notEqual, tf.greater, tf.lessEqual),
      not: ({ a }: Record<string, tf.Tensor>) => tf.logicalNot(a),
    };
    const examples = pairs.chain(([a = [], b = []]) => fc.tuple(truths(a), truths(b)));
    await onExamples(examples, ([a, b]) => expectAgreement({ inputs: { a, b }, compute }));
  });

  test('where chooses element by element, with gradient', async () => {
    const compute = { where: ({ c, a, b }: Record<string, tf.Tensor>) => tf.where(c, a, b) };
    const examples = broadcasting(3).chain(([c = [], a = [], b = []]) =>
      fc.tuple(truths(c), floats(a, { min: -5, max: 5 }), floats(b, { min: -5, max: 5 })),
    );
    await onExamples(examples, ([c, a, b]) =>
      expectAgreement({ inputs: { c, a, b }, compute, gradients: ['a', 'b'] }),
    );
  });

  test('constants beside a tensor, of the same shape or broadcast', async () => {
    const compute = {
      scaled: ({ x }: Record<string, tf.Tensor>) => tf.mul(tf.fill(x.shape, 3), x),
      centred: ({ x }: Record<string, tf.Tensor>) => tf.sub(tf.onesLike(x), tf.div(x, 2)),
      widened: ({ x }: Record<string, tf.Tensor>) => tf.add(x, tf.ones([2, ...x.shape])),
      taller: ({ x }: Record<string, tf.Tensor>) => tf.add(tf.sum(x), tf.zeros([1, 1])),
    };
    const examples = shapes.chain((shape) => floats(shape, { min: -5, max: 5 }));
    await onExamples(examples, (x) => expectAgreement({ inputs: { x }, compute, gradients: ['x'] }));
  });

  test('a sum of several tensors, and prelu', async () => {
    const compute = {
      addN: ({ a, b }: Record<string, tf.Tensor>) => tf.addN([a, b, a]),
      prelu: ({ a, b }: Record<string, tf.Tensor>) => tf.prelu(a, b),
    };
    const examples = shapes.chain((shape) =>
      fc.tuple(floats(shape, { min: -5, max: 5 }), floats(shape, { min: -1, max: 1 })),
    );
    await onExamples(examples, ([a, b]) =>
      expectAgreement({ inputs: { a, b }, compute, gradients: ['a', 'b'] }),
    );
  });
});

test('the angle of a point in all four quarters, with gradient', async () => {
  const examples = broadcasting(2).chain(([a = [], b = []]) =>
    fc.record({
      a: floats(a, { min: -5, max: 5 }),
      b: floats(b, { min: -5, max: 5 }).map((tensor) => ({
        ...tensor,
        // No point at the origin, where the gradient is not defined.
        data: Float32Array.from(tensor.data, (number) => (number === 0 ? -1 : number)),
      })),
    }),
  );
  await onExamples(examples, ({ a, b }) => {
    const angle = { angle: ({ a, b }: Record<string, tf.Tensor>) => tf.atan2(a, b) };
    return expectAgreement({ inputs: { a, b }, compute: angle, gradients: ['a', 'b'] });
  });
});

test('the bits that two whole numbers have in common', async () => {
  const compute = { common: ({ a, b }: Record<string, tf.Tensor>) => tf.bitwiseAnd(a, b) };
  const examples = shapes.chain((shape) =>
    fc.record({ a: integers(shape, { min: -64, max: 63 }), b: integers(shape, { min: -64, max: 63 }) }),
  );
  await onExamples(examples, (inputs) => expectAgreement({ inputs, compute }), 5);
});
