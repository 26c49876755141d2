import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { user } from '../schema/auth.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type PracticeStore, practiceStore } from './practice.ts';

const exercise = (seed: number, template = 'fractions/add') => ({
  id: `${template}@1:${seed}`,
  skill: 'fractions-add',
  template,
  difficulty: 0.5,
  features: { steps: 2 },
});

let test: TestDatabase;
let store: PracticeStore;

beforeEach(async () => {
  test = await testDatabase();
  store = practiceStore(test.database);
  await test.database.drizzle
    .insert(user)
    .values(['lin', 'mia'].map((id) => ({ id, name: id, email: `${id}@example.org` })));
  await store.addExercises([exercise(1), exercise(2), exercise(3, 'fractions/subtract')]);
  return () => test.remove();
});

it('what is in stock already stays as it is, and what a learner was given is in that learner’s stock no more', async () => {
  await store.addExercises([{ ...exercise(1), difficulty: 9 }]);
  expect(await store.exercise('fractions/add@1:1')).toEqual(exercise(1));
  await store.startTurn('lin', 'fractions/add@1:1', {});
  expect((await store.stock('lin')).map(({ id }) => id)).toEqual([
    'fractions/add@1:2',
    'fractions/subtract@1:3',
  ]);
  expect(await store.stock('mia')).toHaveLength(3);
  expect(await store.unused()).toEqual(
    new Map([
      ['fractions/add', 1],
      ['fractions/subtract', 1],
    ]),
  );
});

it('two tabs have one open turn', async () => {
  const [a, b] = await Promise.all([
    store.startTurn('lin', 'fractions/add@1:1', { reason: 'first' }),
    store.startTurn('lin', 'fractions/add@1:2', { reason: 'second' }),
  ]);
  expect(a.id).toBe(b.id);
  expect((await store.openTurn('lin'))?.id).toBe(a.id);
  expect(await store.openTurn('mia')).toBeNull();
});

it('a turn is closed once, and learnt from once', async () => {
  const { id } = await store.startTurn('lin', 'fractions/add@1:1', {});
  const closed = await Promise.all([
    store.closeTurn('lin', id, 'right', () => ({ learner: { n: 1 }, difficulty: { answers: 1 } })),
    store.closeTurn('lin', id, 'shown', () => ({ learner: { n: 2 }, difficulty: { answers: 1 } })),
  ]);
  expect(closed.filter((done) => done)).toHaveLength(1);
  expect(await store.believed('lin')).toEqual({
    learner: { n: closed[0] ? 1 : 2 },
    difficulty: { answers: 1 },
  });
  expect(await store.openTurn('lin')).toBeNull();
  expect(await store.believed('mia')).toEqual({ learner: null, difficulty: { answers: 1 } });
});

it('learners who answer at once all teach the one belief about difficulty', async () => {
  const counted = z.object({ answers: z.number() }).nullable();
  const one = await store.startTurn('lin', 'fractions/add@1:1', {});
  const other = await store.startTurn('mia', 'fractions/add@1:1', {});
  const learn = ({ learner, difficulty }: { learner: unknown; difficulty: unknown }) => ({
    learner,
    difficulty: { answers: (counted.parse(difficulty)?.answers ?? 0) + 1 },
  });
  await Promise.all([
    store.closeTurn('lin', one.id, 'right', learn),
    store.closeTurn('mia', other.id, 'right', learn),
  ]);
  expect(await store.believed('lin')).toEqual({ learner: null, difficulty: { answers: 2 } });
});

it('answers and hints stay with their turn, and nobody reads the turn of somebody else', async () => {
  const { id } = await store.startTurn('lin', 'fractions/add@1:1', { reason: 'new' });
  await store.addAnswer(id, { typed: '2/8', verdict: 'wrong', misconception: 'adds-denominators' });
  await store.addAnswer(id, { typed: '1/2', verdict: 'right', misconception: null });
  for (let count = 0; count < 4; count++) await store.showHint(id, 3);
  await store.showSolution(id);
  expect(await store.turn('lin', id)).toMatchObject({
    choice: { reason: 'new' },
    hintsShown: 3,
    solutionShown: true,
    outcome: null,
    answers: [{ typed: '2/8', misconception: 'adds-denominators' }, { typed: '1/2' }],
  });
  expect(await store.turn('mia', id)).toBeNull();
  expect(await store.closeTurn('mia', id, 'left', (believed) => believed)).toBe(false);
});

it('only exercises that nobody was given wait for their words, and only they get them', async () => {
  const [given, waiting] = ['fractions/add@1:1', 'fractions/add@1:2'];
  const add = (model: string) => store.unworded(['fractions/add'], model, 10);
  expect(await add('small')).toEqual([given, waiting]);
  expect(await store.unworded(['fractions/add'], 'small', 1)).toHaveLength(1);
  const { id } = await store.startTurn('lin', given, {});
  expect(await add('small')).toEqual([waiting]);
  const wordings = { model: 'small', en: 'Add the halves.', zh: null };
  await store.keepWordings(new Map([given, waiting].map((exercise) => [exercise, wordings])));
  expect(await add('small')).toEqual([]);
  // Another model may do it better.
  expect(await add('large')).toEqual([waiting]);
  expect(await store.turn('lin', id)).toMatchObject({ exercise: given, wordings: null });
  expect(await store.startTurn('mia', waiting, {})).toMatchObject({ wordings });
});

it('a change of what is believed and what an answer teaches come one after the other, and nothing else is touched', async () => {
  const counted = z.object({ n: z.number() }).nullable();
  const add = (believed: { learner: unknown; difficulty: unknown }) => ({
    ...believed,
    learner: { n: (counted.parse(believed.learner)?.n ?? 0) + 1 },
  });
  const { id } = await store.startTurn('lin', 'fractions/add@1:1', {});
  await Promise.all([
    store.change('lin', add),
    store.closeTurn('lin', id, 'right', add),
    store.change('lin', add),
  ]);
  expect(await store.believed('lin')).toEqual({ learner: { n: 3 }, difficulty: null });
  expect(await store.believed('mia')).toEqual({ learner: null, difficulty: null });
});

it('closed turns come with their skill and answers, since a moment, and nobody sees those of somebody else', async () => {
  const start = new Date();
  const first = await store.startTurn('lin', 'fractions/add@1:1', {});
  await store.addAnswer(first.id, { typed: '2/8', verdict: 'wrong', misconception: null });
  await store.addAnswer(first.id, { typed: '1/2', verdict: 'right', misconception: null });
  await store.closeTurn('lin', first.id, 'right', (believed) => believed);
  const second = await store.startTurn('lin', 'fractions/add@1:2', {});
  await store.closeTurn('lin', second.id, 'left', (believed) => believed);
  // An open one is none yet.
  await store.startTurn('lin', 'fractions/subtract@1:3', {});
  const since = new Date(start.getTime() - 60_000);
  expect(await store.closedTurns('lin', since)).toMatchObject([
    { skill: 'fractions-add', outcome: 'right', answers: [{ verdict: 'wrong' }, { verdict: 'right' }] },
    { skill: 'fractions-add', outcome: 'left', answers: [] },
  ]);
  expect(await store.closedTurns('mia', since)).toEqual([]);
  expect(await store.closedTurns('lin', new Date(start.getTime() + 3_600_000))).toEqual([]);
});
