/** An exercise as it leaves the product, and how a verified draft becomes one. */
import { z } from 'zod';
import { unitNames } from './answers/units.ts';
import type { Certified } from './certificate/certify.ts';
import { checkNames } from './certificate/checks.ts';
import { assumedDifficulty } from './difficulty.ts';
import { exerciseId } from './exercise-id.ts';
import { ascii } from './mathematics/ascii.ts';
import { forms } from './mathematics/forms.ts';
import { latex } from './mathematics/latex.ts';
import { type Language, sentenceLatex, sentenceText } from './sentence.ts';
import { answerText } from './templates/answer.ts';
import { featureNames, featuresOf } from './templates/features.ts';
import { taskKinds, taskText } from './templates/task.ts';
import { type Drafted, stepKinds, type Template } from './templates/template.ts';

const written = z.object({ ascii: z.string(), latex: z.string() });
const said = z.object({ text: z.string(), latex: z.string() });

export const exerciseSchema = z.object({
  /** Template, version and seed: they alone make the same exercise again. */
  id: z.string(),
  skill: z.string(),
  template: z.string(),
  prompt: z.string(),
  /** Text with LaTeX between dollar signs. */
  promptLatex: z.string(),
  task: z.object({
    kind: z.enum(taskKinds),
    expression: z.string().optional(),
    equation: z.string().optional(),
    variable: z.string().optional(),
    equations: z.array(z.string()).optional(),
    variables: z.array(z.string()).optional(),
    point: z.string().optional(),
    statistic: z.string().optional(),
    data: z.array(z.string()).optional(),
  }),
  answer: written,
  /** Of a measured answer; what is typed without a unit is taken to be in it. */
  unit: z.enum(unitNames).optional(),
  acceptedForm: z.enum(forms),
  steps: z.array(written.extend({ kind: z.enum(stepKinds), reason: z.string(), reasonLatex: z.string() })),
  hints: z.array(said),
  distractors: z.array(
    written.extend({
      misconception: z.object({ id: z.string(), name: z.string(), explanation: z.string() }),
    }),
  ),
  /** Logits. */
  difficulty: z.number(),
  features: z.record(z.enum(featureNames), z.number()),
  certificate: z.object({
    seed: z.int(),
    template: z.string(),
    version: z.int(),
    parameters: z.unknown(),
    confirmed: z.array(z.object({ about: z.string(), by: z.array(z.enum(checkNames)) })),
  }),
});

export type Exercise = z.infer<typeof exerciseSchema>;

export function toExercise(
  template: Template,
  seed: number,
  { draft, parameters }: Drafted,
  { confirmed, distractors }: Certified,
  language: Language,
): Exercise {
  const features = featuresOf(draft);
  return {
    id: exerciseId(template, seed),
    skill: template.skill,
    template: template.id,
    prompt: sentenceText(draft.prompt, language),
    promptLatex: sentenceLatex(draft.prompt, language),
    task: taskText(draft.task),
    answer: answerText(draft.answer),
    ...(draft.unit === undefined ? {} : { unit: draft.unit }),
    acceptedForm: draft.form,
    steps: draft.steps.map(({ kind, expression, reason }) => ({
      kind,
      ascii: ascii(expression),
      latex: latex(expression),
      reason: sentenceText(reason, language),
      reasonLatex: sentenceLatex(reason, language),
    })),
    hints: draft.hints.map((hint) => ({
      text: sentenceText(hint, language),
      latex: sentenceLatex(hint, language),
    })),
    distractors: distractors.map(({ misconception, answer }) => ({
      ...answerText(answer),
      misconception: {
        id: misconception.id,
        name: misconception.name[language],
        explanation: misconception.explanation[language],
      },
    })),
    difficulty: assumedDifficulty(features),
    features,
    certificate: {
      seed,
      template: template.id,
      version: template.version,
      parameters,
      confirmed: confirmed.map(({ about, by }) => ({ about, by: [...by] })),
    },
  };
}
