/** Drafts of the two most frequent sorts, so that a template says only what is its own. */
import type { UnitName } from '../answers/units.ts';
import type { Expression } from '../mathematics/expression.ts';
import type { Form } from '../mathematics/forms.ts';
import type { Misconception } from '../misconceptions/misconception.ts';
import type { Sentence } from '../sentence.ts';
import { solutions, value } from './answer.ts';
import { calculate, solve } from './prompts.ts';
import type { Draft, Step } from './template.ts';

interface Own {
  readonly steps: readonly Step[];
  readonly hints: readonly Sentence[];
  /** Each with what it leads to. */
  readonly mistakes: readonly (readonly [Misconception, Expression])[];
  readonly demands?: Readonly<Record<string, number>>;
}

interface ValueOwn extends Own {
  readonly answer: Expression;
  readonly form: Form;
  /** `evaluate` where nothing is said. */
  readonly kind?: 'evaluate' | 'simplify' | 'expand' | 'factor';
  /** "Calculate …" where nothing is said. */
  readonly prompt?: Sentence;
  readonly unit?: UnitName;
  readonly asksUnit?: boolean;
}

/** An expression whose value, or another form, is asked for. */
export function valueDraft(expression: Expression, own: ValueOwn): Draft {
  const { answer, form, kind = 'evaluate', prompt = calculate(expression), mistakes, ...rest } = own;
  return {
    ...rest,
    task: { kind, expression },
    prompt,
    answer: value(answer),
    form,
    mistakes: mistakes.map(([misconception, wrong]) => ({ misconception, answer: value(wrong) })),
  };
}

interface EquationOwn extends Own {
  readonly solution: Expression;
  /** `x` where nothing is said. */
  readonly variable?: string;
  /** "Solve …" where nothing is said. */
  readonly prompt?: Sentence;
}

/** An equation with one solution. */
export function equationDraft(equation: Expression, own: EquationOwn): Draft {
  const { solution, variable = 'x', prompt = solve(equation), mistakes, ...rest } = own;
  return {
    ...rest,
    task: { kind: 'solve', equation, variable },
    prompt,
    answer: solutions(variable, solution),
    form: 'number',
    mistakes: mistakes.map(([misconception, wrong]) => ({
      misconception,
      answer: solutions(variable, wrong),
    })),
  };
}
