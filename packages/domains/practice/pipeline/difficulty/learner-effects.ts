/** The part of a Newton step that concerns one learner: ability as a whole and on each skill met. */
import { cholesky, inverse } from '@praxis/core';
import { type Chances, successProbability } from './answer-model.ts';
import type { LearnerRows } from './fit-design.ts';

/** Deviations in logits. */
export interface Spread {
  readonly overall: number;
  readonly skill: number;
  readonly template: number;
}

export interface LearnerEffects {
  /** The whole, then each skill's deviation from it. */
  readonly values: Float64Array;
  /** Given the effects that all learners share. */
  readonly variances: Float64Array;
}

export function firstEffects({ skills }: LearnerRows): LearnerEffects {
  return { values: new Float64Array(skills + 1), variances: new Float64Array(skills + 1) };
}

/**
 * Adds this learner's answers to curvature and slope of the shared effects (shape [size, size] and [size]), with the
 * learner's own effects eliminated (Schur complement).
 * @returns what the learner's effects become once the move of the shared ones is known
 */
export function learnerStep(
  { rows, skills }: LearnerRows,
  shared: Float64Array,
  { values }: LearnerEffects,
  spread: Spread,
  chances: Chances,
  curvature: Float64Array,
  slope: Float64Array,
): (move: Float64Array) => LearnerEffects {
  const size = shared.length;
  const own = skills + 1;
  const ownCurvature = new Float64Array(own * own);
  const ownSlope = new Float64Array(own);
  const crossed = new Float64Array(own * size);
  for (let index = 0; index < own; index++) {
    const precision = 1 / (index === 0 ? spread.overall : spread.skill) ** 2;
    ownCurvature[index * own + index] = precision;
    ownSlope[index] = -precision * values[index];
  }
  const fixed = rows[0].inputs.length;
  for (const { skill, offset, inputs, template, correct, evidence } of rows) {
    let difficulty = offset + shared[template];
    for (let index = 0; index < fixed; index++) difficulty += inputs[index] * shared[index];
    const logit = values[0] + values[skill + 1] - difficulty;
    const { surprise, weight } = pull(logit, correct, evidence, chances);
    for (const row of [0, skill + 1]) {
      ownSlope[row] += surprise;
      for (const column of [0, skill + 1]) ownCurvature[row * own + column] += weight;
      // Difficulties count against success.
      for (let index = 0; index < fixed; index++) crossed[row * size + index] -= weight * inputs[index];
      crossed[row * size + template] -= weight;
    }
    for (let index = 0; index < fixed; index++) {
      slope[index] -= surprise * inputs[index];
      const weighted = weight * inputs[index];
      for (let other = 0; other < fixed; other++) curvature[index * size + other] += weighted * inputs[other];
      curvature[index * size + template] += weighted;
      curvature[template * size + index] += weighted;
    }
    slope[template] -= surprise;
    curvature[template * size + template] += weight;
  }
  const covariance = invert(ownCurvature, own);
  const regression = new Float64Array(own * size);
  for (let row = 0; row < own; row++)
    for (let inner = 0; inner < own; inner++) {
      const factor = covariance[row * own + inner];
      for (let column = 0; column < size; column++)
        regression[row * size + column] += factor * crossed[inner * size + column];
    }
  for (let inner = 0; inner < own; inner++)
    for (let row = 0; row < size; row++) {
      const factor = crossed[inner * size + row];
      if (factor === 0) continue;
      for (let column = 0; column < size; column++)
        curvature[row * size + column] -= factor * regression[inner * size + column];
      slope[row] -= regression[inner * size + row] * ownSlope[inner];
    }
  return (move) => {
    const next = values.map((value, row) => {
      let change = 0;
      for (let inner = 0; inner < own; inner++) change += covariance[row * own + inner] * ownSlope[inner];
      for (let column = 0; column < size; column++) change -= regression[row * size + column] * move[column];
      return value + change;
    });
    return { values: next, variances: next.map((_, row) => covariance[row * own + row]) };
  };
}

/** Slope of the log likelihood in the logit, and Fisher's information there, which stands for the curvature. */
function pull(logit: number, correct: boolean, evidence: number, chances: Chances) {
  const success = successProbability(logit, chances);
  const known = 1 / (1 + Math.exp(-logit));
  const rise = (1 - chances.guess - chances.slip) * known * (1 - known);
  const perRise = rise / Math.max(success * (1 - success), Number.MIN_VALUE);
  return {
    surprise: evidence * ((correct ? 1 : 0) - success) * perRise,
    weight: evidence * rise * perRise,
  };
}

function invert(matrix: Float64Array, size: number): Float64Array {
  const lower = cholesky(matrix, size);
  if ('deficient' in lower) throw new Error('A curvature with a prior of its own has an inverse.');
  const root = inverse(lower, size);
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      for (let inner = Math.max(row, column); inner < size; inner++)
        result[row * size + column] += root[inner * size + row] * root[inner * size + column];
  return result;
}
