/** How hard an exercise is, before any learner has tried it. */
import { type Features, featureNames } from './templates/features.ts';

/**
 * Assumed, not measured: logits per unit of each feature, set so that the easy exercises of a skill lie near −2 and
 * the hard ones near +1. They stand until answers of learners calibrate them.
 */
const assumed: Features = {
  lines: 0.22,
  operations: 0.12,
  digits: 0.45,
  negatives: 0.2,
  fractions: 0.15,
  decimals: 0.15,
  answerDigits: 0.3,
  answerIsFraction: 0.3,
  answerIsNegative: 0.2,
  demands: 0.25,
};

const assumedStart = -3.2;

/**
 * Logits: a learner of ability 0 in this skill, one who has just met it, succeeds with probability
 * 1 / (1 + exp(difficulty)).
 */
export function assumedDifficulty(features: Features): number {
  const sum = featureNames.reduce((total, name) => total + assumed[name] * features[name], assumedStart);
  return Math.round(sum * 1000) / 1000;
}

/** Difficulty at which a learner of `ability` succeeds with this probability. */
export function difficultyFor(success: number, ability: number): number {
  return ability - Math.log(success / (1 - success));
}

export function successAt(difficulty: number, ability: number): number {
  return 1 / (1 + Math.exp(difficulty - ability));
}
