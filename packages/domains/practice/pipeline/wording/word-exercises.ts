/** Word-problem exercises in the words of a language model, where those leave the problem as it is. */
import type { LanguageWriter } from '@praxis/core/language';
import { z } from 'zod';
import type { Exercise } from '../../data/exercise.ts';
import { type StoryLanguage, storySlots, storyTemplate } from '../../data/stories/index.ts';
import { type Problem, reword } from './reword.ts';

/**
 * @param exercises any; those that tell no story stay as they are, and so does all of a story but its prompt
 * @throws LanguageModelError; PoolError; the signal's reason: the exercises then stand as they are
 */
export async function wordExercises(
  exercises: readonly Exercise[],
  language: StoryLanguage,
  writer: LanguageWriter,
  signal?: AbortSignal,
): Promise<readonly Exercise[]> {
  const stories = exercises.flatMap((exercise) => {
    const problem = problemOf(exercise, language);
    return problem === null ? [] : [{ id: exercise.id, problem }];
  });
  if (stories.length === 0) return exercises;
  const problems = stories.map(({ problem }) => problem);
  const worded = await reword(problems, writer, problems[0]?.seed ?? 0, signal);
  const texts = new Map(
    stories.flatMap(({ id }, index) => {
      const word = worded[index];
      return word?.by === 'model' ? [[id, word.text] as const] : [];
    }),
  );
  return exercises.map((exercise) => {
    const text = texts.get(exercise.id);
    // A story has no formula in it.
    return text === undefined ? exercise : { ...exercise, prompt: text, promptLatex: text };
  });
}

/** The story that an exercise tells, from its certificate; null where it tells none. */
function problemOf({ template, certificate }: Exercise, language: StoryLanguage): Problem | null {
  const situation = storyTemplate(template);
  if (situation === null) return null;
  const parameters = z.object({ slots: storySlots(situation), telling: z.int() });
  const parsed = parameters.safeParse(certificate.parameters);
  return parsed.success ? { situation, slots: parsed.data.slots, language, seed: parsed.data.telling } : null;
}
