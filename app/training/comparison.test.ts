import { describe, expect, it } from 'vitest';
import type { ModelComparison } from '../models/comparison.ts';
import {
  type ComparedRun,
  commonLearners,
  comparableWith,
  comparedIds,
  endingOf,
  meanLines,
  verdictOf,
  withNewest,
} from './comparison.ts';
import { finishedResult, finishedRun } from './testing/finished-run.ts';
import type { CurvePoint, RunList, RunResult, RunView } from './view.ts';

const result = (artifact: string, lower: number, upper: number, cohortSha256?: string): RunResult =>
  finishedResult(artifact, { value: (lower + upper) / 2, lower, upper }, cohortSha256);

const { run } = finishedRun('a');
const detail = (
  changes: Partial<RunView>,
  own: RunResult | null,
  difference: ModelComparison | null = null,
): ComparedRun => ({ ...finishedRun('a', { run: { ...run, ...changes }, result: own }), difference });
const first = detail({}, result('x', 0.7, 0.8));

/** What a paired test said. */
const measured = (verdict: ModelComparison['auroc']['verdict']): ModelComparison => {
  const measure = { difference: { difference: 0.01, lower: 0, upper: 0.02, p: 0.05 }, verdict };
  return { rows: 100, events: 10, auroc: measure, brier: measure };
};

describe('runs held side by side', () => {
  it.each([
    ['better', detail({}, result('y', 0.7, 0.8), measured('better'))],
    ['worse', detail({}, result('y', 0.9, 0.95), measured('worse'))],
    ['notDistinguishable', detail({}, result('y', 0.9, 0.95), measured('notDistinguishable'))],
    ['scoresGone', detail({}, result('y', 0.9, 0.95))],
    ['sameModel', detail({}, result('x', 0.7, 0.8))],
    ['differentRows', detail({}, result('y', 0.9, 0.95, 'other rows'))],
    ['differentOutcomes', detail({ outcome: 'diabetes' }, result('y', 0.7, 0.8))],
    [null, detail({ status: 'cancelled' }, null)],
  ] as const)('are told by a paired test alone: %s', (verdict, second) => {
    expect(verdictOf(first, second)).toBe(verdict);
  });

  it.each([
    ['cancelled', detail({ status: 'cancelled' }, null)],
    ['cancelling', detail({ status: 'cancelling' }, null)],
    ['failed', detail({ status: 'failed' }, null)],
    ['notOver', detail({ status: 'running' }, null)],
    ['noFigures', detail({}, null)],
    [null, first],
  ] as const)('say why one has no figures: %s', (ending, own) => {
    expect(endingOf(own)).toBe(ending);
  });

  it('are as the list has them where it is newer, but for one that has just succeeded: its figures are not there yet', () => {
    const running = detail({ id: 'b', status: 'running' }, null);
    const listed = (status: RunView['status'], now: string) => ({
      runs: [{ ...run, id: 'b', status }],
      now,
    });
    const later = '2026-11-24T12:00:05.000Z';
    const statusOf = (list: RunList) => withNewest([first, running], list).map((one) => one.run.status);
    expect(statusOf(listed('cancelled', later))).toEqual(['succeeded', 'cancelled']);
    expect(statusOf(listed('succeeded', later))).toEqual(['succeeded', 'running']);
    expect(statusOf(listed('queued', '2026-11-24T11:00:00.000Z'))).toEqual(['succeeded', 'running']);
  });

  it('are joined by those of their outcome that have figures now or soon, up to three', () => {
    const of = (id: string, status: RunView['status'], outcome = 'one') => ({ ...run, id, status, outcome });
    const all = [
      of('a', 'succeeded'),
      of('b', 'running'),
      of('c', 'cancelled'),
      of('d', 'failed'),
      of('e', 'succeeded', 'two'),
      of('f', 'succeeded'),
    ];
    expect(comparableWith(['a'], 'one', all).map(({ id }) => id)).toEqual(['b', 'f']);
    expect(comparableWith(['a', 'b', 'f'], 'one', all)).toEqual([]);
  });

  it('are two or three different ones', () => {
    expect(comparedIds('a,b')).toEqual(['a', 'b']);
    expect(comparedIds('a,b,a,')).toEqual(['a', 'b']);
    expect(comparedIds('a,a')).toBeNull();
    expect(comparedIds('a,b,c,d')).toBeNull();
  });

  it('have as curves the means over folds, as far as every fold went', () => {
    const point = (fold: number | null, epoch: number, validationLoss: number | null): CurvePoint => ({
      learner: 'deepTabular',
      fold,
      epoch,
      trainLoss: 0.1,
      validationLoss,
      validationAuroc: null,
    });
    const own = finishedRun('a', {
      points: [point(2, 1, 0.5), point(1, 1, 0.7), point(1, 2, 0.4), point(null, 1, 9)],
    });
    expect(commonLearners([own, own])).toEqual(['deepTabular']);
    expect(commonLearners([own, first])).toEqual([]);
    const [line] = meanLines([own], 'deepTabular', ['A']);
    expect(line?.label).toBe('A');
    expect(line?.points).toEqual([{ x: 1, y: 0.6 }]);
  });
});
