import { beforeEach, expect, test } from 'vitest';
import { assumedDifficulty } from '../data/difficulty.ts';
import { draftedExercise } from '../data/drafted-exercise.ts';
import { answerText } from '../data/templates/answer.ts';
import { featuresOf } from '../data/templates/features.ts';
import { templates } from '../data/templates/registry.ts';
import { type MemoryStore, memoryStore } from '../testing/memory-store.ts';
import { readBelieved } from './believed.ts';
import { kernelModel } from './kernel.ts';
import { createPracticeService } from './practice.ts';
import type { Answered, PracticeService } from './practice-contract.ts';

const model = kernelModel();
/** Six exercises of every template, as they stand in the stock. */
const stock = templates.flatMap((template) =>
  [1, 2, 3, 4, 5, 6].flatMap((seed) => {
    const made = template.draw(seed);
    if (made === null) return [];
    const features = featuresOf(made.draft);
    return [
      {
        ...{ id: `${template.id}@${template.version}:${seed}`, skill: template.skill, template: template.id },
        ...{ difficulty: assumedDifficulty(features), features },
      },
    ];
  }),
);
const dayMs = 86_400_000;

let store: MemoryStore;
let practice: PracticeService;
let now: Date;

beforeEach(() => {
  now = new Date('2026-03-02T10:00:00Z');
  store = memoryStore(stock, new Map(), () => now);
  practice = createPracticeService({
    store,
    model,
    now: () => now,
    timeZone: 'UTC',
    knowledge: async () => null,
  });
});

function value<Value>(answered: Answered<Value>): Value {
  if (!answered.ok) throw new Error(answered.error.code);
  return answered.value;
}

/** Answers the open exercise rightly, and returns its skill. */
async function answerRightly(): Promise<string> {
  const turn = value(await practice.current('lin', 'en'));
  const made = draftedExercise(store.turns[turn.id - 1]?.exercise ?? '');
  if (made === null) throw new Error('There is no exercise.');
  value(await practice.answer('lin', turn.id, answerText(made.draft.answer).ascii, 'en'));
  return turn.skill.id;
}

const skillOf = async (id: string, learner = 'lin') =>
  (await practice.skills(learner, 'en')).skills.find((skill) => skill.id === id);

test('the map has every skill of the graph in the learner’s language, and an answer moves it', async () => {
  const map = await practice.skills('lin', 'zh');
  expect(map.skills.map(({ id }) => id)).toEqual(model.skills.map(({ id }) => id));
  expect(map.skills[0]).toMatchObject({ name: '整数的加减法', standing: 'open', tries: 0, dueAt: null });
  expect(map.next.length).toBeGreaterThan(0);
  expect(map.open).toBeNull();
  const skill = await answerRightly();
  const before = map.skills.find(({ id }) => id === skill);
  const after = await skillOf(skill);
  expect(after).toMatchObject({ standing: 'learning', tries: 1 });
  expect(after?.success).toBeGreaterThan(before?.success ?? 1);
  // Nobody else’s map moves.
  expect(await skillOf(skill, 'mia')).toMatchObject({ standing: 'open', tries: 0 });
});

test('the map names the exercise that is open', async () => {
  const turn = value(await practice.current('lin', 'en'));
  expect((await practice.skills('lin', 'en')).open).toEqual({
    turn: turn.id,
    skill: turn.skill,
    review: false,
  });
});

test('what was practised stands on its day, and its review on a later one', async () => {
  const skill = await answerRightly();
  const days = (await practice.calendar('lin', 'en')).weeks.flat();
  expect(days.find(({ day }) => day === '2026-03-02')?.practised).toMatchObject([
    { id: skill, exercises: 1, rightAtFirst: 1 },
  ]);
  const due = days.filter((day) => day.due.some(({ id }) => id === skill));
  expect(due).toHaveLength(1);
  expect(due[0]?.day > '2026-03-02').toBe(true);
});

test('today’s reviews come one after the other, also those due later today; then what helps most', async () => {
  const skill = await answerRightly();
  const dueAt = (await skillOf(skill))?.dueAt ?? 0;
  // Some hours before it is due, on the same day.
  now = new Date(dueAt - 4 * 3_600_000);
  const review = value(await practice.start('lin', { kind: 'reviews' }, null, 'en'));
  expect(review).toMatchObject({ skill: { id: skill }, choice: { kind: 'review' } });
  expect(value(await practice.start('lin', { kind: 'reviews' }, null, 'en')).id).toBe(review.id);
  await answerRightly();
  const next = value(await practice.another('lin', review.id, 'reviews', 'en'));
  expect(next.choice.kind).not.toBe('review');
});

test('a wish is remembered, used by the choice, and survives what is learnt', async () => {
  expect((await practice.wish('lin', 'en')).target).toBe(0.7);
  await practice.setWish('lin', 0.9);
  expect(await store.believed('lin')).toMatchObject({ difficulty: null });
  const turn = value(await practice.current('lin', 'en'));
  expect(turn.choice.target).toBe(0.9);
  await answerRightly();
  expect((await practice.wish('lin', 'en')).target).toBe(0.9);
  expect((await practice.wish('mia', 'en')).target).toBe(0.7);
});

test('for every wish it is said what the next exercise would be like, and that is what comes', async () => {
  await answerRightly();
  now = new Date(now.getTime() + dayMs / 24);
  const { outlook, skill } = await practice.wish('lin', 'en');
  expect(outlook.map(({ target }) => target)).toEqual(
    [30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95].map((percent) => percent / 100),
  );
  for (const { low, success, high } of outlook) {
    expect(low).toBeLessThan(success);
    expect(success).toBeLessThan(high);
  }
  expect(outlook.at(-1)?.success).toBeGreaterThan(outlook[0]?.success ?? 1);
  await practice.setWish('lin', 0.5);
  const { choice, skill: come } = value(await practice.current('lin', 'en'));
  const { kind: _, because: __, rests: ___, note: ____, ...expected } = choice;
  expect(outlook.find(({ target }) => target === 0.5)).toEqual(expected);
  expect(come.name).toBe(skill);
});

test('a state from before there were wishes has the usual one', async () => {
  await practice.setWish('lin', 0.4);
  const { learner, difficulty } = await store.believed('lin');
  if (typeof learner !== 'object' || learner === null) throw new Error('Nothing was stored.');
  const { target: _, ...older } = { target: 0, ...learner };
  expect(readBelieved(model, { learner: older, difficulty }).learner.target).toBe(0.7);
});
