/** Stored attempts once more, answer by answer as the product learns. */
import type { DifficultyBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { recordAttempt } from './attempt.ts';
import { type LearnerState, newLearner } from './learner-state.ts';
import type { PracticeModel } from './practice-model.ts';
import { predictExercise } from './predict.ts';
import type { ObservedAttempt } from './stored-attempt.ts';

/**
 * What was expected before each answer, and what is believed after them.
 *
 * @param attempts in the order in which they were made, at skills of the model
 * @param known what is believed of learners before; of others what is believed of anybody
 */
export function replayed(
  model: PracticeModel,
  attempts: readonly ObservedAttempt[],
  from: DifficultyBeliefs,
  known: ReadonlyMap<string, LearnerState>,
) {
  const learners = new Map(known);
  let beliefs = from;
  const nobody = newLearner(model.skills, model.ability);
  const expected = attempts.map(({ learner: id, evidence: _, ...attempt }) => {
    const learner = learners.get(id) ?? nobody;
    const prediction = predictExercise(model, beliefs, learner, attempt.exercise, attempt.at);
    const recorded = recordAttempt(model, beliefs, learner, attempt);
    if (!recorded.ok || prediction === null) throw new Error('An attempt at a skill that the model lacks.');
    beliefs = recorded.value.beliefs;
    learners.set(id, recorded.value.learner);
    return prediction.success;
  });
  return { expected, beliefs, learners };
}
