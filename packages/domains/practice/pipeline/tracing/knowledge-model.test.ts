import { expect, test } from 'vitest';
import { traceKnowledge } from './knowledge-model.ts';
import { madeResponses } from './testing/responses.ts';
import { tracingData } from './tracing-data.ts';

const options = { seed: 0, threads: 1, signal: new AbortController().signal, onShare: () => {} };
const [training, validation] = [madeResponses(60, 1), madeResponses(20, 2)];
const right = [true, true, false, true];
const answers = (skills: readonly string[]) => ({
  attempts: right.map((answer, index) => ({ problem: `q${index}`, skills, right: answer })),
});
const traced = (learners: readonly ReturnType<typeof answers>[]) =>
  traceKnowledge(tracingData({ training, validation, test: { ...validation, learners } }), options);

test('an attempt at two skills is told by the mean log-odds of both', async () => {
  const { test: logOdds } = await traced([answers(['a']), answers(['b']), answers(['a', 'b'])]);
  for (const index of right.keys()) {
    expect(logOdds[8 + index]).toBeCloseTo((logOdds[index] + logOdds[4 + index]) / 2, 10);
  }
});

test('a skill that training has not seen is traced by what all skills have in common', async () => {
  const { test: logOdds } = await traced([answers(['a']), answers(['new'])]);
  for (const index of right.keys()) {
    expect(Number.isFinite(logOdds[4 + index])).toBe(true);
    expect(Math.abs(logOdds[4 + index] - logOdds[index])).toBeLessThan(2);
  }
  expect(logOdds[5]).toBeGreaterThan(logOdds[4]);
});
