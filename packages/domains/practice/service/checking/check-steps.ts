/** Every line that a learner wrote, judged: does it still say what the exercise says? */
import type { TypedAnswer, Unreadable } from '../../data/answers/answer.ts';
import { readAnswer } from '../../data/answers/read-answer.ts';
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
  const [reading] = readAnswer(continued, { variables, measured: key.unit !== undefined });
  if (!reading.ok) return { verdict: 'unreadable', error: reading.error };
  const state = stateOf(reading.answer);
  if (state === null) return { verdict: 'untold' };
  return key.answer.kind === 'value' ? valueLine(key, state) : relationLine(key, state);
}

/** The line as one expression; null where it is an interval or says that there is no solution. */
function stateOf(typed: TypedAnswer): Expression | null {
  if (typed.kind === 'value') return typed.value;
  if (typed.kind === 'relation') return typed.relation;
  if (typed.kind !== 'several') return null;
  const relations = typed.answers.map((part) => (part.kind === 'relation' ? part.relation : null));
  if (!relations.every((relation) => relation !== null)) return null;
  return [typed.joined === 'or' ? 'Or' : 'List', ...relations];
}

/** A line of a computation: a value, or values with equals signs between them. */
function valueLine(key: Key, state: Expression): LineVerdict {
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
  const mistake = key.mistakes.find(({ answer }) => holdsOf(key, state, answer) === true);
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
