/** Who and how much plays which part, by what stands next to it. */
import type { Slots, StoryLanguage } from '../../packages/domains/practice/index.ts';
import type { Amount } from './amounts.ts';
import type { Mention } from './re-extract-words.ts';

interface SentenceEvidence {
  readonly text: string;
  readonly amounts: readonly Amount[];
  readonly people: readonly Mention[];
}

export interface Evidence {
  readonly slots: Slots;
  readonly language: StoryLanguage;
  readonly sentences: readonly SentenceEvidence[];
}

type Finder = (evidence: Evidence) => Readonly<Record<string, number | string | undefined>>;

/** The values of a unit in sentences that hold a word. */
const inSentences = ({ sentences }: Evidence, word: RegExp, unit: string): readonly number[] =>
  sentences
    .filter(({ text }) => word.test(text))
    .flatMap(({ amounts }) => amounts.filter((amount) => amount.unit === unit).map(({ value }) => value));

/** The value of a unit that stands nearest behind, or before, a word anywhere. */
function nearest(
  { sentences }: Evidence,
  word: RegExp,
  unit: string,
  side: 'behind' | 'before',
): number | undefined {
  for (const { text, amounts } of sentences) {
    const place = word.exec(text)?.index;
    if (place === undefined) continue;
    const own = amounts.filter((amount) => amount.unit === unit);
    const found = side === 'behind' ? own.find(({ at }) => at > place) : own.findLast(({ at }) => at < place);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

/** In a sentence that holds the word, the people in their order; turned round where the other word holds. */
function pair({ sentences }: Evidence, straight: RegExp, turned: RegExp): readonly (string | undefined)[] {
  for (const { text, people } of sentences) {
    const keys = people.map(({ key }) => key);
    if (turned.test(text)) return [keys[1], keys[0]];
    if (straight.test(text)) return [keys[0], keys[1]];
  }
  return [undefined, undefined];
}

/** Each person's amount: the first of the unit behind the name in the same sentence. */
function owned(
  { sentences, slots }: Evidence,
  unit: string,
  within: RegExp,
): readonly (number | undefined)[] {
  return slots.people.map((person) => {
    for (const { text, amounts, people } of sentences) {
      if (!within.test(text)) continue;
      const place = people.find(({ key }) => key === person)?.at;
      if (place === undefined) continue;
      const next = people.find(({ key, at }) => key !== person && at > place)?.at ?? Number.POSITIVE_INFINITY;
      const own = amounts.find((amount) => amount.unit === unit && amount.at > place && amount.at < next);
      if (own !== undefined) return own.value;
    }
    return undefined;
  });
}

const finders: Readonly<Record<string, Finder>> = {
  change: (evidence) => ({
    price: inSentences(evidence, /each|每/, 'money')[0],
    paid: inSentences(evidence, /pays|hands|gives|付了|店员\S*元。$|给/, 'money').at(-1),
  }),
  discount: (evidence) => ({
    told: toldIn(evidence, /\b(?:off|cheaper|lower|discount)\b|降价|降低|便宜/, /升|\bhigher\b/),
  }),
  chance: (evidence) => ({
    told: toldIn(evidence, /\b(?:takes out|draws) one ball\b|[摸拿]出.?一个球/, /\bback\b|放回/),
  }),
  tickets: ({ sentences }) => {
    const told = sentences.filter(({ amounts }) => amounts.length === 3);
    const of = (place: number, unit: string) =>
      told[place]?.amounts.find((amount) => amount.unit === unit)?.value;
    return {
      adults: of(0, 'adult ticket'),
      children: of(0, 'child ticket'),
      sum: of(0, 'money'),
      otherAdults: of(1, 'adult ticket'),
      otherChildren: of(1, 'child ticket'),
      otherSum: of(1, 'money'),
    };
  },
  savings: (evidence) => ({
    first: inSentences(evidence, /first week|第一周/, 'money')[0],
    step: inSentences(evidence, /more than the week before|多[存攒]/, 'money')[0],
  }),
  giving: (evidence) => {
    const thing = evidence.slots.thing ?? '';
    const [giver, receiver] = pair(
      evidence,
      /\b(?:gives|hands|passes)\b|给/,
      /\b(?:gets|receives|takes)\b.*\bfrom\b|从.*(?:得到|拿到)/,
    );
    const [start, other] = owned(evidence, thing, /\b(?:has|owns)\b(?!.*\?)|有.*有/);
    const given = inSentences(evidence, /\b(?:gives|hands|passes|gets|receives|takes)\b|给|从/, thing)[0];
    return { giver, receiver, start, other, given };
  },
  recipe: (evidence) => ({
    servings: inSentences(evidence, /recipe|蛋糕|食谱/, 'person')[0],
    guests: inSentences(evidence, /\b(?:cooks?|bakes?) for\b|做给|请/, 'person')[0],
  }),
  work: (evidence) => {
    const [first, second] = owned(evidence, 'hour', /fence|围墙/);
    return { first, second };
  },
  reading: (evidence) => ({
    told: toldIn(evidence, /same speed|same number of pages|一样多|页数/, /\b(?:faster|slower)\b|[快慢]/),
    days: evidence.sentences[0]?.amounts.find(({ unit }) => unit === 'day')?.value,
    laterDays: evidence.sentences.at(-1)?.amounts.find(({ unit }) => unit === 'day')?.value,
  }),
  garden: (evidence) =>
    evidence.language === 'en'
      ? {
          length:
            nearest(evidence, /\blong\b/, 'metre', 'before') ??
            nearest(evidence, /\blength of\b/, 'metre', 'behind'),
          width:
            nearest(evidence, /\bwide\b/, 'metre', 'before') ??
            nearest(evidence, /\bwidth of\b/, 'metre', 'behind'),
        }
      : {
          length: nearest(evidence, /长(?!方形)/, 'metre', 'behind'),
          width: nearest(evidence, /宽/, 'metre', 'behind'),
        },
  ages: (evidence) => {
    const [giver, receiver] = pair(
      evidence,
      /older than|比.*大/,
      /younger than|比.*小\d|比.*小[两三四五六七八九]/,
    );
    return {
      giver,
      receiver,
      difference: inSentences(evidence, /older|younger|比/, 'year')[0],
      sum: inSentences(evidence, /together|加起来|合起来|一共/i, 'year')[0],
    };
  },
  cooling: (evidence) => ({ way: wayOf(evidence) }),
  warming: (evidence) => ({ way: wayOf(evidence) }),
};

/** 1 where the story says what it must beside its numbers, and not the contrary. */
function toldIn({ sentences }: Evidence, word: RegExp, contrary: RegExp): number {
  const statements = sentences.slice(0, -1).map(({ text }) => text);
  return statements.some((text) => word.test(text)) && !statements.some((text) => contrary.test(text))
    ? 1
    : 0;
}

/** −1 colder, 1 warmer. */
function wayOf({ sentences }: Evidence): number | undefined {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  const down = /\b(?:falls|drops|colder|down)\b|下降|降低/.test(text);
  const up = /\b(?:rises|climbs|warmer|up)\b|上升|升高/.test(text);
  return down === up ? undefined : up ? 1 : -1;
}

/** Where a role is played by something else than in the problem. Situations whose units tell all have no roles to check. */
export function roleFaults(situation: string, evidence: Evidence): readonly string[] {
  const found = finders[situation]?.(evidence) ?? {};
  const expected: Readonly<Record<string, number | string | undefined>> = {
    ...evidence.slots.numbers,
    giver: evidence.slots.people[0],
    receiver: evidence.slots.people[1],
    way: situation === 'cooling' ? -1 : 1,
    told: 1,
  };
  return Object.entries(found).flatMap(([role, value]) =>
    value === expected[role] ? [] : [`${role}: ${value} instead of ${expected[role]}`],
  );
}
