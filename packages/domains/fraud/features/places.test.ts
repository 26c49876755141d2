import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Places } from './places.ts';

/** Neighbours, multiples of large powers of two, and ids above 2³¹: what could fall together in a table. */
const ids = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 40 }).map((number) => number * 2 ** 20),
  fc.integer({ min: 0, max: 40 }).map((number) => 2 ** 45 + number * 8),
);

test('after any sets and deletes it holds what a Map holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, fc.boolean()), { maxLength: 3_000 }), (steps) => {
      const places = new Places();
      const map = new Map<number, number>();
      for (const [step, [id, adds]] of steps.entries()) {
        if (adds) {
          places.set(id, step);
          map.set(id, step);
        } else {
          places.delete(id);
          map.delete(id);
        }
      }
      for (const [id] of steps) expect(places.get(id)).toBe(map.get(id));
    }),
    { numRuns: 50 },
  );
});

test('a ring of a hundred thousand ids that come and go keeps the latest alone', () => {
  const places = new Places();
  for (let id = 0; id < 100_000; id++) {
    places.set(id * 8, id);
    places.delete((id - 3_000) * 8);
  }
  expect(places.get(96_999 * 8)).toBeUndefined();
  expect(places.get(97_000 * 8)).toBe(97_000);
  expect(places.get(99_999 * 8)).toBe(99_999);
});
