/** The training run of one outcome: cohort, model, everyone's risk, and its place in the registry. */
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
 * Trains and chooses a model for the outcome, writes its artifact, scores everyone and registers it in one transaction:
 * before it nothing is seen of the run, after it everything. The first model of an outcome serves at once, and one that
 * follows a damaged champion; any other is a challenger.
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

  // Looked at before the run, which may write the same artifact anew.
  const before = await store.champion(outcome);
  const damaged = before === null || (await isWhole(models, before)) ? null : before;
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
    projection: true,
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
  const { artifact, card } = result;
  const events = new Map(selected.members.map(({ history, label }) => [history.person.id, label === 1]));
  const reason = reasonFor(before, damaged, card);
  await store.register(outcome, { artifact, card, risks, events }, reason, damaged);
  return result;
}

function foldAt({ fold }: TrainingResult, row: number): number {
  const held = fold[row];
  if (held === undefined) throw new Error(`The training run dealt row ${row} to no fold.`);
  return held;
}

/** Whether the model can be opened, every file as it was written. */
const isWhole = (models: string, artifact: string): Promise<boolean> =>
  openModel(models, artifact).then(
    (model) => model.release().then(() => true),
    () => false,
  );

/** Kept with the decision. */
function reasonFor(
  before: string | null,
  damaged: string | null,
  { learner, performance }: ModelCard,
): string {
  const { value, lower, upper } = performance.auroc;
  const [auroc, from, to] = [value, lower, upper].map((share) => share.toFixed(3));
  const what =
    before === null
      ? 'First model of this outcome'
      : damaged === null
        ? 'Trained again'
        : 'Replaces the champion, whose files are damaged';
  return `${what}: ${learner}, cross-validated AUROC ${auroc} (${from} to ${to}).`;
}
