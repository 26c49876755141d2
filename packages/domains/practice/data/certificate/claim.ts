/** What an exercise states, put so that it can be checked: of the answer, and of every line of the worked solution. */
import { type Expression, headOf, operandsOf } from '../mathematics/expression.ts';
import type { Answer } from '../templates/answer.ts';
import { statementOf, type Task } from '../templates/task.ts';
import type { Draft, Step } from '../templates/template.ts';

export type Claim =
  | { readonly kind: 'same-value'; readonly left: Expression; readonly right: Expression }
  /** `values` are all the solutions; `equation` may be several with Or between them. */
  | {
      readonly kind: 'solutions';
      readonly equation: Expression;
      readonly variable: string;
      readonly values: readonly Expression[];
    }
  /** The one point at which all equations hold. */
  | {
      readonly kind: 'point';
      readonly equations: readonly Expression[];
      readonly variables: readonly string[];
      readonly values: readonly Expression[];
    }
  /** Both relations hold for the same numbers. */
  | {
      readonly kind: 'same-range';
      readonly relation: Expression;
      readonly variable: string;
      readonly answer: Expression;
    };

/** One of the claims of a draft; `about` names it: `answer`, `line 1`, … */
export interface NamedClaim {
  readonly about: string;
  readonly claim: Claim;
}

/** @returns null where the answer is of another kind than the task asks for */
export function claimsOf({ task, answer, steps }: Draft): NamedClaim[] | null {
  const claims: NamedClaim[] = [];
  const main = stateClaim(statementOf(task), answer, task);
  if (main === null) return null;
  claims.push({ about: 'answer', claim: main });
  for (const [place, step] of steps.entries()) {
    const claim = stepClaim(step, answer, task);
    if (claim === null) return null;
    claims.push({ about: `line ${place + 1}`, claim });
  }
  return claims;
}

function stepClaim({ kind, expression, also = [] }: Step, answer: Answer, task: Task): Claim | null {
  if (kind === 'aside') return identity(expression);
  if (kind === 'state') return stateClaim(expression, answer, task);
  if (answer.kind !== 'solutions' || also.length === 0) return null;
  return stateClaim(expression, { ...answer, values: [...answer.values, ...also] }, task);
}

/** That the task put another way still has the answer. */
export function stateClaim(state: Expression, answer: Answer, task: Task): Claim | null {
  switch (answer.kind) {
    case 'value':
      return isTaskOfValue(task) ? { kind: 'same-value', left: state, right: answer.value } : null;
    case 'solutions':
      if (task.kind !== 'solve' || answer.variable !== task.variable) return null;
      return { kind: 'solutions', equation: state, variable: answer.variable, values: answer.values };
    case 'point':
      if (task.kind !== 'system' || answer.variables.join() !== task.variables.join()) return null;
      return {
        kind: 'point',
        equations: headOf(state) === 'List' ? operandsOf(state) : [state],
        variables: answer.variables,
        values: answer.values,
      };
    case 'range':
      if (task.kind !== 'inequality' || answer.variable !== task.variable) return null;
      return { kind: 'same-range', relation: state, variable: answer.variable, answer: answer.relation };
  }
}

function isTaskOfValue(task: Task): boolean {
  return task.kind !== 'solve' && task.kind !== 'system' && task.kind !== 'inequality';
}

function identity(equation: Expression): Claim | null {
  const [left, right] = operandsOf(equation);
  if (headOf(equation) !== 'Equal' || left === undefined || right === undefined) return null;
  return { kind: 'same-value', left, right };
}
