/** What competes to tell frauds: learners and blends of them, on samples in which frauds are not so rare. */
import {
  deepDefaults,
  defaultTrees,
  type FeatureMatrix,
  type FitOptions,
  fitLearner,
  logOddsOf,
  selectRows,
} from '@praxis/core';
import type { LabelledRows } from './feature-rows.ts';

type LearnerSettings = Parameters<typeof fitLearner>[1];
export type FraudLearner = 'boostedTrees' | 'logisticRegression' | 'deepTabular';

/** The simpler first: a later one must be better to be taken. */
export const candidates: readonly (readonly FraudLearner[])[] = [
  ['boostedTrees'],
  ['boostedTrees', 'logisticRegression'],
  ['boostedTrees', 'deepTabular'],
  ['boostedTrees', 'logisticRegression', 'deepTabular'],
];

export const settingsOf = {
  boostedTrees: {
    ...defaultTrees,
    trees: 150,
    leaves: 15,
    learningRate: 0.05,
    lambda: 5,
    featureFraction: 0.4,
    rowFraction: 0.8,
  },
  logisticRegression: { name: 'logisticRegression', penalty: 10, replicates: 0 },
  deepTabular: { ...deepDefaults, members: 8, batchRows: 512, mostEpochs: 12, patience: 3 },
} as const satisfies Readonly<Record<FraudLearner, LearnerSettings>>;

/** Genuine payments of one sample; every sample has all frauds. */
const mostGenuine = 45_000;

/** Trees are cheap enough to learn from every genuine payment, a sample at a time; the others learn from one sample. */
const fitsOf = (learner: FraudLearner, samples: number): number => (learner === 'boostedTrees' ? samples : 1);

/**
 * Fits a learner on samples of the rows and scores others: the mean of its fits' log-odds. Genuine payments are dealt in turn
 * to as many samples as are needed, and weigh as many times more, so that the scores stay those of the whole.
 *
 * @param training indices of rows; @param scored rows to score
 * @returns shape [scored.rows]
 * @throws what the fits throw; the signal's reason
 */
export async function fitAndScore(
  learner: FraudLearner,
  { rows, training }: { readonly rows: LabelledRows; readonly training: Int32Array },
  scored: FeatureMatrix,
  options: FitOptions,
): Promise<Float64Array> {
  const genuine = training.reduce((count, row) => count + 1 - rows.labels[row], 0);
  const samples = Math.max(1, Math.ceil(genuine / mostGenuine));
  const fits = fitsOf(learner, samples);
  const sum = new Float64Array(scored.rows);
  for (let sample = 0; sample < fits; sample++) {
    const chosen = sampleOf(rows.labels, training, sample, samples);
    const labels = Uint8Array.from(chosen, (row) => rows.labels[row]);
    const weights = Float32Array.from(labels, (label) => (label === 1 ? 1 : samples));
    const fitted = await fitLearner({ ...selectRows(rows, chosen), labels, weights }, settingsOf[learner], {
      ...options,
      seed: options.seed + sample,
      onEpoch: (epoch) => options.onEpoch({ ...epoch, share: (sample + epoch.share) / fits }),
    });
    const logOdds = await logOddsOf(fitted, scored);
    for (let row = 0; row < sum.length; row++) sum[row] += logOdds[row] / fits;
  }
  return sum;
}

/** All frauds, and every `samples`-th genuine payment from the one numbered `sample`. */
function sampleOf(labels: Uint8Array, training: Int32Array, sample: number, samples: number): Int32Array {
  let genuine = 0;
  return training.filter((row) => labels[row] === 1 || genuine++ % samples === sample);
}
