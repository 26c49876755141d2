/** Lets a language model reword problems; what does not read back as the same problem is not shown. */
import { createRandom } from '@praxis/core';
import type { LanguageWriter } from '@praxis/core/language';
import {
  frames,
  render,
  type StoryLanguage,
  suitableLeads,
  type Told,
  tell,
} from '../../data/stories/index.ts';
import { type Problem, tellsProblem } from './problem.ts';
import { beginningFor, type Manner, wordingFrom } from './symbols.ts';
import { wordingTask } from './train-wording-task.ts';

export interface Worded {
  readonly text: string;
  /** Who worded it: the model only where its text reads back as the problem. */
  readonly by: 'grammar' | 'model';
  readonly told: Told;
  /** What the model wrote, also where it was refused; null where it wrote nothing readable. */
  readonly written: string | null;
}

/** Random numbers of one purpose do not depend on how many another took. */
const mannerStream = 73;
const mostSymbols = 54;
const temperature = 0.5;
const topP = 0.9;
/** Symbols that a larger model may take, which spells its words. */
const mostSpelt = 200;

/**
 * @param problems worded in one batch
 * @throws LanguageModelError; PoolError; the signal's reason: the caller then shows the grammar's sentence
 */
export async function reword(
  problems: readonly Problem[],
  writer: LanguageWriter,
  seed: number,
  signal?: AbortSignal,
): Promise<readonly Worded[]> {
  const locked = wordingTask.safeParse(await writer.describe()).success;
  const told = problems.map(({ situation, slots, language, seed: own }) =>
    tell(situation, slots, language, own),
  );
  const beginnings = problems.map((problem, index) => {
    const grammar = told[index];
    if (grammar === undefined) throw new Error('every problem is told');
    if (!locked) return requestFor(problem.language, grammar.text);
    return beginningFor(
      problem.situation,
      problem.language,
      grammar.wording,
      problem.slots.asked,
      mannerFor(problem),
    );
  });
  const written = await writer.write(
    { beginnings, chat: !locked, mostSymbols: locked ? mostSymbols : mostSpelt, temperature, topP, seed },
    signal,
  );
  return problems.flatMap((problem, index) => {
    const grammar = told[index];
    if (grammar === undefined) return [];
    const text = textFrom(problem, written[index] ?? '', locked);
    const accepted = text !== null && tellsProblem(problem, text);
    return [
      {
        text: accepted ? text : grammar.text,
        by: accepted ? 'model' : 'grammar',
        told: grammar,
        written: text,
      },
    ];
  });
}

/** Any way to begin and to ask that suits the situation, also those that its grammar does not use. */
function mannerFor({ situation, seed }: Problem): Manner {
  const random = createRandom(seed, mannerStream);
  const [leads, ways] = [suitableLeads(situation.timeless), Object.keys(frames)];
  return {
    lead: leads[random.below(leads.length)] ?? 'none',
    frame: ways[random.below(ways.length)] ?? 'plain',
  };
}

function textFrom(
  { situation, slots, language, seed }: Problem,
  written: string,
  locked: boolean,
): string | null {
  if (!locked) return written.trim() || null;
  const wording = wordingFrom(situation, language, written.trim());
  return wording === null ? null : render(situation, slots, language, wording, seed % 3 === 0).text;
}

/** What a larger model is asked; it has no slot symbols, so it is told what to keep. */
function requestFor(language: StoryLanguage, text: string): string {
  return language === 'en'
    ? `Reword this word problem for a child of ten in two or three short sentences. Keep every name, number, unit and what is asked. Answer with the problem alone.\n\n${text}`
    : `请换一种说法改写这道应用题，让十岁的孩子读得懂。人名、数字、单位和所求的量都不能变。只写改写后的题目。\n\n${text}`;
}
