/**
 * Reads a wording once more and says what in it is not the problem's: by windows around words, not by whole sentences as
 * the product's gate does, and with word lists of its own.
 */
import type { Situation, Slots, StoryLanguage } from '../../packages/domains/practice/index.ts';
import { amountsOf } from './amounts.ts';
import { askedOf } from './asked.ts';
import { itemWords, personWords, thingWords } from './names.ts';
import { mentions, type Words } from './re-extract-words.ts';
import { type Evidence, roleFaults } from './roles.ts';

export interface ReExtraction {
  /** Empty where the meaning is the problem's. */
  readonly faults: readonly string[];
}

const units: Readonly<Record<string, string>> = {
  ...{
    money: 'money',
    hours: 'hour',
    days: 'day',
    weekNumber: 'week',
    distance: 'kilometre',
    speed: 'speed',
  },
  ...{ metres: 'metre', grams: 'gram', percent: 'percent', temperature: 'celsius', degrees: 'degree' },
  ...{ years: 'year', score: 'point', persons: 'person', friends: 'friend', pages: 'page' },
  ...{ adultTickets: 'adult ticket', childTickets: 'child ticket', redBalls: 'red', blueBalls: 'blue' },
};

/** Turns a statement round; `不看` is how a ball is drawn. */
const negation: Readonly<Record<StoryLanguage, RegExp>> = {
  en: /\b(?:not|never|no|nobody|nothing|except|without(?! looking))\b|n't\b/i,
  zh: /没|别|除了|不(?!看袋子)/,
};

export function reExtract(
  situation: Situation,
  slots: Slots,
  language: StoryLanguage,
  text: string,
): ReExtraction {
  const faults: string[] = [];
  const amounts = amountsOf(text, language, thingWords(language));
  const expected = Object.entries(situation.numbers).map(([role, measure]) => {
    const unit = measure === 'things' ? (slots.thing ?? '') : (units[measure] ?? measure);
    return `${slots.numbers[role]} ${unit}`;
  });
  const found = amounts.map(({ value, unit }) => `${value} ${unit}`);
  if (expected.toSorted().join() !== found.toSorted().join()) {
    faults.push(`numbers: ${found.join(', ')} instead of ${expected.join(', ')}`);
  }
  const cast = mentioned(text, personWords(language), language);
  if (cast.toSorted().join() !== [...slots.people].toSorted().join())
    faults.push(`people: ${cast.join(', ')}`);
  const things = mentioned(text, thingWords(language), language);
  if (things.some((key) => key !== slots.thing)) faults.push(`things: ${things.join(', ')}`);
  const items = mentioned(text, itemWords(language), language);
  if (items.join() !== (slots.item ?? '')) faults.push(`items: ${items.join(', ')}`);
  if (negation[language].test(text)) faults.push('a negation');

  const sentences = text
    .split(language === 'en' ? /(?<=[.?!])\s+(?=[A-Z\d])/ : /(?<=[。？！])/)
    .filter((sentence) => sentence.trim() !== '');
  const question = sentences.at(-1) ?? '';
  const asked = askedOf(
    situation.id,
    question,
    language,
    mentions(question, personWords(language), language),
    slots,
  );
  if (asked !== slots.asked) faults.push(`asked: ${asked ?? 'nothing known'} instead of ${slots.asked}`);
  const evidence: Evidence = {
    slots,
    language,
    sentences: sentences.map((sentence) => ({
      text: sentence,
      amounts: amountsOf(sentence, language, thingWords(language)),
      people: mentions(sentence, personWords(language), language),
    })),
  };
  if (faults.length === 0) faults.push(...roleFaults(situation.id, evidence));
  return { faults };
}

/** Keys of the words that a text holds, each once. */
function mentioned(text: string, words: Words, language: StoryLanguage): readonly string[] {
  return [...new Set(mentions(text, words, language).map(({ key }) => key))];
}
