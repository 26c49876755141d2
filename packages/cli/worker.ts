/**
 * A worker process: takes training jobs from the queue, one after the other, until its supervisor stops it or goes.
 * Any number may work on one database.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { useDevice } from '@praxis/core';
import { openDatabase, openQueue, trainingRuns } from '@praxis/db';
import { reason } from './fault.ts';
import { readSettings } from './settings.ts';
import { endChild } from './supervise/end-child.ts';
import { runTraining } from './training/run-training.ts';
import { trainersOf } from './training/trainers.ts';
import { wordingRun, wordingTrainer } from './training/wording.ts';
import { storedVerticals } from './verticals.ts';

/** Between two signs of one trouble: a lost connection fails many queries a second. */
const troubleEveryMs = 5_000;

/** Resolves when this worker shall stop: its supervisor closed the channel or died, or somebody asked by signal. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    // Nobody reads what is printed any more; that must not interrupt the clean ending.
    process.stdout.on('error', () => {});
    process.stderr.on('error', () => {});
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
    if (process.connected === false) resolve();
  });
}

async function work(stop: Promise<void>): Promise<void> {
  let stopping = false;
  stop.then(() => {
    stopping = true;
  });
  const { home, databaseUrl, device } = readSettings(process.env);
  if (databaseUrl === null) throw new Error('A worker needs DATABASE_URL.');
  await useDevice(device);
  const database = await openDatabase(databaseUrl);
  const queue = await openQueue(databaseUrl, quietly());
  const runs = trainingRuns(database);
  const words = { id: wordingRun.vertical, trainer: wordingTrainer(home) };
  const trainer = trainersOf([...storedVerticals(database), words], {
    models: path.join(home, 'models'),
    runs: path.join(home, 'runs'),
    parallel: availableParallelism(),
  });

  await queue.work({
    async train({ runId, vertical, outcome }, { signal }) {
      const train = trainer(vertical, outcome);
      if (!train) {
        await runs.start(runId);
        await runs.fail(runId, `This version of Praxis has no model "${outcome}" of "${vertical}".`);
        return;
      }
      const result = await runTraining(runId, train, runs, signal, () => stopping);
      if (result === null) return;
      console.log(`${outcome} is ready: ${result.told}`);
    },
    async giveUp({ runId, outcome }) {
      await runs.fail(runId, 'It was interrupted too often; start it again on the training page.');
      console.log(`${outcome} was given up: its process died too often.`);
    },
  });

  await stop;
  await queue.stop();
  await database.close();
}

/** Says a trouble of the queue when it begins and now and then while it lasts. */
function quietly(): (error: Error) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - saidAt < troubleEveryMs) return;
    saidAt = performance.now();
    console.error(`The queue cannot reach the database: ${reason(error)}`);
  };
}

try {
  await work(stopRequested());
  endChild(0);
} catch (error) {
  console.error(reason(error));
  endChild(1);
}
