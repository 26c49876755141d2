/** The training run: payments whose truth is known, a model judged on later ones than it has seen, its place in the registry. */
import {
  type ModelCard,
  openModel,
  type PipelineContext,
  type TrainingResult,
  trainClassifier,
} from '@praxis/core';
import { features } from '../features/definitions.ts';
import { labelDelaySeconds } from '../features/windows.ts';
import type { HeldOutScores, TrainingStore } from '../service/store.ts';
import { limitsEn } from '../words/limits.en.ts';
import { chosenBy } from './chosen-by.ts';
import { heldOutFigures } from './held-out-figures.ts';
import { type LogRows, logRows } from './log-rows.ts';
import { studioCandidates } from './studio-candidates.ts';

/** Days of payments that are trained on; the features of the first of them look back further. */
const trainingDays = 28;
/** Each is judged by a model of the payments before it whose truth was known then. */
const folds = 2;
/** Any number will do, the same one makes runs comparable. */
const seed = 1;

/**
 * Trains and chooses a model on the log's payments, writes its artifact and registers it. The first model serves at once,
 * and one that follows a damaged champion; any other is a challenger.
 *
 * @throws the signal's reason where the run was cancelled; Error where there are too few payments
 */
export async function train(
  outcome: 'fraud',
  { store, models, runs, parallel, onProgress, signal }: PipelineContext<TrainingStore>,
): Promise<TrainingResult> {
  // Looked at before the run, which may write the same artifact anew.
  const before = await store.champion(outcome);
  const damaged = before === null || (await isWhole(models, before)) ? null : before;
  const log = await logRows(store, trainingDays, signal);
  const { values, labels, times, customers, rows, simulated, payments, sha256 } = log;
  if (!labels.includes(1)) {
    throw new Error(
      `There are ${rows} payments whose truth is known, and no fraud among them: there is nothing to learn yet.`,
    );
  }
  const result = await trainClassifier({
    vertical: 'fraud',
    outcome,
    horizonDays: null,
    data: {
      features: [...features],
      rows,
      values,
      labels,
      ids: Int32Array.from({ length: rows }, (_, row) => row),
      weights: null,
      groups: null,
      times: times.map((seconds) => seconds * 1000),
      owners: customers,
      labelDelayMs: labelDelaySeconds * 1000,
    },
    sources: [{ file: 'payments', sha256, rows: payments, ...(simulated ? { simulated } : {}) }],
    excluded: [],
    subgroups: [],
    limits: Object.keys(limitsEn),
    candidates: studioCandidates,
    chosenBy,
    search: null,
    folds,
    repeats: 1,
    nested: false,
    foldModels: false,
    projection: true,
    ownFigures: (heldOut) => heldOutFigures(log, heldOut),
    seed,
    runs,
    parallel: Math.min(parallel, folds * studioCandidates.length),
    onProgress,
    signal,
    models,
  });
  signal.throwIfAborted();
  const { artifact, card } = result;
  const heldOut = heldOutScores(log, result);
  await store.register(outcome, { artifact, card, heldOut }, reasonFor(before, damaged, card), damaged);
  return result;
}

function heldOutScores(
  { transactionIds, labels }: LogRows,
  { heldOut: { rows, probabilities } }: TrainingResult,
): HeldOutScores {
  return {
    transactionIds: Array.from(rows, (row) => transactionIds[row]),
    probabilities: [...probabilities],
    frauds: Array.from(rows, (row) => labels[row] === 1),
  };
}

/** Whether the model can be opened, every file as it was written. */
const isWhole = (models: string, artifact: string): Promise<boolean> =>
  openModel(models, artifact).then(
    (model) => model.release().then(() => true),
    () => false,
  );

/** Kept with the decision. */
function reasonFor(before: string | null, damaged: string | null, card: ModelCard): string {
  const figure = card.performance.averagePrecision.value.toFixed(3);
  const what =
    before === null
      ? 'First model'
      : damaged === null
        ? 'Trained again'
        : 'Replaces the champion, whose files are damaged';
  return `${what}: ${card.learner}, average precision ${figure} on later payments.`;
}
