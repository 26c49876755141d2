/** What competes to tell frauds: learners and blends of them, on samples in which frauds are not so rare. */
import {
  type AttentionSettings,
  attentionLogOdds,
  deepDefaults,
  defaultTrees,
  type FitOptions,
  fitAttention,
  fitLearner,
  lastSteps,
  logOddsOf,
  selectRows,
} from '@praxis/core';
import type { PaymentRows } from './feature-rows.ts';

type LearnerSettings = Parameters<typeof fitLearner>[1];
type RowLearner = 'boostedTrees' | 'logisticRegression' | 'deepTabular';
export type FraudLearner = RowLearner | 'attention';

/** Trees first, which are taken where nothing can be compared; a later one must be better to be taken. */
export const candidates: readonly (readonly FraudLearner[])[] = [
  ['boostedTrees'],
  ['logisticRegression'],
  ['deepTabular'],
  ['attention'],
  ['boostedTrees', 'logisticRegression'],
  ['boostedTrees', 'deepTabular'],
  ['boostedTrees', 'attention'],
  ['boostedTrees', 'logisticRegression', 'deepTabular'],
  ['boostedTrees', 'deepTabular', 'attention'],
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
} as const satisfies Readonly<Record<RowLearner, LearnerSettings>>;

/** Payments of a card that are read together, the present one among them. */
export const stepsOfCard = 16;

/** A step shows what a payment was like for its customer, and what was known of its terminal at its own time. */
export const attentionSettings: AttentionSettings = {
  stepFeatures: [
    'amount',
    'night',
    'hour',
    'weekend',
    'ratioToUsual',
    'deviationsFromUsual',
    'ratioToOrdinaryMean30Days',
    'customerHoursSinceLast',
    'terminalRisk7Days',
    'terminalRisk30Days',
    'terminalKnownFrauds7Days',
    'terminalFraudRun',
    'terminalMeanRatio7Days',
    'terminalExceptionalShare7Days',
    'ratioToTerminalMean30Days',
    'pairCount30Days',
  ],
  width: 32,
  heads: 2,
  hidden: 64,
  bins: 5,
  learningRate: 2e-3,
  weightDecay: 0.1,
  batchRows: 256,
  epochs: 3,
};

/** Genuine payments of one sample; every sample has all frauds. */
const mostGenuine = 45_000;

/**
 * Trees are cheap enough to learn from every genuine payment, a sample at a time; of attention the mean of two fits is steadier
 * than one; the others learn from one sample.
 */
function fitsOf(learner: FraudLearner, samples: number): number {
  if (learner === 'boostedTrees') return samples;
  return learner === 'attention' ? Math.min(2, samples) : 1;
}

export interface TrainingPart {
  readonly rows: PaymentRows;
  /** Those that are learnt from. */
  readonly training: Int32Array;
}

/**
 * Fits a learner on samples of the rows and scores others: the mean of its fits' log-odds. Genuine payments are dealt in turn
 * to as many samples as are needed, and weigh as many times more, so that the scores stay those of the whole.
 *
 * @param scored rows to score
 * @returns shape [scored.length]
 * @throws what the fits throw; the signal's reason
 */
export async function fitAndScore(
  learner: FraudLearner,
  { rows, training }: TrainingPart,
  scored: Int32Array,
  options: FitOptions,
): Promise<Float64Array> {
  const genuine = training.reduce((count, row) => count + 1 - rows.labels[row], 0);
  const samples = Math.max(1, Math.ceil(genuine / mostGenuine));
  const fits = fitsOf(learner, samples);
  const sum = new Float64Array(scored.length);
  for (let sample = 0; sample < fits; sample++) {
    const chosen = sampleOf(rows.labels, training, sample, samples);
    const labels = Uint8Array.from(chosen, (row) => rows.labels[row]);
    const weights = Float32Array.from(labels, (label) => (label === 1 ? 1 : samples));
    const logOdds = await fitOne(learner, { rows, chosen, labels, weights }, scored, {
      ...options,
      seed: options.seed + sample,
      onEpoch: (epoch) => options.onEpoch({ ...epoch, share: (sample + epoch.share) / fits }),
    });
    for (let row = 0; row < sum.length; row++) sum[row] += logOdds[row] / fits;
  }
  return sum;
}

interface Sample {
  readonly rows: PaymentRows;
  readonly chosen: Int32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

async function fitOne(
  learner: FraudLearner,
  { rows, chosen, labels, weights }: Sample,
  scored: Int32Array,
  options: FitOptions,
): Promise<Float64Array> {
  if (learner !== 'attention') {
    const data = { ...selectRows(rows, chosen), labels, weights };
    const fitted = await fitLearner(data, settingsOf[learner], options);
    return logOddsOf(fitted, selectRows(rows, scored));
  }
  const sequencesOf = (asked: Int32Array) => ({
    matrix: rows,
    hours: rows.hours,
    steps: lastSteps(rows.customers, asked, stepsOfCard),
    length: stepsOfCard,
  });
  const fitted = await fitAttention({ ...sequencesOf(chosen), labels, weights }, attentionSettings, options);
  return attentionLogOdds(fitted, sequencesOf(scored));
}

/** All frauds, and every `samples`-th genuine payment from the one numbered `sample`. */
function sampleOf(labels: Uint8Array, training: Int32Array, sample: number, samples: number): Int32Array {
  let genuine = 0;
  return training.filter((row) => labels[row] === 1 || genuine++ % samples === sample);
}
