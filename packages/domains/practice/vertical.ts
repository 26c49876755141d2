/** The manifest: what the house needs to know of this vertical. */
import { defineVertical } from '@praxis/core';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export const practice = defineVertical<'practice', never, never>({
  id: 'practice',
  // Nothing is trained yet by the studio.
  outcomes: [],
  roles: ['learner'],
  navigation: [
    { href: '/practice', word: 'navigation.practice' },
    { href: '/practice/skills', word: 'navigation.skills' },
    { href: '/practice/calendar', word: 'navigation.calendar' },
    { href: '/practice/class', word: 'navigation.class', roles: ['teacher'] },
  ],
  words: { en, zh },
  train: () => Promise.reject(new Error('Practice has no outcome to train.')),
});
