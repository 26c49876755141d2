/** A story as the parameters of an exercise. */
import { z } from 'zod';
import { items, people, things } from './lexicon.ts';
import { situations } from './situations/index.ts';
import type { Situation, Slots } from './story.ts';

const keyOf = (table: Readonly<Record<string, unknown>>) => z.enum(Object.keys(table));

/** Slots of this situation, each in its place. */
export function storySlots(situation: Situation): z.ZodType<Slots> {
  const roles = Object.fromEntries(Object.keys(situation.numbers).map((role) => [role, z.int()]));
  return z.object({
    people: z.array(keyOf(people)).length(situation.people),
    thing: situation.names === 'things' ? keyOf(things) : z.null(),
    item: situation.names === 'items' ? keyOf(items) : z.null(),
    numbers: z.strictObject(roles),
    asked: z.enum(situation.asked),
  });
}

/** Name of the template that tells a situation. */
export function storyTemplateId({ id }: Situation): string {
  return `stories/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The situation that a template tells, or null. */
export function storyTemplate(template: string): Situation | null {
  return situations.find((situation) => storyTemplateId(situation) === template) ?? null;
}
