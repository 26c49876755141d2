import { describe, expect, it } from 'vitest';
import { commonLearners, comparedIds, meanLines, verdictOf } from './comparison.ts';
import { finishedResult, finishedRun } from './testing/finished-run.ts';
import type { CurvePoint, RunDetail, RunResult, RunView } from './view.ts';

const result = (artifact: string, lower: number, upper: number, cohortSha256?: string): RunResult =>
  finishedResult(artifact, { value: (lower + upper) / 2, lower, upper }, cohortSha256);

const { run } = finishedRun('a');
const detail = (changes: Partial<RunView>, own: RunResult | null, points: CurvePoint[] = []): RunDetail =>
  finishedRun('a', { run: { ...run, ...changes }, result: own, points });
const first = detail({}, result('x', 0.7, 0.8));

describe('runs held side by side', () => {
  it.each([
    ['overlap', detail({}, result('y', 0.75, 0.85))],
    ['apart', detail({}, result('y', 0.81, 0.85))],
    ['sameModel', detail({}, result('x', 0.7, 0.8))],
    ['differentRows', detail({}, result('y', 0.9, 0.95, 'other rows'))],
    ['differentOutcomes', detail({ outcome: 'diabetes' }, result('y', 0.7, 0.8))],
    ['cancelled', detail({ status: 'cancelled' }, null)],
    ['cancelled', detail({ status: 'cancelling' }, null)],
    ['failed', detail({ status: 'failed' }, null)],
    ['notOver', detail({ status: 'running' }, null)],
    ['noFigures', detail({}, null)],
  ] as const)('are told: %s', (verdict, second) => {
    expect(verdictOf([first, second])).toBe(verdict);
    expect(verdictOf([second, first])).toBe(verdict);
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
    const own = detail({}, null, [point(2, 1, 0.5), point(1, 1, 0.7), point(1, 2, 0.4), point(null, 1, 9)]);
    expect(commonLearners([own, own])).toEqual(['deepTabular']);
    expect(commonLearners([own, first])).toEqual([]);
    const [line] = meanLines([own], 'deepTabular', ['A']);
    expect(line?.label).toBe('A');
    expect(line?.points).toEqual([{ x: 1, y: 0.6 }]);
  });
});
