/** The verticals of this version and a small second one, to see that nothing stands on there being one. */
import { defineVertical } from '@praxis/core';
import { verticals } from '../verticals.ts';

const words = {
  name: 'Fraud',
  reaches: 'Alerts',
  outcomes: { fraud: 'Fraudulent payment' },
  navigation: { alerts: 'Alerts', alert: 'Open alert {id}' },
};

const fraud = defineVertical<'fraud', 'fraud', unknown>({
  id: 'fraud',
  outcomes: ['fraud'],
  roles: ['analyst'],
  navigation: [{ href: '/fraud', word: 'navigation.alerts', quiet: true }],
  record: { href: '/fraud/alerts', word: 'navigation.alert' },
  words: { en: words, zh: words },
  train: () => Promise.reject(new Error('not trained here')),
});

export const twoVerticals = [...verticals, fraud];
