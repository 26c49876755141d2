/** What a turn says of the learner. */

import type { Attempt } from './attempt.ts';
import type { StoredAnswer, StoredTurn, TurnOutcome } from './store.ts';

/** Verdicts that say whether the learner could do it; a form, a unit or a typing slip says nothing. */
const judged = new Set(['right', 'wrong']);

/**
 * The first judged answer counts: what comes after it was helped by being told. A hint lowers the evidence of a right
 * answer, it does not make it a wrong one. Looking at the solution without an answer is not knowing yet; asking for
 * another exercise says nothing.
 */
export function observationOf(
  turn: Pick<StoredTurn, 'hintsShown'> & { readonly answers: readonly Pick<StoredAnswer, 'verdict'>[] },
  outcome: TurnOutcome,
): Pick<Attempt, 'correct' | 'hints' | 'solutionSeen'> | null {
  const first = turn.answers.find(({ verdict }) => judged.has(verdict));
  const seen = { hints: turn.hintsShown, solutionSeen: false };
  if (first?.verdict === 'wrong') return { correct: false, ...seen };
  if (outcome === 'right') return { correct: true, ...seen };
  return outcome === 'shown' ? { correct: false, ...seen } : null;
}
