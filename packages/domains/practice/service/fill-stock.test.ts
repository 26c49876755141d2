import { expect, test } from 'vitest';
import { draftedExercise } from '../data/drafted-exercise.ts';
import { templates } from '../data/templates/registry.ts';
import { fillStock } from './fill-stock.ts';
import type { StockedExercise } from './store.ts';

function countingStock() {
  const made: StockedExercise[] = [];
  return {
    made,
    addExercises: async (added: readonly StockedExercise[]) => {
      made.push(...added);
    },
    unused: async () =>
      new Map([...Map.groupBy(made, ({ template }) => template)].map(([id, all]) => [id, all.length])),
  };
}

let seed = 0;
const drawSeed = () => seed++;
const { signal } = new AbortController();

test('every template gets its exercise, beginners’ first, and each can be made again from its id', async () => {
  const stock = countingStock();
  expect(await fillStock(stock, { atLeast: 1, drawSeed, signal })).toBe(templates.length);
  expect(stock.made[0]?.skill).toBe('whole.add-subtract');
  for (const { id, skill } of stock.made) expect(draftedExercise(id)?.skill).toBe(skill);
  // What is there is not made again.
  expect(await fillStock(stock, { atLeast: 1, drawSeed, signal })).toBe(0);
});

test('one that is asked to stop leaves what it has made', async () => {
  const stop = new AbortController();
  const stock = countingStock();
  const stopping = {
    ...stock,
    addExercises: async (added: readonly StockedExercise[]) => {
      await stock.addExercises(added);
      if (stock.made.length === 3) stop.abort();
    },
  };
  expect(await fillStock(stopping, { atLeast: 2, drawSeed, signal: stop.signal })).toBe(3);
});
