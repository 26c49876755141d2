import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type TrainingRuns, trainingRuns } from './training.ts';

let test: TestDatabase;
let runs: TrainingRuns;
beforeAll(async () => {
  test = await testDatabase();
  runs = trainingRuns(test.database);
});
afterAll(() => test.remove());

let outcomes = 0;
/** A run of an outcome that no other test uses. */
async function newRun(): Promise<{ id: string; outcome: string }> {
  outcomes += 1;
  const outcome = `outcome${outcomes}`;
  return { id: await runs.create('diagnosis', outcome), outcome };
}

const point = (epoch: number) => ({
  learner: 'deepTabular',
  fold: 0,
  epoch,
  trainLoss: 1 / (epoch + 1),
  validationLoss: 1 / (epoch + 2),
  validationAuroc: 1 - 1 / (epoch + 2),
});

async function read(id: string) {
  const found = await runs.get(id);
  if (!found) throw new Error(`Run ${id} is missing.`);
  return found;
}

describe('training runs', () => {
  it('go from queued to succeeded with progress and a curve', async () => {
    const { id, outcome } = await newRun();
    expect((await read(id)).run).toMatchObject({ status: 'queued', outcome, fraction: 0, attempt: 0 });
    expect(await runs.start(id)).toBe(true);
    await runs.progress(id, { stage: 'crossValidate', fraction: 0.4 });
    await runs.addPoints(id, [point(0), point(1)]);
    await runs.addPoints(id, [point(2)]);
    expect((await read(id)).run).toMatchObject({ status: 'running', stage: 'crossValidate', fraction: 0.4 });
    expect((await read(id)).points).toEqual([point(0), point(1), point(2)]);
    expect((await runs.get(id, 2))?.points).toEqual([point(2)]);
    await runs.succeed(id, 'abc');
    const { run } = await read(id);
    expect(run).toMatchObject({ status: 'succeeded', artifact: 'abc', fraction: 1, error: null });
    expect(run.finishedAt).toBeInstanceOf(Date);
  });

  it('are one for ten starts at once, and a new one once it has finished', async () => {
    const { id, outcome } = await newRun();
    const ids = await Promise.all(Array.from({ length: 10 }, () => runs.create('diagnosis', outcome)));
    expect(new Set(ids)).toEqual(new Set([id]));
    await runs.start(id);
    await runs.fail(id, 'The disk is full.');
    expect((await read(id)).run).toMatchObject({ status: 'failed', error: 'The disk is full.' });
    expect(await runs.create('diagnosis', outcome)).not.toBe(id);
  });

  it('begin anew after their process died, with an empty curve', async () => {
    const { id } = await newRun();
    await runs.start(id);
    await runs.addPoints(id, [point(0), point(1)]);
    expect(await runs.start(id)).toBe(true);
    expect(await read(id)).toMatchObject({ run: { status: 'running', attempt: 2, fraction: 0 }, points: [] });
  });

  it('wait again when their worker lets go, and only then', async () => {
    const { id, outcome } = await newRun();
    await runs.start(id);
    await runs.progress(id, { stage: 'crossValidate', fraction: 0.4 });
    await runs.putBack(id);
    expect((await read(id)).run).toMatchObject({
      status: 'queued',
      stage: null,
      fraction: 0,
      startedAt: null,
    });
    expect(await runs.create('diagnosis', outcome)).toBe(id);
    expect(await runs.start(id)).toBe(true);
    await runs.succeed(id, 'abc');
    await runs.putBack(id);
    expect((await read(id)).run.status).toBe('succeeded');
  });

  it('are cancelled at once while queued, and by their worker while running', async () => {
    const queued = await newRun();
    expect(await runs.requestCancel(queued.id)).toBe(true);
    expect((await read(queued.id)).run.status).toBe('cancelled');
    expect(await runs.start(queued.id)).toBe(false);

    const running = await newRun();
    await runs.start(running.id);
    expect(await runs.cancelRequested(running.id)).toBe(false);
    await runs.requestCancel(running.id);
    expect(await runs.cancelRequested(running.id)).toBe(true);
    expect((await read(running.id)).run.status).toBe('running');
    // Whoever starts again now wants a new run, not the one that is ending.
    expect(await runs.create('diagnosis', running.outcome)).not.toBe(running.id);
    await runs.cancel(running.id);
    expect((await read(running.id)).run.status).toBe('cancelled');
    expect(await runs.requestCancel(running.id)).toBe(false);
  });

  it.each(['cancel', 'fail'] as const)('go on after they came to an end by %s', async (end) => {
    const { id } = await newRun();
    await runs.start(id);
    await runs.addPoints(id, [point(0)]);
    if (end === 'cancel') await runs.requestCancel(id);
    await (end === 'cancel' ? runs.cancel(id) : runs.fail(id, 'The disk is full.'));
    expect(await runs.resume(id)).toBe('resumed');
    expect((await read(id)).run).toMatchObject({
      status: 'queued',
      error: null,
      finishedAt: null,
      cancelRequested: false,
      fraction: 0,
    });
    expect(await runs.resume(id)).toBe('active');
    expect(await runs.start(id)).toBe(true);
    expect((await read(id)).run.attempt).toBe(2);
    await runs.succeed(id, 'abc');
    expect(await runs.resume(id)).toBe('succeeded');
  });

  it('do not go on beside another one of their outcome', async () => {
    const { id, outcome } = await newRun();
    await runs.requestCancel(id);
    const other = await runs.create('diagnosis', outcome);
    expect(await runs.resume(id)).toBe('otherActive');
    expect((await read(id)).run.status).toBe('cancelled');
    await runs.requestCancel(other);
    expect(await runs.resume(id)).toBe('resumed');
    expect(await runs.resume('x')).toBe('unknown');
  });

  it('are not begun again when the cancelled one lost its worker', async () => {
    const { id } = await newRun();
    await runs.start(id);
    await runs.requestCancel(id);
    expect(await runs.start(id)).toBe(false);
    expect((await read(id)).run.status).toBe('cancelled');
  });

  it('stay as they ended, whatever a late worker reports', async () => {
    const { id } = await newRun();
    await runs.start(id);
    await runs.cancel(id);
    await runs.succeed(id, 'late');
    await runs.fail(id, 'late');
    await runs.progress(id, { stage: 'export', fraction: 1 });
    expect(await runs.start(id)).toBe(false);
    expect((await read(id)).run).toMatchObject({
      status: 'cancelled',
      artifact: null,
      error: null,
      fraction: 0,
    });
  });

  it('are listed newest first by vertical', async () => {
    const first = await runs.create('another', 'a');
    const second = await runs.create('another', 'b');
    expect((await runs.list('another')).map((run) => run.id)).toEqual([second, first]);
    expect((await runs.list('another', 1)).map((run) => run.id)).toEqual([second]);
  });

  it('that are unknown are no error', async () => {
    for (const id of ['', 'x', '00000000-0000-4000-8000-000000000000']) {
      expect(await runs.get(id)).toBeNull();
      expect(await runs.start(id)).toBe(false);
      expect(await runs.requestCancel(id)).toBe(false);
      expect(await runs.cancelRequested(id)).toBe(false);
    }
  });
});
