import { beforeEach, expect, it } from 'vitest';
import { demoAccounts } from '../auth/demo.ts';
import { user } from '../schema/auth.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { practiceStore } from './practice.ts';
import { practiceClassStore } from './practice-classes.ts';
import { type PracticeDemo, practiceDemo } from './practice-demo.ts';

let test: TestDatabase;
let demo: PracticeDemo;

beforeEach(async () => {
  test = await testDatabase();
  demo = practiceDemo(test.database);
  await practiceStore(test.database).addExercises([
    { id: 'a@1:1', skill: 'adding', template: 'a', difficulty: 0, features: {} },
  ]);
  return () => test.remove();
});

const at = new Date(Date.UTC(2026, 8, 1));
const histories = ['Ada', 'Ben'].map((name) => ({
  ...{ name, state: { n: 1 } },
  turns: [
    {
      ...{ exercise: 'a@1:1', choice: {}, hintsShown: 0, startedAt: at, closedAt: at },
      outcome: 'shown' as const,
      answers: [{ typed: '3', verdict: 'wrong', misconception: 'adds' }],
    },
  ],
}));

it('without a demo teacher nothing is made', async () => {
  expect(await demo.settled()).toBe(true);
  await demo.keepClass('7B', histories);
  expect(await test.database.drizzle.select().from(user)).toEqual([]);
});

it('the demo teacher gets the class once, its simulated learners marked as such beside the demo’s own', async () => {
  await test.database.drizzle
    .insert(user)
    .values(demoAccounts.map(({ email, name, role }) => ({ id: role, email, name, role })));
  expect(await demo.settled()).toBe(false);
  await Promise.all([demo.keepClass('7B', histories), demo.keepClass('7B', histories)]);
  expect(await demo.settled()).toBe(true);
  const store = practiceClassStore(test.database);
  const [made, ...others] = await store.classes('teacher');
  expect([made?.name, made?.learners, others]).toEqual(['7B', 3, []]);
  const members = await store.members(made?.id ?? 0);
  expect(members.map(({ name, simulated }) => `${name} ${simulated}`)).toEqual([
    ...['Ada true', 'Ben true', 'Leo Demo false'],
  ]);
  expect(members[0]).toMatchObject({ state: { n: 1 }, lastPractisedAt: at });
  expect(await store.mistakenAnswers(made?.id ?? 0, 9)).toHaveLength(2);
});
