/** What can be said of runs held side by side: each is judged against the first. */
import type { ChartLine } from '@praxis/ui';
import type { ModelComparison } from '../models/comparison.ts';
import { isActive, type RunDetail, type RunList, type RunView } from './view.ts';

const mostCompared = 3;

/** A run with what its model differs by from that of the first run, on the same rows. */
export interface ComparedRun extends RunDetail {
  /** null for the first, where the two may not be compared, and where scores of one are not stored any more. */
  readonly difference: ModelComparison | null;
}

/** Why a run has no figures to compare; null where it has. */
export type Ending = 'cancelled' | 'cancelling' | 'failed' | 'notOver' | 'noFigures' | null;

/** What is said of a run beside the first, the gravest first. */
export type Verdict =
  | 'differentOutcomes'
  | 'differentRows'
  | 'sameModel'
  | 'scoresGone'
  | 'better'
  | 'worse'
  | 'notDistinguishable';

/** The runs of an address: `?compare=a,b`; null where it names fewer than two or more than three. */
export function comparedIds(given: string): readonly string[] | null {
  const ids = [...new Set(given.split(',').filter((id) => id !== ''))];
  return ids.length >= 2 && ids.length <= mostCompared ? ids : null;
}

/** The runs as the list has them where it is newer; a run that has just succeeded still waits for its figures. */
export function withNewest(runs: readonly ComparedRun[], list: RunList): readonly ComparedRun[] {
  return runs.map((one) => {
    const listed = list.runs.find(({ id }) => id === one.run.id);
    const isNews = listed !== undefined && list.now > one.now && listed.status !== 'succeeded';
    return isNews ? { ...one, run: listed, result: null, difference: null } : one;
  });
}

export function endingOf({ run, result }: RunDetail): Ending {
  const { status } = run;
  if (status === 'cancelled' || status === 'cancelling' || status === 'failed') return status;
  if (isActive(run)) return 'notOver';
  return result === null ? 'noFigures' : null;
}

/**
 * Artifacts whose scores may be held against each other, the first run's last; null where a difference would say
 * nothing of the models.
 */
export function comparableModels(first: RunDetail, other: RunDetail): readonly [string, string] | null {
  if (first.result === null || other.result === null || reasonAgainst(first, other) !== null) return null;
  return [other.result.artifact, first.result.artifact];
}

/** Of a run beside the first; null where one of them has no figures, which `endingOf` tells. */
export function verdictOf(first: RunDetail, other: ComparedRun): Verdict | null {
  const reason = reasonAgainst(first, other);
  if (reason !== null || first.result === null || other.result === null) return reason;
  return other.difference === null ? 'scoresGone' : other.difference.auroc.verdict;
}

function reasonAgainst(first: RunDetail, other: RunDetail): Verdict | null {
  if (first.run.outcome !== other.run.outcome) return 'differentOutcomes';
  if (first.result === null || other.result === null) return null;
  if (first.result.cohortSha256 !== other.result.cohortSha256) return 'differentRows';
  return first.result.artifact === other.result.artifact ? 'sameModel' : null;
}

/** Runs that may be taken to the side of those that are shown: of their outcome, with figures now or soon. */
export function comparableWith(
  shown: readonly string[],
  outcome: string,
  runs: readonly RunView[],
): readonly RunView[] {
  if (shown.length >= mostCompared) return [];
  return runs.filter(
    (run) =>
      run.outcome === outcome && (run.status === 'succeeded' || isActive(run)) && !shown.includes(run.id),
  );
}

/** Learners of which every run has a curve, in the order of the first run. */
export function commonLearners(runs: readonly RunDetail[]): readonly string[] {
  const [first, ...others] = runs.map(({ points }) => new Set(points.map(({ learner }) => learner)));
  return [...(first ?? [])].filter((learner) => others.every((own) => own.has(learner)));
}

/**
 * One line a run: the mean over its folds, epoch by epoch while every fold was still learning, so that no fold's end makes
 * a step. Validation loss where it was measured, else training loss.
 */
export function meanLines(
  runs: readonly RunDetail[],
  learner: string,
  names: readonly string[],
): readonly ChartLine[] {
  return runs.map(({ run, points }, at) => {
    const own = points.filter((point) => point.learner === learner && point.fold !== null);
    const folds = new Set(own.map(({ fold }) => fold)).size;
    const byEpoch = Map.groupBy(own, ({ epoch }) => epoch);
    const line = [...byEpoch]
      .filter(([, of]) => of.length === folds)
      .map(([epoch, of]) => ({
        x: epoch,
        y: of.reduce((sum, point) => sum + (point.validationLoss ?? point.trainLoss), 0) / folds,
      }))
      .toSorted((a, b) => a.x - b.x);
    return {
      id: run.id,
      label: names[at] ?? null,
      tone: at === 0 ? 'main' : 'context',
      dashed: at === 2,
      points: line,
    };
  });
}
