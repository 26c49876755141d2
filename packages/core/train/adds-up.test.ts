/** Whatever the learner: baseline, contributions and the stated residual add up to the score of the opened artifact. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explanationOf } from '../explain/method.ts';
import { deepDefaults, logisticDefaults, treesDefaults } from '../learners/defaults.ts';
import { definitionsOf } from '../registry/inputs.ts';
import { openModel } from '../registry/open-model.ts';
import { pimaWithCategories } from '../testing/pima-with-categories.ts';
import { trainingRequest } from '../testing/request.ts';
import { type Candidate, privateCandidate } from './candidates.ts';
import { trainClassifier } from './train-classifier.ts';

const logistic = { ...logisticDefaults, penalty: 1, replicates: 5 };
const trees = { ...treesDefaults, members: 2, trees: 20, learningRate: 0.2, patience: 5 };
const hidden: readonly [number, number] = [16, 8];
const deep = { ...deepDefaults, members: 4, hidden, mostEpochs: 5 };
const upTo = (high: number) => ({ low: 0, high });
const bounds = {
  pregnant: upTo(15),
  glucose: upTo(200),
  pressure: upTo(120),
  triceps: upTo(60),
  insulin: upTo(600),
  pedigree: upTo(3),
};

let models: string;
beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
});
afterAll(() => rm(models, { recursive: true, force: true }));

/** Sums of single precision numbers of a few units. */
const rounding = 2e-5;

const kinds: readonly {
  readonly candidate: Candidate;
  readonly methods: readonly string[];
  readonly exact: boolean;
}[] = [
  { candidate: { name: 'logisticRegression', parts: [logistic] }, methods: ['linear'], exact: true },
  { candidate: { name: 'boostedTrees', parts: [trees] }, methods: ['treeShap'], exact: true },
  { candidate: { name: 'blend', parts: [logistic, trees] }, methods: ['linear', 'treeShap'], exact: true },
  { candidate: { name: 'deepTabular', parts: [deep] }, methods: ['integratedGradients'], exact: false },
  {
    candidate: { name: 'deepBlend', parts: [logistic, trees, deep] },
    methods: ['linear', 'treeShap', 'integratedGradients'],
    exact: false,
  },
  { candidate: privateCandidate({ epsilon: 8, delta: 1e-4, bounds }), methods: ['linear'], exact: true },
];

test.each(kinds.map((kind) => ({ ...kind, name: kind.candidate.name })))(
  '$name: contributions, baseline and residual add up to the log-odds, and what is not exact says so',
  async ({ candidate, methods, exact }) => {
    const data = await pimaWithCategories(300);
    const request = trainingRequest(data, { candidates: [candidate], folds: 2, foldModels: false });
    const { artifact } = await trainClassifier({ ...request, models });
    const model = await openModel(models, artifact);
    expect(explanationOf(model.card)).toEqual({ methods, exact });
    const { logOdds, contributions } = await model.scoreMatrix(
      { ...data, features: definitionsOf(model.card.features) },
      { explain: true },
    );
    const width = data.features.length;
    let leftOver = 0;
    let explained = 0;
    for (let row = 0; row < data.rows; row++) {
      const own = contributions?.subarray(row * width, (row + 1) * width) ?? [];
      const sum = [...own].reduce((all, part) => all + part, model.card.baselineLogOdds);
      const residual = Math.abs(logOdds[row] - sum);
      if (exact) expect(residual).toBeLessThan(rounding);
      leftOver += residual;
      explained += Math.abs(logOdds[row] - model.card.baselineLogOdds);
    }
    // Integrated gradients of 32 steps miss the kinks of a network, by little against what they explain.
    expect(leftOver / explained).toBeLessThan(0.05);
    await model.release();
  },
  120_000,
);
