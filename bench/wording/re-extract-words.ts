/** Finds words of a list in a text. */
import type { StoryLanguage } from '../../packages/domains/practice/index.ts';

/** A word, or a pattern of one, and what it stands for. */
export type Words = readonly (readonly [string, string])[];

export interface Mention {
  readonly key: string;
  readonly at: number;
}

/** Where words stand, first to last; a word inside a longer one of the list does not count twice. */
export function mentions(text: string, words: Words, language: StoryLanguage): readonly Mention[] {
  const taken = new Set<number>();
  const found: Mention[] = [];
  for (const [word, key] of words.toSorted((a, b) => b[0].length - a[0].length)) {
    const pattern = language === 'en' ? new RegExp(`\\b(?:${word})\\b`, 'gi') : new RegExp(word, 'g');
    for (const match of text.matchAll(pattern)) {
      if (taken.has(match.index)) continue;
      for (let place = 0; place < match[0].length; place++) taken.add(match.index + place);
      found.push({ key, at: match.index });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}
