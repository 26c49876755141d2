import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenModel } from '../../registry/contract.ts';
import { openModel } from '../../registry/open-model.ts';
import { pima } from '../../testing/pima.ts';
import { trainingRequest } from '../../testing/request.ts';
import { type Candidate, privateCandidate } from '../candidates.ts';
import { trainClassifier } from '../train-classifier.ts';
import { declaredFeatures } from './declared-features.ts';

const upTo = (high: number) => ({ low: 0, high });
const bounds = {
  pregnant: upTo(15),
  glucose: { low: 50, high: 200 },
  pressure: { low: 40, high: 120 },
  triceps: upTo(60),
  insulin: upTo(600),
  mass: { low: 15, high: 60 },
  pedigree: upTo(2.5),
  age: { low: 20, high: 80 },
};
const candidate = privateCandidate({ epsilon: 8, delta: 1e-5, bounds });

let models: string;
let model: OpenModel;
const train = async (changes: Parameters<typeof trainingRequest>[1] = {}) => {
  const request = trainingRequest(await pima(), { candidates: [candidate], foldModels: false, ...changes });
  return trainClassifier({ ...request, models });
};

beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'));
  model = await openModel(models, (await train({ projection: true })).artifact);
}, 120_000);
afterAll(async () => {
  await model.release();
  await rm(models, { recursive: true, force: true });
});

test('the card of a private model states what was spent, and its graph holds no calibration by real rows', () => {
  const { privacy, interval, calibration, learner, performance } = model.card;
  expect(learner).toBe('privateLogistic');
  expect(privacy?.epsilon).toBeLessThanOrEqual(8);
  expect(privacy?.epsilon).toBeGreaterThan(7.5);
  expect(privacy).toMatchObject({ delta: 1e-5, samplingRate: 0.1, steps: 1000 });
  expect(calibration).toMatchObject({ slope: 1, intercept: 0 });
  expect(interval).toBeNull();
  expect(model.card.conformal).toBeUndefined();
  expect(model.familiarity).toBeNull();
  expect(model.card.files.map(({ name }) => name)).not.toContain('familiarity.json');
  expect(model.card.files.map(({ name }) => name)).not.toContain('projection.json');
  expect(performance.auroc.value).toBeGreaterThan(0.75);
  expect(performance).not.toHaveProperty('ici');
  expect(model.card).not.toHaveProperty('decisionCurve');
  expect(model.card).not.toHaveProperty('thresholds');
  expect(model.card.explanation).toBeUndefined();
});

test('its scores are explained exactly, outside the declared bounds too', async () => {
  const row = {
    pregnant: 2,
    glucose: 5000,
    pressure: null,
    triceps: 20,
    insulin: 90,
    mass: 33,
    pedigree: 0.4,
    age: 30,
  };
  const [score] = await model.score([row], null);
  expect(Math.abs(score.residual)).toBeLessThan(1e-5);
  const [atBound] = await model.score([{ ...row, glucose: 200 }], null);
  expect(score.logOdds).toBeCloseTo(atBound.logOdds, 5);
});

test('randomness that could be drawn again is no promise: the card states none', async () => {
  const seeded: Candidate = {
    name: 'privateLogistic',
    parts: candidate.parts.map((part) =>
      part.name === 'privateLogistic' ? { ...part, randomness: 'seeded', steps: 50 } : part,
    ),
  };
  expect((await train({ candidates: [seeded] })).card.privacy).toBeNull();
}, 60_000);

test('other rows give the same features on the card: bounds, and nothing that was measured', async () => {
  const all = await pima();
  const changed = { ...all, values: all.values.map((value, at) => (at % 3 === 0 ? Number.NaN : value / 2)) };
  const other = await trainClassifier({
    ...trainingRequest(changed, { candidates: [candidate], foldModels: false, folds: 2 }),
    models,
  });
  expect(other.card.features).toEqual(model.card.features);
  const pregnant = model.card.features.find(({ name }) => name === 'pregnant');
  // A count: what is missing is taken as the middle on the scale of log(1 + x), √16 − 1.
  expect(pregnant).toMatchObject({ low: 0, high: 15, missing: 0, declared: true });
  expect(pregnant).toHaveProperty('mean', expect.closeTo(3, 10));
  const [, sites] = declaredFeatures(
    [
      { name: 'smokes', kind: 'flag', unit: null },
      { name: 'site', kind: 'category', unit: null, levels: ['a', 'b', 'c', 'd'] },
    ],
    {},
  );
  const levels = ['a', 'b', 'c', 'd'].map((name) => ({ name, share: 0.25 }));
  expect(sites).toMatchObject({ levels, missing: 0, declared: true });
}, 60_000);

test('a search for settings is refused, as it would spend what ε does not count', async () => {
  await expect(train({ search: { trials: 4, seconds: null } })).rejects.toThrow('more than ε says');
});
