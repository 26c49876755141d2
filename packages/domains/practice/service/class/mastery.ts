/** How far a learner is with each skill, in a word, and how certain that is. */
import { abilityAt } from '../attempt.ts';
import { readBelieved } from '../believed.ts';
import type { LearnerState } from '../learner-state.ts';
import type { PracticeModel } from '../practice-model.ts';
import { predictSkills, type SkillPrediction } from '../predict.ts';
import type { MasteryCell } from './class-contract.ts';

export const masteryStates = ['mastered', 'learning', 'unsure', 'notMet'] as const;
/** `notMet`: not one exercise yet; `unsure`: too few to tell. */
export type MasteryState = (typeof masteryStates)[number];

/** Bounds farther apart than this leave open whether most or few exercises would be right. */
const unsureWidth = 0.5;

/** What is known of a learner as it is stored. */
export function learnerOf(model: PracticeModel, state: unknown): LearnerState {
  return readBelieved(model, { learner: state, difficulty: null }).learner;
}

/** Predictions on a typical exercise of each skill, by skill. */
export function predictionsAt(
  model: PracticeModel,
  learner: LearnerState,
  at: number,
): ReadonlyMap<string, SkillPrediction> {
  const predicted = predictSkills(model, abilityAt(model, learner, at));
  return new Map(learner.skills.map((skill, place) => [skill, predicted[place]]));
}

/** @param skills those that are shown, in their order */
export function masteryCells(
  model: PracticeModel,
  learner: LearnerState,
  skills: readonly string[],
  at: number,
): MasteryCell[] {
  const predictions = predictionsAt(model, learner, at);
  return skills.flatMap((skill) => {
    const prediction = predictions.get(skill);
    if (prediction === undefined) return [];
    const { success, low, high } = prediction;
    const attempts = learner.attempts[skill] ?? 0;
    return [{ skill, success, low, high, attempts, state: stateOf(prediction, attempts) }];
  });
}

function stateOf({ mastered, low, high }: SkillPrediction, attempts: number): MasteryState {
  if (attempts === 0) return 'notMet';
  if (mastered) return 'mastered';
  return high - low > unsureWidth ? 'unsure' : 'learning';
}
