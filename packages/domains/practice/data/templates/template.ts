/** What a template is: parameters, a statement, steps, hints and error rules. docs/practice-exercises.md shows one. */
import { createRandom } from '@praxis/core/random';
import { z } from 'zod';
import type { UnitName } from '../answers/units.ts';
import type { Expression } from '../mathematics/expression.ts';
import type { Form } from '../mathematics/forms.ts';
import type { Misconception } from '../misconceptions/misconception.ts';
import type { Sentence } from '../sentence.ts';
import type { SkillId } from '../skills/graph.ts';
import type { Answer } from './answer.ts';
import { type Draw, drawFrom } from './draw.ts';
import type { Task } from './task.ts';

export const stepKinds = ['state', 'aside', 'wider'] as const;

/**
 * A line of the worked solution. A `state` is the task put another way: it has the same value, or the same
 * solutions. An `aside` is a computation next to it, an equation that is true. A `wider` line has the solutions of the
 * task and others too, which a line below leaves out.
 */
export interface Step {
  readonly kind: (typeof stepKinds)[number];
  readonly expression: Expression;
  readonly reason: Sentence;
  /** Of a `wider` line: its solutions that are none of the task. */
  readonly also?: readonly Expression[];
}

/** What a learner with this misconception answers here. */
export interface Mistake {
  readonly misconception: Misconception;
  readonly answer: Answer;
}

/** An exercise that is not verified yet. */
export interface Draft {
  readonly task: Task;
  readonly prompt: Sentence;
  readonly answer: Answer;
  readonly form: Form;
  readonly steps: readonly Step[];
  /** From what to think of to what to do first; none says the answer. */
  readonly hints: readonly Sentence[];
  /** One that leads to the right answer here, or where another one does, is left out. */
  readonly mistakes: readonly Mistake[];
  /** Of a measured answer: what a learner types without a unit is taken to be in it. */
  readonly unit?: UnitName;
  /** The learner has to write the unit too. */
  readonly asksUnit?: boolean;
  /** What makes it hard beyond what can be seen in the expression: carries, a change of sign, …; each a count. */
  readonly demands?: Readonly<Record<string, number>>;
}

/** 1: smallest numbers and fewest steps, 3: largest and most. */
type Level = 1 | 2 | 3;

interface Definition<Parameters> {
  /** `field/what-it-asks`, never changed: it stands in the history of learners. */
  readonly id: string;
  readonly skill: SkillId;
  /** One more with every change after which a seed gives another exercise. */
  readonly version: number;
  readonly parameters: z.ZodType<Parameters>;
  /** Draws the answer first, then what leads to it; null where that breaks a constraint: drawn again. */
  readonly sample: (draw: Draw, level: Level) => Parameters | null;
  readonly build: (parameters: Parameters) => Draft;
}

export interface Drafted {
  /** As they stand in the certificate. */
  readonly parameters: unknown;
  readonly draft: Draft;
}

/** A template whose parameters' type only it knows. */
export interface Template {
  readonly id: string;
  readonly skill: SkillId;
  readonly version: number;
  /** The same seed gives the same draft on every machine; null where the constraints were not met in 200 draws. */
  readonly draw: (seed: number) => Drafted | null;
  /** The draft of parameters that come from elsewhere; null where they are none of this template. */
  readonly rebuild: (parameters: unknown) => Draft | null;
}

const levels = [1, 2, 3] as const;

export function defineTemplate<Parameters>(definition: Definition<Parameters>): Template {
  const { id, skill, version, parameters: schema, sample, build } = definition;
  return {
    id,
    skill,
    version,
    draw: (seed) => {
      const draw = drawFrom(createRandom(seed));
      const level = draw.pick(levels);
      for (let attempt = 0; attempt < 200; attempt++) {
        const parameters = sample(draw, level);
        if (parameters !== null) return { parameters, draft: build(parameters) };
      }
      return null;
    },
    rebuild: (parameters) => {
      const parsed = schema.safeParse(parameters);
      return parsed.success ? build(parsed.data) : null;
    },
  };
}

/** Parameters that are whole numbers. */
export function wholeNumbers<Name extends string>(...names: Name[]): z.ZodType<Record<Name, number>> {
  return z.record(z.enum(names), z.int());
}

export const state = (expression: Expression, reason: Sentence): Step => ({
  kind: 'state',
  expression,
  reason,
});

/** @param also solutions of this line that are none of the task */
export const wider = (expression: Expression, also: readonly Expression[], reason: Sentence): Step => ({
  kind: 'wider',
  expression,
  reason,
  also,
});

/** @param equation true by itself */
export const aside = (equation: Expression, reason: Sentence): Step => ({
  kind: 'aside',
  expression: equation,
  reason,
});
