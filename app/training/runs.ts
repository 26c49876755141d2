/** Training runs as the page and the endpoints show them. */
import 'server-only';
import { type ModelCard, modelCard } from '@praxis/core';
import type { TrainingRun } from '@praxis/db';
import { services } from '../server/services.ts';
import type { RunDetail, RunList, RunResult, RunView } from './view.ts';

function view(run: TrainingRun, card: ModelCard | null): RunView {
  return {
    id: run.id,
    vertical: run.vertical,
    outcome: run.outcome,
    status: run.status === 'running' && run.cancelRequested ? 'cancelling' : run.status,
    stage: run.stage,
    fraction: run.fraction,
    attempt: run.attempt,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    error: run.error,
    auroc: card?.performance.auroc ?? null,
  };
}

function result(artifact: string, card: ModelCard): RunResult {
  return {
    artifact,
    cohortSha256: card.data.cohortSha256,
    sources: card.data.sources.map(({ file, sha256 }) => ({ file, sha256 })),
    folds: card.split.folds,
    seed: card.split.seed,
    seconds: card.seconds,
    rows: card.data.rows,
    events: card.data.events,
    why: card.why,
    ownFigures: card.ownFigures ?? [],
    candidates: card.candidates.map(({ learner, comparedOnly = false, parameters, performance, seconds }) => {
      // The chosen learner's figures are those after calibration: what the model will show.
      const { auroc, averagePrecision, brier, calibrationSlope } =
        learner === card.learner ? card.performance : performance;
      return {
        learner,
        chosen: learner === card.learner,
        comparedOnly,
        auroc,
        averagePrecision,
        brier,
        calibrationSlope,
        parameters,
        seconds,
      };
    }),
  };
}

/** Cards never change once written, so each is read and parsed once. */
const known = new Map<string, ModelCard>();

/** The cards of finished runs by artifact; a run whose model was never promoted has none. */
async function cardsOf(runs: readonly TrainingRun[]): Promise<ReadonlyMap<string, ModelCard>> {
  const missing = runs.flatMap(({ artifact }) =>
    artifact === null || known.has(artifact) ? [] : [artifact],
  );
  const { models } = await services();
  for (const [artifact, stored] of await models.cards(missing)) {
    // A card that another release wrote in another form costs its figures, not the page.
    const card = modelCard.safeParse(stored);
    if (card.success) known.set(artifact, card.data);
  }
  return known;
}

function cardOf(run: TrainingRun, cards: ReadonlyMap<string, ModelCard>): ModelCard | null {
  return run.artifact === null ? null : (cards.get(run.artifact) ?? null);
}

/** Of the verticals named; newest first, at most a hundred of each. */
export async function listRuns(verticals: readonly string[]): Promise<RunList> {
  const { training } = await services();
  const lists = await Promise.all(verticals.map((vertical) => training.list(vertical)));
  const runs = lists.flat().toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const cards = await cardsOf(runs);
  return {
    runs: runs.map((run) => view(run, cardOf(run, cards))),
    now: new Date().toISOString(),
  };
}

/** One run, of any vertical, with the points of its curve from position `since` on; null where there is none. */
export async function runWithCurve(id: string, since: number): Promise<RunDetail | null> {
  const { training } = await services();
  const found = await training.get(id, since);
  if (!found) return null;
  const card = cardOf(found.run, await cardsOf([found.run]));
  return {
    run: view(found.run, card),
    points: [...found.points],
    result: card && found.run.artifact !== null ? result(found.run.artifact, card) : null,
    now: new Date().toISOString(),
  };
}
