/** Ways to begin a story and to ask its question that are not any one situation's own. */
import type { Question, StoryLanguage } from './story.ts';

interface Lead extends Readonly<Record<StoryLanguage, string>> {
  /** Says when: out of place in a story in which nothing happens. */
  readonly when: boolean;
}

export const leads: Readonly<Record<string, Lead>> = {
  none: { en: '', zh: '', when: false },
  today: { en: 'today, ', zh: '今天，', when: true },
  saturday: { en: 'on Saturday, ', zh: '星期六，', when: true },
  oneDay: { en: 'one day, ', zh: '有一天，', when: true },
  holidays: { en: 'during the holidays, ', zh: '假期里，', when: true },
  imagine: { en: 'imagine that ', zh: '假设', when: false },
  suppose: { en: 'suppose that ', zh: '设想一下，', when: false },
  puzzle: { en: 'here is a puzzle: ', zh: '来看一道题：', when: false },
  think: { en: 'think about this: ', zh: '动动脑：', when: false },
};

type Frame = Readonly<Record<StoryLanguage, (question: Question) => string>>;

export const frames: Readonly<Record<string, Frame>> = {
  plain: { en: ({ direct }) => `${direct}?`, zh: ({ direct }) => `${direct}？` },
  workOut: { en: ({ indirect }) => `work out ${indirect}.`, zh: ({ direct }) => `算一算，${direct}？` },
  findOut: { en: ({ indirect }) => `find out ${indirect}.`, zh: ({ direct }) => `请问${direct}？` },
  canYouTell: {
    en: ({ indirect }) => `can you tell ${indirect}?`,
    zh: ({ direct }) => `你能说出${direct}吗？`,
  },
  doYouKnow: { en: ({ indirect }) => `do you know ${indirect}?`, zh: ({ direct }) => `你知道${direct}吗？` },
  calculate: { en: ({ indirect }) => `calculate ${indirect}.`, zh: ({ direct }) => `请算出${direct}。` },
  tryToFind: { en: ({ indirect }) => `try to find ${indirect}.`, zh: ({ direct }) => `试着算出${direct}。` },
};

/** The ways to begin that suit a situation, those that its grammar does not use included. */
export function suitableLeads(timeless: boolean): readonly string[] {
  return Object.keys(leads).filter((key) => !(timeless && leads[key]?.when));
}
