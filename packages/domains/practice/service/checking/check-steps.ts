/** Every line that a learner wrote, judged: does it still say what the exercise says? */
import type { TypedAnswer, Unreadable } from '../../data/answers/answer.ts';
import { readAnswer } from '../../data/answers/read-answer.ts';
import { inUnit, type UnitName, units } from '../../data/answers/units.ts';
import { stateClaim } from '../../data/certificate/claim.ts';
import { checkBySubstitution, sameValue } from '../../data/certificate/substitution.ts';
import { exactValue } from '../../data/mathematics/exact.ts';
import { type Expression, headOf, operandsOf, variablesOf } from '../../data/mathematics/expression.ts';
import type { Rational } from '../../data/mathematics/rational.ts';
import { holds } from '../../data/mathematics/relation.ts';
import type { Misconception } from '../../data/misconceptions/misconception.ts';
import type { Answer } from '../../data/templates/answer.ts';
import { statementOf } from '../../data/templates/task.ts';
import type { Key } from './check-answer.ts';

type LineVerdict =
  /** The exercise put another way: the same value, or the same solutions. */
  | { readonly verdict: 'same' }
  /** True by itself, beside the way to the answer: `3 · 4 = 12`. */
  | { readonly verdict: 'aside' }
  /** It has solutions that the exercise has not: each is to be tried in the exercise. */
  | { readonly verdict: 'gains' }
  /** It has only some of the solutions. */
  | { readonly verdict: 'loses' }
  | { readonly verdict: 'wrong'; readonly misconception: Misconception | null }
  | { readonly verdict: 'unreadable'; readonly error: Unreadable }
  /** Readable, but whether it follows cannot be told. */
  | { readonly verdict: 'untold' }
  /** It stands after a line that is wrong. */
  | { readonly verdict: 'after' };

/** Blank lines are left out of the lines but keep their place, so that a verdict stands beside its line. */
export type CheckedLine = LineVerdict | { readonly verdict: 'blank' };

/**
 * As every line up to the first wrong one has the solutions of the exercise, each is compared with those: the same
 * as comparing it with the line before. So any valid route is accepted. After the first wrong line nothing is judged.
 *
 * @returns a verdict for each line
 */
export function checkSteps(key: Key, lines: readonly string[]): readonly CheckedLine[] {
  let isWrong = false;
  return lines.map((line): CheckedLine => {
    if (line.trim() === '') return { verdict: 'blank' };
    if (isWrong) return { verdict: 'after' };
    const checked = checkLine(key, line);
    isWrong = checked.verdict === 'wrong' || checked.verdict === 'loses';
    return checked;
  });
}

function checkLine(key: Key, line: string): LineVerdict {
  // "= 3x + 6" goes on from the line before.
  const continued = line.replace(/^\s*[=＝]/, (sign) => ' '.repeat(sign.length));
  const variables = new Set(variablesOf(statementOf(key.task)));
  const measured = key.unit === undefined ? null : measuredSides(continued, key.unit, variables);
  if (measured !== null) return measured;
  const [reading] = readAnswer(continued, { variables, unit: key.unit });
  if (!reading.ok) return { verdict: 'unreadable', error: reading.error };
  const state = stateOf(inUnitOf(key, reading.answer), key.answer);
  if (state === null) return { verdict: 'untold' };
  return key.answer.kind === 'value' ? valueLine(key, state) : relationLine(key, state);
}

/** `5.3 m = 530 cm`, `0.05 = 5 %`: the same measure, so it is true beside the way; null where it is no such line. */
function measuredSides(line: string, unit: UnitName, variables: ReadonlySet<string>): LineVerdict | null {
  const parts = line.split(/[=＝]/);
  const sides = parts.map((part) => readAnswer(part, { variables, unit })[0]);
  const values = sides.flatMap((side) => (side.ok && side.answer.kind === 'value' ? [side.answer] : []));
  if (parts.length < 2 || values.length < parts.length) return null;
  if (values.filter((value) => value.unit !== null).length < (unit === 'percent' ? 1 : values.length))
    return null;
  const dimensions = new Set(
    values.map((value) => (value.unit === null ? 'share' : units[value.unit].dimension)),
  );
  if (dimensions.size > 1) return null;
  const [first, ...others] = values.map(plainMeasure);
  if (first === undefined) return null;
  return others.every((other) => sameValue(first, other) === true) ? { verdict: 'aside' } : null;
}

/** In the first unit of its dimension; a percentage as a number. */
function plainMeasure({ value, unit }: { value: Expression; unit: UnitName | null }): Expression {
  if (unit === null) return value;
  if (unit === 'percent') return ['Divide', value, 100];
  const [numerator, denominator] = units[unit].factor;
  return ['Divide', ['Multiply', value, numerator], denominator];
}

/** A value in another unit of the same kind, in the unit of the exercise. */
function inUnitOf({ unit }: Key, typed: TypedAnswer): TypedAnswer {
  if (typed.kind !== 'value' || unit === undefined || typed.unit === null || typed.unit === unit)
    return typed;
  if (units[typed.unit].dimension !== units[unit].dimension) return typed;
  return { ...typed, value: inUnit(typed.value, typed.unit, unit) };
}

/** The line as one expression; null where it is an interval or says that there is no solution. */
function stateOf(typed: TypedAnswer, asked: Answer): Expression | null {
  if (typed.kind === 'value') return typed.value;
  if (typed.kind === 'relation') return typed.relation;
  if (typed.kind !== 'several') return null;
  const relations = typed.answers.map((part): Expression | null => {
    if (part.kind === 'relation') return part.relation;
    return part.kind === 'value' && asked.kind === 'solutions' ? ['Equal', asked.variable, part.value] : null;
  });
  if (!relations.every((relation) => relation !== null)) return null;
  // Solutions of one equation side by side, `x = 4, x = 9`, are alternatives; equations of a system hold together.
  return [typed.joined === 'or' || asked.kind === 'solutions' ? 'Or' : 'List', ...relations];
}

const answerValue = (answer: Answer): Expression => (answer.kind === 'value' ? answer.value : 0);

/** A line of a computation: a value, or values with equals signs between them. */
function valueLine(key: Key, state: Expression): LineVerdict {
  const known = new Set([...variablesOf(statementOf(key.task)), ...variablesOf(answerValue(key.answer))]);
  if (variablesOf(state).some((name) => !known.has(name))) return { verdict: 'untold' };
  const equations = headOf(state) === 'And' ? operandsOf(state) : [state];
  const sides = equations.flatMap((equation) =>
    headOf(equation) === 'Equal' ? operandsOf(equation) : [equation],
  );
  const [first, ...others] = sides;
  if (first === undefined) return { verdict: 'untold' };
  const among = others.map((side) => sameValue(first, side));
  if (among.includes(false))
    return { verdict: 'wrong', misconception: misconceptionOf(key, sides.at(-1) ?? first) };
  if (among.includes(null)) return { verdict: 'untold' };
  const same = holdsOf(key, first, key.answer);
  if (same === true) return { verdict: 'same' };
  if (others.length > 0) return { verdict: 'aside' };
  return same === null
    ? { verdict: 'untold' }
    : { verdict: 'wrong', misconception: misconceptionOf(key, first) };
}

function relationLine(key: Key, state: Expression): LineVerdict {
  if (!isRelation(state)) return { verdict: 'untold' };
  if (variablesOf(state).length === 0) {
    const truth = holds(state, new Map());
    return truth === null
      ? { verdict: 'untold' }
      : truth
        ? { verdict: 'aside' }
        : { verdict: 'wrong', misconception: null };
  }
  const same = holdsOf(key, state, key.answer);
  if (same === true) return { verdict: 'same' };
  const solved = solutionsIn(key.answer).map((at) => holds(state, at));
  if (solved.length > 0 && solved.every((truth) => truth === true)) {
    // One equation of a system need not fix the point alone.
    return key.answer.kind === 'point'
      ? { verdict: 'same' }
      : same === null
        ? { verdict: 'untold' }
        : { verdict: 'gains' };
  }
  if (solved.includes(true) && solved.includes(false)) return { verdict: 'loses' };
  if (same === null && !solved.includes(false)) return { verdict: 'untold' };
  return { verdict: 'wrong', misconception: misconceptionOf(key, state) };
}

const relationHeads = new Set([
  'Equal',
  'NotEqual',
  'Less',
  'LessEqual',
  'Greater',
  'GreaterEqual',
  'And',
  'Or',
  'List',
]);

const isRelation = (state: Expression) => relationHeads.has(headOf(state) ?? '');

/** Whether the line has just this answer; null where it cannot be told. */
function holdsOf({ task }: Key, state: Expression, answer: Answer): boolean | null {
  const claim = stateClaim(state, answer, task);
  return claim === null ? null : checkBySubstitution(claim);
}

/** The misconception whose answer the line leads to. */
function misconceptionOf(key: Key, state: Expression): Misconception | null {
  const mistake =
    key.mistakes.find(({ answer }) => holdsOf(key, state, answer) === true) ??
    // One line of a system need not fix the point to which it leads.
    key.mistakes.find(
      ({ answer }) =>
        answer.kind === 'point' &&
        isRelation(state) &&
        solutionsIn(answer).every((at) => holds(state, at) === true),
    );
  return mistake?.misconception ?? null;
}

/** Each solution as values of the variables, where they are rational. */
function solutionsIn(answer: Answer): readonly ReadonlyMap<string, Rational>[] {
  if (answer.kind === 'solutions') {
    return answer.values.flatMap((value) => {
      const exact = exactValue(value);
      return exact === null ? [] : [new Map([[answer.variable, exact]])];
    });
  }
  if (answer.kind !== 'point') return [];
  const values = answer.values.map((value) => exactValue(value));
  const at = new Map<string, Rational>();
  for (const [place, name] of answer.variables.entries()) {
    const value = values[place];
    if (value !== null && value !== undefined) at.set(name, value);
  }
  return [at];
}
