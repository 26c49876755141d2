import { expect, test } from 'vitest';
import { morning, smallModel } from '../../testing/small-practice.ts';
import { newLearner } from '../learner-state.ts';
import type { TurnOutcome } from '../store.ts';
import type { FinishedTurn } from './class-store.ts';
import { predictionsAt } from './mastery.ts';
import { stuckSkills } from './stuck.ts';

const learner = newLearner(smallModel.skills, smallModel.ability);
const predictions = predictionsAt(smallModel, learner, morning);
const offered = new Set(smallModel.skills.map(({ id }) => id));

/** The newest first: `r` right, `w` wrong and then mended, `s` the solution was opened, `l` left. */
function turns(skill: string, marks: string): FinishedTurn[] {
  const outcomes: Readonly<Record<string, TurnOutcome>> = { r: 'right', w: 'right', s: 'shown', l: 'left' };
  return [...marks].map((mark, place) => ({
    ...{ learner: 'lin', skill, hintsShown: 0, outcome: outcomes[mark] ?? 'left' },
    closedAt: new Date(morning - place * 60_000),
    verdicts: mark === 'r' ? ['right'] : mark === 'w' ? ['wrong', 'right'] : [],
  }));
}

const reasons = (marks: string) =>
  stuckSkills(smallModel, predictions, offered, turns('reading', marks)).flatMap((stuck) => stuck.reasons);

test('three wrong answers in a row are told with their number, two are not', () => {
  expect(reasons('wwwrr')).toContainEqual({ kind: 'wrongInARow', count: 3 });
  expect(reasons('wwrww')).toEqual([]);
});

test('exercises that were left say nothing', () => {
  expect(reasons('wlwlwl')).toContainEqual({ kind: 'wrongInARow', count: 3 });
  expect(reasons('llllllllll')).toEqual([]);
});

test('solutions opened again and again are told, of the last eight', () => {
  expect(reasons('rsrsrs')).toContainEqual({ kind: 'solutions', opened: 3, of: 6 });
  expect(reasons('rrrrrrrrsss')).toEqual([]);
});

test('no progress: the last five went no better than the five before', () => {
  expect(reasons('rwrwwrwrww')).toContainEqual({
    ...{ kind: 'noProgress', attempts: 10, right: 2, rightBefore: 2, of: 5 },
  });
  expect(reasons('rrrrwrwrww').filter(({ kind }) => kind === 'noProgress')).toEqual([]);
  expect(reasons('rwrwwrwrw').filter(({ kind }) => kind === 'noProgress')).toEqual([]);
});

test('where something that the skill rests on is weak, the way to it is told', () => {
  const [stuck] = stuckSkills(smallModel, predictions, offered, turns('fractions', 'www'));
  expect(stuck?.path).toEqual(['adding', 'multiplying', 'fractions']);
  expect(stuckSkills(smallModel, predictions, offered, turns('reading', 'www'))[0]?.path).toBeNull();
});

test('nobody is stuck on what they have mastered', () => {
  const certain = { success: 0.95, low: 0.9, high: 0.98, masteredWith: 0.99, mastered: true };
  const mastered = new Map(smallModel.skills.map(({ id }) => [id, certain]));
  expect(stuckSkills(smallModel, mastered, offered, turns('fractions', 'www'))).toEqual([]);
});
