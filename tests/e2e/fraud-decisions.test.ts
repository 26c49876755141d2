/** A payment system that asks for decisions: the key, the answers, what is refused, and what a verdict changes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Database, type FraudStore, fraudStore, openDatabase, startEmbedded } from '@praxis/db';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';
import { cookiesOf, trainingRuns } from './product-state.ts';

const url = inject('url');
/** Above the ids of any simulated payment, on cards and at terminals that nobody else uses. */
const firstId = 6_000_000_000;
const firstCard = 800_000;

let key: string;
let database: Database;
let store: FraudStore;
/** A little after the newest payment of the log. */
let time: string;

beforeAll(async () => {
  key = (await readFile(path.join(inject('home'), 'decisions-key'), 'utf8')).trim();
  const cookie = await cookiesOf('administrator');
  await vi.waitFor(
    async () => {
      const runs = await trainingRuns(cookie, url, 'fraud');
      expect(runs.map(({ status }) => status)).toContain('succeeded');
    },
    { timeout: 900_000, interval: 1_000 },
  );
  database = await openDatabase((await startEmbedded(inject('home'))).url);
  store = fraudStore(database);
  const span = await store.span();
  time = new Date(((span?.to ?? 0) + 60) * 1_000).toISOString();
}, 910_000);
afterAll(() => database.close());

const payment = (number: number, given: object = {}) => ({
  transactionId: firstId + number,
  time,
  customer: firstCard + number,
  terminal: firstCard + number,
  amountMinor: 2_500,
  currency: 'EUR',
  simulated: true,
  ...given,
});

const decided = z.object({
  transactionId: z.number(),
  answer: z.enum(['approve', 'review', 'decline']),
  score: z.number().nullable(),
  model: z.string().nullable(),
  failure: z.string().nullable(),
  rules: z.array(z.object({ rule: z.string(), asks: z.string() })),
  reasons: z.array(z.object({ feature: z.string() })),
  repeated: z.boolean(),
});
const refused = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function ask(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/api/v1/fraud/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function decide(body: unknown, headers?: Readonly<Record<string, string>>) {
  const answer = await ask(body, headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return decided.parse(answer.body);
}

async function codeOf(body: unknown, headers?: Readonly<Record<string, string>>) {
  const answer = await ask(body, headers);
  return `${answer.status} ${refused.parse(answer.body).error.code}`;
}

test('a payment is scored by the model that serves, and is stored by the time it is answered', async () => {
  // The server opens the model at the first question: that one may be too late for it.
  await ask(payment(0));
  const answer = await vi.waitFor(
    async () => {
      const made = await decide(payment(1 + Math.floor(Math.random() * 100_000)));
      expect(made.failure).toBeNull();
      return made;
    },
    { timeout: 60_000, interval: 500 },
  );
  expect(answer.score).toBeGreaterThanOrEqual(0);
  expect(answer.score).toBeLessThanOrEqual(1);
  expect(answer.model).toMatch(/^[0-9a-f]{64}$/);
  expect(answer.rules.map(({ rule }) => rule)).toContain('cardConfirmed');
  const [stored] = await store.decisions({ transactionIds: [answer.transactionId], idempotencyKeys: [] });
  expect(stored).toMatchObject({ answer: answer.answer, model: answer.model });
});

test('the same question gets the same answer, also at the same moment; another one under its id is refused', async () => {
  const asked = payment(200_000);
  const headers = { 'idempotency-key': 'e2e-200000' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => decide(asked, headers)));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(new Set(answers.map(({ score, answer }) => `${score} ${answer}`)).size).toBe(1);
  expect(await codeOf({ ...asked, amountMinor: 1 })).toBe('409 transactionIdUsed');
  expect(await codeOf(payment(200_001), headers)).toBe('409 idempotencyKeyUsed');
});

test.each([
  [{ amountMinor: -1 }, '422 amountNegative'],
  [{ amountMinor: 2_000_000_000 }, '422 amountAbsurd'],
  [{ currency: 'XXX' }, '422 unknownCurrency'],
  [{ time: new Date(Date.now() + 3_600_000).toISOString() }, '422 futureDated'],
  [{ time: '2001-01-01T00:00:00Z' }, '422 tooLate'],
  [{ customer: undefined }, '400 invalidBody'],
  [{ amountMinor: 1.5 }, '400 invalidBody'],
])('a payment that cannot be is refused and not stored: %j', async (given, expected) => {
  expect(await codeOf(payment(300_000, given))).toBe(expected);
  expect(await store.decisions({ transactionIds: [firstId + 300_000], idempotencyKeys: [] })).toEqual([]);
});

test('nobody without the key gets a decision, signed in or not', async () => {
  expect(await codeOf(payment(400_000), { authorization: '' })).toBe('401 decisionsKeyMissing');
  expect(await codeOf(payment(400_000), { authorization: `Bearer ${key}x` })).toBe('401 decisionsKeyMissing');
  const cookie = await cookiesOf('analyst');
  expect(await codeOf(payment(400_000), { authorization: '', cookie })).toBe('401 decisionsKeyMissing');
});

test('a verdict counts at once: the card’s next payment is declined, and the analyst finds both', async () => {
  const card = { customer: firstCard + 500_000 };
  const first = await decide(payment(500_000, card));
  await store.addLabels([
    {
      transactionId: first.transactionId,
      fraud: true,
      source: 'verdict',
      scenario: null,
      knownAtSeconds: Date.parse(time) / 1_000,
    },
  ]);
  const second = await decide(payment(500_001, card));
  expect(second.answer).toBe('decline');
  expect(second.rules.find(({ rule }) => rule === 'cardConfirmed')?.asks).toBe('decline');
  const queue = await fetch(`${url}/api/v1/fraud/alerts`, {
    headers: { cookie: await cookiesOf('analyst') },
  });
  expect(await queue.text()).toContain(String(second.transactionId));
});
