/** Word problems: a story of the grammar as a template, solved in `story-solutions.ts`. */
import { z } from 'zod';
import type { Sentence } from '../sentence.ts';
import { storySlots, storyTemplateId } from '../stories/parameters.ts';
import { situations } from '../stories/situations/index.ts';
import type { Situation, Slots } from '../stories/story.ts';
import { drawSlots, tell } from '../stories/tell.ts';
import { storySolutions } from './story-solutions.ts';
import { defineTemplate, type Template } from './template.ts';

const mostSeed = 2 ** 31 - 1;

/** As the grammar tells it; a rewording by the language model takes its place on the way to the screen. */
function told(situation: Situation, slots: Slots, telling: number): Sentence {
  const text = {
    en: tell(situation, slots, 'en', telling).text,
    zh: tell(situation, slots, 'zh', telling).text,
  };
  return { text, values: [] };
}

export const storyTemplates: readonly Template[] = situations.flatMap((situation) => {
  const solution = storySolutions[situation.id];
  if (solution === undefined) return [];
  return defineTemplate({
    id: storyTemplateId(situation),
    skill: solution.skill,
    version: 1,
    parameters: z.object({ slots: storySlots(situation), telling: z.int() }),
    sample: (draw, level) => ({
      slots: drawSlots(situation, draw.whole(0, mostSeed), level),
      telling: draw.whole(0, mostSeed),
    }),
    build: ({ slots, telling }) => ({
      ...solution.solve(slots.numbers, slots.asked),
      prompt: told(situation, slots, telling),
    }),
  });
});
