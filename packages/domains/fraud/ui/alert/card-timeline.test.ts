import { describe, expect, test } from 'vitest';
import { alertOf, pastPayment } from '../../testing/alerts.ts';
import { amountFinding, usualCount, usualRange } from './card-timeline.ts';

const present = { ...pastPayment(1001, 0, 41_250), transaction: alertOf(1).transaction };
/** Amounts of 1 to 11 euros, one an hour. */
const others = Array.from({ length: 11 }, (_, place) =>
  pastPayment(place + 1, 3_600 * (place + 1), 100 * (place + 1)),
);

describe('what is usual for a card', () => {
  test('is the middle 80 % of its other payments', () => {
    expect(usualRange([present, ...others], 1001)).toEqual({ lowMinor: 200, highMinor: 1_000 });
  });

  test('leaves known frauds out', () => {
    const fraud = pastPayment(50, 60, 900_000, { fraud: true });
    expect(usualRange([present, fraud, ...others], 1001)).toEqual(usualRange([present, ...others], 1001));
  });

  test('is not said of fewer than five', () => {
    expect(usualRange([present, ...others.slice(0, 4)], 1001)).toBeNull();
    expect(amountFinding(100, null)).toBe('unknown');
  });

  test('has its bounds inside', () => {
    const usual = { lowMinor: 200, highMinor: 1_000 };
    expect([199, 200, 1_000, 1_001].map((amount) => amountFinding(amount, usual))).toEqual([
      'below',
      'within',
      'within',
      'above',
    ]);
  });
});

describe('how many payments are usual', () => {
  test('is the median over the card’s other payments, each counted with those before it', () => {
    expect(usualCount([present, ...others], 1001, 3_600)).toBe(1);
    expect(usualCount([present, ...others], 1001, 3 * 3_600)).toBe(3);
  });

  test('is not said where the known past is shorter than the span', () => {
    expect(usualCount([present, ...others], 1001, 12 * 3_600)).toBe(0);
  });
});
