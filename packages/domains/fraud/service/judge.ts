/** Payments with their features, judged together: model, rules, answer, reasons. */
import type { Transaction } from '../data/records.ts';
import { features } from '../features/definitions.ts';
import { daySeconds } from '../features/windows.ts';
import { type Answer, answerOf, expectedLossMinor, type Scored } from './answer.ts';
import type { Memory } from './memory.ts';
import type { DecisionModel } from './model.ts';
import type { Policy } from './policy.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { type DecisionRequest, requestSha256 } from './request.ts';
import { applyRules, type RuleResult } from './rules.ts';
import type { DecidedPayment, StoredDecision } from './store.ts';

/** A payment that nobody has decided yet, with its features. */
export interface Undecided {
  readonly request: DecisionRequest;
  readonly transaction: Transaction;
  readonly key: string | null;
  readonly row: Float64Array;
}

/** What is to be stored of each payment. */
export async function judge(
  fresh: readonly Undecided[],
  memory: Memory,
  model: () => Promise<DecisionModel | null>,
  policy: Policy,
): Promise<readonly DecidedPayment[]> {
  if (fresh.length === 0) return [];
  const scores = await withinDeadline(scoresOf(fresh, model), policy.modelDeadlineMs);
  return Promise.all(
    fresh.map(async (undecided, position) => {
      const { request, transaction, row } = undecided;
      const scored: Scored =
        'failure' in scores
          ? scores
          : { probability: scores.probabilities[position], artifact: scores.by.artifact };
      const rules = rulesFor(transaction, row, memory);
      const answer = answerOf(policy, scored, request.amountMinor, rules);
      const reasons = answer === 'approve' || 'failure' in scores ? [] : await reasonsFor(scores.by, row);
      return {
        transaction,
        currency: request.currency,
        simulated: request.simulated,
        decision: storedDecision(undecided, scored, answer, rules, reasons),
      };
    }),
  );
}

function storedDecision(
  { request, transaction, key: idempotencyKey }: Undecided,
  scored: Scored,
  answer: Answer,
  rules: readonly RuleResult[],
  reasons: readonly Reason[],
): StoredDecision {
  return {
    transactionId: request.transactionId,
    idempotencyKey,
    requestSha256: requestSha256(request, transaction),
    answer,
    score: 'probability' in scored ? scored.probability : null,
    expectedLossMinor: expectedLossMinor(scored, request.amountMinor),
    model: 'artifact' in scored ? scored.artifact : null,
    failure: 'failure' in scored ? scored.failure : null,
    rules,
    reasons,
  };
}

type Scores =
  | { readonly probabilities: Float32Array; readonly by: DecisionModel }
  | { readonly failure: 'modelMissing' | 'modelLate' | 'modelFailed' };

async function scoresOf(
  fresh: readonly Undecided[],
  model: () => Promise<DecisionModel | null>,
): Promise<Scores> {
  try {
    const by = await model();
    if (by === null) return { failure: 'modelMissing' };
    const rows = new Float32Array(fresh.length * features.length);
    for (const [position, { row }] of fresh.entries()) rows.set(row, position * features.length);
    return { probabilities: await by.score(rows, fresh.length), by };
  } catch (error) {
    console.error(error);
    return { failure: 'modelFailed' };
  }
}

function withinDeadline(scores: Promise<Scores>, deadlineMs: number): Promise<Scores> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve({ failure: 'modelLate' }), deadlineMs);
    scores.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

const columns = new Map(features.map(({ name }, column) => [name, column]));
const columnOf = (name: string): number => {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`No feature is called ${name}.`);
  return column;
};
const paymentsLastHour = columnOf('customerCount1Hour');
const ratioToLargest = columnOf('ratioToCustomerMaximum30Days');

function rulesFor(
  { amountMinor, customer, terminal, timeSeconds }: Transaction,
  row: Float64Array,
  { confirmed }: Memory,
): readonly RuleResult[] {
  const ratio = row[ratioToLargest];
  return applyRules({
    amountMinor,
    cardPaymentsLastHour: row[paymentsLastHour],
    cardLargestMinor: Number.isNaN(ratio) ? null : amountMinor / ratio,
    cardFrauds: confirmed.ofCard(customer, timeSeconds - 7 * daySeconds),
    terminalFrauds: confirmed.atTerminal(terminal, timeSeconds - 7 * daySeconds),
  });
}

async function reasonsFor(model: DecisionModel, row: Float64Array): Promise<readonly Reason[]> {
  const found = (feature: string) => row[columns.get(feature) ?? -1];
  return reasonsOf(await model.explain(Float32Array.from(row)), found);
}
