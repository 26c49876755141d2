import { createRandom } from '@praxis/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../data/records.ts';
import { bestThreshold, type JudgedPayment, reviewDays, reviewValue } from './capacity.ts';
import { type CapacityFigures, capacityFigures } from './capacity-figures.ts';

const team = { reviewsPerDay: 8, reviewCostMinor: 500, cardsPerAnalyst: 4 };
const random = createRandom(4);

/** 120 cards on six days: one payment in twenty is fraud, and a score that knows something of it. */
const payments: readonly JudgedPayment[] = Array.from({ length: 6 * 120 }, (_, row) => {
  const fraud = random.uniform() < 0.05;
  const probability = 1 / (1 + Math.exp(3.5 - (fraud ? 2.5 : 0) - random.normal()));
  const lossMinor = 100 + random.below(30_000);
  return {
    day: row % 6,
    timeSeconds: row,
    customer: random.below(120),
    lossMinor,
    expectedLossMinor: probability * lossMinor,
    fraud,
    scenario: fraud ? scenarios[random.below(3)] : null,
  };
});
const days = reviewDays(payments);

let figures: CapacityFigures;
beforeAll(async () => {
  figures = await capacityFigures(days, team, 100);
});

describe('the figures of a team', () => {
  it('have one best threshold: the curve’s highest point, and the value that any other count gives it', () => {
    const { best, byThreshold } = figures;
    const highest = Math.max(...byThreshold.map(({ netMinor }) => netMinor.value));
    expect(best.netMinor.value).toBe(highest);
    expect(byThreshold.find(({ fromMinor }) => fromMinor === best.fromMinor)?.netMinor.value).toBe(highest);
    expect(best.value).toEqual(reviewValue(days, { ...team, fromMinor: best.fromMinor }));
    expect(best.worstDayMinor).toBeLessThan(highest);
    expect(best.bestDayMinor).toBeGreaterThan(highest);
  });

  it('do not promise more of a threshold that is chosen beforehand than of the best of these very days', () => {
    expect(figures.best.chosenBeforeMinor).toBeLessThanOrEqual(figures.best.netMinor.value);
    expect(figures.best.chosenBeforeMinor).toBeGreaterThan(0);
  });

  it('say what one more analyst adds as the curve by cards does', () => {
    const at = (cards: number) => figures.byCards.find((one) => one.cards === cards)?.netMinor.value ?? 0;
    expect(figures.oneMore.addsMinor.value).toBeCloseTo(at(12) - at(8), 9);
    expect(figures.oneMore.addsReviews).toBeLessThanOrEqual(4);
    expect(at(8)).toBe(figures.best.netMinor.value);
  });

  it('never pass those of one who knows every fraud', () => {
    for (const { netMinor, perfectMinor } of figures.byCards) {
      expect(netMinor.value).toBeLessThanOrEqual(perfectMinor);
    }
    for (const { precision, ceiling } of figures.precisionByCards) {
      expect(precision.value).toBeLessThanOrEqual(ceiling);
    }
  });

  it('tell of each scenario what is missed a day, all scenarios together what the best threshold misses', () => {
    const missed = figures.scenarios.map(({ missedMinor }) => missedMinor.value);
    expect(missed).toEqual(missed.toSorted((a, b) => b - a));
    expect(missed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(figures.best.value.missedMinor, 6);
  });

  it('lie within their intervals, and are the same every time', async () => {
    const all = [
      figures.best.netMinor,
      figures.oneMore.addsMinor,
      ...figures.byThreshold.map(({ netMinor }) => netMinor),
      ...figures.byCards.map(({ netMinor }) => netMinor),
      ...figures.scenarios.map(({ missedMinor }) => missedMinor),
    ];
    for (const { value, lower, upper } of all) {
      expect(lower).toBeLessThanOrEqual(value);
      expect(upper).toBeGreaterThanOrEqual(value);
    }
    expect(await capacityFigures(days, team, 100)).toEqual(figures);
  });
});

it('the interval of a sum over cards is as wide as chance makes such a sum', async () => {
  const cards = 400;
  const losses = Array.from({ length: cards }, () =>
    random.uniform() < 0.3 ? 1_000 + random.below(9_000) : 0,
  );
  const alike = reviewDays(
    losses.map((lossMinor, customer) => ({
      day: 1,
      timeSeconds: 0,
      customer,
      lossMinor,
      expectedLossMinor: 1_000,
      fraud: lossMinor > 0,
      scenario: null,
    })),
  );
  const all = { reviewsPerDay: cards, reviewCostMinor: 100, cardsPerAnalyst: 1 };
  const { best } = await capacityFigures(alike, all, 400);
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / cards;
  const error = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0));
  expect(best.netMinor.value).toBe(cards * mean - cards * 100);
  // 400 resamples know a 95 % interval to about 5 %.
  expect((best.netMinor.upper - best.netMinor.lower) / (2 * 1.96 * error)).toBeGreaterThan(0.85);
  expect((best.netMinor.upper - best.netMinor.lower) / (2 * 1.96 * error)).toBeLessThan(1.15);
});

it('thresholds reach from a tenth of a unit to one above every expected loss', () => {
  const tried = figures.byThreshold.map(({ fromMinor }) => fromMinor);
  const greatest = Math.max(...payments.map(({ expectedLossMinor }) => expectedLossMinor));
  expect(tried[0]).toBe(10);
  expect(tried.at(-2)).toBeLessThanOrEqual(greatest);
  expect(tried.at(-1)).toBeGreaterThan(greatest);
  expect(bestThreshold(days, team, tried).fromMinor).toBe(figures.best.fromMinor);
});
