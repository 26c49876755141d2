/** Bayesian knowledge tracing of one skill (Corbett and Anderson 1995): a learner knows it or not, and never forgets it. */

export interface KnowledgeParameters {
  /** Probability of knowing the skill before the first attempt. */
  readonly prior: number;
  /** Of learning it at an attempt. */
  readonly learn: number;
  /** Of a right answer without knowing it. */
  readonly guess: number;
  /** Of a wrong answer in spite of knowing it. */
  readonly slip: number;
}

/** Probability of a right answer of somebody who knows the skill with probability `known`. */
export function rightProbability(known: number, { guess, slip }: KnowledgeParameters): number {
  return known * (1 - slip) + (1 - known) * guess;
}

/** Probability of knowing the skill after an answer, and after what was learnt from it. */
export function knownAfter(known: number, right: boolean, parameters: KnowledgeParameters): number {
  const { learn, guess, slip } = parameters;
  const ofKnowing = known * (right ? 1 - slip : slip);
  const ofNotKnowing = (1 - known) * (right ? guess : 1 - guess);
  const total = ofKnowing + ofNotKnowing;
  const shown = total === 0 ? known : ofKnowing / total;
  return shown + (1 - shown) * learn;
}
