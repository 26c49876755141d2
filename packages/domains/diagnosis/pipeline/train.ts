/** The training run of one outcome: cohort, model, everyone's risk, and the decision that puts it in service. */
import {
  type Candidate,
  candidatesFor,
  type ModelCard,
  openModel,
  type PipelineContext,
  type TrainingResult,
  trainClassifier,
} from '@praxis/core';
import type { Outcome } from '../data/records.ts';
import type { TrainingStore } from '../service/store.ts';
import { limitsEn } from '../words/limits.en.ts';
import { cohort, horizonDays } from './cohort.ts';
import { matrixOf, subgroupsOf } from './matrix.ts';
import { scoreEveryone } from './score.ts';

/** A pair that five-fold cross-validation of the three outcomes could not tell apart, the simpler first. */
const candidates: readonly Candidate[] = [...candidatesFor('logistic'), ...candidatesFor('deep')];
const folds = 5;

/** Deals the folds; any number will do, the same one makes runs comparable. */
const seed = 1;

/**
 * Trains and chooses a model for the outcome, writes its artifact, scores everyone and stores risks and champion in
 * one transaction: before it nothing is seen of the run, after it everything.
 *
 * @throws the signal's reason where the run was cancelled; Error where no cohort was imported
 */
export async function train(
  outcome: Outcome,
  { store, models, runs, parallel, onProgress, signal }: PipelineContext<TrainingStore>,
): Promise<TrainingResult> {
  const [histories, sources] = await Promise.all([store.histories(), store.sources()]);
  if (histories.length === 0)
    throw new Error('There is no cohort in the database: import it first (npm start does).');

  const selected = cohort(outcome, histories);
  const result = await trainClassifier({
    vertical: 'diagnosis',
    outcome,
    horizonDays,
    data: { ...matrixOf(selected), weights: null, groups: null, times: null, labelDelayMs: 0 },
    sources: sources.map(({ file, sha256, rows }) => ({ file, sha256, rows })),
    excluded: [...selected.excluded],
    subgroups: subgroupsOf(selected),
    limits: Object.keys(limitsEn),
    candidates,
    search: null,
    folds,
    repeats: 1,
    nested: false,
    foldModels: true,
    seed,
    runs,
    // More threads than fits of one round would only wait.
    parallel: Math.min(parallel, folds * candidates.length),
    onProgress,
    signal,
    models,
  });

  const foldOf = new Map(
    selected.members.map(({ history }, row) => [history.person.id, foldAt(result, row)]),
  );
  const model = await openModel(models, result.artifact);
  const risks = await scoreEveryone(outcome, histories, foldOf, model).finally(() => model.release());
  signal.throwIfAborted();
  const before = await store.champion(outcome);
  await store.promote(outcome, result.artifact, result.card, risks, reasonFor(before, result.card));
  return result;
}

function foldAt({ fold }: TrainingResult, row: number): number {
  const held = fold[row];
  if (held === undefined) throw new Error(`The training run dealt row ${row} to no fold.`);
  return held;
}

/** Kept with the decision. A retrained model replaces the one before it: same question, same or newer data. */
function reasonFor(before: string | null, { learner, performance }: ModelCard): string {
  const { value, lower, upper } = performance.auroc;
  const [auroc, from, to] = [value, lower, upper].map((share) => share.toFixed(3));
  const what = before === null ? 'First model of this outcome' : `Retrained, replaces ${before}`;
  return `${what}: ${learner}, cross-validated AUROC ${auroc} (${from} to ${to}).`;
}
