/** What can be said of runs held side by side. */
import type { ChartLine } from '@praxis/ui';
import { isActive, type RunDetail } from './view.ts';

export const mostCompared = 3;

/**
 * Why the figures say what they say, the gravest first. `overlap`, `apart`: the rows are the same, but scores row by row
 * are not kept with a run, so that intervals alone are held against each other.
 */
export type Verdict =
  | 'differentOutcomes'
  | 'cancelled'
  | 'failed'
  | 'notOver'
  | 'noFigures'
  | 'differentRows'
  | 'sameModel'
  | 'overlap'
  | 'apart';

/** The runs of an address: `?compare=a,b`; null where it names fewer than two or more than three. */
export function comparedIds(given: string): readonly string[] | null {
  const ids = [...new Set(given.split(',').filter((id) => id !== ''))];
  return ids.length >= 2 && ids.length <= mostCompared ? ids : null;
}

/** Of two or three runs, judged by AUROC. */
export function verdictOf(runs: readonly RunDetail[]): Verdict {
  const statuses = new Set(runs.map(({ run }) => run.status));
  if (new Set(runs.map(({ run }) => run.outcome)).size > 1) return 'differentOutcomes';
  if (statuses.has('cancelled') || statuses.has('cancelling')) return 'cancelled';
  if (statuses.has('failed')) return 'failed';
  if (runs.some(({ run }) => isActive(run))) return 'notOver';
  const results = runs.flatMap(({ result }) => result ?? []);
  if (results.length < runs.length) return 'noFigures';
  if (new Set(results.map(({ cohortSha256 }) => cohortSha256)).size > 1) return 'differentRows';
  if (new Set(results.map(({ artifact }) => artifact)).size === 1) return 'sameModel';
  const intervals = results.flatMap(({ candidates }) => candidates.find(({ chosen }) => chosen)?.auroc ?? []);
  if (intervals.length < results.length) return 'noFigures';
  const commonFrom = Math.max(...intervals.map(({ lower }) => lower));
  const commonTo = Math.min(...intervals.map(({ upper }) => upper));
  return commonFrom <= commonTo ? 'overlap' : 'apart';
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
