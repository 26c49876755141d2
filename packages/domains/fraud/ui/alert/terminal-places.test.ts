import { expect, test } from 'vitest';
import { alertOf, pastPayment, reviewOf } from '../../testing/alerts.ts';
import { distanceFinding, mapExtent, usedTerminals } from './terminal-places.ts';

const alert = alertOf(1);
const at = (terminal: number, id: number) => {
  const payment = pastPayment(id, 60 * id, 1_000);
  return { ...payment, transaction: { ...payment.transaction, terminal } };
};
const review = reviewOf(alert, {
  card: [at(70, 1), at(71, 2), at(71, 3)],
  terminals: [
    { id: 70, x: 33, y: 44 },
    { id: 71, x: 3, y: 4 },
  ],
  home: { id: 7, x: 0, y: 0 },
});

test('each terminal knows how often the card was used there and how far it is from home', () => {
  expect(
    usedTerminals(review).map(({ id, payments, present, fromHome }) => [id, payments, present, fromHome]),
  ).toEqual([
    [70, 1, true, 55],
    [71, 2, false, 5],
  ]);
});

test('the finding compares the present terminal with the others', () => {
  expect(distanceFinding(usedTerminals(review))).toEqual({ kind: 'far', distance: 55, farthest: 5 });
  const only = { ...review, terminals: review.terminals.slice(0, 1) };
  expect(distanceFinding(usedTerminals(only))).toEqual({ kind: 'only', distance: 55 });
  expect(distanceFinding(usedTerminals({ ...review, home: null }))).toEqual({ kind: 'homeless' });
  const elsewhere = { ...review, terminals: review.terminals.slice(1) };
  expect(distanceFinding(usedTerminals(elsewhere))).toEqual({ kind: 'unknown' });
});

test('the simulator’s plane is drawn whole; other places in one unit for both directions', () => {
  expect(mapExtent(review.terminals)).toEqual({ x: [0, 100], y: [0, 100] });
  const { x, y } = mapExtent([
    { x: 4_000, y: 10 },
    { x: 4_200, y: 20 },
  ]);
  expect(x[1] - x[0]).toBeCloseTo(y[1] - y[0], 9);
  expect(x[0]).toBeLessThan(4_000);
  expect(y[1]).toBeGreaterThan(20);
});
