import { expect, test } from 'vitest';
import { usualAbility } from '../pipeline/difficulty/skill-prior.ts';
import { smallSkills } from '../testing/small-practice.ts';
import { type LearnerState, newLearner } from './learner-state.ts';
import { gradeOf, reviewed } from './review.ts';
import { firstDay, reviewCalendar } from './review-calendar.ts';
import type { ClosedTurn } from './store.ts';

const dayMs = 86_400_000;
/** A Wednesday. */
const at = Date.UTC(2026, 2, 4, 10);
const card = reviewed(null, gradeOf({ correct: true, helped: false }), at - 40 * dayMs);

/** A learner with a review due at each of these moments. */
const learner = (reviews: Readonly<Record<string, number>>): LearnerState => ({
  ...newLearner(smallSkills, usualAbility),
  reviews: Object.fromEntries(Object.entries(reviews).map(([skill, due]) => [skill, { ...card, due }])),
});

const turn = (skill: string, closedAt: number, changed: Partial<ClosedTurn> = {}): ClosedTurn => ({
  ...{ skill, closedAt: new Date(closedAt), outcome: 'right', hintsShown: 0 },
  answers: [{ typed: '1', verdict: 'right', misconception: null }],
  ...changed,
});

const calendar = (of: LearnerState, turns: readonly ClosedTurn[] = [], timeZone = 'UTC') =>
  reviewCalendar({ learner: of, turns, at, timeZone }, (id) => id.toUpperCase());
const onDay = (view: ReturnType<typeof calendar>, day: string) =>
  view.weeks.flat().find((one) => one.day === day);

test('two weeks before the present one and four after it, each from Monday to Sunday', () => {
  const view = calendar(learner({}));
  expect(view.weeks.map((week) => [week[0]?.day, week[6]?.day])).toEqual([
    ['2026-02-16', '2026-02-22'],
    ['2026-02-23', '2026-03-01'],
    ['2026-03-02', '2026-03-08'],
    ['2026-03-09', '2026-03-15'],
    ['2026-03-16', '2026-03-22'],
    ['2026-03-23', '2026-03-29'],
    ['2026-03-30', '2026-04-05'],
  ]);
  expect(view.today).toBe('2026-03-04');
  expect(firstDay(at, 'UTC')).toBe('2026-02-16');
});

test('each review stands on its day, what is overdue on the present one, what is far away below', () => {
  const view = calendar(
    learner({
      adding: at - 3 * dayMs,
      multiplying: at + 5 * 3_600_000,
      fractions: at + 6 * dayMs,
      reading: at + 90 * dayMs,
    }),
  );
  expect(onDay(view, '2026-03-04')?.due).toMatchObject(
    // The nearest to being forgotten first; both cards are the same, so the order is that of the state.
    [
      { id: 'adding', name: 'ADDING', day: '2026-03-01', overdue: true },
      { id: 'multiplying', overdue: false },
    ],
  );
  expect(onDay(view, '2026-03-10')?.due.map(({ id }) => id)).toEqual(['fractions']);
  expect(view.later).toMatchObject([{ id: 'reading', day: '2026-06-02', overdue: false }]);
  const shown = view.weeks.flat().flatMap(({ due }) => due);
  expect(shown).toHaveLength(3);
});

test('a day holds what was practised on it, by skill; an exercise that was left unanswered is none', () => {
  const wrong = { typed: '2', verdict: 'wrong', misconception: null };
  const view = calendar(learner({}), [
    turn('adding', at - 2 * dayMs),
    turn('adding', at - 2 * dayMs, {
      answers: [wrong, { typed: '1', verdict: 'right', misconception: null }],
    }),
    turn('reading', at - 2 * dayMs, { outcome: 'left', answers: [] }),
    turn('reading', at - 2 * dayMs, { outcome: 'shown', answers: [] }),
  ]);
  expect(onDay(view, '2026-03-02')?.practised).toEqual([
    { id: 'adding', name: 'ADDING', exercises: 2, rightAtFirst: 1 },
    { id: 'reading', name: 'READING', exercises: 1, rightAtFirst: 0 },
  ]);
});

test('days end at the midnight of the place', () => {
  const evening = Date.UTC(2026, 2, 5, 20);
  const view = calendar(learner({ adding: evening }), [], 'Asia/Shanghai');
  expect(onDay(view, '2026-03-06')?.due).toHaveLength(1);
});
