import type { TrainingPoint } from '@praxis/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProgressRecorder } from './recorder.ts';
import { type RunRows, runTraining, type Train, type Trained } from './run-training.ts';

/** A run's row, as the database would keep it. */
class Rows implements RunRows {
  status = 'queued';
  error = '';
  artifact = '';
  cancelAsked = false;
  written: { stage: string; fraction: number }[] = [];
  points: TrainingPoint[] = [];
  /** Writes of points that fail before one succeeds. */
  away = 0;

  async start(): Promise<boolean> {
    if (this.status === 'succeeded') return false;
    this.status = 'running';
    return true;
  }
  async progress(_run: string, progress: { stage: string; fraction: number }): Promise<void> {
    this.written.push(progress);
  }
  async addPoints(_run: string, points: readonly TrainingPoint[]): Promise<void> {
    if (this.away-- > 0) throw new Error('away');
    this.points.push(...points);
  }
  async succeed(_run: string, artifact: string): Promise<void> {
    this.status = 'succeeded';
    this.artifact = artifact;
  }
  async fail(_run: string, message: string): Promise<void> {
    this.status = 'failed';
    this.error = message;
  }
  async putBack(): Promise<void> {
    this.status = 'queued';
  }
  async cancel(): Promise<void> {
    this.status = 'cancelled';
  }
  async cancelRequested(): Promise<boolean> {
    return this.cancelAsked;
  }
}

const point = (epoch: number): TrainingPoint => ({
  learner: 'deepTabular',
  fold: 0,
  epoch,
  trainLoss: 1 / epoch,
  validationLoss: null,
  validationAuroc: null,
});

/** A training that steps until it is stopped, as the engine does: the signal is looked at between steps. */
const endless: Train = async ({ onProgress, signal }) => {
  for (let epoch = 1; ; epoch++) {
    signal.throwIfAborted();
    onProgress({ stage: 'crossValidate', fraction: 0.5, point: point(epoch) });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const never = new AbortController().signal;
const working = (): boolean => false;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a cancelled run stops, keeps its curve and is recorded as cancelled', async () => {
  const rows = new Rows();
  const run = runTraining('run', endless, rows, never, working);
  await vi.advanceTimersByTimeAsync(950);
  rows.cancelAsked = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await run).toBeNull();
  expect(rows.status).toBe('cancelled');
  expect(rows.points.length).toBeGreaterThan(9);
});

test.each([
  ['a worker that is stopping puts its run back', true, 'queued'],
  ['a worker whose run another one took over leaves it alone', false, 'running'],
])('%s, and rejects so that the job goes back', async (_, stopping, status) => {
  const rows = new Rows();
  const stop = new AbortController();
  const run = runTraining('run', endless, rows, stop.signal, () => stopping);
  const outcome = expect(run).rejects.toThrow('let go');
  await vi.advanceTimersByTimeAsync(450);
  stop.abort(new Error('let go'));
  await vi.advanceTimersByTimeAsync(500);
  await outcome;
  expect(rows.status).toBe(status);
});

test('a training that fails is recorded with its reason and does not come back', async () => {
  const rows = new Rows();
  const fails: Train = () => Promise.reject(new Error('the disk is full'));
  expect(await runTraining('run', fails, rows, never, working)).toBeNull();
  expect(rows).toMatchObject({ status: 'failed', error: 'the disk is full' });
});

test('a run that is over already is not trained again', async () => {
  const rows = new Rows();
  rows.status = 'succeeded';
  const train = vi.fn<Train>(() => Promise.reject<Trained>(new Error('must not run')));
  expect(await runTraining('run', train, rows, never, working)).toBeNull();
  expect(train).not.toHaveBeenCalled();
});

test('progress is written four times a second at most, every point once and in order', async () => {
  const rows = new Rows();
  const recorder = new ProgressRecorder(rows, 'run');
  for (let epoch = 1; epoch <= 1_000; epoch++) {
    recorder.record({ stage: 'crossValidate', fraction: epoch / 1_000, point: point(epoch) });
    await vi.advanceTimersByTimeAsync(2);
  }
  await recorder.finish();
  expect(rows.points.map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: 1_000 }, (_, index) => index + 1),
  );
  expect(rows.written.length).toBeLessThanOrEqual(9);
  expect(rows.written.at(-1)).toEqual({ stage: 'crossValidate', fraction: 1 });
});

test('points survive a database that is away for a moment', async () => {
  const rows = new Rows();
  rows.away = 2;
  const recorder = new ProgressRecorder(rows, 'run');
  for (let epoch = 1; epoch <= 10; epoch++) {
    recorder.record({ stage: 'bootstrap', fraction: epoch / 10, point: point(epoch) });
    await vi.advanceTimersByTimeAsync(300);
  }
  await recorder.finish();
  expect(rows.points.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
