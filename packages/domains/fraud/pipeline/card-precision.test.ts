import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelledTransaction } from '../data/records.ts';
import { daySeconds } from '../features/windows.ts';
import { lookAtCards } from './card-precision.ts';

const payment = (day: number, customer: number, fraud: boolean, id = 0): LabelledTransaction => ({
  id,
  timeSeconds: day * daySeconds,
  customer,
  terminal: 1,
  amountMinor: 100,
  fraud,
  scenario: null,
});

test('worked by hand: a card has its highest score, and one that was found leaves the lists of later days', () => {
  const payments = [
    payment(0, 1, false), // 0.1, but card 1 has 0.9 too
    payment(0, 1, true), // 0.9
    payment(0, 2, false), // 0.8
    payment(0, 3, true), // 0.2: third, not looked at
    payment(1, 1, true), // 1.0: found yesterday
    payment(1, 2, false), // 0.5
    payment(1, 3, true), // 0.4
  ];
  const scores = Float64Array.of(0.1, 0.9, 0.8, 0.2, 1, 0.5, 0.4);
  const { precision, caught } = lookAtCards(payments, scores, 2);
  expect(precision).toBe((1 / 2 + 1 / 2) / 2);
  expect([...caught]).toEqual([1, 1, 0, 0, 1, 0, 1]);
});

test('no ranking finds more than the one that knows the truth', () => {
  const payments = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 3 }),
      customer: fc.integer({ min: 0, max: 9 }),
      fraud: fc.boolean(),
      score: fc.double({ noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(payments, fc.integer({ min: 1, max: 12 }), (drawn, cards) => {
      const list = drawn.toSorted((a, b) => a.day - b.day);
      const all = list.map(({ day, customer, fraud }, id) => payment(day, customer, fraud, id));
      const truth = lookAtCards(
        all,
        Float64Array.from(list, ({ fraud }) => Number(fraud)),
        cards,
      );
      const ranked = lookAtCards(
        all,
        Float64Array.from(list, ({ score }) => score),
        cards,
      );
      const hits = (precision: number) =>
        Math.round(precision * cards * new Set(list.map(({ day }) => day)).size);
      expect(hits(ranked.precision)).toBeLessThanOrEqual(cardsWithFraud(list));
      expect(hits(truth.precision)).toBeLessThanOrEqual(cardsWithFraud(list));
      if (cards >= 10) expect(truth.precision).toBe(ranked.precision);
    }),
  );
});

const cardsWithFraud = (list: readonly { readonly customer: number; readonly fraud: boolean }[]) =>
  new Set(list.filter(({ fraud }) => fraud).map(({ customer }) => customer)).size;
