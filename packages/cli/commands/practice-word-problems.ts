/** `praxis practice word-problems`: stories of the grammar, reworded where that leaves their meaning alone. */
import { createRequire } from 'node:module';
import { LanguageModelError, openWriter } from '@praxis/core/language';
import type { Problem, Worded } from '@praxis/practice';
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { FaultError } from '../fault.ts';
import { flag, optional, parseOptions, whole } from '../options.ts';
import { readSettings } from '../settings.ts';
import { chosenWordingModel } from '../wording-model.ts';

const schema = z.object({
  story: optional,
  count: whole(1, 100_000, 1),
  seed: whole(0, 2 ** 31 - 1, 0),
  language: z.enum(['en', 'zh'], { error: 'is not en or zh' }).default('en'),
  json: flag,
});

/** Problems that the model rewords at once. */
const batch = 16;

/**
 * Problems go to standard output; why the model has no part in them, to standard error.
 *
 * @returns exit code
 * @throws FaultError usage where there is no such story
 */
export async function practiceWordProblems(given: Given): Promise<number> {
  const { story, count, seed, language, json } = parseOptions(schema, given);
  const { drawSlots, situations, tell } = await import('@praxis/practice');
  const told = situations.filter(({ id }) => story === undefined || id === story);
  if (told.length === 0) {
    const known = situations.map(({ id }) => id).join(', ');
    throw new FaultError({
      code: 'usage',
      message: `--story: there is no story "${story}".`,
      mend: `Known: ${known}.`,
    });
  }
  const problems = Array.from({ length: count }, (_, index): Problem => {
    const situation = told[index % told.length];
    if (situation === undefined) throw new Error('there is a story');
    return { situation, slots: drawSlots(situation, seed + index), language, seed: seed + index };
  });
  const worded =
    (await reworded(problems, seed)) ??
    problems.map((problem): Pick<Worded, 'text' | 'by'> => {
      return { text: tell(problem.situation, problem.slots, language, problem.seed).text, by: 'grammar' };
    });
  const lines = problems.map(({ situation, slots }, index) => ({
    story: situation.id,
    prompt: worded[index]?.text ?? '',
    wordedBy: worded[index]?.by ?? 'grammar',
    slots,
    task: situation.task(slots.numbers, slots.asked),
  }));
  console.log(json ? JSON.stringify(lines, null, 2) : lines.map(({ prompt }) => prompt).join('\n'));
  return 0;
}

/** null where there is no model, or none that can be used: the sentences of the grammar stand. */
async function reworded(problems: readonly Problem[], seed: number): Promise<readonly Worded[] | null> {
  const model = await chosenWordingModel(readSettings(process.env));
  if (model === null) {
    console.error(
      'The grammar tells them: no language model is trained yet (npx praxis practice train-wording).',
    );
    return null;
  }
  const { reword } = await import('@praxis/practice');
  const worker = createRequire(import.meta.url).resolve('@praxis/core/language-worker');
  const writer = openWriter(model.source, worker);
  try {
    const worded: Worded[] = [];
    for (let start = 0; start < problems.length; start += batch) {
      worded.push(...(await reword(problems.slice(start, start + batch), writer, seed + start)));
    }
    return worded;
  } catch (error) {
    if (!(error instanceof LanguageModelError)) throw error;
    console.error(`The grammar tells them: ${error.message}`);
    return null;
  } finally {
    await writer.close();
  }
}
