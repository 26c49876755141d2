import { expect, test } from 'vitest';
import { placeOf } from './list-place.ts';

const chosen = { key: 'b', place: 1 };

test('the selection stays with its row while others appear before and behind it', () => {
  expect(placeOf(chosen, ['a', 'b', 'c'])).toBe(1);
  expect(placeOf(chosen, ['x', 'a', 'y', 'b'])).toBe(3);
});

test('where its row is gone it stays at its place, or at the last row', () => {
  expect(placeOf(chosen, ['a', 'c', 'd'])).toBe(1);
  expect(placeOf(chosen, ['a'])).toBe(0);
});

test('nothing is selected before the first key, and nothing in an empty list', () => {
  expect(placeOf(null, ['a'])).toBeNull();
  expect(placeOf(chosen, [])).toBeNull();
});
