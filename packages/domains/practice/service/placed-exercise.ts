/** An exercise of the stock as the choice sees it: with what its place in the graph says of it. */
import type { Candidate } from '../data/candidate.ts';
import { skillDepth } from '../data/skills/depth.ts';
import { featuresSchema, type StockedExercise } from './store.ts';

/** The feature that its skill brings to an exercise: what stands higher is met later, by learners who know more. */
export const depthFeature = 'depth';

/** @throws ZodError where the stored features are none */
export function placedExercise({ features, ...exercise }: StockedExercise): Candidate {
  const depth = skillDepth(exercise.skill);
  const own = featuresSchema.parse(features);
  return { ...exercise, features: depth === null ? own : { ...own, [depthFeature]: depth } };
}
