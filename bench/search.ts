/** `npm run bench:search`: what a search for settings wins and costs, on rows that neither the search nor the fit has seen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  candidatesFor,
  type LabelledMatrix,
  type ModelCard,
  type TrainingRequest,
  trainClassifier,
} from '../packages/core/index.ts';
import { dataSetNamed } from './learners/data-sets.ts';

const dataSets = ['credit-status', 'pima-diabetes', 'framingham'];
const learners = ['logistic', 'trees'] as const;
const searches: readonly TrainingRequest['search'][] = [null, { trials: 16, seconds: null }];
const folds = 5;
const seed = 0;

/** A fit searches on its own training rows, so that the folds judge the search as they judge the fit. */
async function train(
  matrix: LabelledMatrix,
  learner: (typeof learners)[number],
  search: TrainingRequest['search'],
): Promise<ModelCard> {
  const models = await mkdtemp(join(tmpdir(), 'praxis-bench-'));
  try {
    const { card } = await trainClassifier({
      vertical: 'bench',
      outcome: 'outcome',
      horizonDays: null,
      data: { ...matrix, weights: null, groups: null, times: null, labelDelayMs: 0 },
      sources: [],
      excluded: [],
      subgroups: [],
      limits: [],
      candidates: candidatesFor(learner),
      search,
      folds,
      repeats: 1,
      nested: false,
      foldModels: false,
      seed,
      runs: null,
      parallel: availableParallelism(),
      onProgress: () => {},
      signal: new AbortController().signal,
      models,
    });
    return card;
  } finally {
    await rm(models, { recursive: true });
  }
}

console.log('| data | learner | trials | AUROC | log loss | slope | seconds of a fit |');
console.log('|---|---|---|---|---|---|---|');
for (const name of dataSets) {
  const dataSet = dataSetNamed(name);
  const matrix = await dataSet.read();
  if (matrix === null) {
    console.error(`${name} is left out: ${dataSet.file} is missing`);
    continue;
  }
  for (const learner of learners) {
    for (const search of searches) {
      const { performance, candidates } = await train(matrix, learner, search);
      const { auroc, logLoss, calibrationSlope } = performance;
      const figures = [auroc.value.toFixed(4), logLoss.value.toFixed(4), calibrationSlope.value.toFixed(2)];
      const seconds = (candidates[0].seconds / folds).toFixed(1);
      console.log(`| ${[name, learner, search?.trials ?? 'none', ...figures, seconds].join(' | ')} |`);
    }
  }
}
