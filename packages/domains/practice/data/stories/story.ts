/** What a word problem is: a situation with locked slots, and the task of its mathematical model. */
import type { Random } from '@praxis/core';
import type { Measure } from './measures.ts';

export type StoryLanguage = 'en' | 'zh';
export const storyLanguages: readonly StoryLanguage[] = ['en', 'zh'];

/** What must survive every rewording. People, things and items by their keys in the lexicon. */
export interface Slots {
  /** In the situation's order: who does it first, who it is done to second. */
  readonly people: readonly string[];
  /** Countable things of a lexicon, or null where the situation names none. */
  readonly thing: string | null;
  /** What a price tag hangs on, or null. */
  readonly item: string | null;
  /** By role. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Which quantity is asked for. */
  readonly asked: string;
}

/** The task of the mathematical model, in ASCII that any computer-algebra system reads. */
type StoryTask =
  | { readonly kind: 'evaluate' | 'statistic'; readonly expression: string }
  | { readonly kind: 'solve'; readonly equation: string; readonly variable: string }
  | {
      readonly kind: 'system';
      /** Equations, a comma between them. */
      readonly equation: string;
      /** Unknowns, a comma between them; the first is the one asked for. */
      readonly variable: string;
    };

/** A question as it is asked, and as it stands inside another sentence: "how old is {a}", "how old {a} is". */
export interface Question {
  readonly direct: string;
  readonly indirect: string;
}

/**
 * Wordings of one language. `{role}` is a slot, `[x|y]` a choice of words. Sentences begin with a small letter: what is
 * joined is capitalised at the end.
 */
interface Wordings {
  /** Part after part, each in any of its wordings. */
  readonly parts: readonly (readonly string[])[];
  /** By what is asked. */
  readonly questions: Readonly<Record<string, readonly Question[]>>;
  /** Keys of the ways to begin that the grammar uses here. */
  readonly leads: readonly string[];
  /** Keys of the ways to ask that the grammar uses here. */
  readonly frames: readonly string[];
}

/** 1: smallest numbers, 3: largest. */
export type StoryLevel = 1 | 2 | 3;

export interface Situation {
  readonly id: string;
  /** How many people take part. */
  readonly people: 0 | 1 | 2;
  readonly names: 'things' | 'items' | null;
  /** Roles of the numbers in their order, each with its measure. */
  readonly numbers: Readonly<Record<string, Measure>>;
  readonly asked: readonly string[];
  /** True where nothing happens at a time, so that "on Saturday" would be odd. */
  readonly timeless: boolean;
  /** Numbers drawn backwards from an answer that is a whole number or an easy fraction. */
  draw(random: Random, level: StoryLevel): Record<string, number>;
  task(numbers: Readonly<Record<string, number>>, asked: string): StoryTask;
  readonly wordings: Readonly<Record<StoryLanguage, Wordings>>;
}
