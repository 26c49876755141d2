import fc from 'fast-check';
import { expect, test } from 'vitest';
import { morning } from '../testing/small-practice.ts';
import { gradeOf, type ReviewCard, retrievability, reviewCardSchema, reviewed } from './review.ts';

const dayMs = 86_400_000;
const alone = gradeOf({ correct: true, helped: false });
const helped = gradeOf({ correct: true, helped: true });
const wrong = gradeOf({ correct: false, helped: false });

test('intervals grow with each right answer on the day it is due, to more than four months after five', () => {
  let card: ReviewCard = reviewed(null, alone, morning);
  const days: number[] = [];
  for (let review = 0; review < 5; review++) {
    days.push((card.due - card.last_review) / dayMs);
    card = reviewed(card, alone, card.due);
  }
  expect(days).toEqual(days.toSorted((one, other) => one - other));
  expect(new Set(days).size).toBe(days.length);
  expect((card.due - card.last_review) / dayMs).toBeGreaterThan(120);
});

test('on the day it is due a skill is remembered with probability 0.9, before more, after less', () => {
  let card = reviewed(null, alone, morning);
  card = reviewed(card, alone, card.due);
  expect(retrievability(card, card.due)).toBeCloseTo(0.9, 2);
  expect(retrievability(card, card.last_review + dayMs)).toBeGreaterThan(0.9);
  expect(retrievability(card, card.due + 30 * dayMs)).toBeLessThan(0.85);
});

test('a wrong answer brings it back before one with help, that before one alone; never on the same day', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(alone, helped, wrong), { maxLength: 8 }), (grades) => {
      let card: ReviewCard | null = null;
      let at = morning;
      for (const grade of grades) {
        card = reviewed(card, grade, at);
        at = card.due;
      }
      const [soon, later, latest] = [wrong, helped, alone].map((grade) => reviewed(card, grade, at).due);
      expect(soon).toBeGreaterThanOrEqual(at + dayMs);
      expect(later).toBeGreaterThanOrEqual(soon);
      expect(latest).toBeGreaterThanOrEqual(later);
      if (card !== null) expect(reviewCardSchema.parse(JSON.parse(JSON.stringify(card)))).toEqual(card);
    }),
  );
});
