import { expect, test } from 'vitest';
import { alertOf, pastPayment, reviewOf } from '../../testing/alerts.ts';
import { distanceFinding, mapView, usedTerminals } from './terminal-places.ts';

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

const side = ([low, high]: readonly [number, number]) => high - low;

test('the map is drawn around the home and the terminals, and says where on the simulator’s plane that is', () => {
  const { view, whole } = mapView([...review.terminals, { x: 0, y: 0 }], true);
  expect(whole).toEqual({ x: [0, 100], y: [0, 100] });
  expect(side(view.x)).toBeCloseTo(1.24 * 44, 9);
  expect(side(view.y)).toBeCloseTo(side(view.x), 9);
  // Both are moved to the plane's edge, with all places in them.
  expect([view.x[0], view.y[0]]).toEqual([0, 0]);
});

test('places close together are not blown up, and a corner of the plane stays on it', () => {
  const { view } = mapView(
    [
      { x: 99, y: 2 },
      { x: 99.5, y: 2.1 },
    ],
    true,
  );
  expect(view).toEqual({ x: [90, 100], y: [0, 10] });
});

test('places all over the plane show all of it, and nothing beside it', () => {
  expect(
    mapView(
      [
        { x: 3, y: 4 },
        { x: 98, y: 50 },
      ],
      true,
    ),
  ).toEqual({
    view: { x: [0, 100], y: [0, 100] },
    whole: null,
  });
});

test('places that no simulator made are drawn in one unit for both directions', () => {
  const { view, whole } = mapView(
    [
      { x: 4_000, y: 10 },
      { x: 4_200, y: 20 },
    ],
    false,
  );
  expect(whole).toBeNull();
  expect(side(view.x)).toBeCloseTo(side(view.y), 9);
  expect(view.x[0]).toBeLessThan(4_000);
  expect(view.y[1]).toBeGreaterThan(20);
});
