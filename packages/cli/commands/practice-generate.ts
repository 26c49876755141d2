/** `praxis practice generate`: verified exercises of a skill, as hard as asked. */
import { z } from 'zod';
import type { Given } from '../command-list.ts';
import { FaultError } from '../fault.ts';
import { flag, parseOptions, required, whole } from '../options.ts';

const probability = z
  .string()
  .regex(/^0?\.\d+$/, { error: 'is not a probability between 0 and 1, such as 0.7' })
  .transform(Number)
  .refine((value) => value >= 0.05 && value <= 0.98, { error: 'is not between 0.05 and 0.98' })
  .default(0.7);

const schema = z.object({
  skill: required,
  success: probability,
  count: whole(1, 100_000, 1),
  seed: whole(0, Number.MAX_SAFE_INTEGER, 0),
  language: z.enum(['en', 'zh'], { error: 'is not en or zh' }).default('en'),
  json: flag,
});

/**
 * Prints as it makes them: with --json one array with an exercise a line, else text. What could not be met as asked
 * is said on standard error.
 *
 * @returns exit code
 * @throws FaultError usage where there is no such skill; exercise where a template's drafts are refused
 */
export async function practiceGenerate(given: Given): Promise<number> {
  const { skill, count, json, ...wish } = parseOptions(schema, given);
  const { generate, isSkillId } = await import('@praxis/practice');
  if (!isSkillId(skill)) {
    throw new FaultError({
      code: 'usage',
      message: `--skill: there is no skill "${skill}".`,
      mend: '`npx praxis practice skills` lists them.',
    });
  }
  let made = 0;
  let off = 0;
  let nearest = 0;
  for (const result of generate({ ...wish, skill, ability: 0 })) {
    if ('code' in result) {
      throw new FaultError({
        code: 'exercise',
        message: result.message,
        mend: 'Report it: this is a mistake of ours.',
      });
    }
    const { exercise, expected, asAsked } = result;
    if (!asAsked) {
      off++;
      nearest = expected;
    }
    console.log(
      json
        ? `${made === 0 ? '[' : ','}${JSON.stringify({ ...exercise, expectedSuccess: expected, asAsked })}`
        : text(exercise, asAsked ? null : `nearest to ${wish.success}: expected success ${expected}`),
    );
    made++;
    if (made === count) break;
  }
  if (json) console.log(']');
  if (off > 0) {
    console.error(
      `${off} of ${made}: no exercise of ${skill} has a probability of success of ${wish.success}; the nearest was given, the last with ${nearest}.`,
    );
  }
  return 0;
}

/** @param remark what is to be said of the exercise as a whole, if anything */
function text(
  { prompt, answer, unit, hints, steps, distractors }: import('@praxis/practice').Exercise,
  remark: string | null,
): string {
  return [
    prompt,
    ...(remark === null ? [] : [`  (${remark})`]),
    ...hints.map((hint) => `  ? ${hint.text}`),
    ...steps.map((step) => `  ${step.ascii}    ${step.reason}`),
    `  = ${answer.ascii}${unit === undefined ? '' : ` ${unit}`}`,
    ...distractors.map((wrong) => `  x ${wrong.ascii}    ${wrong.misconception.name}`),
    '',
  ].join('\n');
}
