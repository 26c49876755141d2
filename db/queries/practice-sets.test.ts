import { beforeEach, expect, it } from 'vitest';
import { user } from '../schema/auth.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type PracticeStore, practiceStore } from './practice.ts';
import { type PracticeClassStore, practiceClassStore } from './practice-classes.ts';
import { type PracticeSetStore, practiceSetStore } from './practice-sets.ts';

let test: TestDatabase;
let practice: PracticeStore;
let classes: PracticeClassStore;
let store: PracticeSetStore;
let inClass: number;

beforeEach(async () => {
  test = await testDatabase();
  practice = practiceStore(test.database);
  classes = practiceClassStore(test.database);
  store = practiceSetStore(test.database);
  await test.database.drizzle
    .insert(user)
    .values([
      { id: 'tess', name: 'tess', email: 'tess@example.org', role: 'teacher' },
      ...['lin', 'mia'].map((id) => ({ id, name: id, email: `${id}@example.org` })),
    ]);
  await practice.addExercises(
    [1, 2, 3, 4].map((seed) => ({
      ...{ id: `a@1:${seed}`, skill: seed === 4 ? 'halves' : 'adding', template: 'a' },
      ...{ difficulty: 0, features: {} },
    })),
  );
  inClass = await classes.createClass('tess', '7b');
  for (const learner of ['lin', 'mia']) await classes.addMember(inClass, `${learner}@example.org`);
  return () => test.remove();
});

const wish = {
  ...{ skills: ['adding'], exercises: 2, success: 0.7, dueOn: null, note: 'Slowly.' },
  learners: ['lin'],
};
const nothing = (believed: { learner: unknown; difficulty: unknown }) => believed;

/** An exercise of a set, finished. */
async function does(learner: string, seed: number, set: number | null, verdicts: readonly string[]) {
  const { id } = await practice.startTurn(learner, `a@1:${seed}`, {}, set);
  for (const verdict of verdicts) await practice.addAnswer(id, { typed: '1', verdict, misconception: null });
  const outcome = verdicts.at(-1) === 'right' ? 'right' : verdicts.length > 0 ? 'shown' : 'left';
  await practice.closeTurn(learner, id, outcome, nothing);
}

it('a set waits for its learners alone, until as much is done as was asked for', async () => {
  const id = await store.createSet(inClass, wish);
  expect(await practice.openSet('mia')).toBeNull();
  expect(await practice.openSet('lin')).toEqual({
    ...{ id, skills: ['adding'], exercises: 2, success: 0.7, dueOn: null, note: 'Slowly.', done: {} },
  });
  await does('lin', 1, id, ['wrong', 'right']);
  // Left, or of one's own accord: neither is of the set.
  await does('lin', 2, id, []);
  await does('lin', 4, null, ['right']);
  expect((await practice.openSet('lin'))?.done).toEqual({ adding: 1 });
  await does('lin', 3, id, ['right']);
  expect(await practice.openSet('lin')).toBeNull();
  expect((await store.sets(inClass))[0]?.learners).toEqual([{ learner: 'lin', done: 2, right: 1 }]);
});

it('what is due first comes first, what has no day comes last', async () => {
  const someday = await store.createSet(inClass, wish);
  const later = await store.createSet(inClass, { ...wish, dueOn: '2031-02-01' });
  const sooner = await store.createSet(inClass, { ...wish, dueOn: '2031-01-01' });
  for (const id of [sooner, later, someday]) {
    expect((await practice.openSet('lin'))?.id).toBe(id);
    expect(await store.cancelSet(inClass, id)).toBe(true);
  }
  expect(await practice.openSet('lin')).toBeNull();
});

it('a set is cancelled once, by its own class, and what was done of it stays', async () => {
  const id = await store.createSet(inClass, wish);
  await does('lin', 1, id, ['right']);
  const other = await classes.createClass('tess', '8a');
  expect(await store.cancelSet(other, id)).toBe(false);
  expect(await store.cancelSet(inClass, id)).toBe(true);
  expect(await store.cancelSet(inClass, id)).toBe(false);
  const [kept] = await store.sets(inClass);
  expect(kept?.cancelledAt).toBeInstanceOf(Date);
  expect(kept?.learners).toEqual([{ learner: 'lin', done: 1, right: 1 }]);
  expect(await store.sets(other)).toEqual([]);
});

it('who leaves the class is asked for nothing more', async () => {
  await store.createSet(inClass, wish);
  await classes.removeMember(inClass, 'lin');
  expect(await practice.openSet('lin')).toBeNull();
});

it('what is ready for a learner is what is in stock and was never given to them', async () => {
  await does('lin', 4, null, ['right']);
  const unseen = await store.unseen(['adding', 'halves', 'none'], ['lin', 'mia']);
  const rows = unseen.map(({ learner, skill, count }) => `${learner} ${skill} ${count}`).toSorted();
  expect(rows).toEqual(['lin adding 3', 'mia adding 3', 'mia halves 1']);
  expect(await store.unseen([], ['lin'])).toEqual([]);
});
