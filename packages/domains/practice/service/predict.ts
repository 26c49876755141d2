/** What is expected of a learner on an exercise or a skill, with how uncertain that is. */
import type { Candidate, PlacedSkill } from '../data/candidate.ts';
import { logitOfSuccess, successProbability } from '../pipeline/difficulty/answer-model.ts';
import type { DifficultyBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { type Gaussian, momentsAlong } from '../pipeline/difficulty/gaussian.ts';
import { type Moments, normalBelow } from '../pipeline/difficulty/moments.ts';
import { abilityDirection, expectedSuccess, logitOf } from '../pipeline/difficulty/observe.ts';
import { abilityAt } from './attempt.ts';
import type { LearnerState } from './learner-state.ts';
import { masteredCertainty, masteredSuccess, type PracticeModel } from './practice-model.ts';

/** Probability of a right answer: its mean, and the bounds between which it lies with probability 0.9. */
export interface Prediction {
  readonly success: number;
  readonly low: number;
  readonly high: number;
}

export interface SkillPrediction extends Prediction {
  /** Probability that success on a typical exercise is at least `masteredSuccess`. */
  readonly masteredWith: number;
  readonly mastered: boolean;
}

/** Standard deviations between which a normal number lies with probability 0.9. */
const ninety = 1.6449;

export function predictionOf(model: PracticeModel, logit: Moments): Prediction {
  const spread = ninety * Math.sqrt(logit.variance);
  return {
    success: expectedSuccess(model.difficulty, logit),
    low: successProbability(logit.mean - spread, model.difficulty),
    high: successProbability(logit.mean + spread, model.difficulty),
  };
}

/** @param at milliseconds since 1970 */
export function predictExercise(
  model: PracticeModel,
  beliefs: DifficultyBeliefs,
  learner: LearnerState,
  exercise: Candidate,
  at: number,
): Prediction | null {
  const place = learner.skills.indexOf(exercise.skill);
  if (place < 0) return null;
  const ability = abilityAt(model, learner, at);
  return predictionOf(model, logitOf(model.difficulty, beliefs, ability, place, exercise));
}

/** For each skill of the model, in its order: a typical exercise of it. */
export function predictSkills(model: PracticeModel, ability: Gaussian): SkillPrediction[] {
  return model.skills.map((skill, place) => predictSkill(model, ability, skill, place));
}

function predictSkill(
  model: PracticeModel,
  ability: Gaussian,
  { difficulty }: PlacedSkill,
  place: number,
): SkillPrediction {
  const { mean, variance } = momentsAlong(ability, abilityDirection(place));
  const logit = { mean: mean - difficulty, variance };
  const needed = logitOfSuccess(masteredSuccess, model.difficulty);
  const masteredWith = normalBelow((logit.mean - needed) / Math.sqrt(variance));
  return { ...predictionOf(model, logit), masteredWith, mastered: masteredWith >= masteredCertainty };
}
