/** A training request with everything that a test does not care about. */
import { deepDefaults, logisticDefaults } from '../learners/defaults.ts';
import type { LabelledMatrix } from '../table/matrix.ts';
import type { Candidate } from '../train/candidates.ts';
import type { TrainingData, TrainingRequest } from '../train/contract.ts';

export function trainingData(matrix: LabelledMatrix): TrainingData {
  return { ...matrix, weights: null, groups: null, times: null, labelDelayMs: 0 };
}

const logistic: Candidate = {
  name: 'logisticRegression',
  parts: [{ ...logisticDefaults, penalty: 1, replicates: 20 }],
};
const deep: Candidate = {
  name: 'deepTabular',
  parts: [{ ...deepDefaults, members: 8, hidden: [16, 8], mostEpochs: 8 }],
};

export function trainingRequest(
  matrix: LabelledMatrix,
  changes: Partial<TrainingRequest> = {},
): TrainingRequest {
  return {
    vertical: 'diagnosis',
    outcome: 'diabetes',
    horizonDays: 1826,
    data: trainingData(matrix),
    sources: [],
    excluded: [],
    subgroups: [],
    limits: [],
    candidates: [logistic, deep],
    search: null,
    folds: 5,
    repeats: 1,
    nested: false,
    foldModels: true,
    seed: 1,
    runs: null,
    parallel: 1,
    onProgress: () => {},
    signal: new AbortController().signal,
    ...changes,
  };
}
