/** What a question asks for, by key words and by who stands in it. */
import type { Slots, StoryLanguage } from '../../packages/domains/practice/index.ts';
import type { Mention } from './re-extract-words.ts';

interface Asked {
  readonly asked: string;
  readonly en: RegExp;
  readonly zh: RegExp;
  /** Whose place in the story the person in the question must have; null: no matter. */
  readonly who: 0 | 1 | null;
}

const askedBy = (asked: string, en: RegExp, zh: RegExp, who: Asked['who'] = null): Asked => ({
  asked,
  en,
  zh,
  who,
});

/** Of each situation, what can be asked; a question that fits several, or none, is not understood. */
const table: Readonly<Record<string, readonly Asked[]>> = {
  shopping: [askedBy('total', /how much.*\b(?:pay|spend|cost)s?\b.*(?:total|altogether)/i, /一共.*多少元/)],
  change: [askedBy('change', /how much (?:change|money).*\bgets?\b/i, /找.*多少元/)],
  discount: [
    askedBy(
      'saving',
      /how much.*\bsaves?\b|by how much.*price falls?|by how much does the price fall/i,
      /省.*多少元|(?:便宜|降低)了多少元/,
    ),
    askedBy(
      'newPrice',
      /(?:how much|what).*\bpays?\b|(?:what|how much).*\bcosts? now/i,
      /要付多少元|现在卖多少元/,
    ),
  ],
  tickets: [
    askedBy('adultPrice', /(?:what|how much).*\badult ticket\b/i, /成人票.*多少元/),
    askedBy('childPrice', /(?:what|how much).*\bchild ticket\b/i, /儿童票.*多少元/),
  ],
  savings: [askedBy('term', /how much.*(?:saves?|puts? aside) in week/i, /第\d+周.*[存攒]多少元/)],
  sharing: [askedBy('each', /how many.*(?:each friend|for each friend)/i, /每个朋友.*多少/)],
  giving: [
    askedBy('giver', /how many.*\b(?:have|has)\b/i, /有多少/, 0),
    askedBy('receiver', /how many.*\b(?:have|has)\b/i, /有多少/, 1),
  ],
  recipe: [askedBy('flour', /how (?:much|many grams of) flour/i, /多少克面粉/)],
  work: [askedBy('together', /how (?:many hours|long).*together/i, /(?:一起|合作).*多少小时/)],
  reading: [askedBy('pages', /how many pages.* in /i, /多少页/)],
  journey: [askedBy('distance', /how (?:far|many kilometres).*\btravels?\b/i, /多少千米/)],
  travelTime: [askedBy('time', /how (?:long|many hours).*\b(?:trip|travels?)\b/i, /多少小时/)],
  garden: [
    askedBy('area', /\barea\b|square metres/i, /面积|平方米/),
    askedBy('perimeter', /\bperimeter\b|fence around/i, /周长|篱笆/),
  ],
  ages: [
    askedBy('older', /\bhow old\b|'s age\b/i, /几岁|多少岁/, 0),
    askedBy('younger', /\bhow old\b|'s age\b/i, /几岁|多少岁/, 1),
  ],
  cooling: [askedBy('evening', /(?:temperature|how many degrees).*evening/i, /晚上.*多少/)],
  warming: [askedBy('evening', /(?:temperature|how many degrees).*evening/i, /晚上.*多少/)],
  chance: [
    askedBy('red', /(?:chance|likely).*\bred\b/i, /红球.*(?:可能|概率)/),
    askedBy('blue', /(?:chance|likely).*\bblue\b/i, /蓝球.*(?:可能|概率)/),
  ],
  mean: [askedBy('mean', /mean score|on average/i, /平均/)],
};

/** null where the question is not understood. */
export function askedOf(
  situation: string,
  question: string,
  language: StoryLanguage,
  people: readonly Mention[],
  slots: Slots,
): string | null {
  const who = new Set(people.map(({ key }) => key));
  const fits = (table[situation] ?? []).filter(
    ({ who: place, ...words }) =>
      words[language].test(question) &&
      (place === null || (who.size === 1 && who.has(slots.people[place] ?? ''))),
  );
  return fits.length === 1 ? (fits[0]?.asked ?? null) : null;
}
