/** A server that is killed while it decides: what it answered is stored, and what comes after is as if nothing had happened. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fraudStore } from '@praxis/db';
import { type TestDatabase, testDatabase } from '@praxis/db/testing';
import { type LabelledTransaction, simulateDays, simulatedWorld } from '@praxis/fraud';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

const daySeconds = 86_400;
const start = '2026-01-01';
const from = Date.parse(start) / 1000;
const history = 60;

const world = simulatedWorld({
  seed: 11,
  customers: 40,
  terminals: 60,
  days: history + 12,
  start,
  handbookOnly: false,
});
const paid = [...simulateDays(world)].flatMap(({ transactions }) => transactions);
const isHistory = ({ timeSeconds }: LabelledTransaction) => timeSeconds < from + history * daySeconds;
const past = paid.filter(isHistory);
/** Every seventh comes a dozen payments late. */
const asked = paid
  .filter((payment) => !isHistory(payment))
  .map((payment, index) => ({ payment, at: index + (index % 7 === 0 ? 12.5 : 0) }))
  .toSorted((a, b) => a.at - b.at)
  .map(({ payment: { id, timeSeconds, customer, terminal, amountMinor } }) => ({
    transactionId: id,
    time: new Date(timeSeconds * 1000).toISOString(),
    customer,
    terminal,
    amountMinor,
    currency: 'EUR',
    simulated: true,
  }));
const third = Math.floor(asked.length / 3);
const [before, during, after] = [
  asked.slice(0, third),
  asked.slice(third, 2 * third),
  asked.slice(2 * third),
];

const reply = z.object({
  id: z.number(),
  outcome: z.object({
    ok: z.literal(true),
    value: z.object({ decision: z.unknown(), repeated: z.boolean() }),
  }),
});
type Reply = z.infer<typeof reply>;

const databases: TestDatabase[] = [];
const processes: ChildProcess[] = [];
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all(databases.map((database) => database.remove()));
});

/** A database with two months of payments, what became known of them, and the model that decides. */
async function installation() {
  const database = await testDatabase();
  databases.push(database);
  const store = fraudStore(database.database);
  const labels = past
    .filter(({ fraud }) => fraud)
    .map(({ id, timeSeconds, scenario }) => ({
      transactionId: id,
      fraud: true,
      source: 'chargeback' as const,
      scenario,
      knownAtSeconds: timeSeconds + 7 * daySeconds,
    }));
  await store.importHistory(past, labels, { currency: 'EUR', simulated: true });
  const card = {
    artifact: 'e'.repeat(64),
    card: {},
    heldOut: { transactionIds: [], probabilities: [], frauds: [] },
  };
  await store.register('fraud', card, 'for the test', null);
  return { url: database.url, store };
}

async function openDesk(url: string) {
  const child = fork(path.join(import.meta.dirname, 'desk-process.ts'), [url], { serialization: 'json' });
  processes.push(child);
  await once(child, 'message');
  return child;
}

/** Sends all at once, in their order. @param most resolves when so many are answered */
function decide(
  child: ChildProcess,
  requests: typeof asked,
  most = requests.length,
): Promise<readonly Reply[]> {
  return new Promise((resolve, reject) => {
    const replies: Reply[] = [];
    const gone = () => reject(new Error('the desk has gone'));
    const listen = (message: unknown) => {
      const read = reply.safeParse(message);
      if (!read.success) reject(new Error(JSON.stringify(message)));
      else replies.push(read.data);
      if (replies.length < most) return;
      child.off('message', listen);
      child.off('exit', gone);
      resolve(replies);
    };
    child.on('message', listen);
    child.once('exit', gone);
    for (const request of requests) child.send(request);
  });
}

/** An analyst calls one of the decided payments fraud: rules look at it from then on. */
const verdict = {
  transactionId: before[third - 1]?.transactionId ?? 0,
  fraud: true,
  source: 'verdict',
  scenario: null,
  knownAtSeconds: from + (history + 4) * daySeconds,
} as const;

const decisionsOf = (replies: readonly Reply[]) =>
  replies.map(({ id, outcome }) => ({ id, ...outcome.value }));

test('killed between two answers, it goes on as if it had not been: features, scores, rules, reasons and answers', async () => {
  expect(before.length).toBeGreaterThan(100);
  const whole = await installation();
  const undisturbed = await openDesk(whole.url);
  await decide(undisturbed, before);
  await whole.store.addLabels([verdict]);
  await decide(undisturbed, during);
  const expected = decisionsOf(await decide(undisturbed, after));

  const broken = await installation();
  const first = await openDesk(broken.url);
  await decide(first, before);
  await broken.store.addLabels([verdict]);
  const answered = await decide(first, during, 1);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const second = await openDesk(broken.url);
  const again = new Map(decisionsOf(await decide(second, during)).map((one) => [one.id, one]));
  for (const one of decisionsOf(answered)) {
    expect(again.get(one.id)).toEqual({ ...one, repeated: true });
  }
  // The kill came amid the payments: some were stored, and some were not.
  const stored = [...again.values()].filter(({ repeated }) => repeated).length;
  expect(stored).toBeGreaterThan(0);
  expect(stored).toBeLessThan(during.length);
  expect(decisionsOf(await decide(second, after))).toEqual(expected);

  const log = async ({ store }: typeof whole) =>
    (
      await store.decisions({
        transactionIds: asked.map(({ transactionId }) => transactionId),
        idempotencyKeys: [],
      })
    )
      .map(({ decidedAt: _, ...decision }) => decision)
      .toSorted((a, b) => a.transactionId - b.transactionId);
  expect(await log(broken)).toEqual(await log(whole));
  expect(await log(whole)).toHaveLength(asked.length);
});
