import { expect, test } from 'vitest';
import { parseSetWish, setAddress } from './set-address.ts';

test('a page that leads to a new set tells it skills and learners', () => {
  const start = { skills: ['fraction.multiply'], learners: ['lin', 'a&b'] };
  const address = new URL(setAddress('/practice/class/3', start), 'http://localhost');
  expect(address.pathname).toBe('/practice/class/3/sets');
  const given = {
    skill: address.searchParams.getAll('skill'),
    learner: address.searchParams.getAll('learner'),
  };
  expect(parseSetWish(given)).toEqual(start);
  expect(parseSetWish({ skill: 'fraction.multiply' })).toEqual({ ...start, learners: [] });
  expect(parseSetWish({})).toEqual({ skills: [], learners: [] });
});
