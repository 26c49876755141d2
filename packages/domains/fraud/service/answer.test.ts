import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, answerOf, answers, expectedLossMinor, type Scored } from './answer.ts';
import { defaultPolicy } from './policy.ts';
import { applyRules, type RuleFacts } from './rules.ts';

const quiet: RuleFacts = {
  amountMinor: 5_000,
  cardPaymentsLastHour: 1,
  cardLargestMinor: 6_000,
  cardFrauds: 0,
  terminalFrauds: 0,
};
const scored = (probability: number): Scored => ({ probability, artifact: 'a' });
const answer = (score: Scored, facts: Partial<RuleFacts> = {}, policy = defaultPolicy): Answer => {
  const all = { ...quiet, ...facts };
  return answerOf(policy, score, all.amountMinor, applyRules(all));
};

it('reviews what loses more on average than a look costs', () => {
  // A look costs 5.00: 10 % of 49.99 is less, 10 % of 50.00 is not.
  expect(answer(scored(0.1), { amountMinor: 4_999 - 5 })).toBe('approve');
  expect(answer(scored(0.1), { amountMinor: 5_000 })).toBe('review');
  expect(expectedLossMinor(scored(0.1), 5_000)).toBe(500);
});

it('declines from the policy’s probability on, however small the amount', () => {
  expect(answer(scored(0.9), { amountMinor: 100 })).toBe('decline');
  expect(answer(scored(0.89), { amountMinor: 100 })).toBe('approve');
});

it('without a model’s answer lets through or holds as the policy says, and counts the whole amount as at risk', () => {
  const failed: Scored = { failure: 'modelLate' };
  expect(answer(failed, {}, { ...defaultPolicy, whenModelFails: 'open' })).toBe('approve');
  expect(answer(failed, {}, { ...defaultPolicy, whenModelFails: 'closed' })).toBe('review');
  expect(expectedLossMinor(failed, 5_000)).toBe(5_000);
});

it.each([
  [{ cardFrauds: 1 }, 'decline'],
  [{ terminalFrauds: 2 }, 'review'],
  [{ terminalFrauds: 1 }, 'approve'],
  [{ cardPaymentsLastHour: 8 }, 'review'],
  [{ amountMinor: 40_000, cardLargestMinor: 8_000 }, 'review'],
  [{ amountMinor: 40_000, cardLargestMinor: 8_001 }, 'approve'],
  [{ amountMinor: 19_999, cardLargestMinor: 100 }, 'approve'],
  [{ amountMinor: 40_000, cardLargestMinor: null }, 'approve'],
] as const)('a rule asks for what it says: %j', (facts, expected) => {
  expect(answer(scored(0), facts)).toBe(expected);
  // A rule never makes an answer milder, also where no model answers.
  const open = { ...defaultPolicy, whenModelFails: 'open' } as const;
  expect(answer({ failure: 'modelMissing' }, facts, open)).toBe(expected);
});

it('never answers more mildly to a higher score or amount', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(probability, probability, amount, amount, (p, q, a, b) => {
      const [low, high] = [Math.min(p, q), Math.max(p, q)];
      const [small, large] = [Math.min(a, b), Math.max(a, b)];
      const strict = (score: number, amountMinor: number) =>
        answers.indexOf(answer(scored(score), { amountMinor, cardLargestMinor: null }));
      expect(strict(high, large)).toBeGreaterThanOrEqual(strict(low, small));
    }),
  );
});
