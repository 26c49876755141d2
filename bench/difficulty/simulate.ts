/** Simulated classes in which a policy chooses exercises; the same seed gives every policy the same learners. */
import { createRandom, type Random } from '@praxis/core';
import {
  type Candidate,
  type Curriculum,
  type ScheduledAttempt,
  SimulatedLearner,
  schedule,
  simulatedCurriculum,
  simulatedExercises,
  simulatedLearnerWorld,
  subjectOf,
  type WorldSettings,
} from '../../packages/domains/practice/index.ts';
import { enough, type Policy, target } from './policy.ts';

export type MakePolicy = (curriculum: Curriculum, seed: number) => Policy;

const skills = 40;
const learnersPerClass = 20;
const attempts = 60;
/** The first attempts find out who it is; from here on they are measured. */
const measuredFrom = 10;
/** Exercises to choose from, of each template. */
const each = 12;

interface Pupil {
  readonly learner: SimulatedLearner;
  readonly plan: readonly ScheduledAttempt[];
  readonly exercises: Random;
  readonly answers: Random;
}

/** A class in a world of its own; each thing that is drawn has numbers of its own. */
function classOf(settings: WorldSettings, templateOffset: number, seed: number) {
  const curriculum = simulatedCurriculum(skills, seed);
  const world = simulatedLearnerWorld(settings, subjectOf(curriculum), templateOffset, seed);
  const pupils = Array.from({ length: learnersPerClass }, (_, index): Pupil => {
    const stream = 100 + 10 * index;
    return {
      learner: new SimulatedLearner(world, createRandom(seed, stream)),
      plan: schedule(skills, attempts, createRandom(seed, stream + 1)),
      exercises: createRandom(seed, stream + 2),
      answers: createRandom(seed, stream + 3),
    };
  });
  return { curriculum, pupils };
}

/** Mean |true probability of success − target| over attempts 11 to 60; somebody else chose the skills. */
export function distanceFromTarget(
  make: MakePolicy,
  settings: WorldSettings,
  templateOffset: number,
  seed: number,
): number {
  const { curriculum, pupils } = classOf(settings, templateOffset, seed);
  const policy = make(curriculum, seed);
  let sum = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    pupils.forEach((pupil, index) => {
      const { skill, day } = pupil.plan[attempt];
      const candidates = simulatedExercises(curriculum, skill, each, pupil.exercises);
      const success = answer(policy, pupil, { learner: index, skill, day }, candidates);
      if (attempt >= measuredFrom) sum += Math.abs(success - target);
    });
  }
  return sum / (pupils.length * (attempts - measuredFrom));
}

/** @returns the true probability of success on the chosen exercise */
function answer(
  policy: Policy,
  { learner, answers }: Pupil,
  seen: { readonly learner: number; readonly skill: number | null; readonly day: number },
  candidates: readonly Candidate[],
): number {
  const exercise = candidates[policy.choose(seen, candidates)];
  const success = learner.successProbability(exercise, seen.day);
  policy.observe(seen, exercise, answers.uniform() < success);
  learner.practise(exercise, seen.day);
  return success;
}

/** Skills of a unit, and attempts after which a learner is counted as not arrived. */
const unit = 4;
const mostAttempts = 300;
const perSession = 10;

/** Attempts until a typical exercise of every skill of a unit is answered right with probability 0.8; one number a learner. */
export function attemptsToMastery(
  make: MakePolicy,
  settings: WorldSettings,
  templateOffset: number,
  seed: number,
): number[] {
  const { curriculum, pupils } = classOf(settings, templateOffset, seed);
  const policy = make(curriculum, seed);
  const arrived = pupils.map(() => mostAttempts);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const day = 2 * Math.floor(attempt / perSession);
    pupils.forEach((pupil, index) => {
      if (arrived[index] < mostAttempts) return;
      const places = Array.from({ length: unit }, (_, place) => pupil.plan[0].skill + place);
      const needed = Math.log(enough / (1 - enough));
      if (places.every((place) => pupil.learner.ability(place, day) >= needed)) arrived[index] = attempt;
      else {
        const candidates = places.flatMap((place) =>
          simulatedExercises(curriculum, place, each, pupil.exercises),
        );
        answer(policy, pupil, { learner: index, skill: null, day }, candidates);
      }
    });
  }
  return arrived;
}
