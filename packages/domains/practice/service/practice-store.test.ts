import { expect, test } from 'vitest';
import { morning, smallExercises, smallModel } from '../testing/small-practice.ts';
import { type PracticeStore, practise, readPractice } from './practice-store.ts';

type Change = Parameters<PracticeStore['write']>[0];

function memoryStore(): PracticeStore {
  const learners = new Map<string, { value: Change['learner']['value']; version: number }>();
  let beliefs: { value: Change['beliefs']['value']; version: number } | null = null;
  return {
    learner: async (id) => learners.get(id) ?? null,
    beliefs: async () => beliefs,
    write: async (change) => {
      const version = learners.get(change.learner.id)?.version ?? null;
      if (change.learner.readVersion !== version) return false;
      if (change.beliefs.readVersion !== (beliefs?.version ?? null)) return false;
      learners.set(change.learner.id, { value: change.learner.value, version: (version ?? 0) + 1 });
      beliefs = { value: change.beliefs.value, version: (beliefs?.version ?? 0) + 1 };
      return true;
    },
  };
}

const attempt = (index: number) => ({
  exercise: smallExercises(1)[index],
  correct: true,
  hints: 0,
  solutionSeen: false,
  review: false,
  at: morning + index,
});

test('answers that come at the same time are all kept', async () => {
  const store = memoryStore();
  const done = await Promise.all(
    ['Ada', 'Ada', 'Ben', 'Ada', 'Ben'].map((learner, index) =>
      practise(store, smallModel, learner, attempt(index)),
    ),
  );
  expect(done.every(({ ok }) => ok)).toBe(true);
  const ada = await readPractice(store, smallModel, 'Ada');
  const ben = await readPractice(store, smallModel, 'Ben');
  expect(ada.learner.attempts).toEqual({ adding: 3 });
  expect(ben.learner.attempts).toEqual({ adding: 2 });
  expect(ada.beliefs.templates.size).toBe(3);
});

test('a store that never lets a change in is told as busy', async () => {
  const store = { ...memoryStore(), write: async () => false };
  const done = await practise(store, smallModel, 'Ada', attempt(0));
  expect(done.ok ? null : done.error.code).toBe('busy');
});
