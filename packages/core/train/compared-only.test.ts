import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../random.ts';
import { trainingData, trainingRequest } from '../testing/request.ts';
import type { Candidate } from './candidates.ts';
import { fewerOthers } from './fit-data.ts';
import { trainClassifier } from './train-classifier.ts';

const rows = 3000;
const owners = 60;

/** A row is an event where its owner's row before had a high mark: its own tells nothing. */
function madeUp() {
  const random = createRandom(3);
  const values = Float32Array.from({ length: rows }, random.normal);
  const owner = Int32Array.from({ length: rows }, () => random.below(owners));
  const latest = new Map<number, number>();
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const before = latest.get(owner[row]);
    latest.set(owner[row], row);
    return before !== undefined && values[before] > 0.8 ? 1 : 0;
  });
  const features = [{ name: 'mark', kind: 'number', unit: null } as const];
  const ids = Int32Array.from({ length: rows }, (_, row) => row);
  const times = Float64Array.from({ length: rows }, (_, row) => row * 3_600_000);
  return { ...trainingData({ features, rows, values, labels, ids }), times, owners: owner };
}

const logistic: Candidate = {
  name: 'logisticRegression',
  parts: [{ name: 'logisticRegression', penalty: 1, replicates: 0 }],
};
const attention = {
  name: 'attention',
  length: 4,
  stepFeatures: ['mark'],
  width: 8,
  heads: 2,
  hidden: 16,
  bins: 3,
  learningRate: 1e-2,
  weightDecay: 0,
  batchRows: 64,
  epochs: 12,
  mostOthers: 800,
} as const;

it('attention is compared by what it reads of the past, by fits that can be stopped, and never chosen, however much better it is', async () => {
  const models = await mkdtemp(join(tmpdir(), 'compared-only-'));
  onTestFinished(() => rm(models, { recursive: true, force: true }));
  const stages: number[] = [];
  const { card } = await trainClassifier({
    ...trainingRequest(trainingData({ ...madeUp() })),
    data: madeUp(),
    candidates: [
      logistic,
      { name: 'attention', parts: [attention] },
      { name: 'attentionBlend', parts: [...logistic.parts, attention] },
    ],
    folds: 2,
    foldModels: false,
    models,
    onProgress: ({ fraction }) => stages.push(fraction),
  });
  const [plain, alone, blended] = card.candidates;
  expect(card.learner).toBe('logisticRegression');
  expect(plain?.performance.auroc.upper).toBeLessThan(0.65);
  expect(alone?.performance.auroc.lower).toBeGreaterThan(0.8);
  expect(blended?.performance.auroc.lower).toBeGreaterThan(0.8);
  expect(card.candidates.map(({ comparedOnly }) => comparedOnly)).toEqual([undefined, true, true]);
  expect(alone?.parameters).toMatchObject({ length: 4, mostOthers: 800 });
  expect(stages).toEqual(stages.toSorted((a, b) => a - b));
  expect(stages.at(-1)).toBe(1);

  const stopped = trainClassifier({
    ...trainingRequest(madeUp()),
    data: madeUp(),
    candidates: [{ name: 'attention', parts: [attention] }, logistic],
    models,
    signal: AbortSignal.timeout(1500),
  });
  await expect(stopped).rejects.toThrow();
}, 120_000);

it('of fewer others every n-th is taken and weighs n times as much: the sum of the weights stays', () => {
  const labels = Uint8Array.from([1, 0, 0, 0, 1, 0, 0, 0, 0]);
  const every = Int32Array.from(labels.keys());
  const { rows: taken, weights } = fewerOthers({ labels, weights: null }, every, 4);
  expect([...taken]).toEqual([0, 1, 3, 4, 6, 8]);
  expect([...weights]).toEqual([1, 2, 2, 1, 2, 2]);
  expect(fewerOthers({ labels, weights: null }, every, 7).rows).toEqual(every);
});
