import type { LabelledTransaction } from '@praxis/fraud';
import { decisionRequestSchema } from '@praxis/fraud/service';
import { expect, it } from 'vitest';
import { chargebacks } from './chargebacks.ts';
import { daySeconds, demoWorld, liveDay, midnightBefore } from './demo-world.ts';
import { playLiveDay, requestOf } from './live-day.ts';

const midnight = Date.parse('2026-03-09T00:00:00Z') / 1000;
const payment = (id: number, timeSeconds: number, fraud = false): LabelledTransaction => ({
  id,
  timeSeconds,
  customer: 1,
  terminal: 2,
  amountMinor: 1_234,
  fraud,
  scenario: fraud ? 'terminal' : null,
});

const week = 7 * daySeconds;
/** A fraud whose chargeback falls into the middle of the day, and four payments of the day. */
const transactions = [
  payment(1, midnight - week + 1_800, true),
  ...[600, 1_200, 2_400, 3_000].map((seconds, index) => payment(10 + index, midnight + seconds)),
];

async function played(sentUntil: number, chargebacksUntil: number) {
  const events: string[] = [];
  await playLiveDay({
    transactions,
    sentUntil,
    chargebacksUntil,
    speed: 10_000,
    send: async ({ id }) => {
      events.push(`payment ${id}`);
    },
    tell: async (labels) => {
      events.push(...labels.map(({ transactionId }) => `chargeback ${transactionId}`));
    },
    signal: new AbortController().signal,
  });
  return events;
}

it('sends every payment of the day once and in order, and tells what becomes known on the way', async () => {
  const events = await played(midnight, midnight);
  expect(events.filter((event) => event.startsWith('payment'))).toEqual(
    [10, 11, 12, 13].map((id) => `payment ${id}`),
  );
  expect(events.filter((event) => event.startsWith('chargeback'))).toEqual(['chargeback 1']);
});

it('goes on where it was stopped, and sends nothing where the day is over', async () => {
  expect(await played(midnight + 1_200, midnight + 2_000)).toEqual(['payment 12', 'payment 13']);
  expect(await played(midnight + 3_000, midnight + 3_000)).toEqual([]);
});

it('ends at once when it is stopped', async () => {
  const stop = new AbortController();
  const endless = playLiveDay({
    transactions,
    sentUntil: midnight,
    chargebacksUntil: midnight,
    speed: 1,
    send: async () => stop.abort(new Error('stopped')),
    tell: async () => {},
    signal: stop.signal,
  });
  await expect(endless).rejects.toThrow('stopped');
});

it('asks as the endpoint wants to be asked', () => {
  const asked = requestOf(payment(7, midnight + 1));
  expect(decisionRequestSchema.parse(asked)).toEqual({
    transactionId: 7,
    time: '2026-03-09T00:00:01.000Z',
    customer: 1,
    terminal: 2,
    amountMinor: 1_234,
    currency: 'EUR',
    simulated: true,
  });
});

it('makes a fraud known a week after it was paid, and no genuine payment ever', () => {
  const known = (after: number, until: number) =>
    chargebacks([...transactions, payment(99, midnight - week + 1_800)], after, until);
  const moment = midnight + 1_800;
  expect(known(moment - 1, moment)).toMatchObject([{ transactionId: 1, knownAtSeconds: moment }]);
  expect(known(moment, moment + 1)).toEqual([]);
  expect(known(moment - 2, moment - 1)).toEqual([]);
});

it('plays yesterday, in the world that has begun', () => {
  const now = midnight + 12 * 3_600;
  expect(liveDay(now)).toBe(midnight - daySeconds);
  const fresh = demoWorld(null, now);
  const begun = demoWorld(fresh.startSeconds + 100, now + 3 * daySeconds);
  expect(begun.startSeconds).toBe(fresh.startSeconds);
  expect(begun.settings.days).toBe(fresh.settings.days + 3);
  const lastDay = ({ startSeconds, settings }: typeof fresh) =>
    startSeconds + (settings.days - 1) * daySeconds;
  expect(lastDay(fresh)).toBe(liveDay(now));
  expect(midnightBefore(now)).toBe(midnight);
});
