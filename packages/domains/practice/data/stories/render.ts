/** Puts the slots of a story into its wording. */
import { itemNamed, personNamed, thingNamed } from './lexicon.ts';
import { writeAmount } from './measures.ts';
import type { Situation, Slots, StoryLanguage } from './story.ts';

/** Where a slot stands in a text: characters from `start` up to `end`. */
interface Span {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

export interface Rendered {
  readonly text: string;
  readonly spans: readonly Span[];
}

const hole = /\{(\w+)\}/g;

/** The roles that a situation's wording may name in a language. */
export function rolesOf(situation: Situation, language: StoryLanguage): readonly string[] {
  const people = ['a', 'b'].slice(0, situation.people);
  const things = language === 'zh' ? ['thing', 'each', 'howmany'] : ['thing'];
  const named =
    situation.names === 'things' ? things : situation.names === 'items' ? ['item', 'theitem'] : [];
  return [...people, ...named, ...Object.keys(situation.numbers)];
}

/** What stands in a text for a role. @throws where the situation has no such role */
export function writeSlot(
  situation: Situation,
  slots: Slots,
  language: StoryLanguage,
  role: string,
  words: boolean,
): string {
  const measure = situation.numbers[role];
  const number = slots.numbers[role];
  if (measure !== undefined && number !== undefined) {
    return writeAmount(measure, number, slots.thing, language, words);
  }
  if (role === 'a' || role === 'b') {
    const key = slots.people[role === 'a' ? 0 : 1];
    if (key !== undefined) return personNamed(key)[language];
  }
  if (slots.thing !== null) {
    const thing = thingNamed(slots.thing);
    // The measure word is the first character, the noun follows.
    if (role === 'thing') return language === 'en' ? thing.en[1] : thing.zh.slice(1);
    if (role === 'each') return `每${thing.zh.slice(0, 1)}`;
    if (role === 'howmany') return `多少${thing.zh}`;
  }
  if (slots.item !== null) {
    const item = itemNamed(slots.item)[language];
    if (role === 'item') return language === 'en' ? `a ${item}` : `一${item}`;
    if (role === 'theitem') return language === 'en' ? `the ${item}` : `这${item}`;
  }
  throw new Error(`${situation.id} has no slot ${role}`);
}

/** @param wording all choices made, with `{role}` where slots belong */
export function render(
  situation: Situation,
  slots: Slots,
  language: StoryLanguage,
  wording: string,
  words: boolean,
): Rendered {
  let [text, last] = ['', 0];
  const spans: Span[] = [];
  for (const match of wording.matchAll(hole)) {
    text += wording.slice(last, match.index);
    const role = match[1] ?? '';
    const written = writeSlot(situation, slots, language, role, words);
    spans.push({ role, start: text.length, end: text.length + written.length });
    text += written;
    last = match.index + match[0].length;
  }
  text += wording.slice(last);
  return { text: capitalised(text), spans };
}

/** Large letters where sentences begin; as long as before, so that spans stay true. */
function capitalised(text: string): string {
  return text.replace(
    /(^|[.?!] )([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
