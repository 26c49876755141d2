import { expect, test } from 'vitest';
import { firstBeliefs } from '../../pipeline/difficulty/difficulty.ts';
import { morning, smallExercises, smallModel } from '../../testing/small-practice.ts';
import { recordAttempt } from '../attempt.ts';
import { learnerStateCodec, newLearner } from '../learner-state.ts';
import { learnerOf, masteryCells } from './mastery.ts';

/** A learner after answers to exercises of middling difficulty. */
function after(answers: readonly boolean[]) {
  const exercises = smallExercises(1).filter(({ skill, difficulty }) => skill === 'adding' && difficulty > 0);
  let learner = newLearner(smallModel.skills, smallModel.ability);
  answers.forEach((correct, place) => {
    const exercise = exercises[place % exercises.length];
    if (exercise === undefined) throw new Error('There is no exercise.');
    const recorded = recordAttempt(smallModel, firstBeliefs(smallModel.difficulty), learner, {
      ...{ exercise, correct, hints: 0, solutionSeen: false, review: false },
      at: morning + place * 60_000,
    });
    if (!recorded.ok) throw new Error(recorded.error.message);
    learner = recorded.value.learner;
  });
  return learner;
}

const adding = (answers: readonly boolean[]) =>
  masteryCells(smallModel, after(answers), ['adding'], morning + 3_600_000)[0];

test('what was never tried is not met, however likely it would be right', () => {
  const [reading] = masteryCells(smallModel, after(Array(20).fill(true)), ['reading'], morning);
  expect(reading).toMatchObject({ state: 'notMet', attempts: 0 });
});

test('many right answers to hard exercises are mastery, many wrong ones are on the way', () => {
  expect(adding(Array(25).fill(true))).toMatchObject({ state: 'mastered', attempts: 25 });
  expect(adding(Array(25).fill(false))).toMatchObject({ state: 'learning', attempts: 25 });
});

test('after one answer nothing is sure, and the bounds lie around what is expected', () => {
  const cell = adding([true]);
  expect(cell).toMatchObject({ state: 'unsure', attempts: 1 });
  expect(cell?.low).toBeLessThan(cell?.success ?? 0);
  expect(cell?.high).toBeGreaterThan(cell?.success ?? 1);
});

test('what is stored of a learner is read as it is, and of a new one nothing is needed', () => {
  const learner = after([true, false]);
  expect(learnerOf(smallModel, learnerStateCodec.encode(learner))).toEqual(learner);
  expect(learnerOf(smallModel, null).attempts).toEqual({});
});
