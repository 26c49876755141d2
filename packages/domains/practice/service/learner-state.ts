/** What is known of a learner, in a form that can be stored. */
import { z } from 'zod';
import type { PlacedSkill } from '../data/candidate.ts';
import { gaussianCodec } from '../pipeline/difficulty/gaussian-codec.ts';
import { type AbilitySettings, abilityPrior } from '../pipeline/difficulty/skill-prior.ts';
import { targetSchema, usualTarget } from './practice-model.ts';
import { reviewCardSchema } from './review.ts';

const recentAttempt = z.strictObject({
  exercise: z.string(),
  skill: z.string(),
  template: z.string(),
  correct: z.boolean(),
  review: z.boolean(),
});

/** Times are milliseconds since 1970. */
export const learnerStateCodec = z
  .strictObject({
    /** Order of the skills in `ability`, whose first number is the ability as a whole. */
    skills: z.array(z.string()),
    ability: gaussianCodec,
    /** When `ability` was last brought up to date; null before the first attempt. */
    updatedAt: z.int().positive().nullable(),
    /** The last attempts, the newest first. */
    recent: z.array(recentAttempt),
    /** Attempts so far on each skill. */
    attempts: z.record(z.string(), z.int().positive()),
    /** What is to be reviewed, and when, by skill. */
    reviews: z.record(z.string(), reviewCardSchema),
    /** The probability of success that the learner wishes exercises to have; states from before it was asked have none. */
    target: targetSchema.default(usualTarget),
  })
  .refine(({ skills, ability }) => ability.mean.length === skills.length + 1, {
    message: 'ability does not fit the list of skills',
    path: ['ability'],
  });
export type LearnerState = Readonly<z.output<typeof learnerStateCodec>>;

export function newLearner(skills: readonly PlacedSkill[], settings: AbilitySettings): LearnerState {
  return {
    skills: skills.map(({ id }) => id),
    ability: abilityPrior(skills, settings),
    updatedAt: null,
    recent: [],
    attempts: {},
    reviews: {},
    target: usualTarget,
  };
}

/**
 * The state for a graph that has changed: skills that are gone are forgotten, new ones start as for a new learner,
 * but around what is known of the ability as a whole.
 */
export function forSkills(
  state: LearnerState,
  skills: readonly PlacedSkill[],
  settings: AbilitySettings,
): LearnerState {
  const ids = skills.map(({ id }) => id);
  if (ids.length === state.skills.length && ids.every((id, index) => id === state.skills[index]))
    return state;
  const prior = abilityPrior(skills, settings);
  const before = new Map(state.skills.map((id, index) => [id, index + 1]));
  const from = [0, ...ids.map((id) => before.get(id) ?? null)];
  const size = from.length;
  const oldSize = state.ability.mean.length;
  const known = (index: number | null): index is number => index !== null;
  const covariance = prior.covariance.map((value, cell) => {
    const row = from[Math.floor(cell / size)];
    const column = from[cell % size];
    if (known(row) && known(column)) return state.ability.covariance[row * oldSize + column];
    // What was learnt and what was not yet cannot both keep the prior's tie: the matrix would fit neither.
    return known(row) || known(column) ? 0 : value;
  });
  const mean = Float64Array.from(from, (index) => (known(index) ? state.ability.mean[index] : 0));
  return { ...state, skills: ids, ability: { mean, covariance } };
}
