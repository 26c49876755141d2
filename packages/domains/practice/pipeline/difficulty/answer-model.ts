/** How likely an answer is right: the three-parameter logistic model with a slip (Barton and Lord 1981). */

export interface Chances {
  /** A right answer from someone who does not know: lower where the answer is written, not picked. */
  readonly guess: number;
  /** A wrong answer from someone who knows. */
  readonly slip: number;
}

/** Of answers that are written, not picked; tuned as `usualAbility`. */
export const usualChances: Chances = { guess: 0.06, slip: 0.04 };

/** @param logit ability minus difficulty */
export function successProbability(logit: number, { guess, slip }: Chances): number {
  return guess + (1 - guess - slip) / (1 + Math.exp(-logit));
}

/** The logit at which `successProbability` is `probability`; infinite where chance alone is above or below. */
export function logitOfSuccess(probability: number, { guess, slip }: Chances): number {
  if (probability <= guess) return Number.NEGATIVE_INFINITY;
  if (probability >= 1 - slip) return Number.POSITIVE_INFINITY;
  const share = (probability - guess) / (1 - guess - slip);
  return Math.log(share / (1 - share));
}
