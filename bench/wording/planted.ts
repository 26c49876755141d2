/** Changes of meaning put into a true text on purpose: a re-extraction that finds none of them would prove nothing. */
import type { Situation, Slots, StoryLanguage } from '../../packages/domains/practice/index.ts';
import { amountsOf } from './amounts.ts';
import { personWords, thingWords } from './names.ts';

export interface Planted {
  readonly kind: string;
  readonly text: string;
}

const opposites: Readonly<Record<StoryLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['falls', 'rises'],
    ['drops', 'climbs'],
    ['colder', 'warmer'],
    ['older', 'younger'],
    ['adult ticket cost', 'child ticket cost'],
    ['is red', 'is blue'],
    ['a red ball', 'a blue ball'],
    ['the area', 'the perimeter'],
    ['long and', 'wide and'],
  ],
  zh: [
    ['下降', '上升'],
    ['降低了', '升高了'],
    ['成人票多少', '儿童票多少'],
    ['到红球', '到蓝球'],
    ['面积是', '周长是'],
  ],
};

/** Every change that can be made to this text. */
export function plantedIn(
  situation: Situation,
  slots: Slots,
  language: StoryLanguage,
  text: string,
): Planted[] {
  const planted: Planted[] = [];
  const amounts = amountsOf(text, language, thingWords(language));
  const digits = amounts.filter(({ at, value }) => text.startsWith(String(Math.abs(value)), at));
  const [first] = digits;
  if (first !== undefined) {
    const size = String(Math.abs(first.value)).length;
    planted.push({
      kind: 'a number changed',
      text: `${text.slice(0, first.at)}${Math.abs(first.value) + 1}${text.slice(first.at + size)}`,
    });
  }
  // Two amounts of one unit change places; four scores have the same mean in any order.
  const other = digits.find(
    ({ unit, value, at }) =>
      first !== undefined && at > first.at && unit === first.unit && value !== first.value,
  );
  if (
    first !== undefined &&
    other !== undefined &&
    situation.id !== 'mean' &&
    first.value > 0 &&
    other.value > 0
  ) {
    const [a, b] = [String(first.value), String(other.value)];
    const between = text.slice(first.at + a.length, other.at);
    const swapped = `${text.slice(0, first.at)}${b}${between}${a}${text.slice(other.at + b.length)}`;
    planted.push({ kind: 'two numbers swapped', text: swapped });
  }
  const [one, two] = slots.people.map((key) => personWords(language).find(([, own]) => own === key)?.[0]);
  // Who works first is all the same where both take as long.
  const alike = situation.id === 'work' && slots.numbers.first === slots.numbers.second;
  if (one !== undefined && two !== undefined && situation.people === 2 && !alike) {
    const last = text.lastIndexOf(one) > text.lastIndexOf(two) ? one : two;
    const place = text.lastIndexOf(last);
    const swapped = `${text.slice(0, place)}${last === one ? two : one}${text.slice(place + last.length)}`;
    planted.push({ kind: 'a person taken for the other', text: swapped });
  }
  for (const [word, turned] of opposites[language]) {
    if (text.includes(word)) planted.push({ kind: 'a word turned round', text: text.replace(word, turned) });
    else if (text.includes(turned)) {
      planted.push({ kind: 'a word turned round', text: text.replace(turned, word) });
    }
  }
  const sentences = text.split(language === 'en' ? /(?<=[.?!])\s+/ : /(?<=[。？！])/);
  if (sentences.length > 2) {
    const shorter = sentences.toSpliced(1, 1).join(language === 'en' ? ' ' : '');
    planted.push({ kind: 'a sentence left out', text: shorter });
  }
  return planted;
}
