import { createRandom } from '@praxis/core';
import { expect, test } from 'vitest';
import { firstBeliefs } from '../pipeline/difficulty/difficulty.ts';
import { morning } from '../testing/small-practice.ts';
import { recordAttempt } from './attempt.ts';
import { chooseExercise } from './choose.ts';
import { draftCandidates, kernelModel, practiceSkills } from './kernel.ts';
import { newLearner } from './learner-state.ts';
import { predictSkills } from './predict.ts';

const model = kernelModel();

test('candidates of the kernel are the same for the same seed, and of the skill that was asked', () => {
  const [skill] = practiceSkills();
  const drafts = draftCandidates(skill, 5, 3);
  expect(drafts.length).toBeGreaterThan(4);
  expect(draftCandidates(skill, 5, 3)).toEqual(drafts);
  expect(new Set(drafts.map((draft) => draft.skill))).toEqual(new Set([skill]));
  expect(draftCandidates(skill, 5, 4)).not.toEqual(drafts);
});

test('forty answers on real exercises: each as hard as was asked, none twice, and more is known than before', () => {
  const random = createRandom(1);
  let beliefs = firstBeliefs(model.difficulty);
  let learner = newLearner(model.skills, model.ability);
  const seen = new Set<string>();
  let onTarget = 0;
  for (let attempt = 0; attempt < 40; attempt++) {
    const candidates = practiceSkills().flatMap((skill) => draftCandidates(skill, 4, attempt));
    const situation = { model, beliefs, learner, candidates, at: morning };
    const choice = chooseExercise(situation, { target: 0.7, skill: null });
    if (!choice.ok) throw new Error(choice.error.message);
    const { exercise, reason } = choice.value;
    if (reason.onTarget) onTarget++;
    expect(seen.has(exercise.id)).toBe(false);
    seen.add(exercise.id);
    const recorded = recordAttempt(model, beliefs, learner, {
      exercise,
      correct: random.uniform() < 0.7,
      hints: 0,
      solutionSeen: false,
      review: reason.kind === 'review',
      at: morning,
    });
    if (!recorded.ok) throw new Error(recorded.error.message);
    ({ beliefs, learner } = recorded.value);
  }
  expect(onTarget).toBeGreaterThan(30);
  expect(learner.ability.covariance[0]).toBeLessThan(
    newLearner(model.skills, model.ability).ability.covariance[0],
  );
});

test('a newcomer begins with what rests on nothing, and derivatives are not expected of them', () => {
  const learner = newLearner(model.skills, model.ability);
  const candidates = practiceSkills().flatMap((skill) => draftCandidates(skill, 4, 1));
  const choice = chooseExercise(
    { model, beliefs: firstBeliefs(model.difficulty), learner, candidates, at: morning },
    { target: 0.7, skill: null },
  );
  if (!choice.ok) throw new Error(choice.error.message);
  expect(choice.value.exercise.skill).toBe('whole.add-subtract');
  expect(choice.value.reason).toMatchObject({ kind: 'newSkill', onTarget: true });
  const expected = new Map(
    predictSkills(model, learner.ability).map((prediction, place) => [model.skills[place].id, prediction]),
  );
  const success = (skill: string) => expected.get(skill)?.success ?? Number.NaN;
  expect(success('whole.add-subtract')).toBeGreaterThan(success('fraction.add-subtract') + 0.1);
  expect(success('fraction.add-subtract')).toBeGreaterThan(success('derivative.chain') + 0.15);
  expect([...expected.values()].some(({ mastered }) => mastered)).toBe(false);
});

test('thirty right additions say little of derivatives: none of them counts as mastered', () => {
  let beliefs = firstBeliefs(model.difficulty);
  let learner = newLearner(model.skills, model.ability);
  for (const exercise of draftCandidates('whole.add-subtract', 40, 2).slice(0, 30)) {
    const recorded = recordAttempt(model, beliefs, learner, {
      ...{ exercise, correct: true, hints: 0, solutionSeen: false, review: false, at: morning },
    });
    if (!recorded.ok) throw new Error(recorded.error.message);
    ({ beliefs, learner } = recorded.value);
  }
  const mastered = predictSkills(model, learner.ability).flatMap(({ mastered }, place) =>
    mastered ? [model.skills[place].id] : [],
  );
  expect(mastered).toContain('whole.add-subtract');
  expect(mastered.filter((id) => id.startsWith('derivative.'))).toEqual([]);
});
