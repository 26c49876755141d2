import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { user } from '../schema/auth.ts';
import { practiceLearners } from '../schema/practice.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type PracticeStore, practiceStore } from './practice.ts';
import { type PracticeAttempts, practiceAttempts } from './practice-attempts.ts';

const exercise = (seed: number) => ({
  id: `fractions/add@1:${seed}`,
  skill: 'fractions-add',
  template: 'fractions/add',
  difficulty: 0.5,
  features: { steps: 2 },
});
const counted = z.object({ answers: z.number() }).nullable();
const oneMore = (difficulty: unknown) => ({ answers: (counted.parse(difficulty)?.answers ?? 0) + 1 });

let test: TestDatabase;
let store: PracticeStore;
let attempts: PracticeAttempts;

beforeEach(async () => {
  test = await testDatabase();
  store = practiceStore(test.database);
  attempts = practiceAttempts(test.database);
  await test.database.drizzle
    .insert(user)
    .values(['lin', 'mia'].map((id) => ({ id, name: id, email: `${id}@example.org` })));
  await store.addExercises([exercise(1), exercise(2)]);
  return () => test.remove();
});

async function answer(learner: string, seed: number, verdicts: readonly string[]) {
  const { id } = await store.startTurn(learner, exercise(seed).id, {});
  for (const verdict of verdicts) await store.addAnswer(id, { typed: '?', verdict, misconception: null });
  await store.showHint(id, 3);
  await store.closeTurn(learner, id, verdicts.at(-1) === 'right' ? 'right' : 'shown', (believed) => ({
    ...believed,
    difficulty: oneMore(believed.difficulty),
  }));
}

it('closed turns come in the order in which they were closed, with their verdicts and the beliefs they made', async () => {
  await answer('lin', 1, ['wrong', 'right']);
  await answer('mia', 1, ['unreadable', 'wrong']);
  await answer('lin', 2, ['right']);
  await store.startTurn('mia', exercise(2).id, {});
  const { attempts: found, difficulty } = await attempts.answered(10);
  expect(found).toMatchObject([
    {
      learner: 'lin',
      outcome: 'right',
      hintsShown: 1,
      answers: [{ verdict: 'wrong' }, { verdict: 'right' }],
    },
    { learner: 'mia', outcome: 'shown', answers: [{ verdict: 'unreadable' }, { verdict: 'wrong' }] },
    { learner: 'lin', outcome: 'right', answers: [{ verdict: 'right' }] },
  ]);
  expect(found[2]?.exercise).toEqual(exercise(2));
  expect(found[2]?.closedAt).toBeInstanceOf(Date);
  expect(difficulty).toEqual({ answers: 3 });
  expect((await attempts.answered(2)).attempts.map(({ learner }) => learner)).toEqual(['mia', 'lin']);
});

it('beliefs are replaced between two answers, whose teaching is kept', async () => {
  expect(await attempts.answered(10)).toEqual({ attempts: [], difficulty: null });
  await Promise.all([
    answer('lin', 1, ['right']),
    attempts.replaceDifficulty((difficulty) => ({
      answers: (counted.parse(difficulty)?.answers ?? 0) + 100,
    })),
    answer('mia', 1, ['wrong']),
  ]);
  expect((await attempts.answered(10)).difficulty).toEqual({ answers: 102 });
  await attempts.replaceDifficulty((difficulty) => difficulty);
  expect((await attempts.answered(10)).difficulty).toEqual({ answers: 102 });
});

it('what a simulated learner answered is not among what people did', async () => {
  await answer('lin', 1, ['right']);
  await answer('mia', 1, ['wrong']);
  await test.database.drizzle
    .insert(practiceLearners)
    .values({ learner: 'mia', state: {}, simulated: true })
    .onConflictDoUpdate({ target: practiceLearners.learner, set: { simulated: true } });
  expect((await attempts.answered(10)).attempts.map(({ learner }) => learner)).toEqual(['lin']);
});
