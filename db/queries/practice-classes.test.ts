import { beforeEach, expect, it } from 'vitest';
import { user } from '../schema/auth.ts';
import { practiceTurns } from '../schema/practice.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type PracticeStore, practiceStore } from './practice.ts';
import { type PracticeClassStore, practiceClassStore } from './practice-classes.ts';

let test: TestDatabase;
let store: PracticeClassStore;
let practice: PracticeStore;

beforeEach(async () => {
  test = await testDatabase();
  store = practiceClassStore(test.database);
  practice = practiceStore(test.database);
  const people = [
    ['tess', 'teacher'],
    ['otto', 'teacher'],
    ['lin', 'learner'],
    ['mia', 'learner'],
    ['ana', 'analyst'],
  ] as const;
  await test.database.drizzle
    .insert(user)
    .values(people.map(([id, role]) => ({ id, role, name: id, email: `${id}@example.org` })));
  await practice.addExercises(
    [1, 2, 3].map((seed) => ({
      id: `fractions/add@1:${seed}`,
      skill: 'fractions-add',
      template: 'fractions/add',
      difficulty: 0,
      features: {},
    })),
  );
  return () => test.remove();
});

const nothing = (believed: { learner: unknown; difficulty: unknown }) => believed;

it('a class is its own teacher’s alone', async () => {
  const id = await store.createClass('tess', '7b');
  expect(await store.classOf('tess', id)).toEqual({ id, name: '7b' });
  expect(await store.classOf('otto', id)).toBeNull();
  expect(await store.classes('otto')).toEqual([]);
  expect(await store.classOf('tess', id + 1)).toBeNull();
});

it('learners come in by their address, however it is written, and once; other roles and strangers do not', async () => {
  const id = await store.createClass('tess', '7b');
  expect(await store.addMember(id, ' Lin@Example.org ')).toEqual({ learner: 'lin', added: true });
  expect(await store.addMember(id, 'lin@example.org')).toEqual({ learner: 'lin', added: false });
  expect(await store.addMember(id, 'ana@example.org')).toBeNull();
  expect(await store.addMember(id, 'nobody@example.org')).toBeNull();
  expect(await store.classes('tess')).toEqual([{ id, name: '7b', learners: 1 }]);
  expect(await store.removeMember(id, 'lin')).toBe(true);
  expect(await store.removeMember(id, 'lin')).toBe(false);
  expect(await store.members(id)).toEqual([]);
});

it('members come by name, with what is believed of them and when they last practised', async () => {
  const id = await store.createClass('tess', '7b');
  await store.addMember(id, 'mia@example.org');
  await store.addMember(id, 'lin@example.org');
  const { id: turn } = await practice.startTurn('mia', 'fractions/add@1:1', {});
  await practice.closeTurn('mia', turn, 'right', () => ({ learner: { n: 1 }, difficulty: null }));
  const [lin, mia] = await store.members(id);
  expect(lin).toEqual({
    ...{ id: 'lin', name: 'lin', email: 'lin@example.org' },
    ...{ simulated: false, state: null, lastPractisedAt: null },
  });
  expect(mia).toMatchObject({ id: 'mia', simulated: false, state: { n: 1 } });
  expect(mia?.lastPractisedAt).toBeInstanceOf(Date);
});

it('what is read of a class is of its members alone: finished turns, and wrong answers with a reason', async () => {
  const id = await store.createClass('tess', '7b');
  await store.addMember(id, 'lin@example.org');
  for (const learner of ['lin', 'mia']) {
    const { id: turn } = await practice.startTurn(learner, 'fractions/add@1:1', {});
    await practice.addAnswer(turn, { typed: '2/8', verdict: 'wrong', misconception: 'adds-across' });
    await practice.addAnswer(turn, { typed: '9', verdict: 'wrong', misconception: null });
    await practice.closeTurn(learner, turn, 'shown', nothing);
    // Still open: not finished.
    await practice.startTurn(learner, 'fractions/add@1:2', {});
  }
  expect(await store.finishedTurns(id, 10)).toMatchObject([
    {
      learner: 'lin',
      skill: 'fractions-add',
      outcome: 'shown',
      hintsShown: 0,
      verdicts: ['wrong', 'wrong'],
    },
  ]);
  expect(await store.mistakenAnswers(id, 10)).toMatchObject([
    { learner: 'lin', exercise: 'fractions/add@1:1', typed: '2/8', misconception: 'adds-across' },
  ]);
});

it('of each member the newest turns are read, no more than asked for', async () => {
  const id = await store.createClass('tess', '7b');
  for (const learner of ['lin', 'mia']) await store.addMember(id, `${learner}@example.org`);
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  await test.database.drizzle.insert(practiceTurns).values(
    ['lin', 'mia'].flatMap((learner) =>
      [1, 2, 3].map((day) => ({
        ...{ learner, exercise: `fractions/add@1:${day}`, choice: {}, outcome: 'right' as const },
        ...{ startedAt: at(day), closedAt: at(day) },
      })),
    ),
  );
  const turns = await store.finishedTurns(id, 2);
  expect(turns.map(({ closedAt }) => closedAt.getUTCDate())).toEqual([3, 3, 2, 2]);
  expect(new Set(turns.map(({ learner }) => learner))).toEqual(new Set(['lin', 'mia']));
  const [lin] = await store.members(id);
  expect(lin?.lastPractisedAt).toEqual(at(3));
});
