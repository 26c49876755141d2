/**
 * A simulated school on the product's own skills: learners who are made, and exercises chosen for them as for anybody.
 * Labelled as simulated wherever something that was learnt from it is shown.
 */
import { createRandom, type Random } from '@praxis/core';
import type { Candidate } from '../data/candidate.ts';
import { SimulatedLearner, type Subject, simulatedLearnerWorld } from '../data/learners/learner.ts';
import { schedule } from '../data/learners/schedule.ts';
import type { WorldSettings } from '../data/learners/world.ts';
import { difficultyOf, firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { recordAttempt } from './attempt.ts';
import { chooseExercise, type Situation } from './choose.ts';
import { newLearner } from './learner-state.ts';
import { type PracticeModel, usualTarget } from './practice-model.ts';

export interface SchoolAttempt {
  readonly exercise: Candidate;
  readonly correct: boolean;
  /** What was expected of it when it was chosen: from ability and difficulty. */
  readonly expected: number;
}

export interface SchoolSize {
  readonly learners: number;
  readonly attempts: number;
}

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const perSession = 10;
const daysBetween = 3;
/** How far a template lies from what its features say, in logits: as far as the product assumes. */
const templateOffset = 0.6;

/**
 * One school. Half of its learners let the product choose all; half are set skills by somebody, from anywhere in the graph, so that
 * every skill is practised. What is assumed of features is not quite true in it, templates have difficulties of their own, and all its
 * learners teach the same beliefs.
 *
 * @param candidates exercises of all skills, many of each; a learner who has had all that fit ends early
 * @returns the attempts of each learner, in order, and whether they were set skills
 */
export function simulatedSchool(
  model: PracticeModel,
  candidates: readonly Candidate[],
  settings: WorldSettings,
  { learners, attempts }: SchoolSize,
  seed: number,
): { readonly set: boolean; readonly done: readonly SchoolAttempt[] }[] {
  const subject = subjectIn(model, candidates, createRandom(seed, 1));
  const world = simulatedLearnerWorld(settings, subject, templateOffset, seed);
  const answers = createRandom(seed, 3);
  let beliefs = firstBeliefs(model.difficulty);
  const pupils = Array.from({ length: learners }, (_, index) => {
    const random = createRandom(seed, 100 + index);
    return {
      learner: new SimulatedLearner(world, random),
      state: newLearner(model.skills, model.ability),
      set: index % 2 === 1 ? schedule(model.skills.length, attempts, random).map(({ skill }) => skill) : null,
      done: [] as SchoolAttempt[],
    };
  });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const day = daysBetween * Math.floor(attempt / perSession);
    const at = start + day * dayMs + attempt * 1000;
    for (const pupil of pupils) {
      const skill = pupil.set === null ? null : model.skills[pupil.set[attempt]].id;
      const next = chosen({ model, beliefs, learner: pupil.state, candidates, at }, skill);
      if (next === null) continue;
      const { exercise, expected, review } = next;
      const correct = answers.uniform() < pupil.learner.successProbability(exercise, day);
      const known = { exercise, correct, hints: 0, solutionSeen: false, review, at };
      const recorded = recordAttempt(model, beliefs, pupil.state, known);
      if (!recorded.ok) throw new Error(recorded.error.message);
      pupil.learner.practise(exercise, day);
      pupil.done.push({ exercise, correct, expected });
      ({ beliefs, learner: pupil.state } = recorded.value);
    }
  }
  return pupils.map(({ set, done }) => ({ set: set !== null, done }));
}

function chosen(situation: Situation, skill: string | null) {
  const choice = chooseExercise(situation, { target: usualTarget, skill, reviews: [] });
  if (!choice.ok) return null;
  const { exercise, reason } = choice.value;
  return { exercise, expected: reason.success, review: reason.kind === 'review' };
}

/** Difficulties as assumed, but for an error of each weight as large as is assumed possible. */
function subjectIn(model: PracticeModel, candidates: readonly Candidate[], random: Random): Subject {
  const { difficulty, skills } = model;
  const size = difficulty.weights.length;
  const first = firstBeliefs(difficulty);
  const mean = first.weights.mean.map(
    (weight, index) => weight + Math.sqrt(difficulty.covariance[index * size + index]) * random.normal(),
  );
  const drawn = { ...first, weights: { ...first.weights, mean } };
  return {
    skills,
    place: new Map(skills.map(({ id }, index) => [id, index])),
    templates: [...new Set(candidates.map(({ template }) => template))].sort(),
    difficulty: (exercise) => difficultyOf(difficulty, drawn, exercise).mean,
  };
}
