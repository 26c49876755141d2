/** Whether a text is one of the grammar's own for a problem. */
import { frames, leads } from './frames.ts';
import { writeSlot } from './render.ts';
import type { Situation, Slots, StoryLanguage } from './story.ts';

/** Holds every text that `tell` can give for these slots, and no other. */
export function tellingsOf(situation: Situation, slots: Slots, language: StoryLanguage): RegExp {
  const { parts, questions, leads: ownLeads, frames: ownFrames } = situation.wordings[language];
  const begin = ownLeads.map((key) => leads[key]?.[language] ?? '');
  const ask = (questions[slots.asked] ?? []).flatMap((question) =>
    ownFrames.map((key) => frames[key]?.[language](question) ?? ''),
  );
  const pattern = (wordings: readonly string[]) => `(?:${wordings.map(source).join('|')})`;
  const told = [...parts, ask].map(pattern).join(language === 'en' ? ' ' : '');
  return new RegExp(`^${pattern(begin)}${told}$`, 'i');

  function source(wording: string): string {
    return wording.replace(/\[([^\]]+)\]|\{(\w+)\}|[.?$*+^()|\\]/g, (found, choices, role) => {
      if (choices !== undefined) return `(?:${choices})`;
      if (role === undefined) return `\\${found}`;
      const forms = [false, true].map((words) => writeSlot(situation, slots, language, role, words));
      return `(?:${forms.map(escaped).join('|')})`;
    });
  }
}

function escaped(text: string): string {
  return text.replace(/[.?$*+^()|\\]/g, '\\$&');
}
