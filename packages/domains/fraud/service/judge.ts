/** Payments with their features, judged together: model, rules, answer, reasons. */
import { setTimeout as sleep } from 'node:timers/promises';
import { features } from '../features/definitions.ts';
import { daySeconds } from '../features/windows.ts';
import { type Answer, answerOf, expectedLossMinor, type Scored } from './answer.ts';
import type { Memory } from './memory.ts';
import type { DecisionModel } from './model.ts';
import type { Policy } from './policy.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { type DecisionRequest, requestSha256, transactionOf } from './request.ts';
import { applyRules, type RuleResult } from './rules.ts';
import type { DecidedPayment, StoredDecision } from './store.ts';

/** A payment that nobody has decided yet, with its features. */
export interface Undecided {
  readonly request: DecisionRequest;
  readonly key: string | null;
  readonly row: Float64Array;
}

/** What is to be stored of each payment. */
export async function judge(
  fresh: readonly Undecided[],
  memory: Memory,
  model: DecisionModel | null,
  policy: Policy,
): Promise<readonly DecidedPayment[]> {
  const scored = await scoresOf(fresh, model, policy);
  return Promise.all(
    fresh.map(async ({ request, key, row }, position) => {
      const score = scored[position];
      const rules = rulesFor(request, row, memory);
      const answer = answerOf(policy, score, request.amountMinor, rules);
      const reasons = answer === 'approve' ? [] : await reasonsFor(score, model, row);
      return {
        transaction: transactionOf(request),
        currency: request.currency,
        simulated: request.simulated,
        decision: storedDecision(request, key, score, answer, rules, reasons),
      };
    }),
  );
}

function storedDecision(
  request: DecisionRequest,
  idempotencyKey: string | null,
  scored: Scored,
  answer: Answer,
  rules: readonly RuleResult[],
  reasons: readonly Reason[],
): StoredDecision {
  return {
    transactionId: request.transactionId,
    idempotencyKey,
    requestSha256: requestSha256(request),
    answer,
    score: 'probability' in scored ? scored.probability : null,
    expectedLossMinor: expectedLossMinor(scored, request.amountMinor),
    model: 'artifact' in scored ? scored.artifact : null,
    failure: 'failure' in scored ? scored.failure : null,
    rules,
    reasons,
  };
}

/** The model's answers, or for all of them why there is none within the deadline. */
async function scoresOf(
  fresh: readonly Undecided[],
  model: DecisionModel | null,
  { modelDeadlineMs }: Policy,
): Promise<readonly Scored[]> {
  if (fresh.length === 0) return [];
  if (model === null) return fresh.map(() => ({ failure: 'modelMissing' }));
  const rows = new Float32Array(fresh.length * features.length);
  for (const [position, { row }] of fresh.entries()) rows.set(row, position * features.length);
  const deadline = new AbortController();
  try {
    const probabilities = await Promise.race([
      model.score(rows, fresh.length),
      sleep(modelDeadlineMs, null, { signal: deadline.signal }),
    ]);
    if (probabilities === null) return fresh.map(() => ({ failure: 'modelLate' }));
    const { artifact } = model;
    return fresh.map((_, position) => ({ probability: probabilities[position], artifact }));
  } catch (error) {
    console.error(error);
    return fresh.map(() => ({ failure: 'modelFailed' }));
  } finally {
    deadline.abort();
  }
}

const columnOf = (name: string): number => {
  const column = features.findIndex((feature) => feature.name === name);
  if (column < 0) throw new Error(`No feature is called ${name}.`);
  return column;
};
const paymentsLastHour = columnOf('customerCount1Hour');
const ratioToLargest = columnOf('ratioToCustomerMaximum30Days');

function rulesFor(request: DecisionRequest, row: Float64Array, { confirmed }: Memory): readonly RuleResult[] {
  const { amountMinor, customer, terminal } = request;
  const { timeSeconds } = transactionOf(request);
  const ratio = row[ratioToLargest];
  return applyRules({
    amountMinor,
    cardPaymentsLastHour: row[paymentsLastHour],
    cardLargestMinor: Number.isNaN(ratio) ? null : amountMinor / ratio,
    cardFrauds: confirmed.ofCard(customer, timeSeconds - 30 * daySeconds),
    terminalFrauds: confirmed.atTerminal(terminal, timeSeconds - 7 * daySeconds),
  });
}

async function reasonsFor(
  scored: Scored,
  model: DecisionModel | null,
  row: Float64Array,
): Promise<readonly Reason[]> {
  if (model === null || !('probability' in scored)) return [];
  const values = Object.fromEntries(features.map(({ name }, column) => [name, row[column]]));
  return reasonsOf(await model.explain(Float32Array.from(row)), values);
}
