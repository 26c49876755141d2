/**
 * Every graph that a training run, an exported model or a scoring session opens, caught where it enters the runtime: it
 * keeps the rules of the standard and gives the same numbers in Node and in browsers.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deepDefaults, logisticDefaults, treesDefaults } from '../learners/defaults.ts';
import { blend, fitLearner, type LearnerSettings } from '../learners/learner.ts';
import { inputsOf } from '../registry/inputs.ts';
import { exportGraph, type HostTensor, openSession, type StringTensor, tf } from '../tensor/index.ts';
import { modelFaults } from '../tensor/testing/check-model.ts';
import { checkByTheStandard, whyNoStandardChecker } from '../tensor/testing/standard-checker.ts';
import { runOnWeb } from '../tensor/testing/web-runtime.ts';
import { pimaWithCategories } from '../testing/pima-with-categories.ts';
import { modelGraph } from './model-graph.ts';

const opened = vi.hoisted((): Uint8Array[] => []);
vi.mock('../tensor/session.ts', async (original) => {
  const real = await original<typeof import('../tensor/session.ts')>();
  const caught =
    <Options, Result>(open: (model: Uint8Array | string, options: Options) => Result) =>
    (model: Uint8Array | string, options: Options) => {
      if (typeof model !== 'string') opened.push(model);
      return open(model, options);
    };
  return { ...real, openRuntime: caught(real.openRuntime), openSession: caught(real.openSession) };
});

type Inputs = Readonly<Record<string, HostTensor | StringTensor>>;
interface Exported {
  readonly file: Uint8Array;
  readonly inputs: Inputs;
}

const models = new Map<string, Exported>();

beforeAll(async () => {
  await tf.ready();
  const data = await pimaWithCategories(200);
  const fit = (settings: LearnerSettings) =>
    fitLearner({ ...data, weights: null }, settings, {
      seed: 1,
      threads: 1,
      onEpoch: () => {},
      signal: new AbortController().signal,
      checkpoint: null,
    });
  const logistic = await fit({ ...logisticDefaults, replicates: 10 });
  const deep = await fit({ ...deepDefaults, members: 4, hidden: [16, 8], batchRows: 64, mostEpochs: 3 });
  const trees = await fit({ ...treesDefaults, members: 3, trees: 10, patience: null });
  const scaling = { slope: 0.8, intercept: 0.1 };
  const all = [logistic, deep, trees].map((fitted) => ({ fitted, weight: 1 / 3, scaling }));
  for (const fitted of [logistic, deep, trees, blend(all)]) {
    const file = modelGraph(data.features, fitted, { slope: 0.9, intercept: -0.1 });
    models.set(fitted.kind, { file, inputs: inputsOf(data, 0, 64) });
  }
  models.set('an MLP with preparation and a category', perceptron());
  models.set('a causal transformer, forward', transformer());
  models.set('convolution and pooling', convolution());
  models.set('an LSTM over a sequence', recurrent());
}, 300_000);
afterAll(() => {
  tf.disposeVariables();
});

let seed = 1;
const weights = (...shape: number[]) =>
  tf.variable(tf.randomNormal(shape, 0, 1 / Math.sqrt(shape[0] ?? 1), 'float32', seed++));

/** Missing values, counts, scaling and a category by name in front of two layers. */
function perceptron(): Exported {
  const [table, first, second] = [weights(4, 3), weights(7, 16), weights(16, 1)];
  const file = exportGraph({
    inputs: {
      age: { shape: ['batch', 1], dtype: 'float32' },
      visits: { shape: ['batch', 1], dtype: 'float32' },
      site: { shape: ['batch'], dtype: 'string', categories: ['left', 'right', 'both'] },
    },
    outputs: ({ age, visits, site }) => {
      const missing = tf.isNaN(age);
      const filled = tf.where(missing, tf.zerosLike(age), tf.div(tf.sub(age, 50), 12));
      const flags = tf.oneHot(tf.cast(site, 'int32'), 3);
      const place = tf.gather(table, tf.cast(site, 'int32'));
      const x = tf.concat(
        [filled, tf.cast(missing, 'float32'), tf.log1p(visits), tf.add(place, tf.cast(flags, 'float32'))],
        1,
      );
      const padded = tf.pad(tf.reshape(x, [-1, 6]), [
        [0, 0],
        [0, 1],
      ]);
      return {
        probability: tf.sigmoid(tf.matMul(tf.relu(tf.matMul(tf.reshape(padded, [-1, 7]), first)), second)),
      };
    },
  });
  const column = (...numbers: number[]): HostTensor => ({
    shape: [numbers.length, 1],
    dtype: 'float32',
    data: Float32Array.from(numbers),
  });
  return {
    file,
    inputs: {
      age: column(31, Number.NaN, 77, 50),
      visits: column(0, 3, 12, 1),
      site: { shape: [4], dtype: 'string', data: ['right', 'left', 'elsewhere', 'both'] },
    },
  };
}

/** One block: embedding, masked attention of two heads, layer normalisation, GELU by tanh. */
function transformer(): Exported {
  const [rows, length, width, heads, vocabulary] = [3, 6, 16, 2, 20];
  const [tokens, positions, qkv, out] = [
    weights(vocabulary, width),
    weights(length, width),
    weights(width, 3 * width),
    weights(width, width),
  ];
  const [up, down, last] = [weights(width, 4 * width), weights(4 * width, width), weights(width, vocabulary)];
  const normalised = (x: tf.Tensor) => {
    const { mean, variance } = tf.moments(x, -1, true);
    return tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
  };
  const linear = (x: tf.Tensor, w: tf.Tensor) => {
    const flat = tf.matMul(tf.reshape(x, [rows * length, w.shape[0] ?? 0]), w);
    return tf.reshape(flat, [rows, length, w.shape[1] ?? 0]);
  };
  const mask = tf.tensor2d(
    Array.from({ length }, (_, from) => Array.from({ length }, (_, to) => (to > from ? -1e9 : 0))),
  );
  const file = exportGraph({
    inputs: { tokens: { shape: [rows, length], dtype: 'int32' } },
    outputs: (given) => {
      const x = tf.add(tf.gather(tokens, tf.cast(given.tokens, 'int32')), positions);
      const parts = tf.split(linear(normalised(x), qkv), 3, 2);
      const [q, k, v] = parts.map((part) =>
        tf.transpose(tf.reshape(part, [rows, length, heads, width / heads]), [0, 2, 1, 3]),
      );
      const scores = tf.add(tf.div(tf.matMul(q, k, false, true), Math.sqrt(width / heads)), mask);
      const mixed = tf.transpose(tf.matMul(tf.softmax(scores), v), [0, 2, 1, 3]);
      const attended = tf.add(x, linear(tf.reshape(mixed, [rows, length, width]), out));
      const hidden = linear(normalised(attended), up);
      const gelu = tf.mul(
        tf.mul(hidden, 0.5),
        tf.add(
          tf.tanh(tf.mul(tf.add(hidden, tf.mul(tf.pow(hidden, 3), 0.044715)), Math.sqrt(2 / Math.PI))),
          1,
        ),
      );
      return { logits: linear(normalised(tf.add(attended, linear(gelu, down))), last) };
    },
  });
  const data = Int32Array.from({ length: rows * length }, (_, at) => (at * 7) % vocabulary);
  return { file, inputs: { tokens: { shape: [rows, length], dtype: 'int32', data } } };
}

/** A filter that walks over pictures of two channels, the largest of each 2 × 2, and the mean of what is left. */
function convolution(): Exported {
  const filter: tf.Tensor4D = tf.variable(tf.randomNormal([3, 3, 2, 4], 0, 0.3, 'float32', seed++));
  const last = weights(4, 3);
  const size = 3 * 8 * 8 * 2;
  const file = exportGraph({
    inputs: { picture: { shape: [3, 8, 8, 2], dtype: 'float32' } },
    outputs: ({ picture }) => {
      const pictures: tf.Tensor4D = tf.reshape(picture, [3, 8, 8, 2]);
      const seen = tf.maxPool(tf.relu(tf.conv2d(pictures, filter, 1, 'same')), 2, 2, 'valid');
      return { shares: tf.softmax(tf.matMul(tf.mean(seen, [1, 2]), last)) };
    },
  });
  const data = Float32Array.from({ length: size }, (_, at) => Math.sin(at));
  return { file, inputs: { picture: { shape: [3, 8, 8, 2], dtype: 'float32', data } } };
}

/** Hochreiter & Schmidhuber's cell with a forget gate, unrolled over five steps. */
function recurrent(): Exported {
  const [rows, steps, width, units] = [4, 5, 3, 6];
  const [input, state, bias] = [weights(width, 4 * units), weights(units, 4 * units), weights(4 * units)];
  const file = exportGraph({
    inputs: { x: { shape: [rows, steps, width], dtype: 'float32' } },
    outputs: ({ x }) => {
      let hidden: tf.Tensor = tf.zeros([rows, units]);
      let cell: tf.Tensor = tf.zeros([rows, units]);
      for (const step of tf.unstack(x, 1)) {
        const gates = tf.add(tf.add(tf.matMul(step, input), tf.matMul(hidden, state)), bias);
        const [i, f, g, o] = tf.split(gates, 4, 1);
        cell = tf.add(tf.mul(tf.sigmoid(f), cell), tf.mul(tf.sigmoid(i), tf.tanh(g)));
        hidden = tf.mul(tf.sigmoid(o), tf.tanh(cell));
      }
      return { hidden, cell };
    },
  });
  const data = Float32Array.from({ length: rows * steps * width }, (_, at) => Math.cos(at));
  return { file, inputs: { x: { shape: [rows, steps, width], dtype: 'float32', data } } };
}

const kinds = [
  'logisticRegression',
  'deepTabular',
  'boostedTrees',
  'blend',
  'an MLP with preparation and a category',
  'a causal transformer, forward',
  'convolution and pooling',
  'an LSTM over a sequence',
];

function exported(kind: string): Exported {
  const model = models.get(kind);
  if (!model) throw new Error(`there is no ${kind}`);
  return model;
}

describe('Node and browsers give the same numbers', () => {
  test.each(kinds)('%s', async (kind) => {
    const { file, inputs } = exported(kind);
    const session = await openSession(file);
    const native = await session.run({ ...inputs });
    await session.release();
    const web = await runOnWeb(file, inputs);
    expect(Object.keys(web)).toEqual(Object.keys(native));
    for (const [name, { shape, data }] of Object.entries(native)) {
      expect(web[name]?.shape, name).toEqual(shape);
      expect(data.length, name).toBeGreaterThan(0);
      for (const [at, number] of data.entries()) {
        expect(Math.abs((web[name]?.data[at] ?? Number.NaN) - number), name).toBeLessThanOrEqual(
          1e-5 * Math.max(1, Math.abs(number)),
        );
      }
    }
  });
});

describe('every graph that was opened or exported, training steps among them,', () => {
  const all = () => [...opened, ...[...models.values()].map(({ file }) => file)];

  test('keeps the rules of the standard', () => {
    // Each fit opens its steps and a session of its own.
    expect(opened.length).toBeGreaterThan(3);
    for (const file of all()) expect(modelFaults(file)).toEqual([]);
  });

  test('is accepted by the checker of the ONNX project', async (context) => {
    const reason = await whyNoStandardChecker();
    if (reason !== null) return context.skip(reason);
    await checkByTheStandard(all());
  });
});
