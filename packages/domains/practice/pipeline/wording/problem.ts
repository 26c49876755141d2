/** A word problem, and the gate before every other wording of it: whether a text tells this problem and no other. */
import { z } from 'zod';
import {
  readStory,
  type Situation,
  type Slots,
  type StoryLanguage,
  sameSlots,
  storySlots,
  storyTemplate,
} from '../../data/stories/index.ts';

export interface Problem {
  readonly situation: Situation;
  readonly slots: Slots;
  readonly language: StoryLanguage;
  /** The same seed words the same. */
  readonly seed: number;
}

/** @param parameters of an exercise of the template. @returns null where it tells no story */
export function problemOf(template: string, parameters: unknown, language: StoryLanguage): Problem | null {
  const situation = storyTemplate(template);
  if (situation === null) return null;
  const shape = z.object({ slots: storySlots(situation), telling: z.int() });
  const parsed = shape.safeParse(parameters);
  return parsed.success ? { situation, slots: parsed.data.slots, language, seed: parsed.data.telling } : null;
}

/** By reading the text back, without any knowledge of how it came to be; takes a fraction of a millisecond. */
export function tellsProblem({ situation, slots, language }: Problem, text: string): boolean {
  const reading = readStory(text, language);
  return reading !== null && reading.situation === situation.id && sameSlots(reading.slots, slots);
}
