/** The practice vertical's words in English; `zh.ts` has the same shape. Namespace `practice`, ICU messages. */
import { learnerEn } from './learner.en.ts';
import { screensEn } from './screens.en.ts';

export const en = {
  name: 'Practice',
  reaches: 'Mathematics exercises, one after the other, just hard enough',
  navigation: { practice: 'Practice', skills: 'Skills', calendar: 'Calendar' },
  outcomes: {},
  learner: learnerEn,
  screens: screensEn,
};
