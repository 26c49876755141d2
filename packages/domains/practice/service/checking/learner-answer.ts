/** What a learner typed, as an answer of the kind that the exercise asks for. */
import type { Interval, TypedAnswer } from '../../data/answers/answer.ts';
import { type Expression, headOf, operandsOf } from '../../data/mathematics/expression.ts';
import type { Answer } from '../../data/templates/answer.ts';

/**
 * Several where the text can be meant in several ways: `x > 1, x < 3` may say both or either.
 *
 * @returns none where the text is an answer of another kind
 */
export function answersMeant(typed: TypedAnswer, asked: Answer): readonly Answer[] {
  switch (asked.kind) {
    case 'value':
      return valueMeant(typed).map((value) => ({ kind: 'value', value }));
    case 'solutions': {
      const values = solutionsMeant(typed, asked.variable);
      return values === null ? [] : [{ ...asked, values }];
    }
    case 'point': {
      const values = pointMeant(typed, asked.variables);
      return values === null ? [] : [{ ...asked, values }];
    }
    case 'range':
      return rangesMeant(typed, asked.variable).map((relation) => ({ ...asked, relation }));
  }
}

/** `y = 2x + 1` and `2x + 1` are the same value: the name on the left says nothing new. */
function valueMeant(typed: TypedAnswer): readonly Expression[] {
  if (typed.kind === 'value') return [typed.value];
  const named = typed.kind === 'relation' ? namedValue(typed.relation) : null;
  return named === null ? [] : [named.value];
}

function namedValue(relation: Expression): { name: string; value: Expression } | null {
  const [left, right] = operandsOf(relation);
  if (headOf(relation) !== 'Equal' || left === undefined || right === undefined) return null;
  if (typeof left === 'string') return { name: left, value: right };
  return typeof right === 'string' ? { name: right, value: left } : null;
}

/** Null where a part is no value of the variable. */
function solutionsMeant(typed: TypedAnswer, variable: string): readonly Expression[] | null {
  if (typed.kind === 'none') return [];
  const parts = typed.kind === 'several' ? typed.answers : [typed];
  const values = parts.map((part) => {
    if (part.kind === 'value') return part.value;
    const named = part.kind === 'relation' ? namedValue(part.relation) : null;
    return named?.name === variable ? named.value : null;
  });
  return values.every((value) => value !== null) ? values : null;
}

/** By name, in any order, or without names in the order of the variables. */
function pointMeant(typed: TypedAnswer, variables: readonly string[]): readonly Expression[] | null {
  if (typed.kind !== 'several' || typed.answers.length !== variables.length) return null;
  if (typed.answers.every((part) => part.kind === 'value')) return typed.answers.map(({ value }) => value);
  const named = typed.answers.map((part) => (part.kind === 'relation' ? namedValue(part.relation) : null));
  const values = variables.map((name) => named.find((part) => part?.name === name)?.value ?? null);
  return values.every((value) => value !== null) ? values : null;
}

function rangesMeant(typed: TypedAnswer, variable: string): readonly Expression[] {
  switch (typed.kind) {
    case 'relation':
      return [typed.relation];
    case 'none':
      return [['And', ['Less', variable, 0], ['Greater', variable, 0]]];
    case 'every':
      return [['Or', ['Less', variable, 0], ['GreaterEqual', variable, 0]]];
    case 'intervals':
      return [either(typed.intervals.map((interval) => insideOf(interval, variable)))];
    case 'several': {
      if (!typed.answers.every((part) => part.kind === 'relation')) return [];
      const relations = typed.answers.map(({ relation }) => relation);
      const [both, any]: Expression[] = [
        ['And', ...relations],
        ['Or', ...relations],
      ];
      if (both === undefined || any === undefined) return [];
      if (typed.joined === 'and') return [both];
      return typed.joined === 'or' ? [any] : [both, any];
    }
    case 'value':
      return [];
  }
}

const either = (relations: readonly Expression[]): Expression =>
  relations.length === 1 ? (relations[0] ?? 0) : ['Or', ...relations];

function insideOf({ low, high, lowIncluded, highIncluded }: Interval, variable: string): Expression {
  const parts: Expression[] = [];
  if (!isInfinite(low)) parts.push([lowIncluded ? 'GreaterEqual' : 'Greater', variable, low]);
  if (!isInfinite(high)) parts.push([highIncluded ? 'LessEqual' : 'Less', variable, high]);
  const [first, ...others] = parts;
  if (first === undefined) return ['Or', ['Less', variable, 0], ['GreaterEqual', variable, 0]];
  return others.length === 0 ? first : ['And', ...parts];
}

function isInfinite(bound: Expression): boolean {
  return (
    bound === 'PositiveInfinity' ||
    (headOf(bound) === 'Negate' && operandsOf(bound)[0] === 'PositiveInfinity')
  );
}
