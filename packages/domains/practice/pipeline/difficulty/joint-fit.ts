/**
 * Newton steps to the mode of all effects of a logistic mixed model with crossed random effects (De Boeck and Wilson 2004),
 * and between them the spreads that the modes and their uncertainty ask for (Laplace's approximation, EM).
 */
import { setImmediate } from 'node:timers/promises';
import { cholesky, inverse, solve } from '@praxis/core';
import type { Chances } from './answer-model.ts';
import type { Design } from './fit-design.ts';
import { firstEffects, type LearnerEffects, learnerStep, type Spread } from './learner-effects.ts';

/** What is believed of the weights before the answers. */
interface WeightsBefore {
  /** Shape [fixed]. */
  readonly mean: Float64Array;
  /** Inverse of the covariance, shape [fixed, fixed]. */
  readonly precision: Float64Array;
}

export interface JointFitOptions {
  readonly before: WeightsBefore;
  /** Known, not fitted: answers alone hardly tell guesses from slopes. */
  readonly chances: Chances;
  readonly start: Spread;
  /** The spreads to go on with, from those that this round asks for. */
  readonly learn: (asked: Spread, templates: number) => Spread;
  readonly signal: AbortSignal;
}

export interface JointFit {
  /** Weights, then templates' own terms; shape [size]. */
  readonly effects: Float64Array;
  /** Shape [size, size]. */
  readonly covariance: Float64Array;
  readonly spread: Spread;
}

const mostRounds = 60;
/** A round that moves no effect by more, in logits, is the last. */
const smallestMove = 1e-5;
/** A step is shortened to this, in logits: far from the mode Newton's may overshoot. */
const largestMove = 2;

/** @returns null where some weight or template cannot be told from the answers @throws the signal's reason */
export async function jointFit(
  design: Design,
  { before, chances, start, learn, signal }: JointFitOptions,
): Promise<JointFit | null> {
  const size = design.fixed + design.templates.length;
  let effects: Float64Array = new Float64Array(size);
  effects.set(before.mean);
  let learners = design.learners.map(firstEffects);
  let spread = start;
  let covariance: Float64Array = new Float64Array(size * size);
  for (let round = 0; round < mostRounds; round++) {
    await setImmediate();
    signal.throwIfAborted();
    const step = jointStep(design, effects, learners, spread, before, chances);
    if (step === null) return null;
    ({ effects, learners, covariance } = step);
    spread = learn(spreadOf(design, effects, covariance, learners), design.templates.length);
    if (step.moved < smallestMove) break;
  }
  return { effects, covariance, spread };
}

/** One Newton step of everything at once; learners' own effects are eliminated first, as each meets few others. */
function jointStep(
  design: Design,
  effects: Float64Array,
  learners: readonly LearnerEffects[],
  spread: Spread,
  before: WeightsBefore,
  chances: Chances,
) {
  const size = effects.length;
  const curvature = new Float64Array(size * size);
  const slope = new Float64Array(size);
  addBefore(design.fixed, effects, before, curvature, slope);
  for (let index = design.fixed; index < size; index++) {
    const precision = 1 / spread.template ** 2;
    curvature[index * size + index] = precision;
    slope[index] = -precision * effects[index];
  }
  const steps = design.learners.map((rows, place) =>
    learnerStep(rows, effects, learners[place], spread, chances, curvature, slope),
  );
  const lower = cholesky(curvature, size);
  if ('deficient' in lower) return null;
  const whole = solve(lower, slope, size);
  const farthest = whole.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const share = Math.min(1, largestMove / Math.max(farthest, Number.MIN_VALUE));
  const move = whole.map((value) => share * value);
  return {
    effects: effects.map((value, index) => value + move[index]),
    learners: steps.map((finish) => finish(move)),
    covariance: inverseOf(inverse(lower, size), size),
    moved: farthest,
  };
}

function addBefore(
  fixed: number,
  effects: Float64Array,
  { mean, precision }: WeightsBefore,
  curvature: Float64Array,
  slope: Float64Array,
): void {
  for (let row = 0; row < fixed; row++)
    for (let column = 0; column < fixed; column++) {
      const value = precision[row * fixed + column];
      curvature[row * effects.length + column] = value;
      slope[row] -= value * (effects[column] - mean[column]);
    }
}

/** Of the matrix whose Cholesky factor has the inverse `root`. */
function inverseOf(root: Float64Array, size: number): Float64Array {
  const covariance = new Float64Array(size * size);
  for (let inner = 0; inner < size; inner++)
    for (let row = 0; row <= inner; row++) {
      const value = root[inner * size + row];
      if (value !== 0)
        for (let column = 0; column <= inner; column++)
          covariance[row * size + column] += value * root[inner * size + column];
    }
  return covariance;
}

/** Mean square of the effects of each kind, with what is uncertain of them. */
function spreadOf(
  { fixed, templates }: Design,
  effects: Float64Array,
  covariance: Float64Array,
  learners: readonly LearnerEffects[],
): Spread {
  const size = effects.length;
  let template = 0;
  for (let index = fixed; index < size; index++)
    template += effects[index] ** 2 + covariance[index * size + index];
  let overall = 0;
  let skill = 0;
  let skills = 0;
  for (const { values, variances } of learners) {
    values.forEach((value, index) => {
      const square = value ** 2 + variances[index];
      if (index === 0) overall += square;
      else skill += square;
    });
    skills += values.length - 1;
  }
  return {
    overall: Math.sqrt(overall / learners.length),
    skill: Math.sqrt(skill / skills),
    template: Math.sqrt(template / templates.length),
  };
}
