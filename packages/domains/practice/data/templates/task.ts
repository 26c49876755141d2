/** What is to be done, as mathematics: an engine that reads it can solve it without the words around it. */
import { ascii } from '../mathematics/ascii.ts';
import { canonicalForm } from '../mathematics/canonical.ts';
import { type Expression, operandsOf } from '../mathematics/expression.ts';

export const taskKinds = [
  ...(['evaluate', 'simplify', 'expand', 'factor', 'solve', 'system', 'inequality'] as const),
  ...(['differentiate', 'limit', 'statistic'] as const),
] as const;

export type TaskKind = (typeof taskKinds)[number];

export type Task =
  | { readonly kind: 'evaluate' | 'simplify' | 'expand' | 'factor'; readonly expression: Expression }
  | { readonly kind: 'solve'; readonly equation: Expression; readonly variable: string }
  | {
      readonly kind: 'system';
      readonly equations: readonly Expression[];
      readonly variables: readonly string[];
    }
  | { readonly kind: 'inequality'; readonly relation: Expression; readonly variable: string }
  | { readonly kind: 'differentiate'; readonly expression: Expression; readonly variable: string }
  | {
      readonly kind: 'limit';
      readonly expression: Expression;
      readonly variable: string;
      readonly point: Expression;
    }
  | {
      readonly kind: 'statistic';
      readonly statistic: 'Mean' | 'Median' | 'Mode' | 'Range';
      readonly data: readonly Expression[];
    };

/** The task as one expression; its value is the answer where the task asks for a value. */
export function statementOf(task: Task): Expression {
  switch (task.kind) {
    case 'solve':
      return task.equation;
    case 'system':
      return ['List', ...task.equations];
    case 'inequality':
      return task.relation;
    case 'differentiate':
      return ['D', task.expression, task.variable];
    case 'limit':
      return ['Limit', task.expression, task.variable, task.point];
    case 'statistic':
      return [task.statistic, ...task.data];
    default:
      return task.expression;
  }
}

/** The same for two exercises that ask the same of the same expression, whatever the words and the variable's name. */
export function canonicalTask(task: Task): string {
  return `${task.kind} ${canonicalForm(statementOf(task))}`;
}

/** The task in plain text, in the shape in which it leaves the product. */
export function taskText(task: Task): TaskText {
  switch (task.kind) {
    case 'solve':
      return { kind: task.kind, equation: ascii(task.equation), variable: task.variable };
    case 'system':
      return {
        kind: task.kind,
        equation: task.equations.map(ascii).join(', '),
        variable: task.variables.join(', '),
        equations: task.equations.map(ascii),
        variables: [...task.variables],
      };
    case 'inequality':
      return { kind: task.kind, equation: ascii(task.relation), variable: task.variable };
    case 'differentiate':
      return { kind: task.kind, expression: ascii(task.expression), variable: task.variable };
    case 'limit':
      return {
        kind: task.kind,
        expression: ascii(task.expression),
        variable: task.variable,
        point: ascii(task.point),
      };
    case 'statistic':
      return {
        kind: task.kind,
        expression: ascii(statementOf(task)),
        statistic: task.statistic.toLowerCase(),
        data: operandsOf(statementOf(task)).map(ascii),
      };
    default:
      return { kind: task.kind, expression: ascii(task.expression) };
  }
}

interface TaskText {
  readonly kind: TaskKind;
  readonly expression?: string;
  readonly equation?: string;
  readonly variable?: string;
  readonly equations?: string[];
  readonly variables?: string[];
  readonly point?: string;
  readonly statistic?: string;
  readonly data?: string[];
}
