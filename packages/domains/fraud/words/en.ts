/** The fraud vertical's words in English; `zh.ts` has the same shape. Namespace `fraud`, ICU messages. */
import { capacityEn } from './capacity.en.ts';
import { cardEn } from './card.en.ts';
import { featureWords } from './feature-words.ts';
import { figuresEn } from './figures.en.ts';
import { limitsEn } from './limits.en.ts';
import { measuresEn } from './measures.en.ts';
import { knownWindowsEn, reasonsEn, rulesEn, windowsEn } from './reasons.en.ts';
import { screensEn } from './screens.en.ts';

export const en = {
  name: 'Fraud',
  reaches: 'Alerts on payments: queue, review, verdict',
  navigation: {
    queue: 'Alerts',
    capacity: 'Capacity',
    models: 'Model',
    /** Parameter: id. */
    alert: 'Open alert {id}',
  },
  outcomes: { fraud: 'Fraudulent payment' },
  figures: figuresEn,
  features: featureWords(measuresEn, windowsEn, knownWindowsEn, ', '),
  reasons: reasonsEn,
  windows: windowsEn,
  knownWindows: knownWindowsEn,
  rules: rulesEn,
  limits: limitsEn,
  screens: screensEn,
  capacity: capacityEn,
  card: cardEn,
};
