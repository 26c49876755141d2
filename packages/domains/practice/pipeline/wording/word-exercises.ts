/** Word-problem exercises in the words of a language model, where those leave the problem as it is. */
import type { LanguageWriter } from '@praxis/core/language';
import type { Exercise } from '../../data/exercise.ts';
import type { StoryLanguage } from '../../data/stories/index.ts';
import { problemOf } from './problem.ts';
import { reword } from './reword.ts';

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
    const problem = problemOf(exercise.template, exercise.certificate.parameters, language);
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
