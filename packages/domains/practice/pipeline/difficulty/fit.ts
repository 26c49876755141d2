/**
 * Fits the difficulty model to answers that were collected where nothing was known before: weights of features, spread of
 * templates and of learners.
 */
import type { Result } from '@praxis/core';
import type { Chances } from './answer-model.ts';
import type { DifficultyModel } from './difficulty.ts';
import { type CollectedAnswer, designOf, featuresOfAnswers } from './fit-design.ts';
import { jointFit } from './joint-fit.ts';

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

const fewestAnswers = 100;
/** Weights are believed to be some logits at most, so that features which hardly vary stay near 0. */
const weightDeviation = 3;
const firstSpread = { overall: 1, skill: 0.5, template: 0.5 };

/**
 * @param chances of the model that is made of it; the answers themselves are fitted without guesses and slips, which they
 *   hardly tell from slopes
 */
export async function fitDifficulty(
  answers: readonly CollectedAnswer[],
  chances: Chances,
): Promise<Result<DifficultyFit, FitError>> {
  if (answers.length < fewestAnswers) {
    const message = `${answers.length} answers are too few to fit difficulties; ${fewestAnswers} are needed.`;
    return { ok: false, error: { code: 'too-few-answers', message, place: 'answers' } };
  }
  const features = featuresOfAnswers(answers);
  const design = designOf(answers, features);
  const { fixed } = design;
  const precision = new Float64Array(fixed * fixed);
  for (let index = 0; index < fixed; index++) precision[index * fixed + index] = 1 / weightDeviation ** 2;
  const fit = await jointFit(design, {
    before: { mean: new Float64Array(fixed), precision },
    chances: { guess: 0, slip: 0 },
    start: firstSpread,
    learn: (asked) => asked,
    signal: new AbortController().signal,
  });
  if (fit === null) {
    const message = 'Some weight or template cannot be told from the answers.';
    return { ok: false, error: { code: 'undetermined', message, place: 'features' } };
  }
  const size = fit.effects.length;
  return {
    ok: true,
    value: {
      model: {
        features: [...features],
        weights: [...fit.effects.subarray(0, fixed)],
        covariance: Array.from(
          { length: fixed ** 2 },
          (_, cell) => fit.covariance[Math.floor(cell / fixed) * size + (cell % fixed)],
        ),
        templateDeviation: fit.spread.template,
        ...chances,
      },
      overallDeviation: fit.spread.overall,
      skillDeviation: fit.spread.skill,
    },
  };
}
