/** A small graph with exercises, for tests. */
import { createRandom } from '@praxis/core';
import type { Candidate, PlacedSkill } from '../data/candidate.ts';
import type { DifficultyModel } from '../pipeline/difficulty/difficulty.ts';
import { usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import type { PracticeModel } from '../service/practice-model.ts';

/** Adding comes before multiplying, that before fractions; reading stands alone. */
export const smallSkills: readonly PlacedSkill[] = [
  { id: 'adding', prerequisites: [], difficulty: 0 },
  { id: 'multiplying', prerequisites: ['adding'], difficulty: 0 },
  { id: 'fractions', prerequisites: ['multiplying'], difficulty: 0 },
  { id: 'reading', prerequisites: [], difficulty: 0 },
];

export const smallDifficulty: DifficultyModel = {
  features: [{ name: 'steps', centre: 2, scale: 1 }],
  weights: [0, 0.5],
  covariance: [0.01, 0, 0, 0.01],
  templateDeviation: 0.4,
  guess: 0.05,
  slip: 0.05,
};

export const smallModel: PracticeModel = {
  skills: smallSkills,
  difficulty: smallDifficulty,
  ability: usualAbility,
};

/** Exercises of every skill from very easy to very hard, of three templates each. */
export function smallExercises(seed: number): Candidate[] {
  const random = createRandom(seed);
  return smallSkills.flatMap(({ id }) =>
    Array.from({ length: 30 }, (_, index) => ({
      id: `${id}/${index % 3}/${random.below(2 ** 31)}`,
      skill: id,
      template: `${id}/${index % 3}`,
      difficulty: -4 + (8 * index) / 29,
      features: { steps: 1 + random.below(3) },
    })),
  );
}

/** A moment for attempts: any will do. */
export const morning = Date.UTC(2026, 8, 1, 9);
