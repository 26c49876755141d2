import { beforeAll, expect, test } from 'vitest';
import { logisticRegression } from '../learners/logistic-regression.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import { stratifiedFolds } from '../table/splits.ts';
import { pima } from '../testing/pima.ts';
import { type Candidate, crossValidate } from './cross-validate.ts';

const learner = logisticRegression({ penalty: 1, replicates: 2 });
let data: LabelledMatrix;
let fold: Int8Array;
let before: Candidate;

const validate = (changed: LabelledMatrix) =>
  crossValidate(learner, changed, fold, {
    seed: 1,
    signal: new AbortController().signal,
    onEpoch: () => {},
  });

beforeAll(async () => {
  data = await pima(300);
  fold = stratifiedFolds(data.labels, 5, 1);
  before = await validate(data);
});

test('nothing of a fold reaches the model that it is judged by: not its labels, not its values', async () => {
  const width = data.features.length;
  const changed = await validate({
    ...data,
    labels: data.labels.map((label, row) => (fold[row] === 1 ? 1 - label : label)),
    values: data.values.map((value, index) => (fold[Math.floor(index / width)] === 1 ? 7 * value : value)),
  });
  expect(changed.foldModels[0].model.preparation).toEqual(before.foldModels[0].model.preparation);
  expect(changed.foldModels[0].model.baselineLogOdds).toBe(before.foldModels[0].model.baselineLogOdds);
  // The other models did see that fold.
  expect(changed.foldModels[1].model.baselineLogOdds).not.toBe(before.foldModels[1].model.baselineLogOdds);
});

test('each fold has a calibration of its own, and the probabilities are as many as the events', () => {
  expect(new Set(before.foldModels.map(({ calibration }) => calibration.intercept)).size).toBe(5);
  const { observedToExpected, calibrationSlope } = before.performance;
  expect(Math.abs(observedToExpected - 1)).toBeLessThan(0.03);
  expect(Math.abs(calibrationSlope.value - 1)).toBeLessThan(0.1);
});
