/** A finished run as the endpoints answer it, small enough to say by hand what should be shown of it. */
import type { RunDetail, RunResult } from '../view.ts';

type Interval = RunResult['candidates'][number]['auroc'];

export function finishedResult(artifact: string, auroc: Interval, cohortSha256 = 'rows'): RunResult {
  return {
    artifact,
    cohortSha256,
    sources: [{ file: 'people.csv', sha256: 'file' }],
    folds: 5,
    seed: 1,
    seconds: 10,
    rows: 100,
    events: 10,
    why: 'onlyOne',
    ownFigures: [],
    candidates: [
      {
        learner: 'boostedTrees',
        chosen: true,
        comparedOnly: false,
        auroc,
        averagePrecision: auroc,
        brier: auroc,
        calibrationSlope: auroc,
        parameters: { trees: 200 },
        seconds: 10,
      },
    ],
  };
}

export function finishedRun(id: string, changes: Partial<RunDetail> = {}): RunDetail {
  const auroc = { value: 0.75, lower: 0.7, upper: 0.8 };
  const createdAt = '2026-11-24T12:00:00.000Z';
  return {
    run: {
      id,
      vertical: 'diagnosis',
      outcome: 'one',
      status: 'succeeded',
      stage: null,
      fraction: 1,
      attempt: 1,
      createdAt,
      startedAt: null,
      finishedAt: null,
      error: null,
      auroc,
    },
    points: [],
    result: finishedResult(id, auroc),
    now: createdAt,
    ...changes,
  };
}
