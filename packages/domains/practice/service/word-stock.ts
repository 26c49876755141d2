/** Lets a language model word the stories in stock, so that nobody waits for it. */
import type { LanguageWriter } from '@praxis/core/language';
import { draftedExercise } from '../data/drafted-exercise.ts';
import { type Language, languages } from '../data/sentence.ts';
import { storyTemplates } from '../data/templates/stories.ts';
import { type Problem, problemOf } from '../pipeline/wording/problem.ts';
import { reword } from '../pipeline/wording/reword.ts';
import type { Wordings } from './wordings.ts';

export interface UnwordedStock {
  /** Ids of exercises of these templates, at most `most`, that this model has not tried and nobody was given. */
  unworded(templates: readonly string[], model: string, most: number): Promise<readonly string[]>;
  keepWordings(wordings: ReadonlyMap<string, Wordings>): Promise<void>;
}

interface StockWriter {
  /** Kept with what it wrote: another model's name means that it may try as well. */
  readonly model: string;
  readonly writer: LanguageWriter;
  readonly signal: AbortSignal;
}

const storyTemplateIds = storyTemplates.map(({ id }) => id);
/** Exercises that are worded at once. */
const batch = 16;
/** What was refused is written again this often, each time in another manner. */
const tries = 3;

/** Whether a model that is so named has something to do: it need not be opened otherwise. */
export async function hasUnworded(stock: UnwordedStock, model: string): Promise<boolean> {
  return (await stock.unworded(storyTemplateIds, model, 1)).length > 0;
}

/**
 * Words all stories that wait for it, in both languages.
 *
 * @returns how many texts were asked for, and how many were accepted
 * @throws LanguageModelError; PoolError; the signal's reason: what is not worded yet keeps the grammar's sentences
 */
export async function wordStock(
  stock: UnwordedStock,
  { model, writer, signal }: StockWriter,
): Promise<{ readonly asked: number; readonly accepted: number }> {
  let [asked, accepted] = [0, 0];
  for (;;) {
    const ids = await stock.unworded(storyTemplateIds, model, batch);
    if (ids.length === 0) return { asked, accepted };
    const texts = new Map<Language, ReadonlyMap<string, string>>();
    for (const language of languages) texts.set(language, await wordAll(ids, language, writer, signal));
    const kept = ids.map((id): [string, Wordings] => {
      const [en, zh] = [texts.get('en')?.get(id) ?? null, texts.get('zh')?.get(id) ?? null];
      return [id, { model, en, zh }];
    });
    await stock.keepWordings(new Map(kept));
    asked += languages.length * ids.length;
    accepted += [...texts.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

/** The accepted texts by exercise; one of a template that is no more has none. */
async function wordAll(
  ids: readonly string[],
  language: Language,
  writer: LanguageWriter,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const accepted = new Map<string, string>();
  let waiting = ids.flatMap((id): { id: string; problem: Problem; grammar: string }[] => {
    const made = draftedExercise(id);
    const problem = made === null ? null : problemOf(made.template, made.parameters, language);
    if (made === null || problem === null) return [];
    return [{ id, problem, grammar: made.draft.prompt.text[language] }];
  });
  for (let attempt = 0; attempt < tries && waiting.length > 0; attempt++) {
    const problems = waiting.map(({ problem }) => ({ ...problem, seed: problem.seed + attempt }));
    const written = await reword(problems, writer, problems[0]?.seed ?? 0, signal);
    for (const [place, { by, text }] of written.entries()) {
      const exercise = waiting[place];
      // The grammar's own sentence, written again, is no other wording.
      if (exercise !== undefined && by === 'model' && text !== exercise.grammar)
        accepted.set(exercise.id, text);
    }
    waiting = waiting.filter(({ id }) => !accepted.has(id));
  }
  return accepted;
}
