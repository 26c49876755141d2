/** The difficulty model that Praxis and Elo start from: fitted to answers of another simulated school, a seed of its own. */
import { createRandom } from '@praxis/core';
import {
  type Candidate,
  type DifficultyModel,
  fitDifficulty,
  fittedWorld,
  SimulatedLearner,
  schedule,
  simulatedCurriculum,
  simulatedExercises,
  simulatedLearnerWorld,
  subjectOf,
  usualChances,
} from '../../packages/domains/practice/index.ts';

const seed = 7;
const skills = 40;
const learners = 200;
const attempts = 60;
const templateOffset = 0.4;

/** Exercises were dealt by chance there, so that easy and hard ones were tried by all. */
export async function fittedDifficulty(): Promise<DifficultyModel> {
  const curriculum = simulatedCurriculum(skills, seed);
  const world = simulatedLearnerWorld(fittedWorld, subjectOf(curriculum), templateOffset, seed);
  const answers = Array.from({ length: learners }, (_, index) => {
    const random = createRandom(seed, 100 + index);
    const learner = new SimulatedLearner(world, random);
    return schedule(skills, attempts, random).map(({ skill, day }) => {
      const candidates = simulatedExercises(curriculum, skill, 1, random);
      const exercise = candidates[random.below(candidates.length)];
      const correct = random.uniform() < learner.successProbability(exercise, day);
      learner.practise(exercise, day);
      return { learner: `${index}`, exercise, correct, evidence: 1 };
    });
  }).flat();
  const fit = await fitDifficulty(answers, usualChances);
  if (!fit.ok) throw new Error(fit.error.message);
  return fit.value.model;
}

/** Difficulty as fitted, in logits. */
export function difficultyBy({ features, weights }: DifficultyModel): (exercise: Candidate) => number {
  return (exercise) =>
    features.reduce(
      (sum, { name, centre, scale }, place) =>
        sum + (weights[place + 1] * ((exercise.features[name] ?? centre) - centre)) / scale,
      exercise.difficulty + weights[0],
    );
}
