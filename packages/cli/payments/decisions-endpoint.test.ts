import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { DecisionDesk } from '@praxis/fraud/service';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { answerDecisionsRequest, decisionsPath, isDecisionsRequest } from './decisions-endpoint.ts';

const key = 'the key of this installation, long enough';
const decide = vi.fn<DecisionDesk['decide']>();
const databaseAnswers = vi.fn(async () => true);
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!isDecisionsRequest(request)) response.end('a page');
    else
      void answerDecisionsRequest(request, response, {
        desk: { decide, prepare: async () => {} },
        key,
        databaseAnswers,
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  decide.mockReset();
  databaseAnswers.mockResolvedValue(true);
});

const payment = {
  transactionId: 7,
  time: '2026-03-01T10:00:00Z',
  customer: 17,
  terminal: 204,
  amountMinor: 1999,
  currency: 'EUR',
};
const refused = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function ask(body: string, headers: Readonly<Record<string, string>> = {}, method = 'POST') {
  const response = await fetch(url + decisionsPath, {
    method,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(method === 'POST' ? { body } : {}),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
async function refusal(...given: Parameters<typeof ask>) {
  const { status, body } = await ask(...given);
  return `${status} ${refused.parse(body).error.code}`;
}

test('what the desk decided is told, and not what only the log needs', async () => {
  const decision = {
    transactionId: 7,
    idempotencyKey: 'order-7',
    requestSha256: 'ab',
    answer: 'approve',
    score: 0.01,
    expectedLossMinor: 20,
    model: 'cd',
    failure: null,
    rules: [],
    reasons: [],
  } as const;
  decide.mockResolvedValue({ ok: true, value: { decision, repeated: false } });
  const { status, headers, body } = await ask(JSON.stringify(payment), { 'idempotency-key': 'order-7' });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  const { idempotencyKey, requestSha256, ...told } = decision;
  expect(body).toEqual({ ...told, repeated: false });
  expect(decide).toHaveBeenCalledExactlyOnceWith({ ...payment, simulated: false }, idempotencyKey);
});

test('what the desk refuses is told with its code, and in words', async () => {
  decide.mockResolvedValue({ ok: false, error: { code: 'amountNegative', amountMinor: -1 } });
  const { status, body } = await ask(JSON.stringify({ ...payment, amountMinor: -1 }));
  expect(status).toBe(422);
  expect(body).toEqual({
    error: {
      code: 'amountNegative',
      message: 'amountMinor is -1: no payment is negative. Nothing was stored.',
    },
  });
});

test.each([
  ['another method', '405 methodNotAllowed', '', {}, 'GET'],
  ['no key', '401 decisionsKeyMissing', JSON.stringify(payment), { authorization: '' }, 'POST'],
  [
    'a key that begins like ours',
    '401 decisionsKeyMissing',
    JSON.stringify(payment),
    { authorization: `Bearer ${key}x` },
    'POST',
  ],
  [
    'an idempotency key of nothing',
    '400 idempotencyKeyInvalid',
    JSON.stringify(payment),
    { 'idempotency-key': '' },
    'POST',
  ],
  [
    'an idempotency key of 201 letters',
    '400 idempotencyKeyInvalid',
    JSON.stringify(payment),
    { 'idempotency-key': 'x'.repeat(201) },
    'POST',
  ],
  ['no JSON', '400 invalidBody', '{"transactionId":', {}, 'POST'],
  ['a field too many', '400 invalidBody', JSON.stringify({ ...payment, cvc: 1 }), {}, 'POST'],
  ['a body without end', '413 bodyTooLarge', 'x'.repeat(100_000), {}, 'POST'],
])('%s never reaches the desk', async (_, expected, body, headers, method) => {
  expect(await refusal(body, { ...headers }, method)).toBe(expected);
  expect(decide).not.toHaveBeenCalled();
});

test('a field that is wrong is named', async () => {
  const { body } = await ask(JSON.stringify({ ...payment, customer: -3 }));
  expect(refused.parse(body).error.message).toContain('customer');
});

test('what fails is a fault of the database where that does not answer, and else of the server: nothing of it is told', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  decide.mockRejectedValue(new Error('relation "fraud_secret" does not exist'));
  expect(await refusal(JSON.stringify(payment))).toBe('500 unexpected');
  expect(told).toHaveBeenCalledOnce();
  databaseAnswers.mockResolvedValue(false);
  const { status, body } = await ask(JSON.stringify(payment));
  expect(`${status} ${refused.parse(body).error.code}`).toBe('503 databaseUnreachable');
  expect(JSON.stringify(body)).not.toContain('fraud_secret');
  told.mockRestore();
});

test('other addresses are left to the pages', async () => {
  expect(await (await fetch(`${url}${decisionsPath}-more`)).text()).toBe('a page');
});
