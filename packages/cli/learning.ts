/** The process that learns from what learners did, once a night and at a start that missed one, until its supervisor stops it. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase, practiceAttempts } from '@praxis/db';
import {
  kernelModel,
  type PracticeModel,
  refitDifficulties,
  teachTracing,
  usualSchools,
} from '@praxis/practice';
import { reason } from './fault.ts';
import { lastNight, nextNight } from './practice/night.ts';
import { refitLine } from './practice/refit-line.ts';
import { teachingLine } from './practice/teaching-line.ts';
import { readSettings } from './settings.ts';
import { endChild } from './supervise/end-child.ts';

/** A sleep may not be longer; the machine may have slept meanwhile, too. */
const longestSleepMs = 3_600_000;

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());

async function learn(database: Database, home: string, model: PracticeModel): Promise<void> {
  const store = practiceAttempts(database);
  const when = { dueSince: lastNight(new Date()).getTime(), now: Date.now, signal: stop.signal };
  say(refitLine(await refitDifficulties(store, model, when)));
  const teaching = { ...when, schools: usualSchools, threads: 1 };
  say(teachingLine(await teachTracing(store, path.join(home, 'practice', 'tracing'), model, teaching)));
}

function say(line: string | null): void {
  if (line !== null) console.log(line);
}

async function everyNight(): Promise<void> {
  const { databaseUrl, home } = readSettings(process.env);
  if (databaseUrl === null) throw new Error('Learning from answers needs DATABASE_URL.');
  const database = await openDatabase(databaseUrl);
  try {
    const model = kernelModel();
    while (!stop.signal.aborted) {
      const next = nextNight(new Date()).getTime();
      await learn(database, home, model);
      while (Date.now() < next && !stop.signal.aborted) {
        const wait = Math.min(longestSleepMs, Math.max(0, next - Date.now()));
        await sleep(wait, undefined, { signal: stop.signal }).catch(() => {});
      }
    }
  } finally {
    await database.close();
  }
}

try {
  await everyNight();
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(reason(error));
    endChild(1);
  }
}
