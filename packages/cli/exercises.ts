/**
 * The process that keeps verified exercises in stock, and their stories worded by a language model where there is one, until
 * its supervisor stops it.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase, type PracticeStore, practiceStore } from '@praxis/db';
import { fillStock } from '@praxis/practice';
import { keepDemoClass } from './exercises/demo-class.ts';
import { keepWorded } from './exercises/keep-worded.ts';
import { reason } from './fault.ts';
import { readSettings } from './settings.ts';
import { endChild } from './supervise/end-child.ts';

/** Enough for a class that practises one skill until the stock is looked at again. */
const atLeast = 8;
const againMs = 5_000;

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());

async function keepExercises(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === null) throw new Error('Keeping exercises in stock needs DATABASE_URL.');
  const database = await openDatabase(settings.databaseUrl);
  try {
    const store = practiceStore(database);
    const demo = settings.demo ? database : null;
    await Promise.all([
      keepStock(store, demo).catch(ended),
      keepWorded(store, settings, stop.signal).catch(ended),
    ]);
  } finally {
    await database.close();
  }
}

/** One cannot go on: neither does the other. */
function ended(error: unknown): never {
  stop.abort(error);
  throw error;
}

/** @param demo where the demo's class is made once there are exercises; null without a demo */
async function keepStock(store: PracticeStore, demo: Database | null): Promise<void> {
  const { signal } = stop;
  while (!signal.aborted) {
    const added = await fillStock(store, { atLeast, drawSeed: () => randomInt(2 ** 31), signal });
    if (added > 0) console.log(`${added} exercises verified and put into stock`);
    const simulated = demo === null || signal.aborted ? 0 : await keepDemoClass(demo);
    if (simulated > 0) console.log(`${simulated} simulated learners are in the demo teacher's class`);
    await sleep(againMs, undefined, { signal }).catch(() => {});
  }
}

try {
  await keepExercises();
} catch (error) {
  if (!stop.signal.aborted || stop.signal.reason === error) {
    console.error(reason(error));
    endChild(1);
  }
}
