/** What the language model learns from: two tellings of one problem by the grammar, the second to be written. */
import {
  drawSlots,
  type Situation,
  type StoryLanguage,
  situations,
  storyLanguages,
  tell,
} from '../../data/stories/index.ts';
import { beginningFor, symbolsFor } from './symbols.ts';

export interface Lesson {
  /** Given to the model. */
  readonly beginning: string;
  /** To be written by it. */
  readonly rewording: string;
}

/** Seeds of training and of what is measured or shown lie apart: those of training are negative. */
function trainingSeed(seed: number, index: number): number {
  return -1 - ((seed % 1000) * 1_000_000 + index);
}

/** Situations and languages in turn; the lesson of a number depends on nothing else. */
export function lessonAt(index: number, seed: number): Lesson {
  const kinds = situations.length * storyLanguages.length;
  const situation = pick<Situation>(situations, index % situations.length);
  const language = pick<StoryLanguage>(storyLanguages, Math.floor((index % kinds) / situations.length));
  const own = trainingSeed(seed, index);
  const slots = drawSlots(situation, own);
  const [source, target] = [
    tell(situation, slots, language, own),
    tell(situation, slots, language, own - 1e9),
  ];
  return {
    beginning: beginningFor(situation, language, source.wording, slots.asked, target),
    rewording: symbolsFor(situation, language, target.wording),
  };
}

function pick<Entry>(entries: readonly Entry[], index: number): Entry {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`there is no entry ${index}`);
  return entry;
}
