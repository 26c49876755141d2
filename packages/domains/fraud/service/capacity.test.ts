import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestThreshold,
  catchByScenario,
  type JudgedPayment,
  perfectNetMinor,
  precisionAtK,
  reviewDays,
  reviewValue,
} from './capacity.ts';

const payment = (given: Partial<JudgedPayment>): JudgedPayment => ({
  day: 1,
  timeSeconds: 0,
  customer: 1,
  lossMinor: 10_000,
  expectedLossMinor: 0,
  fraud: false,
  scenario: null,
  ...given,
});

/** Card 1: a fraud before and two after the payment that calls for a look. Card 2: a false alarm. Card 3: missed. */
const oneDay = reviewDays([
  payment({ timeSeconds: 3, fraud: true, scenario: 'leakedCard', expectedLossMinor: 50 }),
  payment({ timeSeconds: 1, fraud: true, scenario: 'leakedCard', lossMinor: 2_000 }),
  payment({ timeSeconds: 2, fraud: true, scenario: 'leakedCard', expectedLossMinor: 8_000 }),
  payment({ customer: 2, expectedLossMinor: 900 }),
  payment({ customer: 3, fraud: true, scenario: 'terminal', lossMinor: 4_000, expectedLossMinor: 100 }),
]);
const terms = { reviewsPerDay: 100, reviewCostMinor: 500 };

describe('the value of looking', () => {
  it('counts what is stopped from the first look on, and what the looks cost', () => {
    expect(reviewValue(oneDay, { ...terms, fromMinor: 500 })).toEqual({
      reviews: 2,
      precision: 0.5,
      caughtMinor: 20_000,
      missedMinor: 6_000,
      netMinor: 19_000,
    });
  });

  it('looks first where most is at risk when there is time for few', () => {
    const one = { ...terms, reviewsPerDay: 1, fromMinor: 0 };
    expect(reviewValue(oneDay, one)).toMatchObject({ reviews: 1, precision: 1, caughtMinor: 20_000 });
  });

  it('stops nothing of what lies below the point that a full day’s work comes down to', () => {
    // With time for all the first fraud calls for a look itself; with time for one it is below that card's own greatest.
    const caught = (reviewsPerDay: number) =>
      reviewValue(oneDay, { ...terms, reviewsPerDay, fromMinor: 0 }).caughtMinor;
    expect([caught(3), caught(2), caught(1)]).toEqual([26_000, 20_000, 20_000]);
  });

  it('of a card that a resample drew twice is twice that of the card, and takes the time of two looks', () => {
    const twice = Uint8Array.of(2, 1, 1);
    expect(reviewValue(oneDay, { ...terms, fromMinor: 500 }, twice)).toEqual({
      reviews: 3,
      precision: 2 / 3,
      caughtMinor: 40_000,
      missedMinor: 8_000,
      netMinor: 38_500,
    });
    const drawn = { ...terms, reviewsPerDay: 1, fromMinor: 0 };
    expect(reviewValue(oneDay, drawn, twice)).toMatchObject({ reviews: 1, caughtMinor: 20_000 });
    expect(precisionAtK(oneDay, 3, twice)).toEqual({ precision: 2 / 3, ceiling: 1 });
    expect(catchByScenario(oneDay, { ...terms, fromMinor: 500 }, twice)).toContainEqual({
      scenario: 'leakedCard',
      frauds: 6,
      caught: 4,
      lossMinor: 44_000,
      caughtMinor: 40_000,
    });
  });

  it('of equal thresholds is that of the highest, and of a full day never depends on lower ones', () => {
    const full = { ...terms, reviewsPerDay: 1 };
    expect(bestThreshold(oneDay, full, [0, 100, 900, 8_000, 8_001]).fromMinor).toBe(8_000);
  });

  it('is never greater than that of one who knows every fraud', () => {
    for (const reviewsPerDay of [1, 2, 3]) {
      const perfect = perfectNetMinor(oneDay, reviewsPerDay, terms.reviewCostMinor);
      const { value } = bestThreshold(oneDay, { ...terms, reviewsPerDay }, [0, 100, 500]);
      expect(value.netMinor).toBeLessThanOrEqual(perfect);
    }
    expect(perfectNetMinor(oneDay, 1, 500)).toBe(21_500);
    expect(perfectNetMinor(oneDay, 9, 500)).toBe(25_000);
  });

  it('is a mean a day, and nothing where nobody is looked at', () => {
    const twoDays = reviewDays([payment({ day: 1, fraud: true }), payment({ day: 2 })]);
    expect(reviewValue(twoDays, { ...terms, fromMinor: 1 })).toEqual({
      reviews: 0,
      precision: null,
      caughtMinor: 0,
      missedMinor: 5_000,
      netMinor: 0,
    });
  });

  it('is greatest at the threshold that is chosen', () => {
    const candidates = [0, 100, 500, 1_000, 9_000];
    const best = bestThreshold(oneDay, terms, candidates);
    // Three looks for 15.00 stop 260.00 in all; from 5.00 on the 60.00 before and beside are lost.
    expect(best.fromMinor).toBe(0);
    for (const fromMinor of candidates) {
      expect(reviewValue(oneDay, { ...terms, fromMinor }).netMinor).toBeLessThanOrEqual(best.value.netMinor);
    }
  });

  it('never catches more than was lost, whatever is paid', () => {
    const some = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 3 }),
        timeSeconds: fc.integer({ min: 0, max: 10 }),
        customer: fc.integer({ min: 0, max: 4 }),
        lossMinor: fc.integer({ min: 1, max: 1_000 }),
        expectedLossMinor: fc.integer({ min: 0, max: 1_000 }),
        fraud: fc.boolean(),
        scenario: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(
        some,
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 1, max: 5 }),
        (all, from, k) => {
          const days = reviewDays(all);
          const looking = { ...terms, fromMinor: from, reviewsPerDay: k };
          const value = reviewValue(days, looking);
          const lost = all.reduce((sum, { fraud, lossMinor }) => sum + (fraud ? lossMinor : 0), 0);
          expect(value.caughtMinor + value.missedMinor).toBeCloseTo(
            days.days.length === 0 ? 0 : lost / days.days.length,
          );
          expect(value.missedMinor).toBeGreaterThanOrEqual(-1e-9);
          const caught = catchByScenario(days, looking).reduce((sum, row) => sum + row.caughtMinor, 0);
          expect(caught).toBeCloseTo(value.caughtMinor * days.days.length);
          const { precision, ceiling } = precisionAtK(days, k);
          expect(precision).toBeLessThanOrEqual(ceiling);
        },
      ),
    );
  });
});

it('names the scenario whose frauds are missed most, in money', () => {
  expect(catchByScenario(oneDay, { ...terms, fromMinor: 500 })).toEqual([
    { scenario: 'terminal', frauds: 1, caught: 0, lossMinor: 4_000, caughtMinor: 0 },
    { scenario: 'leakedCard', frauds: 3, caught: 2, lossMinor: 22_000, caughtMinor: 20_000 },
  ]);
});

it('stands beside the ceiling of a perfect choice', () => {
  expect(precisionAtK(oneDay, 1)).toEqual({ precision: 1, ceiling: 1 });
  expect(precisionAtK(oneDay, 2)).toEqual({ precision: 0.5, ceiling: 1 });
  expect(precisionAtK(oneDay, 4)).toEqual({ precision: 0.5, ceiling: 0.5 });
});
