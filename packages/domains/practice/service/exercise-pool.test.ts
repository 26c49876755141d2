import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type Generated, generateOne, type Wish } from '../data/generate.ts';
import { exercisePool, type Make } from './exercise-pool.ts';
import { openExerciseThread } from './exercise-thread.ts';

const wish: Wish = { skill: 'integer.add-subtract', success: 0.7, ability: 0, seed: 3, language: 'en' };
const thread = openExerciseThread(fileURLToPath(new URL('./exercise-worker.ts', import.meta.url)));
afterAll(() => thread.close());

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Makes so many, and then nothing any more. */
function makerOf(count: number): Make {
  let calls = 0;
  return async (...order) => (++calls > count ? new Promise(() => {}) : generateOne(...order));
}

function canonicalOf(result: unknown): Generated['canonical'] {
  return result !== null && typeof result === 'object' && 'canonical' in result
    ? String(result.canonical)
    : '';
}

test('what was prepared is there without another one being made', async () => {
  const pool = exercisePool(makerOf(2), 2);
  pool.prepare(wish);
  await settled();
  const taken = [await pool.take(wish, []), await pool.take(wish, [])].map(canonicalOf);
  expect(taken).toEqual([0, 1].map((place) => canonicalOf(generateOne(wish, place, []))));
});

test('a learner is not given what that learner has just seen', async () => {
  const pool = exercisePool(makerOf(10), 2);
  pool.prepare(wish);
  await settled();
  const seen = canonicalOf(generateOne(wish, 0, []));
  expect(canonicalOf(await pool.take(wish, [seen]))).toBe(canonicalOf(generateOne(wish, 1, [])));
});

test('where none can be made, whoever asks hears why', async () => {
  const error = { code: 'refused', message: 'A template is broken.', place: 'here' } as const;
  const pool = exercisePool(async () => error);
  pool.prepare(wish);
  await settled();
  expect(await pool.take(wish, [])).toEqual(error);
});

test('a thread makes the same exercise as this one', async () => {
  expect(await thread.make(wish, 5, [])).toEqual(generateOne(wish, 5, []));
});
