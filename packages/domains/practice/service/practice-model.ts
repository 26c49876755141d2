/** What stands behind predictions and choices; the same for all learners. */
import { z } from 'zod';
import type { PlacedSkill } from '../data/candidate.ts';
import type { DifficultyModel } from '../pipeline/difficulty/difficulty.ts';
import type { AbilitySettings } from '../pipeline/difficulty/skill-prior.ts';

export interface PracticeModel {
  /** In an order in which each comes after its prerequisites. */
  readonly skills: readonly PlacedSkill[];
  readonly difficulty: DifficultyModel;
  readonly ability: AbilitySettings;
}

/** Probability of a right answer that exercises are chosen for, where nobody asks for another. */
export const usualTarget = 0.7;

/** What may be asked for: beyond these no exercise is a lesson. */
export const targetBounds = { least: 0.3, most: 0.95 } as const;
export const targetSchema = z.number().min(targetBounds.least).max(targetBounds.most);

/** A skill is mastered where success on a typical exercise is at least this … */
export const masteredSuccess = 0.8;
/** … with at least this probability. */
export const masteredCertainty = 0.7;
