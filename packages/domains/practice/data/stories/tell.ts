/** Tells a story in one of the grammar's wordings. */
import { createRandom, type Random } from '@praxis/core';
import { frames, leads } from './frames.ts';
import { items, people, things } from './lexicon.ts';
import { type Rendered, render } from './render.ts';
import { oneOf } from './situations/draws.ts';
import { situations } from './situations/index.ts';
import type { Situation, Slots, StoryLanguage, StoryLevel } from './story.ts';

export interface Told extends Rendered {
  /** The text with `{role}` where the slots stand, before sentences are capitalised. */
  readonly wording: string;
  /** Keys of how it begins and how it asks. */
  readonly lead: string;
  readonly frame: string;
}

/** Random numbers of one purpose do not depend on how many another took. */
const streams = { slots: 71, telling: 72 } as const;

/** @throws where there is no such situation: keys come from `situations` */
export function situationNamed(id: string): Situation {
  const found = situations.find((situation) => situation.id === id);
  if (found === undefined) throw new Error(`there is no situation ${id}`);
  return found;
}

/** Draws who, what, how much and what is asked. The same seed draws the same. */
export function drawSlots(situation: Situation, seed: number, level: StoryLevel = 1): Slots {
  const random = createRandom(seed, streams.slots);
  const cast = Object.keys(people);
  const first = random.below(cast.length);
  const second = (first + 1 + random.below(cast.length - 1)) % cast.length;
  return {
    people: [cast[first], cast[second]].filter((key) => key !== undefined).slice(0, situation.people),
    thing: situation.names === 'things' ? oneOf(random, Object.keys(things)) : null,
    item: situation.names === 'items' ? oneOf(random, Object.keys(items)) : null,
    asked: oneOf(random, situation.asked),
    numbers: situation.draw(random, level),
  };
}

/** The same seed tells the same text. */
export function tell(situation: Situation, slots: Slots, language: StoryLanguage, seed: number): Told {
  const random = createRandom(seed, streams.telling);
  const { parts, questions, leads: ownLeads, frames: ownFrames } = situation.wordings[language];
  const [lead, frame] = [oneOf(random, ownLeads), oneOf(random, ownFrames)];
  const question = oneOf(random, questions[slots.asked] ?? []);
  const sentences = [
    ...parts.map((wordings) => oneOf(random, wordings)),
    frames[frame]?.[language](question),
  ];
  const joined = `${leads[lead]?.[language]}${sentences.join(language === 'en' ? ' ' : '')}`;
  const wording = chosen(joined, random);
  const words = random.uniform() < 0.3;
  return { ...render(situation, slots, language, wording, words), wording, lead, frame };
}

/** One word of each choice. */
function chosen(wording: string, random: Random): string {
  return wording.replace(/\[([^\]]+)\]/g, (_, choices: string) => oneOf(random, choices.split('|')));
}
