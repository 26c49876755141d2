import { defineVertical } from '@praxis/core';
import { expect, test } from 'vitest';
import { type StoredVertical, stored } from '../verticals.ts';
import { trainersOf } from './trainers.ts';

const words = { name: 'x', reaches: 'x', outcomes: { only: 'x' } };

/** A vertical whose training says which store and which models it was given. */
function small(id: string): StoredVertical {
  const vertical = defineVertical<string, 'only', { readonly champion: () => Promise<string | null> }>({
    id,
    outcomes: ['only'],
    roles: [],
    navigation: [],
    words: { en: words, zh: words },
    train: async (outcome, { store, models }) => {
      throw new Error(`${id} ${outcome} from ${await store.champion()} into ${models}`);
    },
  });
  return stored(vertical, { champion: async () => `the store of ${id}` });
}

const trainer = trainersOf([small('first'), small('second')], {
  models: 'models',
  runs: null,
  parallel: 1,
});
const context = { onProgress: () => {}, signal: new AbortController().signal };

test.each(['first', 'second'])(
  'a job of the %s vertical in the list is trained from its store',
  async (id) => {
    await expect(trainer(id, 'only')?.(context)).rejects.toThrow(
      `${id} only from the store of ${id} into models`,
    );
  },
);

test('what is not in the list has no trainer', () => {
  expect(trainer('third', 'only')).toBeNull();
  expect(trainer('first', 'other')).toBeNull();
});
