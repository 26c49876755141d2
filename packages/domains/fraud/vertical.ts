/** The manifest: what the house needs to know of this vertical. */
import { defineVertical } from '@praxis/core';
import { chosenBy } from './pipeline/chosen-by.ts';
import type { TrainingStore } from './service/store.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export const fraud = defineVertical<'fraud', 'fraud', TrainingStore>({
  id: 'fraud',
  outcomes: ['fraud'],
  chosenBy,
  roles: ['analyst'],
  navigation: [
    { href: '/fraud', word: 'navigation.queue' },
    { href: '/fraud/capacity', word: 'navigation.capacity' },
    { href: '/fraud/models', word: 'navigation.models' },
  ],
  cards: '/fraud/models',
  worth: '/fraud/capacity',
  record: { href: '/fraud/alerts', word: 'navigation.alert' },
  words: { en, zh },
  // Loaded only where a run starts: pages that read this manifest need no trainer.
  train: async (outcome, context) => {
    const { train } = await import('./pipeline/train.ts');
    return train(outcome, context);
  },
});
