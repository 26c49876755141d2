/** The process that plays the live day of a demo installation, until its supervisor stops it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fraudStore, openDatabase } from '@praxis/db';
import { type LabelledTransaction, simulateDays } from '@praxis/fraud';
import { z } from 'zod';
import { reason } from './fault.ts';
import { daySeconds, demoWorld, liveDay } from './payments/demo-world.ts';
import { playLiveDay, requestOf } from './payments/live-day.ts';
import { readSettings } from './settings.ts';
import { endChild } from './supervise/end-child.ts';

const { databaseUrl, port, liveSpeed } = readSettings(process.env);
const key = z.string().parse(process.env.PRAXIS_DECISIONS_KEY);

/** The web server may be starting again: a payment that it did not take is sent once more. */
const againMs = 1_000;

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());

/** null: nobody answered. */
async function ask(payment: LabelledTransaction): Promise<Response | null> {
  try {
    return await fetch(`http://127.0.0.1:${port}/api/v1/fraud/decisions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${key}`,
        'idempotency-key': `live-${payment.id}`,
      },
      body: JSON.stringify(requestOf(payment)),
      signal: stop.signal,
    });
  } catch {
    stop.signal.throwIfAborted();
    return null;
  }
}

async function send(payment: LabelledTransaction): Promise<void> {
  for (;;) {
    const response = await ask(payment);
    if (response?.ok) return;
    if (response && response.status < 500) throw new Error(`Payment ${payment.id}: ${await response.text()}`);
    await sleep(againMs, undefined, { signal: stop.signal });
  }
}

async function play(): Promise<void> {
  const nowSeconds = Date.now() / 1000;
  if (databaseUrl === null) throw new Error('The live day needs DATABASE_URL.');
  const database = await openDatabase(databaseUrl);
  try {
    const store = fraudStore(database);
    const span = await store.span();
    if (span === null || !span.simulated) return;
    const live = liveDay(nowSeconds);
    const transactions = [...simulateDays(demoWorld(span.from, nowSeconds))]
      .filter(({ startSeconds }) => startSeconds >= live - 7 * daySeconds)
      .flatMap((day) => day.transactions);
    await playLiveDay({
      transactions,
      sentUntil: span.to,
      chargebacksUntil: span.chargebacksUntil ?? live,
      speed: liveSpeed,
      send,
      tell: (labels) => store.addLabels(labels),
      signal: stop.signal,
    });
  } finally {
    await database.close();
  }
}

try {
  await play();
  // The day is over: nothing is left to do until somebody stops us.
  if (!stop.signal.aborted) await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(reason(error));
    endChild(1);
  }
}
