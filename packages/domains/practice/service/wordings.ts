/** How a language model tells an exercise, as it stands in the stock and as it comes to a learner. */
import { z } from 'zod';
import type { DraftedExercise } from '../data/drafted-exercise.ts';
import type { Language } from '../data/sentence.ts';
import { problemOf, tellsProblem } from '../pipeline/wording/problem.ts';

/** A language without a text keeps the grammar's sentence: what the model wrote there did not read back as the exercise. */
const wordingsSchema = z.strictObject({
  /** Which model wrote them. */
  model: z.string(),
  en: z.string().nullable(),
  zh: z.string().nullable(),
});
export type Wordings = Readonly<z.infer<typeof wordingsSchema>>;

/**
 * The text is read back once more here: what stands in the stock may be of a version whose gate let more through, and
 * nobody is shown a problem that is not the one which is checked.
 *
 * @returns null where the sentence of the grammar stands
 */
export function rewordingOf(
  wordings: unknown,
  { template, parameters }: Pick<DraftedExercise, 'template' | 'parameters'>,
  language: Language,
): string | null {
  const stored = wordingsSchema.safeParse(wordings);
  const text = stored.success ? stored.data[language] : null;
  const problem = text === null ? null : problemOf(template, parameters, language);
  return text !== null && problem !== null && tellsProblem(problem, text) ? text : null;
}
