/** Answers, right and wrong: a value, the solutions of an equation, a point, or a range. */
import { ascii } from '../mathematics/ascii.ts';
import type { Expression } from '../mathematics/expression.ts';
import { latex } from '../mathematics/latex.ts';

export type Answer =
  | { readonly kind: 'value'; readonly value: Expression }
  /** All of them, each once; none where the equation has no solution. */
  | { readonly kind: 'solutions'; readonly variable: string; readonly values: readonly Expression[] }
  | { readonly kind: 'point'; readonly variables: readonly string[]; readonly values: readonly Expression[] }
  /** Relations between the variable and numbers: `x < 3`, or two with And or Or between them. */
  | { readonly kind: 'range'; readonly variable: string; readonly relation: Expression };

export const value = (expression: Expression): Answer => ({ kind: 'value', value: expression });

export const solutions = (variable: string, ...values: Expression[]): Answer => ({
  kind: 'solutions',
  variable,
  values,
});

/** In the order in which the task names the variables. */
export const point = (variables: readonly string[], ...values: Expression[]): Answer => ({
  kind: 'point',
  variables,
  values,
});

export const range = (variable: string, relation: Expression): Answer => ({
  kind: 'range',
  variable,
  relation,
});

/** An answer as one expression: `x = 2, x = 3` for solutions; null where there is none to write. */
export function answerExpression(answer: Answer): Expression | null {
  switch (answer.kind) {
    case 'value':
      return answer.value;
    case 'solutions':
      return equations(answer.values.map((solution) => [answer.variable, solution]));
    case 'point':
      return equations(answer.values.map((part, place) => [answer.variables[place] ?? '', part]));
    case 'range':
      return answer.relation;
  }
}

function equations(pairs: readonly (readonly [string, Expression])[]): Expression | null {
  const [first, ...rest] = pairs.map(([variable, part]): Expression => ['Equal', variable, part]);
  if (first === undefined) return null;
  return rest.length === 0 ? first : ['List', first, ...rest];
}

/** `3/4`; `x = 2, x = 3`; `x = 1, y = 2`; `x < 3`; `no solution`. */
export function answerText(answer: Answer): { ascii: string; latex: string } {
  const expression = answerExpression(answer);
  if (expression === null) return { ascii: 'no solution', latex: '\\varnothing' };
  return { ascii: ascii(expression), latex: latex(expression) };
}
