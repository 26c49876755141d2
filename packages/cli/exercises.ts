/** The process that keeps verified exercises in stock, until its supervisor stops it. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, practiceStore } from '@praxis/db';
import { fillStock } from '@praxis/practice';
import { reason } from './fault.ts';
import { readSettings } from './settings.ts';
import { endChild } from './supervise/end-child.ts';

/** Enough for a class that practises one skill until the stock is looked at again. */
const atLeast = 8;
const againMs = 5_000;

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());

async function keepStock(): Promise<void> {
  const { databaseUrl } = readSettings(process.env);
  if (databaseUrl === null) throw new Error('Keeping exercises in stock needs DATABASE_URL.');
  const database = await openDatabase(databaseUrl);
  try {
    const store = practiceStore(database);
    while (!stop.signal.aborted) {
      const added = await fillStock(store, {
        atLeast,
        drawSeed: () => randomInt(2 ** 31),
        signal: stop.signal,
      });
      if (added > 0) console.log(`${added} exercises verified and put into stock`);
      await sleep(againMs, undefined, { signal: stop.signal }).catch(() => {});
    }
  } finally {
    await database.close();
  }
}

try {
  await keepStock();
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(reason(error));
    endChild(1);
  }
}
