import fc from 'fast-check';
import onnxProto from 'onnx-proto';
import { afterEach, describe, expect, test } from 'vitest';
import { exportGraph } from './export.ts';
import type { Dtype, HostTensor } from './host.ts';
import { openSession } from './session.ts';
import { tf } from './tf.ts';

afterEach(() => {
  tf.disposeVariables();
});

type Model = (inputs: Record<string, tf.Tensor>) => Record<string, tf.Tensor>;
const batchSizes = [1, 2, 5, 7, 64];

/** Exports once, then compares with the eager CPU backend for several numbers of rows, 1 among them. */
async function expectAnyBatch(
  widths: Readonly<Record<string, number>>,
  model: Model,
  missing = false,
): Promise<void> {
  const inputs = Object.fromEntries(
    Object.entries(widths).map(([name, width]) => [
      name,
      { shape: ['batch' as const, width], dtype: 'float32' as const },
    ]),
  );
  const session = await openSession(exportGraph({ inputs, outputs: model }));
  for (const rows of batchSizes) {
    const number = fc.double({ min: 0.1, max: 3, noNaN: true }).map(Math.fround);
    const cell = missing
      ? fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
      : number;
    const given: Record<string, HostTensor> = {};
    for (const [name, width] of Object.entries(widths)) {
      const [numbers = []] = fc.sample(fc.array(cell, { minLength: rows * width, maxLength: rows * width }), {
        numRuns: 1,
        seed: rows + name.length,
      });
      given[name] = { shape: [rows, width], dtype: 'float32', data: Float32Array.from(numbers) };
    }
    const actual = await session.run(given);
    tf.tidy(() => {
      const eager = Object.entries(given).map(
        ([name, { data, shape }]) => [name, tf.tensor(data, [...shape])] as const,
      );
      for (const [name, tensor] of Object.entries(model(Object.fromEntries(eager)))) {
        const wanted = tensor.dataSync();
        const what = `${name} for ${rows} rows`;
        expect(actual[name].shape, what).toEqual(tensor.shape);
        const scale = Math.max(1, ...wanted.map(Math.abs).filter(Number.isFinite));
        wanted.forEach((number, at) => {
          const same =
            Object.is(number, actual[name].data[at]) ||
            Math.abs(number - actual[name].data[at]) <= 1e-5 * scale;
          if (!same) expect.fail(`${what}: element ${at} is ${actual[name].data[at]}, tfjs has ${number}`);
        });
      }
    });
  }
  await session.release();
}

const weights = (rows: number, columns: number) =>
  tf.tensor2d(
    Float32Array.from({ length: rows * columns }, (_, at) => Math.sin(at + 1) / 2),
    [rows, columns],
  );

describe('the number of rows stays open through', () => {
  test('named columns that are scaled where known, joined and scored', async () => {
    const w = tf.variable(weights(6, 1), true, 'w');
    await expectAnyBatch(
      { age: 1, count: 1, flag: 1 },
      ({ age, count, flag }) => {
        const columns = [tf.div(tf.sub(age, 1.5), 0.7), tf.log1p(count), flag];
        const missing = columns.map((column) => tf.isNaN(column));
        const filled = columns.map((column, at) => tf.where(missing[at], tf.zerosLike(column), column));
        const indicators = missing.map((truth) => tf.cast(truth, 'float32'));
        const x = tf.concat([...filled, ...indicators], 1);
        const logOdds = tf.clipByValue(tf.matMul(x, w), -8, 8);
        return { logOdds, probability: tf.sigmoid(logOdds), contributions: tf.mul(x, tf.transpose(w)) };
      },
      true,
    );
  });

  test('scores of many refits at once, with their mean, variance and order statistics over the refits', async () => {
    const refits = tf.variable(weights(4, 9), true, 'refits');
    await expectAnyBatch({ x: 4 }, ({ x }) => {
      const scores = tf.sigmoid(tf.matMul(x, refits));
      const { mean, variance } = tf.moments(scores, 1);
      return {
        mean: tf.expandDims(mean, 1),
        spread: tf.sqrt(variance),
        lower: tf.min(scores, 1, true),
        upper: tf.max(scores, 1),
        best: tf.argMax(scores, 1),
      };
    });
  });

  test('layers with normalisation over the features', async () => {
    const [w1, w2] = [tf.variable(weights(4, 8)), tf.variable(weights(8, 1))];
    await expectAnyBatch({ x: 4 }, ({ x }) => {
      const h = tf.matMul(x, w1);
      const { mean, variance } = tf.moments(h, -1, true);
      const normalised = tf.div(tf.sub(h, mean), tf.sqrt(tf.add(variance, 1e-5)));
      return { y: tf.squeeze(tf.matMul(tf.elu(normalised), w2), [1]), shares: tf.softmax(h) };
    });
  });

  test('the gradient of a score by its inputs', async () => {
    const [w1, w2] = [tf.variable(weights(4, 8)), tf.variable(weights(8, 1))];
    const score = (x: tf.Tensor) => tf.matMul(tf.tanh(tf.matMul(x, w1)), w2);
    await expectAnyBatch({ x: 4 }, ({ x }) => ({ gradient: tf.grad(score)(x) }));
  });

  test('integrated gradients, the path as a longer batch', async () => {
    const [w1, w2] = [tf.variable(weights(4, 8)), tf.variable(weights(8, 1))];
    const baseline = tf.tensor2d([[0.5, 1, 0.2, 1.5]]);
    const score = (x: tf.Tensor) => tf.sum(tf.matMul(tf.relu(tf.matMul(x, w1)), w2));
    const steps = 16;
    await expectAnyBatch({ x: 4 }, ({ x }) => {
      const alphas = tf.reshape(tf.div(tf.add(tf.range(0, steps), 0.5), steps), [steps, 1, 1]);
      const path = tf.add(baseline, tf.mul(alphas, tf.expandDims(tf.sub(x, baseline), 0)));
      const gradients = tf.reshape(tf.grad(score)(tf.reshape(path, [-1, 4])), [steps, -1, 4]);
      return { contributions: tf.mul(tf.sub(x, baseline), tf.mean(gradients, 0)) };
    });
  });

  test('integrated gradients, the path step by step', async () => {
    const [w1, w2] = [tf.variable(weights(4, 8)), tf.variable(weights(8, 1))];
    const baseline = tf.tensor2d([[0.5, 1, 0.2, 1.5]]);
    const score = (x: tf.Tensor) => tf.sum(tf.matMul(tf.sigmoid(tf.matMul(x, w1)), w2));
    await expectAnyBatch({ x: 4 }, ({ x }) => {
      const difference = tf.sub(x, baseline);
      const gradients = Array.from({ length: 8 }, (_, step) =>
        tf.grad(score)(tf.add(baseline, tf.mul(difference, (step + 0.5) / 8))),
      );
      return { contributions: tf.mul(difference, tf.div(tf.addN(gradients), 8)) };
    });
  });

  test('columns made of constants, repeated rows, cuts, stacks and products per row', async () => {
    const table = tf.variable(weights(5, 3));
    const row = weights(1, 3);
    await expectAnyBatch({ x: 4 }, ({ x }) => {
      const rows = x.shape[0];
      const rowed = tf.reshape(x, [rows, 2, 2]);
      return {
        withOnes: tf.concat([x, tf.ones([rows, 1])], 1),
        repeated: tf.tile(tf.add(row, tf.mul(0, tf.slice(table, [0, 0], [1, 3]))), [rows, 1]),
        cut: tf.slice(x, [0, 1], [-1, 2]),
        parts: tf.mul(tf.split(x, 2, 1)[0], tf.expandDims(tf.unstack(x, 1)[3], 1)),
        pairs: tf.matMul(rowed, tf.transpose(rowed, [0, 2, 1])),
        padded: tf.pad(x, [
          [0, 0],
          [1, 2],
        ]),
        embedded: tf.gather(table, tf.argMax(x, 1)),
        codes: tf.oneHot(tf.argMax(x, 1), 4),
        running: tf.cumsum(x, 1),
        rowsOnly: tf.sum(x, 1),
        doubled: tf.concat([x, x], 0),
        likeness: tf.expandDims(tf.matMul(x, x, false, true), 2),
      };
    });
  });
});

describe('the file', () => {
  test('names its inputs and outputs and leaves the number of rows open', async () => {
    const file = exportGraph({
      inputs: {
        x: { shape: ['batch', 2], dtype: 'float32' },
        unused: { shape: ['batch', 1], dtype: 'float32' },
      },
      outputs: ({ x }) => ({ sum: tf.sum(x, 1), same: x }),
    });
    const session = await openSession(file);
    expect(session.inputs).toEqual(['x', 'unused']);
    expect(session.outputs).toEqual(['sum', 'same']);
    await session.release();
  });

  test('adds a bias within the product, for any number of rows', async () => {
    const [w, b] = [tf.variable(weights(3, 2)), tf.variable(tf.tensor1d([0.5, -1]))];
    const biased: Model = ({ x }) => ({ y: tf.relu(tf.add(tf.matMul(x, w), b)) });
    const file = exportGraph({ inputs: { x: { shape: ['batch', 3], dtype: 'float32' } }, outputs: biased });
    const { graph } = onnxProto.onnx.ModelProto.decode(file);
    expect(graph?.node?.map(({ opType }) => opType)).toEqual(['Gemm', 'Relu']);
    await expectAnyBatch({ x: 3 }, biased);
  });

  test('is the same, byte by byte, for the same model', () => {
    const w = tf.variable(weights(3, 2));
    const file = () =>
      exportGraph({
        inputs: { x: { shape: ['batch', 3], dtype: 'float32' } },
        outputs: ({ x }) => ({ y: tf.matMul(x, w) }),
      });
    expect(file()).toEqual(file());
  });

  test('takes and gives whole numbers and truth values', async () => {
    const file = exportGraph({
      inputs: { code: { shape: ['batch'], dtype: 'int32' }, known: { shape: ['batch'], dtype: 'bool' } },
      outputs: ({ code, known }) => ({
        next: tf.add(code, tf.scalar(1, 'int32')),
        unknown: tf.logicalNot(known),
      }),
    });
    const session = await openSession(file);
    const { next, unknown } = await session.run({
      code: { shape: [2], dtype: 'int32', data: Int32Array.of(4, 8) },
      known: { shape: [2], dtype: 'bool', data: Uint8Array.of(0, 1) },
    });
    expect(next).toEqual({ shape: [2], dtype: 'int32', data: Int32Array.of(5, 9) });
    expect(unknown).toEqual({ shape: [2], dtype: 'bool', data: Uint8Array.of(1, 0) });
    await session.release();
  });

  test('holds the variables as they were when it was written', async () => {
    const w = tf.variable(tf.scalar(2));
    const file = exportGraph({
      inputs: { x: { shape: [], dtype: 'float32' } },
      outputs: ({ x }) => ({ y: tf.mul(x, w) }),
    });
    w.assign(tf.scalar(3));
    const session = await openSession(file);
    const { y } = await session.run({ x: { shape: [], dtype: 'float32', data: Float32Array.of(1) } });
    expect(y.data).toEqual(Float32Array.of(2));
    await session.release();
  });
});

describe('a category given by its name', () => {
  const site = { shape: ['batch'] as const, dtype: 'string' as const, categories: ['left', 'right', '两侧'] };
  const names = (...data: string[]) => ({ shape: [data.length], dtype: 'string', data }) as const;

  test('is its position inside the model, and any other name is the position after the last', async () => {
    const table = tf.variable(weights(4, 3));
    const session = await openSession(
      exportGraph({
        inputs: { site, x: { shape: ['batch', 3], dtype: 'float32' } },
        outputs: ({ site, x }) => ({
          position: site,
          flags: tf.oneHot(tf.cast(site, 'int32'), 3),
          moved: tf.add(x, tf.gather(table, tf.cast(site, 'int32'))),
        }),
      }),
    );
    const given = names('两侧', 'left', 'Left', '', 'right');
    const x = { shape: [5, 3], dtype: 'float32', data: new Float32Array(15) } as const;
    const { position, flags, moved } = await session.run({ site: given, x });
    expect(position).toEqual({ shape: [5], dtype: 'int32', data: Int32Array.of(2, 0, 3, 3, 1) });
    expect([...flags.data]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    const wanted = tf.gather(table, tf.tensor1d([2, 0, 3, 3, 1], 'int32')).dataSync();
    expect(moved.data).toEqual(Float32Array.from(wanted));
    await session.release();
  });

  test('has its flags looked up in a table, whatever their type, their depth and what stands for yes and no', async () => {
    const file = exportGraph({
      inputs: { site },
      outputs: (inputs) => {
        const position = tf.cast(inputs.site, 'int32');
        const whole = tf.oneHot(position, 3);
        return {
          known: tf.cast(whole, 'float32'),
          both: tf.add(whole, tf.cast(whole, 'int32')),
          wide: tf.oneHot(position, 5, 0.75, -0.25, 'float32'),
          narrow: tf.oneHot(position, 2, 1, 0, 'float32'),
          moved: tf.oneHot(tf.add(position, tf.scalar(1, 'int32')), 3, 1, 0, 'float32'),
        };
      },
    });
    const { graph } = onnxProto.onnx.ModelProto.decode(file);
    // One is of a sum: that may lie anywhere.
    expect(graph?.node?.filter(({ opType }) => opType === 'Equal')).toHaveLength(1);
    const session = await openSession(file);
    const actual = await session.run({ site: names('两侧', 'left', 'elsewhere', 'right') });
    const position = tf.tensor1d([2, 0, 3, 1], 'int32');
    const whole = tf.oneHot(position, 3);
    const wanted = {
      known: tf.cast(whole, 'float32'),
      both: tf.mul(whole, 2),
      wide: tf.oneHot(position, 5, 0.75, -0.25, 'float32'),
      narrow: tf.oneHot(position, 2, 1, 0, 'float32'),
      moved: tf.oneHot(tf.add(position, tf.scalar(1, 'int32')), 3, 1, 0, 'float32'),
    };
    for (const [name, tensor] of Object.entries(wanted)) {
      expect([...(actual[name]?.data ?? [])], name).toEqual([...tensor.dataSync()]);
      expect(actual[name]?.shape, name).toEqual(tensor.shape);
    }
    await session.release();
  });

  test('may stand in columns of its own and be read by nothing', async () => {
    const session = await openSession(
      exportGraph({
        inputs: { site: { ...site, shape: ['batch', 1] }, unread: site },
        outputs: (inputs) => ({ known: tf.less(inputs.site, 3) }),
      }),
    );
    const column = { ...names('left', 'up'), shape: [2, 1] };
    const { known } = await session.run({ site: column, unread: names('', '') });
    expect(known).toEqual({ shape: [2, 1], dtype: 'bool', data: Uint8Array.of(1, 0) });
    await session.release();
  });

  test('is refused as a number, and where its names are not as many as its shape says', async () => {
    const session = await openSession(
      exportGraph({ inputs: { site }, outputs: (inputs) => ({ next: tf.add(inputs.site, 1) }) }),
    );
    const number = { shape: [1], dtype: 'int32', data: Int32Array.of(1) } as const;
    await expect(session.run({ site: number })).rejects.toThrow(
      'The input site is int32[1], the model takes string[any].',
    );
    await expect(session.run({ site: { ...names('left'), shape: [2] } })).rejects.toThrow(
      'The input site is string[2], but its data are 1 names.',
    );
    await session.release();
  });

  test('needs names, and no two alike', () => {
    for (const categories of [[], ['left', 'left']]) {
      const inputs = { site: { ...site, categories } };
      expect(() => exportGraph({ inputs, outputs: (given) => ({ next: tf.add(given.site, 1) }) })).toThrow(
        'The categories of the input site are not one or more different names.',
      );
    }
  });
});

describe('what cannot be exported says why, and where', () => {
  const rowed = { x: { shape: ['batch', 3] as const, dtype: 'float32' as Dtype } };
  const exporting = (outputs: Model) => () => exportGraph({ inputs: rowed, outputs });

  test('a mean over the rows', () => {
    expect(exporting(({ x }) => ({ y: tf.div(tf.sum(x, 0), x.shape[0]) }))).toThrow(
      /depends on the number of rows.*export\.test\.ts:\d+/,
    );
  });

  test('positions made from the number of rows', () => {
    expect(exporting(({ x }) => ({ y: tf.add(x, tf.reshape(tf.range(0, x.shape[0]), [-1, 1])) }))).toThrow(
      /a constant of shape \[5\] is not the same/,
    );
  });

  test('a product of rows with rows', () => {
    expect(exporting(({ x }) => ({ y: tf.slice(x, [1, 0], [x.shape[0] - 1, 3]) }))).toThrow(
      /does not follow the number of rows/,
    );
  });

  test('random numbers made inside', () => {
    const noisy: Model = ({ x }) => ({ y: tf.add(x, tf.fill([1, 3], Math.random())) });
    expect(exporting(noisy)).toThrow(/depends on the number of rows|not deterministic/);
    expect(() => exportGraph({ inputs: { x: { shape: [2, 3], dtype: 'float32' } }, outputs: noisy })).toThrow(
      /not deterministic.*input/,
    );
  });

  test("'batch' elsewhere than in front, a variable made inside, an output named as an input", () => {
    expect(() =>
      exportGraph({
        inputs: { x: { shape: [2, 'batch'], dtype: 'float32' } },
        outputs: ({ x }) => ({ y: x }),
      }),
    ).toThrow("The input x has 'batch' elsewhere than in its first axis.");
    expect(exporting(({ x }) => ({ y: tf.mul(x, tf.variable(tf.scalar(1), true, 'inside')) }))).toThrow(
      'The variable inside was made inside the traced function: make it before.',
    );
    expect(tf.engine().registeredVariables.inside).toBeUndefined();
    expect(exporting(({ x }) => ({ x: tf.neg(x) }))).toThrow('x is both an input and an output.');
  });
});
