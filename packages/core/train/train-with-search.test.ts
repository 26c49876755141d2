import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { treesDefaults } from '../learners/defaults.ts';
import { pima } from '../testing/pima.ts';
import { trainingData, trainingRequest } from '../testing/request.ts';
import type { TrainingProgress, TrainingRequest, TrainingResult } from './contract.ts';
import { openRunFolder } from './run-folder.ts';
import { trainClassifier } from './train-classifier.ts';

let models: string;
let result: TrainingResult;
const reports: TrainingProgress[] = [];

/** Starts where no leaf may be so small that there is a split: nothing is learnt. */
const ruined = { ...treesDefaults, trees: 40, members: 2, leaves: 3, minRows: 150 };

async function request(changes: Partial<TrainingRequest> = {}): Promise<TrainingRequest> {
  return trainingRequest(await pima(240), {
    candidates: [{ name: 'boostedTrees', parts: [ruined] }],
    folds: 3,
    search: { trials: 6, seconds: null },
    ...changes,
  });
}

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  const onProgress = (report: TrainingProgress) => reports.push(report);
  result = await trainClassifier({ ...(await request({ onProgress })), models });
}, 60_000);
afterAll(() => rm(models, { recursive: true, force: true }));

test('the card shows the settings found for the final fit, and how they were searched for', () => {
  const { search, candidates } = result.card;
  expect(search).toEqual({
    trials: 6,
    seconds: null,
    tried: [{ learner: 'boostedTrees', trials: 6 }],
  });
  expect(candidates[0].parameters.minRows).toBeLessThanOrEqual(100);
  expect(candidates[0].parameters.members).toBe(2);
});

test('the folds judge what the search found, not what it started from', async () => {
  const { card } = await trainClassifier({ ...(await request({ search: null })), models });
  expect(card.search).toBeUndefined();
  expect(card.candidates[0].parameters.minRows).toBe(150);
  expect(card.performance.logLoss.value).toBeGreaterThan(result.card.performance.logLoss.value);
});

test('trials move the progress, but leave no point on the learning curve', () => {
  const fractions = reports.map(({ fraction }) => fraction);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  const points = reports.flatMap(({ point }) => (point ? [point] : []));
  const fits = points.map(({ fold, epoch }) => `${fold} ${epoch}`);
  expect(new Set(fits).size).toBe(fits.length);
  expect([...new Set(points.map(({ fold }) => fold))]).toEqual([1, 2, 3, null]);
});

test('on threads, and killed in the middle of a search, a run makes the same artifact', async () => {
  const [elsewhere, runs] = [
    await mkdtemp(join(tmpdir(), 'models-')),
    await mkdtemp(join(tmpdir(), 'runs-')),
  ];
  const controller = new AbortController();
  const onProgress = ({ fraction }: TrainingProgress) => {
    if (fraction > 0.4) controller.abort(new Error('the power failed'));
  };
  const stopped = trainClassifier({
    ...(await request({ signal: controller.signal, onProgress, runs })),
    models: elsewhere,
  });
  await expect(stopped).rejects.toThrow('the power failed');
  const [left] = await readdir(runs);
  expect((await readdir(join(runs, left))).some((file) => file.endsWith('.state'))).toBe(true);
  const again = await trainClassifier({ ...(await request({ runs, parallel: 2 })), models: elsewhere });
  expect(again.artifact).toBe(result.artifact);
  expect(await readdir(runs)).toEqual([]);
  await rm(elsewhere, { recursive: true });
}, 60_000);

test('what a run left behind is not taken over by one with another budget', async () => {
  const data = trainingData(await pima(240));
  const rows = Int32Array.of(0, 1);
  const fileOf = (search: TrainingRequest['search']) =>
    openRunFolder('runs', data).checkpointFile({
      settings: ruined,
      search,
      train: rows,
      test: rows,
      seed: 1,
      threads: 1,
    });
  const budgets = [
    null,
    { trials: 6, seconds: null },
    { trials: 7, seconds: null },
    { trials: 6, seconds: 9 },
  ];
  expect(new Set(budgets.map(fileOf)).size).toBe(4);
});
