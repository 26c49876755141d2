/** Finds every number of a text with what it counts, by the characters around it. Shares no code with the product's reader. */
import type { StoryLanguage } from '../../packages/domains/practice/index.ts';

export interface Amount {
  readonly value: number;
  /** What it counts, in words of this file. */
  readonly unit: string;
  /** Where it begins in the text. */
  readonly at: number;
}

const small = 'zero one two three four five six seven eight nine ten'.split(' ');
const han = '零一两三四五六七八九十';

/** Words of the text that are no amounts: "four tests", "one ball", "the first week". */
const fixed: Readonly<Record<StoryLanguage, RegExp>> = {
  en: /\b(?:four tests|one (?:ball|adult|child)|each one|one day(?=,)|first week)/gi,
  zh: /星期六|四次|一张|一个|一道|一份|一本|一家|一周|一段|一起|一共|一样|两人|一圈|一算|一想|一下|一天[，,]|一[件个只盏条](?=外套|书包|足球|风筝|台灯|围巾)/g,
};

/** In the text behind the number, or before it where the pattern says so. */
const after: Readonly<Record<StoryLanguage, readonly (readonly [string, RegExp])[]>> = {
  en: [
    ['speed', /^ km per hour/],
    ['kilometre', /^ km/],
    ['money', /^ dollar/],
    ['celsius', /^ °C/],
    ['percent', /^%/],
    ['metre', /^ m\b/],
    ['gram', /^ g\b/],
    ['adult ticket', /^ adult ticket/],
    ['child ticket', /^ child ticket/],
    ['red', /^ red ball/],
    ['blue', /^ blue ball/],
    ['hour', /^ hour/],
    ['day', /^ day/],
    ['year', /^ year/],
    ['degree', /^ degree/],
    ['person', /^ (?:people|person)/],
    ['friend', /^ friend/],
    ['page', /^ page/],
  ],
  zh: [
    ['kilometre', /^千米/],
    ['celsius', /^℃/],
    ['percent', /^%/],
    ['metre', /^米/],
    ['gram', /^克/],
    ['money', /^元/],
    ['point', /^分/],
    ['adult ticket', /^张成人票/],
    ['child ticket', /^张儿童票/],
    ['red', /^个红球/],
    ['blue', /^个蓝球/],
    ['hour', /^小时/],
    ['day', /^天/],
    ['year', /^岁/],
    ['degree', /^度/],
    ['friend', /^个朋友/],
    ['person', /^个人/],
    ['page', /^页/],
    ['week', /^周/],
  ],
};

/** @param nouns the words of things that may be counted, each with its key */
export function amountsOf(
  text: string,
  language: StoryLanguage,
  nouns: readonly (readonly [string, string])[],
): readonly Amount[] {
  const blanked = text.replace(fixed[language], (words) => '·'.repeat(words.length));
  const number =
    language === 'en'
      ? /(?<![A-Za-z])(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|one)(?![A-Za-z])/gi
      : /\d+(?:\.\d+)?|[一两三四五六七八九十]/g;
  return [...blanked.matchAll(number)].map((match) => {
    const [written] = match;
    const [before, behind] = [blanked.slice(0, match.index), blanked.slice(match.index + written.length)];
    const size = sizeOf(written.toLowerCase());
    const below = /-$|零下$/.test(before);
    const unit = unitOf(before, behind, language, nouns);
    return { value: below ? -size : size, unit, at: match.index };
  });
}

function sizeOf(written: string): number {
  const word = small.indexOf(written);
  if (word >= 0) return word;
  const character = written === '' ? -1 : han.indexOf(written);
  return character >= 0 ? character : Number(written);
}

function unitOf(
  before: string,
  behind: string,
  language: StoryLanguage,
  nouns: readonly (readonly [string, string])[],
): string {
  if (language === 'en' && before.endsWith('week ')) return 'week';
  if (before.endsWith('每小时') && behind.startsWith('千米')) return 'speed';
  const noun = nouns.find(([word]) => behind.trimStart().startsWith(word));
  if (noun !== undefined) return noun[1];
  return after[language].find(([, pattern]) => pattern.test(behind))?.[0] ?? 'point';
}
