/**
 * Fits the difficulty model to answers that were collected: weights of features, spread of templates and of learners.
 * A logistic mixed model with crossed random effects (De Boeck and Wilson 2004): Newton steps to the mode of all
 * effects, and between them the spreads that the modes and their uncertainty ask for (Laplace's approximation, EM).
 */
import { cholesky, inverse, type Result, solve } from '@praxis/core';
import type { DifficultyModel } from './difficulty.ts';
import { type CollectedAnswer, type Design, designOf } from './fit-design.ts';
import { firstEffects, type LearnerEffects, learnerStep, type Spread } from './learner-effects.ts';

export interface DifficultyFit {
  readonly model: DifficultyModel;
  /** Deviations among learners, in logits. */
  readonly overallDeviation: number;
  readonly skillDeviation: number;
}

export interface FitError {
  readonly code: 'too-few-answers' | 'undetermined';
  readonly message: string;
  readonly place: string;
}

const rounds = 60;
const fewestAnswers = 100;
/** Weights are believed to be some logits at most, so that features which hardly vary stay near 0. */
const weightDeviation = 3;

/** @param chances taken as known: answers alone hardly tell guesses from slopes */
export function fitDifficulty(
  answers: readonly CollectedAnswer[],
  chances: { readonly guess: number; readonly slip: number },
): Result<DifficultyFit, FitError> {
  if (answers.length < fewestAnswers) {
    const message = `${answers.length} answers are too few to fit difficulties; ${fewestAnswers} are needed.`;
    return { ok: false, error: { code: 'too-few-answers', message, place: 'answers' } };
  }
  const design = designOf(answers);
  const size = design.fixed + design.templates.length;
  let effects: Float64Array = new Float64Array(size);
  let learners = design.learners.map(firstEffects);
  let spread = { overall: 1, skill: 0.5, template: 0.5 };
  let covariance: Float64Array = new Float64Array(size * size);
  for (let round = 0; round < rounds; round++) {
    const step = jointStep(design, effects, learners, spread);
    if (step === null) {
      const message = 'Some weight or template cannot be told from the answers.';
      return { ok: false, error: { code: 'undetermined', message, place: 'features' } };
    }
    ({ effects, learners, covariance } = step);
    spread = spreadOf(design, effects, covariance, learners);
  }
  const weightCovariance = Array.from(
    { length: design.fixed ** 2 },
    (_, cell) => covariance[Math.floor(cell / design.fixed) * size + (cell % design.fixed)],
  );
  return {
    ok: true,
    value: {
      model: {
        features: design.features,
        weights: [...effects.subarray(0, design.fixed)],
        covariance: weightCovariance,
        templateDeviation: spread.template,
        ...chances,
      },
      overallDeviation: spread.overall,
      skillDeviation: spread.skill,
    },
  };
}

/** One Newton step of everything at once; learners' own effects are eliminated first, as each meets few others. */
function jointStep(
  design: Design,
  effects: Float64Array,
  learners: readonly LearnerEffects[],
  spread: Spread,
): { effects: Float64Array; learners: LearnerEffects[]; covariance: Float64Array } | null {
  const size = effects.length;
  const curvature = new Float64Array(size * size);
  const slope = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    const precision = 1 / (index < design.fixed ? weightDeviation : spread.template) ** 2;
    curvature[index * size + index] = precision;
    slope[index] = -precision * effects[index];
  }
  const steps = design.learners.map((rows, place) =>
    learnerStep(rows, effects, learners[place], spread, curvature, slope),
  );
  const lower = cholesky(curvature, size);
  if ('deficient' in lower) return null;
  const move = solve(lower, slope, size);
  const root = inverse(lower, size);
  const covariance = new Float64Array(size * size);
  for (let inner = 0; inner < size; inner++)
    for (let row = 0; row <= inner; row++) {
      const value = root[inner * size + row];
      if (value !== 0)
        for (let column = 0; column <= inner; column++)
          covariance[row * size + column] += value * root[inner * size + column];
    }
  return {
    effects: effects.map((value, index) => value + move[index]),
    learners: steps.map((finish) => finish(move)),
    covariance,
  };
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
