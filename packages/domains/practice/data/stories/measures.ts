/** How an amount is written in each language: number and unit together are one locked slot. */
import { thingNamed } from './lexicon.ts';
import { englishWord, mandarinWord } from './number-words.ts';
import type { StoryLanguage } from './story.ts';

export type Measure =
  | 'things'
  | 'money'
  | 'hours'
  | 'days'
  | 'weekNumber'
  | 'distance'
  | 'speed'
  | 'metres'
  | 'grams'
  | 'percent'
  | 'temperature'
  | 'degrees'
  | 'years'
  | 'score'
  | 'persons'
  | 'friends'
  | 'pages'
  | 'adultTickets'
  | 'childTickets'
  | 'redBalls'
  | 'blueBalls';

/** Both forms in English, the measure word with its noun in Chinese. */
const counted: Partial<Record<Measure, { readonly en: readonly [string, string]; readonly zh: string }>> = {
  // In words: a dollar sign begins mathematics where text is set with it.
  money: { en: ['dollar', 'dollars'], zh: '元' },
  hours: { en: ['hour', 'hours'], zh: '小时' },
  days: { en: ['day', 'days'], zh: '天' },
  years: { en: ['year', 'years'], zh: '岁' },
  persons: { en: ['person', 'people'], zh: '个人' },
  friends: { en: ['friend', 'friends'], zh: '个朋友' },
  pages: { en: ['page', 'pages'], zh: '页' },
  degrees: { en: ['degree', 'degrees'], zh: '度' },
  adultTickets: { en: ['adult ticket', 'adult tickets'], zh: '张成人票' },
  childTickets: { en: ['child ticket', 'child tickets'], zh: '张儿童票' },
  redBalls: { en: ['red ball', 'red balls'], zh: '个红球' },
  blueBalls: { en: ['blue ball', 'blue balls'], zh: '个蓝球' },
};

const written: Partial<Record<Measure, Readonly<Record<StoryLanguage, (value: string) => string>>>> = {
  weekNumber: { en: (value) => `week ${value}`, zh: (value) => `第${value}周` },
  distance: { en: (value) => `${value} km`, zh: (value) => `${value}千米` },
  speed: { en: (value) => `${value} km per hour`, zh: (value) => `每小时${value}千米` },
  metres: { en: (value) => `${value} m`, zh: (value) => `${value}米` },
  grams: { en: (value) => `${value} g`, zh: (value) => `${value}克` },
  percent: { en: (value) => `${value}%`, zh: (value) => `${value}%` },
  temperature: {
    en: (value) => `${value} °C`,
    zh: (value) => (value.startsWith('-') ? `零下${value.slice(1)}℃` : `${value}℃`),
  },
  score: { en: (value) => value, zh: (value) => `${value}分` },
};

/**
 * @param thing key of the things that are counted, for the measure `things`
 * @param words small numbers as words: "three friends"
 */
export function writeAmount(
  measure: Measure,
  value: number,
  thing: string | null,
  language: StoryLanguage,
  words: boolean,
): string {
  const own = written[measure]?.[language];
  if (own !== undefined) return own(String(value));
  const noun = measure === 'things' && thing !== null ? thingNamed(thing) : counted[measure];
  if (noun === undefined) throw new Error(`no words are known for ${measure}`);
  if (language === 'zh') return `${(words && mandarinWord(value)) || value}${noun.zh}`;
  const [one, many] = noun.en;
  return `${(words && englishWord(value)) || value} ${value === 1 ? one : many}`;
}
