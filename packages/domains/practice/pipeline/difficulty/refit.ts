/** Beliefs about difficulties fitted again to all answers at once, where corrections one by one forget how answers hang together. */
import { cholesky, inverse } from '@praxis/core';
import type { Candidate } from '../../data/candidate.ts';
import {
  type DifficultyBeliefs,
  type DifficultyModel,
  difficultyOf,
  priorTemplates,
  type TemplateEvidence,
} from './difficulty.ts';
import { type CollectedAnswer, designOf } from './fit-design.ts';
import { jointFit } from './joint-fit.ts';
import type { AbilitySettings } from './skill-prior.ts';

/**
 * What the answers say, starting from what the model assumes before any. How far learners lie apart is taken as assumed:
 * the few of a small installation cannot tell.
 *
 * @returns null where the answers leave something undetermined
 * @throws the signal's reason
 */
export async function refitBeliefs(
  model: DifficultyModel,
  ability: AbilitySettings,
  answers: readonly CollectedAnswer[],
  signal: AbortSignal,
): Promise<Omit<DifficultyBeliefs, 'fit'> | null> {
  const design = designOf(answers, model.features);
  const { fixed } = design;
  const assumed = { ...model, deviation: model.templateDeviation };
  const fit = await jointFit(design, {
    before: {
      mean: Float64Array.from(model.weights),
      precision: inverted(Float64Array.from(model.covariance), fixed),
    },
    chances: model,
    start: {
      overall: ability.overallDeviation,
      skill: ability.skillDeviation,
      template: assumed.deviation,
    },
    learn: ({ template }, templates) => ({
      overall: ability.overallDeviation,
      skill: ability.skillDeviation,
      template: Math.sqrt(
        (priorTemplates * assumed.deviation ** 2 + templates * template ** 2) / (priorTemplates + templates),
      ),
    }),
    signal,
  });
  if (fit === null) return null;
  const size = fit.effects.length;
  const templateVariance = fit.spread.template ** 2;
  const evidence = design.templates.map((template, place): [string, TemplateEvidence] => {
    const index = fixed + place;
    const variance = fit.covariance[index * size + index];
    return [
      template,
      {
        precision: Math.max(0, 1 / variance - 1 / templateVariance),
        weightedMean: fit.effects[index] / variance,
      },
    ];
  });
  return {
    weights: {
      mean: fit.effects.slice(0, fixed),
      covariance: Float64Array.from(
        { length: fixed * fixed },
        (_, cell) => fit.covariance[Math.floor(cell / fixed) * size + (cell % fixed)],
      ),
    },
    templateVariance,
    templates: new Map(evidence),
  };
}

/**
 * The same differences between exercises on the scale of the beliefs so far: abilities that are kept of learners were
 * measured on it (mean linking: Kolen and Brennan 2014, section 6.2).
 */
export function linked(
  model: DifficultyModel,
  fitted: Omit<DifficultyBeliefs, 'fit'>,
  present: DifficultyBeliefs,
  exercises: readonly Candidate[],
): DifficultyBeliefs {
  const whole = { ...fitted, fit: present.fit };
  const shifts = exercises.map(
    (exercise) => difficultyOf(model, present, exercise).mean - difficultyOf(model, whole, exercise).mean,
  );
  const mean = fitted.weights.mean.slice();
  mean[0] += shifts.reduce((sum, shift) => sum + shift, 0) / Math.max(shifts.length, 1);
  return { ...whole, weights: { ...fitted.weights, mean } };
}

/**
 * `fitted`, and on top of it what answers taught while it was fitted: from `before` to `now`. A template's evidence adds up;
 * of the weights the mean is moved as far as it moved, and they are held no surer for it.
 */
export function withCorrections(
  fitted: DifficultyBeliefs,
  before: DifficultyBeliefs,
  now: DifficultyBeliefs,
): DifficultyBeliefs {
  const templates = new Map(fitted.templates);
  for (const [template, { precision, weightedMean }] of now.templates) {
    const old = before.templates.get(template) ?? { precision: 0, weightedMean: 0 };
    if (precision === old.precision && weightedMean === old.weightedMean) continue;
    const own = templates.get(template) ?? { precision: 0, weightedMean: 0 };
    templates.set(template, {
      precision: Math.max(0, own.precision + precision - old.precision),
      weightedMean: own.weightedMean + weightedMean - old.weightedMean,
    });
  }
  const mean = fitted.weights.mean.map(
    (value, index) => value + now.weights.mean[index] - before.weights.mean[index],
  );
  return { ...fitted, weights: { ...fitted.weights, mean }, templates };
}

function inverted(matrix: Float64Array, size: number): Float64Array {
  const lower = cholesky(matrix, size);
  if ('deficient' in lower) throw new Error('The covariance of the assumed weights has no inverse.');
  const root = inverse(lower, size);
  return Float64Array.from({ length: size * size }, (_, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    let sum = 0;
    for (let inner = Math.max(row, column); inner < size; inner++)
      sum += root[inner * size + row] * root[inner * size + column];
    return sum;
  });
}
