import type { TrainingRun } from '@praxis/db';
import { expect, test } from 'vitest';
import { anyToGoOn, enqueueMissing } from './missing.ts';
import type { ModelState } from './model-state.ts';

const performance = { value: 0.8, lower: 0.78, upper: 0.82 };

function run(id: string, outcome: string, status: TrainingRun['status']): TrainingRun {
  return {
    id,
    vertical: 'diagnosis',
    outcome,
    status,
    stage: null,
    fraction: 0,
    attempt: 0,
    createdAt: new Date(0),
    startedAt: null,
    finishedAt: null,
    artifact: null,
    error: null,
    cancelRequested: false,
  };
}

/** Rows and jobs as the database keeps them: one open run an outcome, one job a run. */
function tables(rows: TrainingRun[]) {
  const jobs = new Map<string, string>();
  return {
    jobs,
    runs: {
      create: async (_vertical: string, outcome: string) => {
        const open = rows.find(
          (row) => row.outcome === outcome && ['queued', 'running'].includes(row.status),
        );
        if (open) return open.id;
        rows.unshift(run(`new-${outcome}`, outcome, 'queued'));
        return `new-${outcome}`;
      },
      list: async () => rows,
    },
    queue: {
      enqueueTraining: async (job: { runId: string; outcome: string }) => {
        if (jobs.has(job.runId)) return false;
        jobs.set(job.runId, job.outcome);
        return true;
      },
    },
  };
}

/** A state carries a whole model; of it only its presence counts here. */
const ready = (outcome: string): ModelState => ({
  outcome,
  state: 'ready',
  auroc: performance,
});

test('outcomes without a model or with a damaged one are trained, one that is served is not', async () => {
  const { jobs, runs, queue } = tables([run('done', 'diabetes', 'succeeded')]);
  const missing = await enqueueMissing(
    'diagnosis',
    [
      ready('diabetes'),
      { outcome: 'hypertension', state: 'none' },
      { outcome: 'cardiovascular', state: 'damaged', why: 'model.onnx is missing' },
    ],
    runs,
    queue,
  );
  expect(missing).toEqual(['hypertension', 'cardiovascular']);
  expect([...jobs]).toEqual([
    ['new-cardiovascular', 'cardiovascular'],
    ['new-hypertension', 'hypertension'],
  ]);
});

test('a run that a killed start left open is taken up again, even where a model serves the outcome', async () => {
  const { jobs, runs, queue } = tables([
    run('left', 'diabetes', 'running'),
    run('old', 'diabetes', 'failed'),
  ]);
  expect(await enqueueMissing('diagnosis', [ready('diabetes')], runs, queue)).toEqual([]);
  expect([...jobs]).toEqual([['left', 'diabetes']]);
});

test('asking twice makes one run and one job', async () => {
  const { jobs, runs, queue } = tables([]);
  const states: ModelState[] = [{ outcome: 'diabetes', state: 'none' }];
  await enqueueMissing('diagnosis', states, runs, queue);
  await enqueueMissing('diagnosis', states, runs, queue);
  expect(jobs.size).toBe(1);
});

test.each([
  [
    'a cancelled run is the newest of its outcome',
    true,
    [run('b', 'diabetes', 'cancelled'), run('a', 'diabetes', 'succeeded')],
  ],
  ['a run waits', true, [run('c', 'stroke', 'queued')]],
  [
    'a later run of the outcome succeeded',
    false,
    [run('b', 'diabetes', 'succeeded'), run('a', 'diabetes', 'failed')],
  ],
  ['nothing was trained', false, []],
])('finished fits are kept where a run may go on: %s', async (_, kept, rows) => {
  expect(await anyToGoOn('diagnosis', tables(rows).runs)).toBe(kept);
});
