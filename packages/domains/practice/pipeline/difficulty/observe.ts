/** What one answer teaches, about the learner and about the exercise. */
import type { Candidate } from '../../data/candidate.ts';
import { successProbability } from './answer-model.ts';
import {
  correctDifficulty,
  type DifficultyBeliefs,
  type DifficultyModel,
  difficultyOf,
} from './difficulty.ts';
import { along, corrected, type Gaussian, momentsAlong } from './gaussian.ts';
import { type Answer, afterAnswer, expectation, type Moments } from './moments.ts';
import type { AbilitySettings } from './skill-prior.ts';

/** Ability on the skill at `place`: the whole plus the skill's deviation. */
export const abilityDirection = (place: number) => [
  { index: 0, coefficient: 1 },
  { index: place + 1, coefficient: 1 },
];

/** What is believed of the logit of success of a learner on an exercise of the skill at `place`. */
export function logitOf(
  model: DifficultyModel,
  beliefs: DifficultyBeliefs,
  ability: Gaussian,
  place: number,
  candidate: Candidate,
): Moments {
  const skill = momentsAlong(ability, abilityDirection(place));
  const difficulty = difficultyOf(model, beliefs, candidate);
  return { mean: skill.mean - difficulty.mean, variance: skill.variance + difficulty.variance };
}

/** Expected probability of a right answer. */
export function expectedSuccess(model: DifficultyModel, logit: Moments): number {
  return expectation(logit, (value) => successProbability(value, model));
}

/** Expected distance of the probability of a right answer from `target`: small only where it is near and certain. */
export function expectedDistance(model: DifficultyModel, logit: Moments, target: number): number {
  return expectation(logit, (value) => Math.abs(successProbability(value, model) - target));
}

/**
 * Ability and difficulty after an answer. Both share what the answer says by how uncertain each was; what ties them
 * afterwards is forgotten, as a learner's belief cannot hold every template. Where the answer says nothing, nothing moves.
 */
export function observeAnswer(
  model: DifficultyModel,
  settings: AbilitySettings,
  beliefs: DifficultyBeliefs,
  ability: Gaussian,
  place: number,
  candidate: Candidate,
  answer: Answer,
): { readonly beliefs: DifficultyBeliefs; readonly ability: Gaussian } {
  if (answer.evidence === 0) return { beliefs, ability };
  const before = logitOf(model, beliefs, ability, place, candidate);
  const after = afterAnswer(before, answer, model);
  const learner = corrected(ability, along(ability, abilityDirection(place)), before, after, 1);
  return {
    beliefs: correctDifficulty(model, beliefs, candidate, before, after),
    ability: moved(learner, place, settings.gainPerAttempt, settings.gainDeviation ** 2),
  };
}

/** Ability on one skill after something else than an answer moved it: practice, or time. */
function moved({ mean, covariance }: Gaussian, place: number, gain: number, variance: number): Gaussian {
  const nextMean = mean.slice();
  nextMean[place + 1] += gain;
  const next = covariance.slice();
  next[(place + 1) * mean.length + place + 1] += variance;
  return { mean: nextMean, covariance: next };
}

/** Days are counted no further: what a learner knew two months ago is hardly less uncertain than a year later. */
const mostDays = 60;

/** Ability after time without practice: as good as before, but less certain. */
export function afterDays(ability: Gaussian, days: number, settings: AbilitySettings): Gaussian {
  const variance = settings.deviationPerDay ** 2 * Math.min(Math.max(days, 0), mostDays);
  if (variance === 0) return ability;
  const size = ability.mean.length;
  const covariance = ability.covariance.slice();
  for (let index = 1; index < size; index++) covariance[index * size + index] += variance;
  return { mean: ability.mean, covariance };
}
