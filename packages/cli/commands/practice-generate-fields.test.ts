import { languages, skills } from '@praxis/practice';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { practiceGenerate } from './practice-generate.ts';

/** What a computer-algebra system can be given. */
const ascii = z.string().regex(/^[\x20-\x7e]+$/);
const written = z.strictObject({ ascii, latex: z.string().min(1) });
const words = z.string().min(1);

/** The fields as they are published, written down a second time: what is printed must not drift from them. */
const published = z.strictObject({
  id: z.string().regex(/^[a-z-]+\/[a-z-]+@\d+:\d+$/),
  skill: words,
  template: words,
  prompt: words,
  promptLatex: words,
  task: z
    .strictObject({
      kind: z.enum([
        ...(['evaluate', 'simplify', 'expand', 'factor', 'solve', 'system', 'inequality'] as const),
        ...(['differentiate', 'limit', 'statistic'] as const),
      ]),
      expression: ascii.optional(),
      equation: ascii.optional(),
      variable: ascii.optional(),
      equations: z.array(ascii).min(2).optional(),
      variables: z.array(ascii).min(2).optional(),
      point: ascii.optional(),
      statistic: ascii.optional(),
      data: z.array(ascii).min(3).optional(),
    })
    .refine(({ expression, equation, variable }) =>
      expression === undefined ? equation !== undefined && variable !== undefined : equation === undefined,
    ),
  answer: written,
  unit: z.string().optional(),
  acceptedForm: words,
  steps: z
    .array(
      z.strictObject({
        kind: z.enum(['state', 'aside', 'wider']),
        ascii,
        latex: words,
        reason: words,
        reasonLatex: words,
      }),
    )
    .min(1),
  hints: z.array(z.strictObject({ text: words, latex: words })).min(2),
  distractors: z
    .array(written.extend({ misconception: z.strictObject({ id: words, name: words, explanation: words }) }))
    .min(1),
  difficulty: z.number(),
  features: z.record(z.string(), z.number()),
  certificate: z.strictObject({
    seed: z.int().nonnegative(),
    template: words,
    version: z.int().positive(),
    parameters: z.unknown(),
    confirmed: z.array(z.strictObject({ about: words, by: z.array(words).min(2) })).min(2),
  }),
  expectedSuccess: z.number().min(0).max(1),
  asAsked: z.boolean(),
});

afterEach(() => vi.restoreAllMocks());

async function printed(options: Record<string, unknown>): Promise<{ out: string; said: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await practiceGenerate({ options, words: [], usage: '' })).toBe(0);
  const lines = (spy: typeof out) => spy.mock.calls.map((line) => line.join(' ')).join('\n');
  return { out: lines(out), said: lines(said) };
}

for (const { id } of skills) {
  test(`${id}: every published field, at three difficulties, in both languages`, async () => {
    for (const success of ['.3', '.7', '.95']) {
      const tasks = new Set<string>();
      for (const language of languages) {
        const { out, said } = await printed({ skill: id, success, language, json: true });
        const [exercise] = published.array().length(1).parse(JSON.parse(out));
        expect(exercise?.skill).toBe(id);
        expect(/\p{Script=Han}/u.test(exercise?.prompt ?? ''), exercise?.prompt).toBe(language === 'zh');
        // Where nothing is as hard as asked, the nearest is given, and that is said.
        expect(said !== '', said).toBe(exercise?.asAsked === false);
        tasks.add(JSON.stringify(exercise?.task));
        vi.restoreAllMocks();
      }
      expect(tasks.size, 'the language changes the words alone').toBe(1);
    }
  });
}
