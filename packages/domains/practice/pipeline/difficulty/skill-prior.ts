/** What is believed of a learner before the first answer: nearby skills go together. */
import { cholesky, inverse } from '@praxis/core';
import type { PlacedSkill } from '../../data/candidate.ts';
import type { Gaussian } from './gaussian.ts';

/** How abilities are spread among learners, how they move, and what an answer says. Logits, unless said otherwise. */
export interface AbilitySettings {
  /** Deviation of the ability as a whole among learners. */
  readonly overallDeviation: number;
  /** Deviation of a single skill from the ability as a whole. */
  readonly skillDeviation: number;
  /** How strongly a skill follows its prerequisites: 0 not at all. */
  readonly tie: number;
  /** What an attempt adds to its skill, and how uncertain that is (a deviation). */
  readonly gainPerAttempt: number;
  readonly gainDeviation: number;
  /** Deviation that a day without practice adds to a skill: what is forgotten, or learned elsewhere. */
  readonly deviationPerDay: number;
}

/** Tuned on simulated learners of seeds that no benchmark uses: `npm run bench:difficulty -- --tune 60`. */
export const usualAbility: AbilitySettings = {
  overallDeviation: 0.8,
  skillDeviation: 1,
  tie: 12,
  gainPerAttempt: 0.03,
  gainDeviation: 0.05,
  deviationPerDay: 0.05,
};

/**
 * Mean and covariance over [ability as a whole, each skill's deviation from it], in the order of `skills`. Skills are
 * correlated along the prerequisite graph by the regularised Laplacian kernel (I + tie · L)⁻¹ (Smola and Kondor 2003),
 * scaled to the same variance for each, so that a correlation is left where the kernel had a covariance.
 */
export function abilityPrior(skills: readonly PlacedSkill[], settings: AbilitySettings): Gaussian {
  const kernel = skillCorrelation(skills, settings.tie);
  const size = skills.length + 1;
  const covariance = new Float64Array(size * size);
  covariance[0] = settings.overallDeviation ** 2;
  for (let row = 0; row < skills.length; row++)
    for (let column = 0; column < skills.length; column++)
      covariance[(row + 1) * size + column + 1] =
        settings.skillDeviation ** 2 * kernel[row * skills.length + column];
  return { mean: new Float64Array(size), covariance };
}

/** Shape [skills, skills], ones on the diagonal. */
function skillCorrelation(skills: readonly PlacedSkill[], tie: number): Float64Array {
  const count = skills.length;
  const place = new Map(skills.map(({ id }, index) => [id, index]));
  const precision = new Float64Array(count * count);
  for (let index = 0; index < count; index++) precision[index * count + index] = 1;
  skills.forEach(({ prerequisites }, index) => {
    for (const prerequisite of prerequisites) {
      const other = place.get(prerequisite);
      if (other === undefined) continue;
      precision[index * count + index] += tie;
      precision[other * count + other] += tie;
      precision[index * count + other] -= tie;
      precision[other * count + index] -= tie;
    }
  });
  const lower = cholesky(precision, count);
  if ('deficient' in lower) throw new Error('The matrix of a graph with positive ties has no inverse.');
  const root = inverse(lower, count);
  const kernel = new Float64Array(count * count);
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      for (let inner = Math.max(row, column); inner < count; inner++)
        kernel[row * count + column] += root[inner * count + row] * root[inner * count + column];
  const deviations = Array.from({ length: count }, (_, index) => Math.sqrt(kernel[index * count + index]));
  return kernel.map(
    (value, cell) => value / (deviations[Math.floor(cell / count)] * deviations[cell % count]),
  );
}
