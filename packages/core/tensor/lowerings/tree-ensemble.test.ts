import onnxProto from 'onnx-proto';
import { expect, test } from 'vitest';
import { type RandomTrees, randomEnsemble, randomRows } from '../../explain/testing/random-trees.ts';
import type { TreeEnsemble } from '../../learners/trees/ensemble.ts';
import { compileTrees, predictLogOdds, predictMembers } from '../../learners/trees/predict.ts';
import { createRandom } from '../../random.ts';
import { exportGraph } from '../export.ts';
import type { HostTensor } from '../host.ts';
import { openSession } from '../session.ts';
import { compileTrainingStep } from '../step.ts';
import { modelFaults } from '../testing/check-model.ts';
import { checkByTheStandard, whyNoStandardChecker } from '../testing/standard-checker.ts';
import { runOnWeb } from '../testing/web-runtime.ts';
import { tf } from '../tf.ts';
import { treeLogOdds, treeMemberLogOdds } from '../trees/log-odds.ts';

const { ModelProto } = onnxProto.onnx;

const mixed: RandomTrees = {
  trees: 40,
  leaves: 15,
  numbers: 4,
  levels: [3, 8, 31, 32, 33, 40, 100],
  scale: 0.25,
};
const memberStarts = [0, 5, 20, 33];

function exported(ensemble: TreeEnsemble, starts: readonly number[] = memberStarts): Uint8Array {
  return exportGraph({
    inputs: { raw: { shape: ['batch', ensemble.features], dtype: 'float32' } },
    outputs: ({ raw }) => {
      const rows = tf.reshape<tf.Rank.R2>(raw, [-1, ensemble.features]);
      return { logOdds: treeLogOdds(ensemble, rows), members: treeMemberLogOdds(ensemble, starts, rows) };
    },
  });
}

async function runBoth(file: Uint8Array, raw: HostTensor): Promise<Record<string, HostTensor>[]> {
  const session = await openSession(file);
  const node = await session.run({ raw });
  await session.release();
  return [node, await runOnWeb(file, { raw })];
}

function eager(
  ensemble: TreeEnsemble,
  raw: HostTensor,
  starts: readonly number[] = memberStarts,
): Record<string, HostTensor> {
  const rows = tf.tensor2d(Float32Array.from(raw.data), [raw.shape[0], raw.shape[1]]);
  const scores = { logOdds: treeLogOdds(ensemble, rows), members: treeMemberLogOdds(ensemble, starts, rows) };
  const host = Object.entries(scores).map(([name, tensor]): [string, HostTensor] => [
    name,
    { shape: tensor.shape, dtype: 'float32', data: Float32Array.from(tensor.dataSync()) },
  ]);
  tf.dispose([rows, scores]);
  return Object.fromEntries(host);
}

/** Float32 sums of 40 leaves of about 0.1 and a base of about 1: some roundings of 1.2e-7 each. */
const roundings = 5e-6;

function expectScores(
  actual: Record<string, HostTensor>,
  ensemble: TreeEnsemble,
  raw: HostTensor,
  starts: readonly number[] = memberStarts,
): void {
  const compiled = compileTrees(ensemble);
  const rows = Float32Array.from(raw.data);
  const wanted = {
    logOdds: { data: predictLogOdds(compiled, rows), shape: [raw.shape[0], 1] },
    members: { data: predictMembers(compiled, starts, rows), shape: [raw.shape[0], starts.length] },
  };
  for (const [name, { data, shape }] of Object.entries(wanted)) {
    expect(actual[name].shape, name).toEqual(shape);
    const furthest = data.reduce(
      (worst, score, at) => Math.max(worst, Math.abs(score - actual[name].data[at])),
      0,
    );
    expect(furthest, name).toBeLessThan(roundings);
  }
}

test.each([1, 2, 3, 4])(
  'a graph gives the numbers of the plain walk in Node, in browsers and eagerly, whatever the split and the value (%i)',
  async (seed) => {
    const random = createRandom(seed);
    const ensemble = randomEnsemble(mixed, random);
    const file = exported(ensemble);
    for (const rows of [1, 300]) {
      const raw: HostTensor = {
        shape: [rows, ensemble.features],
        dtype: 'float32',
        data: randomRows(mixed, rows, random),
      };
      const results = [...(await runBoth(file, raw)), eager(ensemble, raw)];
      for (const result of results) expectScores(result, ensemble, raw);
    }
  },
);

test('a tree of one leaf, an empty set and no tree at all have their scores', async () => {
  const raw: HostTensor = { shape: [3, 1], dtype: 'float32', data: Float32Array.of(Number.NaN, 0, 2) };
  const leaf = {
    feature: Int32Array.of(-1),
    threshold: Float32Array.of(Number.NaN),
    members: [null],
    missingLeft: Uint8Array.of(0),
    left: Int32Array.of(-1),
    right: Int32Array.of(-1),
    value: Float64Array.of(0.5),
    cover: Float64Array.of(1),
  };
  const split = (missingLeft: number) => ({
    feature: Int32Array.of(0, -1, -1),
    threshold: new Float32Array(3).fill(Number.NaN),
    members: [new Int32Array(), null, null],
    missingLeft: Uint8Array.of(missingLeft, 0, 0),
    left: Int32Array.of(1, -1, -1),
    right: Int32Array.of(2, -1, -1),
    value: Float64Array.of(0, 1, -1),
    cover: Float64Array.of(2, 1, 1),
  });
  const ensemble = { features: 1, base: 0.25, scale: 1, trees: [leaf, split(0), split(1)] };
  for (const [trees, starts] of [
    [ensemble.trees, [0, 1]],
    [[], [0]],
  ] as const) {
    const own = { ...ensemble, trees };
    for (const result of [...(await runBoth(exported(own, starts), raw)), eager(own, raw, starts)]) {
      expectScores(result, own, raw, starts);
    }
  }
});

test('the file keeps the rules, the ONNX project’s own checker’s too, and imports the operators of trees', async () => {
  const file = exported(randomEnsemble(mixed, createRandom(5)));
  expect(modelFaults(file)).toEqual([]);
  if ((await whyNoStandardChecker()) === null) await checkByTheStandard([file]);
  const { graph, opsetImport } = ModelProto.toObject(ModelProto.decode(file), { longs: Number });
  expect(opsetImport).toContainEqual({ domain: 'ai.onnx.ml', version: 5 });
  const nodes = graph.node.filter(({ opType }: { opType: string }) => opType === 'TreeEnsemble');
  expect(nodes).toHaveLength(2);
  expect(nodes).toMatchObject([{ domain: 'ai.onnx.ml' }, { domain: 'ai.onnx.ml' }]);
});

test('trees that differ only in an infinite threshold are different nodes, the same trees are one', () => {
  const to = (threshold: number): TreeEnsemble => {
    const ensemble = randomEnsemble({ trees: 1, leaves: 2, numbers: 1, levels: [] }, createRandom(2));
    return {
      ...ensemble,
      trees: ensemble.trees.map((tree) => ({ ...tree, threshold: tree.threshold.map(() => threshold) })),
    };
  };
  const nodes = (...thresholds: number[]) => {
    const file = exportGraph({
      inputs: { raw: { shape: ['batch', 1], dtype: 'float32' } },
      outputs: ({ raw }) =>
        Object.fromEntries(
          thresholds.map((threshold, at) => [`y${at}`, treeLogOdds(to(threshold), tf.reshape(raw, [-1, 1]))]),
        ),
    });
    return ModelProto.decode(file).graph?.node?.filter(({ opType }) => opType === 'TreeEnsemble').length;
  };
  expect(nodes(Infinity, -Infinity)).toBe(2);
  expect(nodes(0.5, 0.5)).toBe(1);
});

test('a gradient, a training step and rows of another width are refused with the reason', async () => {
  const ensemble = randomEnsemble(mixed, createRandom(6));
  const rows = () => tf.zeros<tf.Rank.R2>([2, ensemble.features]);
  const code = { code: 'signature', kernel: 'TreeEnsemble' };
  expect(() => tf.grad((x) => treeLogOdds(ensemble, tf.reshape(x, [2, -1])))(rows())).toThrow(/no gradient/);
  const w = tf.variable(tf.scalar(1));
  const step = compileTrainingStep({
    inputs: { raw: { shape: [2, ensemble.features], dtype: 'float32' } },
    optimizer: tf.train.sgd(0.1),
    variables: [w],
    loss: ({ raw }) => tf.sum(tf.mul(w, treeLogOdds(ensemble, tf.reshape(raw, [2, -1])))),
  });
  await expect(step).rejects.toMatchObject(code);
  await expect(step).rejects.toThrow(/training step/);
  tf.dispose(w);
  expect(() => treeLogOdds({ ...ensemble, features: 3 }, rows())).toThrow(/ask 3 features/);
});
