/** The manifest: what the house needs to know of this vertical. */
import { defineVertical } from '@praxis/core';
import { type Outcome, outcomes } from './data/records.ts';
import type { TrainingStore } from './service/store.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export const diagnosis = defineVertical<'diagnosis', Outcome, TrainingStore>({
  id: 'diagnosis',
  outcomes,
  roles: ['clinician'],
  navigation: [
    { href: '/diagnosis', word: 'navigation.worklist' },
    { href: '/diagnosis/models', word: 'navigation.models' },
    { href: '/diagnosis/private-score', word: 'navigation.privateScore', quiet: true },
  ],
  record: { href: '/diagnosis/patients', word: 'navigation.patient' },
  cards: '/diagnosis/models',
  words: { en, zh },
  // Loaded only where a run starts: pages that read this manifest need no trainer.
  train: async (outcome, context) => {
    const { train } = await import('./pipeline/train.ts');
    return train(outcome, context);
  },
});
