/** From a score and the rules to an answer. */
import type { Policy } from './policy.ts';
import type { RuleResult } from './rules.ts';

export const answers = ['approve', 'review', 'decline'] as const;
export type Answer = (typeof answers)[number];

/** The model's probability of fraud, or why there is none. */
export type Scored =
  | { readonly probability: number; readonly artifact: string }
  | { readonly failure: 'modelMissing' | 'modelLate' | 'modelFailed' };

/** What is lost on average when the payment is let through: probability × amount; all of it where nobody knows. */
export function expectedLossMinor(scored: Scored, amountMinor: number): number {
  return 'probability' in scored ? Math.round(scored.probability * amountMinor) : amountMinor;
}

/**
 * The strictest of what the model and each rule ask for. The model asks for a review where the expected loss exceeds what
 * the review costs: then looking is worth it on average.
 */
export function answerOf(
  policy: Policy,
  scored: Scored,
  amountMinor: number,
  rules: readonly RuleResult[],
): Answer {
  const asked = rules.flatMap(({ asks }) => (asks === 'none' ? [] : [asks]));
  const strictness = [modelAnswer(policy, scored, amountMinor), ...asked].map((answer) =>
    answers.indexOf(answer),
  );
  return answers[Math.max(...strictness)] ?? 'review';
}

function modelAnswer(policy: Policy, scored: Scored, amountMinor: number): Answer {
  if ('failure' in scored) return policy.whenModelFails === 'open' ? 'approve' : 'review';
  if (scored.probability >= policy.declineFrom) return 'decline';
  return expectedLossMinor(scored, amountMinor) >= policy.reviewCostMinor ? 'review' : 'approve';
}
