import { expect, test } from 'vitest';
import type { Candidate } from '../data/candidate.ts';
import { firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import {
  morning,
  smallDifficulty,
  smallExercises,
  smallModel,
  smallSkills,
} from '../testing/small-practice.ts';
import { recordAttempt } from './attempt.ts';
import { chooseExercise } from './choose.ts';
import { type LearnerState, newLearner } from './learner-state.ts';
import { reasonSchema } from './reason.ts';

const beliefs = firstBeliefs(smallDifficulty);
const nobody = newLearner(smallSkills, usualAbility);
const exercises = smallExercises(1);
const dayMs = 86_400_000;

function choose(
  learner: LearnerState,
  wish: { target?: number; skill?: string | null } = {},
  { candidates = exercises, at = morning }: { candidates?: readonly Candidate[]; at?: number } = {},
) {
  const situation = { model: smallModel, beliefs, learner, candidates, at };
  const choice = chooseExercise(situation, { target: wish.target ?? 0.7, skill: wish.skill ?? null });
  if (!choice.ok) throw new Error(choice.error.message);
  expect(reasonSchema.parse(choice.value.reason)).toEqual(choice.value.reason);
  return choice.value;
}

/** The learner after `count` answers on a skill, with exercises of middling difficulty that come up nowhere else. */
function answered(learner: LearnerState, skill: string, correct: boolean, count: number, review = false) {
  for (let index = 0; index < count; index++) {
    const exercise = {
      id: `${skill} ${index} ${learner.recent.length}`,
      skill,
      template: `${skill}/1`,
      difficulty: 0,
      features: {},
    };
    const attempt = { exercise, correct, hints: 0, solutionSeen: false, review, at: morning };
    const recorded = recordAttempt(smallModel, beliefs, learner, attempt);
    if (!recorded.ok) throw new Error(recorded.error.message);
    learner = recorded.value.learner;
  }
  return learner;
}

test.each([0.5, 0.7, 0.85])('the exercise is as hard as was asked: %s', (target) => {
  const { reason } = choose(nobody, { target });
  expect(Math.abs(reason.success - target)).toBeLessThan(0.1);
  expect(reason.onTarget).toBe(true);
  expect(reason.low).toBeLessThan(reason.success);
  expect(reason.high).toBeGreaterThan(reason.success);
});

test('who wants more success gets easier exercises', () => {
  const difficulties = [0.5, 0.6, 0.7, 0.8].map((target) => {
    const { difficulty, features } = choose(nobody, { target, skill: 'adding' }).exercise;
    return difficulty + 0.5 * (features.steps - 2);
  });
  expect(difficulties).toEqual(difficulties.toSorted((one, other) => other - one));
  expect(new Set(difficulties).size).toBeGreaterThan(2);
});

test('where nothing is near the target, the nearest is given and the reason says so', () => {
  const hard = exercises.filter(({ difficulty }) => difficulty > 3);
  expect(choose(nobody, {}, { candidates: hard }).reason.onTarget).toBe(false);
});

test('who begins is given a skill that rests on nothing', () => {
  const { reason } = choose(nobody);
  expect(reason.kind).toBe('newSkill');
  expect(['adding', 'reading']).toContain(reason.skill);
});

test('after a failure its root comes first, with the way from it', () => {
  const weak = answered(answered(nobody, 'adding', false, 4), 'fractions', false, 2);
  const { exercise, reason } = choose(weak);
  expect(exercise.skill).toBe('adding');
  expect(reason).toMatchObject({
    kind: 'prerequisite',
    skill: 'adding',
    because: 'fractions',
    path: ['adding', 'multiplying', 'fractions'],
  });
});

test('a failure on strong ground is met with another exercise, not with what is known', () => {
  const strong = answered(answered(nobody, 'adding', true, 15), 'multiplying', true, 15);
  expect(choose(answered(strong, 'fractions', false, 2)).reason.kind).not.toBe('prerequisite');
});

test('what is due is reviewed, with a template other than last time, and never twice in a row', () => {
  const learner = answered(nobody, 'adding', true, 3);
  const at = learner.reviews.adding.due;
  expect(choose(learner, {}, { at: at - dayMs }).reason.kind).not.toBe('review');
  const { exercise, reason } = choose(learner, {}, { at });
  expect(reason).toMatchObject({ kind: 'review', skill: 'adding', dueAt: at });
  expect(exercise.template).not.toBe('adding/1');
  const both = answered(answered(learner, 'reading', true, 1), 'reading', true, 1, true);
  const due = Math.max(both.reviews.adding.due, both.reviews.reading.due);
  expect(choose(both, {}, { at: due }).reason.kind).not.toBe('review');
});

test('no exercise comes back', () => {
  let learner = nobody;
  const seen = new Set<string>();
  for (let attempt = 0; attempt < 60; attempt++) {
    const { exercise } = choose(learner);
    expect(seen.has(exercise.id)).toBe(false);
    seen.add(exercise.id);
    const recorded = recordAttempt(smallModel, beliefs, learner, {
      exercise,
      correct: attempt % 4 > 0,
      hints: 0,
      solutionSeen: false,
      review: false,
      at: morning,
    });
    if (!recorded.ok) throw new Error(recorded.error.message);
    learner = recorded.value.learner;
  }
});

test('skills open one after the other as they are mastered, up to keeping up', () => {
  let learner = nobody;
  const kinds: string[] = [];
  for (let attempt = 0; attempt < 120; attempt++) {
    const { exercise, reason } = choose(learner, {}, { candidates: smallExercises(attempt + 10) });
    kinds.push(`${reason.kind} ${reason.skill}`);
    const recorded = recordAttempt(smallModel, beliefs, learner, {
      exercise,
      correct: true,
      hints: 0,
      solutionSeen: false,
      review: false,
      at: morning,
    });
    if (!recorded.ok) throw new Error(recorded.error.message);
    learner = recorded.value.learner;
  }
  const first = (kind: string) => kinds.indexOf(kind);
  expect(first('newSkill adding')).toBeLessThan(first('newSkill multiplying'));
  expect(first('newSkill multiplying')).toBeLessThan(first('newSkill fractions'));
  expect(kinds.at(-1)).toMatch(/^keepingUp/);
});

test('a skill that is not there, and nothing to choose from, are told', () => {
  const situation = { model: smallModel, beliefs, learner: nobody, candidates: exercises, at: morning };
  const unknown = chooseExercise(situation, { target: 0.7, skill: 'juggling' });
  expect(unknown.ok ? null : unknown.error.code).toBe('unknown-skill');
  const empty = chooseExercise({ ...situation, candidates: [] }, { target: 0.7, skill: null });
  expect(empty.ok ? null : empty.error.code).toBe('no-exercise');
});
