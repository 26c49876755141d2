/** For tests: a traced computation on ONNX Runtime must agree with TensorFlow.js' own CPU backend. */
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { exportGraph } from '../export.ts';
import { type Dtype, type HostTensor, isDtype, sizeOf } from '../host.ts';
import { openSession } from '../session.ts';
import { tf } from '../tf.ts';
import { modelFaults } from './check-model.ts';
import { checkByTheStandard, whyNoStandardChecker } from './standard-checker.ts';

/** What the tests of a file exported: at their end, the ONNX project's own checker sees all of it, where there is one. */
const exported = new Set<Uint8Array>();
afterAll(async () => {
  if ((await whyNoStandardChecker()) === null) await checkByTheStandard([...exported]);
});

/** Named computations on the same inputs; each is traced, run and compared. */
export interface Comparison {
  readonly inputs: Readonly<Record<string, HostTensor>>;
  readonly compute: Readonly<Record<string, (inputs: Record<string, tf.Tensor>) => tf.Tensor | tf.Tensor[]>>;
  /** Inputs in which each computation is differentiated too; none where it has no gradient. */
  readonly gradients?: readonly string[];
}

/**
 * All computations go into one graph and one session.
 * @throws an assertion error that names the computation and the largest difference.
 */
export async function expectAgreement({ inputs, compute, gradients = [] }: Comparison): Promise<void> {
  const outputs = (given: Record<string, tf.Tensor>) => {
    const results: Record<string, tf.Tensor> = {};
    for (const [name, computation] of Object.entries(compute)) {
      [computation(given)].flat().forEach((tensor, index) => {
        results[`${name} ${index}`] = tensor;
      });
      for (const input of gradients) {
        results[`${name} by ${input}`] = gradientOf(computation, given, input);
      }
    }
    return results;
  };
  const specs = Object.fromEntries(
    Object.entries(inputs).map(([name, { shape, dtype }]) => [name, { shape, dtype }]),
  );
  const file = exportGraph({ inputs: specs, outputs });
  expect(modelFaults(file)).toEqual([]);
  exported.add(file);
  const session = await openSession(file);
  const actual = await session.run({ ...inputs });
  await session.release();
  tf.tidy(() => {
    const eager = Object.entries(inputs).map(
      ([name, { data, shape, dtype }]) => [name, tf.tensor(data.slice(), [...shape], dtype)] as const,
    );
    for (const [name, tensor] of Object.entries(outputs(Object.fromEntries(eager)))) {
      expectClose(name, actual[name], { ...described(tensor), data: tensor.dataSync() });
    }
  });
}

/** The gradient of a weighted sum of all results: unequal weights, so that no element's share is lost. */
function gradientOf(
  computation: Comparison['compute'][string],
  given: Record<string, tf.Tensor>,
  input: string,
): tf.Tensor {
  const weighted = (x: tf.Tensor): tf.Scalar => {
    const results = [computation({ ...given, [input]: x })].flat();
    const sums = results.map((result) => {
      const weights = Float32Array.from({ length: result.size }, (_, index) => 0.5 + ((index * 7) % 5) / 4);
      return tf.sum(tf.mul(tf.cast(result, 'float32'), tf.tensor(weights, result.shape)));
    });
    // A computation that does not read the input has a gradient of zeros.
    return tf.sum(tf.stack([...sums, tf.mul(tf.sum(x), 0)]));
  };
  return tf.grad(weighted)(given[input]);
}

function described({ shape, dtype }: tf.Tensor) {
  if (!isDtype(dtype)) throw new Error(`${dtype} is no type of the engine`);
  return { shape, dtype };
}

/** 1e-5 of the largest number is about 80 roundings of float32: sums in another order, not another formula. */
const roundings = 1e-5;

/** NaN and infinities in the same places, all other numbers nearly the same. */
export function expectClose(
  name: string,
  actual: HostTensor | undefined,
  wanted: HostTensor,
  relative = roundings,
): void {
  expect({ shape: actual?.shape, dtype: actual?.dtype }, name).toEqual({
    shape: wanted.shape,
    dtype: wanted.dtype,
  });
  const [a, b] = [actual?.data ?? [], wanted.data];
  let scale = 1;
  for (const number of b) if (Number.isFinite(number)) scale = Math.max(scale, Math.abs(number));
  const tolerance = relative * scale;
  for (let index = 0; index < b.length; index++) {
    const same = Object.is(a[index], b[index]) || Math.abs(Number(a[index]) - Number(b[index])) <= tolerance;
    if (!same) expect.fail(`${name}: element ${index} is ${a[index]}, wanted ${b[index]}`);
  }
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Ranks 0 to 4 with axes of 1 to 4, so that axes of one element are common. */
export const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

/** Shapes that have at least one axis, with one of them chosen, counted from the front or from the back. */
export const shapesWithAxis = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((shape) => fc.tuple(fc.constant(shape), fc.integer({ min: -shape.length, max: shape.length - 1 })));

/** Two or three shapes that broadcast to one. */
export function broadcasting(count: number): fc.Arbitrary<number[][]> {
  return shapes.chain((shape) =>
    fc.array(
      fc
        .tuple(
          fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }),
          fc.nat(shape.length),
        )
        .map(([kept, dropped]) => shape.map((size, axis) => (kept[axis] ? size : 1)).slice(dropped)),
      { minLength: count, maxLength: count },
    ),
  );
}

/**
 * Numbers of float32, evenly from the range, with 0 more often than chance. fc.double would draw from all doubles, most of
 * which are nearly 0.
 */
export function floats(shape: readonly number[], { min, max }: Range): fc.Arbitrary<HostTensor> {
  const parts = 2 ** 20;
  const number = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .noBias(fc.integer({ min: 0, max: parts }))
        .map((part) => Math.fround(min + ((max - min) * part) / parts)),
    },
    { weight: 1, arbitrary: fc.constant(min <= 0 && max >= 0 ? 0 : max) },
  );
  return tensorOf(number, shape, 'float32', Float32Array);
}

export function integers(shape: readonly number[], { min, max }: Range): fc.Arbitrary<HostTensor> {
  return tensorOf(fc.integer({ min, max }), shape, 'int32', Int32Array);
}

export function truths(shape: readonly number[]): fc.Arbitrary<HostTensor> {
  return tensorOf(fc.integer({ min: 0, max: 1 }), shape, 'bool', Uint8Array);
}

/** Numbers that arithmetic trips over. */
export function specials(shape: readonly number[]): fc.Arbitrary<HostTensor> {
  const number = fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    1,
    -1,
    0.5,
  );
  return tensorOf(number, shape, 'float32', Float32Array);
}

function tensorOf(
  number: fc.Arbitrary<number>,
  shape: readonly number[],
  dtype: Dtype,
  data: { from(numbers: readonly number[]): HostTensor['data'] },
): fc.Arbitrary<HostTensor> {
  const length = sizeOf(shape);
  return fc
    .array(number, { minLength: length, maxLength: length })
    .map((numbers) => ({ shape, dtype, data: data.from(numbers) }));
}

/** Checks a property on `runs` generated examples; always the same ones, so that a failure can be seen again. */
export function onExamples<Example>(
  examples: fc.Arbitrary<Example>,
  property: (example: Example) => Promise<void>,
  runs = 25,
): Promise<void> {
  return fc.assert(fc.asyncProperty(examples, property), {
    numRuns: runs,
    seed: Number(process.env.SEED ?? 20_261_124),
    endOnFailure: true,
  });
}
