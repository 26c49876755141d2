import { expect, test } from 'vitest';
import { faultOfSet, type SetWish } from './set-wish.ts';

const known = {
  skills: new Set(['adding', 'halves']),
  learners: new Set(['lin', 'mia']),
  today: '2026-09-20',
};
const wish: SetWish = {
  ...{ skills: ['adding'], exercises: 8, success: 0.7, learners: ['lin'], dueOn: null, note: '' },
};

test('what a teacher may ask for is taken', () => {
  expect(faultOfSet(wish, known)).toBeNull();
  for (const dueOn of ['2026-09-20', '2028-02-29']) expect(faultOfSet({ ...wish, dueOn }, known)).toBeNull();
});

test.each([
  ['setSkills', { skills: [] }],
  ['setSkills', { skills: ['adding', 'none'] }],
  ['setExercises', { exercises: 0 }],
  ['setExercises', { exercises: 2.5 }],
  ['setExercises', { exercises: 51 }],
  ['setExercises', { exercises: Number.NaN }],
  ['setSuccess', { success: 0.99 }],
  ['setSuccess', { success: 0.1 }],
  ['setSuccess', { success: Number.NaN }],
  ['setLearners', { learners: [] }],
  ['setLearners', { learners: ['lin', 'otto'] }],
  ['setDueOn', { dueOn: '2026-09-19' }],
  ['setDueOn', { dueOn: '2027-02-31' }],
  ['setDueOn', { dueOn: 'tomorrow' }],
  ['setDueOn', { dueOn: '' }],
  ['setNote', { note: 'x'.repeat(301) }],
] as const)('%s names its field where it is given %j', (code, given) => {
  expect(faultOfSet({ ...wish, ...given }, known)?.code).toBe(code);
});
