/** The job that trains the wording model: what it leaves, what it records, and that it can be stopped. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openWriter } from '@praxis/core/language';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenWordingModel, ownWordingModel } from '../wording-model.ts';
import { runTraining, type Train } from './run-training.ts';
import { trainersOf } from './trainers.ts';
import { wordingRun, wordingTrainer } from './wording.ts';

const tiny = { width: 8, heads: 2, blocks: 1, batch: 2 };

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'praxis-wording-job-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** As a worker looks it up. */
function trainer(steps: number): Train {
  const words = { id: wordingRun.vertical, trainer: wordingTrainer(home, { ...tiny, steps }) };
  const places = { models: path.join(home, 'models'), runs: path.join(home, 'runs'), parallel: 1 };
  const train = trainersOf([words], places)(wordingRun.vertical, wordingRun.outcome);
  if (train === null) throw new Error('A worker does not know the wording model.');
  return train;
}

/** A run's row; asks to be cancelled once that much is done. */
function row(cancelAt = 2) {
  const written = { status: '', artifact: '', error: '', fraction: 0 };
  return {
    written,
    start: async () => true,
    progress: async (_: string, { fraction }: { fraction: number }) => {
      written.fraction = fraction;
    },
    addPoints: async () => {},
    succeed: async (_: string, artifact: string) => {
      Object.assign(written, { status: 'succeeded', artifact });
    },
    fail: async (_: string, error: string) => {
      Object.assign(written, { status: 'failed', error });
    },
    cancel: async () => {
      written.status = 'cancelled';
    },
    putBack: async () => {},
    cancelRequested: async () => written.fraction >= cancelAt,
  };
}

const never = new AbortController().signal;
const places = () => ({ home, languageModel: null });

test('it leaves a model that the stock is worded with, named by its content, and no state', async () => {
  expect(await chosenWordingModel(places())).toBeNull();
  const rows = row();
  const trained = await runTraining('run', trainer(4), rows, never, () => false);
  expect(rows.written).toMatchObject({ status: 'succeeded', error: '', fraction: 1 });
  expect(trained?.told).toContain('sentences of the grammar');
  const model = await chosenWordingModel(places());
  expect(model).toEqual({ source: ownWordingModel({ home }), name: rows.written.artifact });
  expect(await readdir(path.join(home, 'runs')).catch(() => [])).toEqual([]);
  // Another one that is set goes before it.
  expect(await chosenWordingModel({ home, languageModel: 'owner/model' })).toMatchObject({
    source: 'owner/model',
  });
  const worker = path.join(import.meta.dirname, '../../core/language/language-worker.ts');
  const writer = openWriter(ownWordingModel({ home }), worker);
  expect(await writer.describe()).toEqual({ reword: { slots: true } });
  await writer.close();
});

test('cancelled it ends as cancelled, leaves no model, and keeps its state for going on', async () => {
  const rows = row(0.001);
  expect(await runTraining('run', trainer(100_000), rows, never, () => false)).toBeNull();
  expect(rows.written).toMatchObject({ status: 'cancelled', artifact: '' });
  expect(await chosenWordingModel(places())).toBeNull();
  expect(await readdir(path.join(home, 'runs'))).toEqual([expect.stringMatching(/^wording-.+\.state$/)]);
});
