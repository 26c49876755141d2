import { expect, test } from 'vitest';
import { draftedExercise } from '../../data/drafted-exercise.ts';
import { checkAnswer } from '../checking/check-answer.ts';
import { learnerOf, masteryCells } from '../class/mastery.ts';
import { draftCandidates, kernelModel, practiceSkills } from '../kernel.ts';
import { simulatedClass } from './simulated-class.ts';

const stock = practiceSkills()
  .slice(0, 30)
  .flatMap((skill, place) => draftCandidates(skill, 6, place));
const now = new Date(Date.UTC(2026, 8, 20, 9));
const histories = simulatedClass(stock, 7, now);

test('what simulated learners typed has the verdict and the misconception that anybody would be told', () => {
  const typed = histories.flatMap(({ turns }) =>
    turns.flatMap((turn) => turn.answers.map((answer) => ({ answer, exercise: turn.exercise }))),
  );
  expect(typed.length).toBeGreaterThan(200);
  for (const { answer, exercise } of typed) {
    const draft = draftedExercise(exercise)?.draft;
    const verdict = draft === undefined ? null : checkAnswer(draft, answer.typed);
    expect([exercise, verdict?.verdict]).toEqual([exercise, answer.verdict]);
    if (verdict?.verdict === 'wrong')
      expect(verdict.misconception?.id ?? null, exercise).toBe(answer.misconception);
  }
});

test('nobody was given an exercise twice, and all of it lies in the past and in order', () => {
  for (const { turns } of histories) {
    expect(turns.length).toBeGreaterThan(20);
    expect(new Set(turns.map(({ exercise }) => exercise)).size).toBe(turns.length);
    const times = turns.flatMap(({ startedAt, closedAt }) => [startedAt.getTime(), closedAt.getTime()]);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThan(now.getTime());
  }
});

test('the class shows every state of mastery, as a page that explains itself needs it', () => {
  const model = kernelModel();
  const states = new Set(
    histories.flatMap(({ state }) =>
      masteryCells(model, learnerOf(model, state), practiceSkills(), now.getTime()).map((cell) => cell.state),
    ),
  );
  expect(states).toEqual(new Set(['mastered', 'learning', 'unsure', 'notMet']));
});

test('the same seed gives the same class', () => {
  expect(simulatedClass(stock, 7, now)).toEqual(histories);
});
