/** The practice vertical's words in English; `zh.ts` has the same shape. Namespace `practice`, ICU messages. */

import { classEn } from './class.en.ts';
import { learnerEn } from './learner.en.ts';
import { screensEn } from './screens.en.ts';

export const en = {
  name: 'Practice',
  reaches: 'Mathematics exercises, one after the other, just hard enough',
  /** What a role finds that is shown only a part. */
  reachesAs: { teacher: 'Classes: who knows what, who is stuck, sets of exercises' },
  navigation: { practice: 'Practice', skills: 'Skills', calendar: 'Calendar', class: 'Classes' },
  outcomes: {},
  learner: learnerEn,
  screens: screensEn,
  class: classEn,
};
