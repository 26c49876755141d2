import { describe, expect, it, vi } from 'vitest';
import { features } from '../features/definitions.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { type DecisionDesk, type DecisionOutcome, openDecisionDesk } from './desk.ts';
import type { DecisionModel } from './model.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { type DecisionRequest, decisionRequestSchema } from './request.ts';

const start = Date.parse('2026-03-01T00:00:00Z') / 1000;
const at = (minutes: number) => new Date((start + minutes * 60) * 1000).toISOString();
const request = (transactionId: number, given: Partial<DecisionRequest> = {}): DecisionRequest => ({
  transactionId,
  time: at(transactionId),
  customer: 1,
  terminal: 10,
  amountMinor: 4_000,
  currency: 'EUR',
  simulated: true,
  ...given,
});

const column = features.findIndex(({ name }) => name === 'customerCount1Day');
/** The more payments of the card in a day, the likelier a fraud: each adds a twentieth. */
const counting: DecisionModel = {
  artifact: 'counting',
  score: async (rows, count) =>
    Float32Array.from({ length: count }, (_, row) =>
      Math.min(1, (rows[row * features.length + column] ?? 0) / 20),
    ),
  explain: async (row) => ({ customerCount1Day: (row[column] ?? 0) / 20, amount: -1 }),
};

function desk(
  log: MemoryLog,
  given: { model?: DecisionModel | null; policy?: Policy; minute?: number } = {},
) {
  return openDecisionDesk({
    log,
    model: async () => (given.model === undefined ? counting : given.model),
    policy: given.policy ?? defaultPolicy,
    nowSeconds: () => start + 60 * (given.minute ?? 100_000),
  });
}

async function value(outcome: Promise<DecisionOutcome>) {
  const settled = await outcome;
  if (!settled.ok) throw new Error(settled.error.code);
  return settled.value;
}
const code = async (outcome: Promise<DecisionOutcome>) => {
  const settled = await outcome;
  return settled.ok ? null : settled.error.code;
};

describe('a decision', () => {
  it('is made on what is remembered of the card, and stored with model, rules and reasons', async () => {
    const log = new MemoryLog();
    const one = desk(log);
    for (let id = 1; id <= 2; id++)
      expect((await value(one.decide(request(id), null))).decision.answer).toBe('approve');
    // The third payment of the day: 15 % of 40.00 is more than a look costs.
    const { decision } = await value(one.decide(request(3), 'k3'));
    expect(decision).toMatchObject({
      answer: 'review',
      model: 'counting',
      failure: null,
      expectedLossMinor: 600,
    });
    expect(decision.score).toBeCloseTo(0.15);
    expect(decision.reasons).toMatchObject([{ feature: 'customerCount1Day', value: 3 }]);
    expect(decision.rules).toContainEqual({ rule: 'manyPayments', asks: 'none', found: 3, from: 8 });
    expect(log.decided.map((stored) => stored.decision.transactionId)).toEqual([1, 2, 3]);
  });

  it('is the same whether payments come together or one after the other', async () => {
    const ids = [1, 2, 3, 4, 5];
    const together = new MemoryLog();
    const one = desk(together);
    await Promise.all(ids.map((id) => one.decide(request(id), null)));
    const apart = new MemoryLog();
    const other = desk(apart);
    for (const id of ids) await other.decide(request(id), null);
    expect(together.decided).toEqual(apart.decided);
  });

  it('is the same after the process has died', async () => {
    const log = new MemoryLog();
    await desk(log).decide(request(1), null);
    log.say({ transactionId: 1, fraud: true, source: 'verdict', scenario: null, knownAtSeconds: start + 90 });
    const alive = desk(log);
    await alive.decide(request(2), null);
    const undisturbed = new MemoryLog();
    const never = desk(undisturbed);
    await never.decide(request(1), null);
    undisturbed.say({
      transactionId: 1,
      fraud: true,
      source: 'verdict',
      scenario: null,
      knownAtSeconds: start + 90,
    });
    await never.decide(request(2), null);
    const [dead, whole] = await Promise.all(
      [desk(log), never].map((each) => value(each.decide(request(3), null))),
    );
    expect(dead).toEqual(whole);
    expect(dead?.decision.answer).toBe('decline');
  });

  it('is the same at a desk that was prepared before it', async () => {
    const log = new MemoryLog();
    await desk(log).decide(request(1), null);
    const prepared = desk(log);
    await prepared.prepare();
    expect((await value(prepared.decide(request(2), null))).decision.score).toBeCloseTo(0.1);
  });

  it('sees what another server decided', async () => {
    const log = new MemoryLog();
    const [here, there] = [desk(log), desk(log)];
    await here.decide(request(1), null);
    await there.decide(request(2), null);
    expect((await value(here.decide(request(3), null))).decision.score).toBeCloseTo(0.15);
  });

  it('is not made by a rule on a chargeback, which the model knows of', async () => {
    const log = new MemoryLog();
    const one = desk(log);
    await one.decide(request(1), null);
    log.say({
      transactionId: 1,
      fraud: true,
      source: 'chargeback',
      scenario: null,
      knownAtSeconds: start + 60,
    });
    expect((await value(one.decide(request(2, { amountMinor: 100 }), null))).decision.answer).toBe('approve');
  });

  it('knows a verdict at once, and forgets one that was taken back', async () => {
    const log = new MemoryLog();
    const one = desk(log);
    await one.decide(request(1), null);
    const verdict = {
      transactionId: 1,
      source: 'verdict',
      scenario: null,
      knownAtSeconds: start + 60,
    } as const;
    log.say({ ...verdict, fraud: true });
    expect((await value(one.decide(request(2), null))).decision.answer).toBe('decline');
    log.say({ ...verdict, fraud: null });
    expect((await value(one.decide(request(3, { amountMinor: 100 }), null))).decision.answer).toBe('approve');
  });
});

describe('a repeated request', () => {
  const both = async (one: DecisionDesk) => {
    const first = await value(one.decide(request(1), 'key'));
    return { first, again: one.decide(request(1), 'key') };
  };

  it('gets the answer it got, and nothing is stored twice', async () => {
    const log = new MemoryLog();
    const { first, again } = await both(desk(log));
    expect(await value(again)).toEqual({ ...first, repeated: true });
    expect(log.decided).toHaveLength(1);
  });

  it('gets one answer when both come at the same moment', async () => {
    const log = new MemoryLog();
    const one = desk(log);
    const answers = await Promise.all(['a', 'a', null].map((key) => value(one.decide(request(1), key))));
    expect(answers.map(({ repeated }) => repeated)).toEqual([false, true, true]);
    expect(new Set(answers.map(({ decision }) => decision))).toHaveLength(1);
    expect(log.decided).toHaveLength(1);
  });

  it('of another payment under a used id or key is refused, and says which', async () => {
    const one = desk(new MemoryLog());
    await one.decide(request(1), 'key');
    const other = await one.decide(request(1, { amountMinor: 4_001 }), 'another');
    expect(other).toEqual({ ok: false, error: { code: 'usedForAnother', by: 'transactionId' } });
    const second = await one.decide(request(2), 'key');
    expect(second).toEqual({ ok: false, error: { code: 'usedForAnother', by: 'idempotencyKey' } });
    expect((await value(one.decide(request(2), null))).repeated).toBe(false);
  });

  it('of a payment that a file brought is told apart', async () => {
    const log = new MemoryLog();
    log.transactions.push({ id: 1, timeSeconds: start, customer: 1, terminal: 10, amountMinor: 4_000 });
    expect(await code(desk(log).decide(request(1), null))).toBe('knownFromHistory');
  });

  it('of a payment that a file brought is told apart where it is older than what is remembered', async () => {
    const log = new MemoryLog();
    const paid = { customer: 1, terminal: 10, amountMinor: 4_000 };
    log.transactions.push({ id: 1, timeSeconds: start - 400 * 86_400, ...paid });
    log.transactions.push({ id: 2, timeSeconds: start, ...paid });
    const one = desk(log);
    expect(await code(one.decide(request(1), null))).toBe('knownFromHistory');
    expect(await code(one.decide(request(3), null))).toBeNull();
  });
});

describe('what a desk does when something fails', () => {
  it('answers without a model as the policy says, and says why', async () => {
    const open: Policy = { ...defaultPolicy, whenModelFails: 'open' };
    const missing = desk(new MemoryLog(), { model: null, policy: open });
    expect((await value(missing.decide(request(1), null))).decision).toMatchObject({
      answer: 'approve',
      score: null,
      model: null,
      failure: 'modelMissing',
    });
    const closed = desk(new MemoryLog(), { model: null });
    expect((await value(closed.decide(request(1), null))).decision.answer).toBe('review');
  });

  it('does not wait for a model beyond its deadline', async () => {
    const never: DecisionModel = { ...counting, score: () => new Promise(() => {}) };
    const policy: Policy = { ...defaultPolicy, modelDeadlineMs: 5 };
    const late = desk(new MemoryLog(), { model: never, policy });
    expect((await value(late.decide(request(1), null))).decision.failure).toBe('modelLate');
  });

  it('answers when the model breaks, and tells the log', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken: DecisionModel = { ...counting, score: () => Promise.reject(new Error('broken')) };
    const { decision } = await value(desk(new MemoryLog(), { model: broken }).decide(request(1), null));
    expect(decision).toMatchObject({ answer: 'review', failure: 'modelFailed' });
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
  });

  it('refuses what could not be stored, and decides it anew as if it had never come', async () => {
    const log = new MemoryLog();
    const one = desk(log);
    await one.decide(request(1), null);
    log.failing = 1;
    await expect(one.decide(request(2), null)).rejects.toThrow('The connection was lost.');
    const { decision, repeated } = await value(one.decide(request(2), null));
    expect(repeated).toBe(false);
    expect(decision.score).toBeCloseTo(0.1);
    expect(log.decided).toHaveLength(2);
  });
});

describe('a payment that cannot be', () => {
  it.each([
    [{ amountMinor: -4_000 }, 'amountNegative'],
    [{ amountMinor: defaultPolicy.largestAmountMinor + 1 }, 'amountAbsurd'],
    [{ currency: 'XXX' }, 'unknownCurrency'],
    [{ time: at(100_006) }, 'futureDated'],
  ])('is refused before anything is stored: %j', async (given, expected) => {
    const log = new MemoryLog();
    expect(await code(desk(log).decide(request(1, given), null))).toBe(expected);
    expect(log.decided).toEqual([]);
  });

  it('that comes too late is refused; one that is merely out of order is decided by its own time', async () => {
    const log = new MemoryLog();
    const one = desk(log);
    await one.decide(request(1, { time: at(20_000) }), null);
    expect(await code(one.decide(request(2, { time: at(0) }), null))).toBe('tooLate');
    const late = await value(one.decide(request(3, { time: at(19_000) }), null));
    expect(late.decision.score).toBeCloseTo(0.05);
  });

  it('with a field that is missing, unknown or of another kind is no request', () => {
    const { customer: _, ...rest } = request(1);
    expect(decisionRequestSchema.safeParse(rest).error?.issues[0]?.path).toEqual(['customer']);
    const fault = (given: object) =>
      decisionRequestSchema.safeParse({ ...request(1), ...given }).error?.issues[0];
    expect(fault({ amountMinor: 12.5 })?.path).toEqual(['amountMinor']);
    expect(fault({ time: '2026-03-01' })?.path).toEqual(['time']);
    expect(fault({ country: 'NL' })).toMatchObject({ code: 'unrecognized_keys', keys: ['country'] });
  });
});
