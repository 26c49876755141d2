/** Checks by @cortex-js/compute-engine, which is given MathJSON and no assumption: those would hold for all exercises. */
import { type Expression as Boxed, ComputeEngine, sym } from '@cortex-js/compute-engine';
import type { MathJsonExpression } from '@cortex-js/compute-engine/math-json';
import { exactly } from '../mathematics/build.ts';
import {
  type Expression,
  headOf,
  isCompound,
  operandsOf,
  partsOf,
  variablesOf,
} from '../mathematics/expression.ts';
import { exactExpression } from '../mathematics/plain.ts';
import type { Claim } from './claim.ts';
import { boundsOf, testPoints } from './range.ts';
import type { Verdict } from './verdict.ts';

const engine = new ComputeEngine();

export function checkByComputeEngine(claim: Claim): Verdict {
  switch (claim.kind) {
    case 'same-value':
      return identical(claim.left, claim.right);
    case 'solutions':
      return hasSolutions(claim.equation, claim.variable, claim.values);
    case 'point':
      return hasPoint(claim.equations, claim.variables, claim.values);
    case 'same-range':
      return agreesAtPoints(claim.relation, claim.answer, claim.variable);
  }
}

/** True only where the engine proves it; false where it disproves it. */
export function identical(left: Expression, right: Expression): Verdict {
  return box(left).isIdenticallyEqual(box(right)) ?? null;
}

function box(expression: Expression): Boxed {
  const boxed = engine.box(engineForm(exactExpression(expression)));
  const asks = headOf(expression) === 'D' || headOf(expression) === 'Limit' || contains(expression);
  return asks ? boxed.evaluate() : boxed;
}

function contains(expression: Expression): boolean {
  return operandsOf(expression).some(
    (operand) => headOf(operand) === 'D' || headOf(operand) === 'Limit' || contains(operand),
  );
}

/** Statistics take a list and limits a function. */
function engineForm(expression: Expression): MathJsonExpression {
  if (!isCompound(expression)) return expression;
  const [head] = expression;
  const operands = operandsOf(expression).map(engineForm);
  const [first = 0, second = 'x', third = 0] = operands;
  if (head === 'Limit') return ['Limit', ['Function', first, second], third];
  if (head === 'Range') return ['Subtract', ['Max', ...operands], ['Min', ...operands]];
  if (head === 'Mean' || head === 'Median' || head === 'Mode') return [head, ['List', ...operands]];
  return [head, ...operands];
}

function hasSolutions(equation: Expression, variable: string, values: readonly Expression[]): Verdict {
  const equations = headOf(equation) === 'Or' ? operandsOf(equation) : [equation];
  if (equations.some((single) => isOutOfReach(single, variable))) return null;
  const found: Boxed[] = [];
  for (const single of equations) {
    const roots = rootsOf(single, variable);
    if (!Array.isArray(roots)) return null;
    // The imaginary part of an unevaluated root is not a number.
    for (const root of roots) if (isBoxed(root) && root.N().im === 0) found.push(root);
  }
  const wanted = values.map(box);
  const same = (a: Boxed, b: Boxed) => a.isIdenticallyEqual(b) === true;
  return (
    found.every((root) => wanted.some((value) => same(root, value))) &&
    wanted.every((value) => found.some((root) => same(root, value)))
  );
}

/** 0.140 solves 2^x = 8, but says of 2^(3x + 1) = 16 that nothing solves it. */
function isOutOfReach(equation: Expression, variable: string): boolean {
  return [...partsOf(equation)].some((part) => {
    const exponent = headOf(part) === 'Power' ? operandsOf(part)[1] : undefined;
    return exponent !== undefined && isCompound(exponent) && variablesOf(exponent).includes(variable);
  });
}

/** What is solved already is not solved again: the engine takes some 20 ms for `x = 2` too. */
function rootsOf(equation: Expression, variable: string): unknown {
  const [left, right] = operandsOf(equation);
  const isSolved = left === variable && right !== undefined && variablesOf(right).length === 0;
  return isSolved ? [box(right).evaluate()] : box(equation).solve(variable);
}

function isBoxed(root: unknown): root is Boxed {
  return typeof root === 'object' && root !== null && 'isIdenticallyEqual' in root;
}

function hasPoint(
  equations: readonly Expression[],
  variables: readonly string[],
  values: readonly Expression[],
): Verdict {
  const solved: unknown = engine
    .box(['List', ...equations.map((equation) => engineForm(exactExpression(equation)))])
    .solve([...variables]);
  if (typeof solved !== 'object' || solved === null || Array.isArray(solved)) return null;
  const found = new Map<string, unknown>(Object.entries(solved));
  return variables.every((name, place) => {
    const part = found.get(name);
    const value = values[place];
    return isBoxed(part) && value !== undefined && part.isIdenticallyEqual(box(value)) === true;
  });
}

/** The engine does not solve inequalities, but it says at any number whether one holds. */
function agreesAtPoints(relation: Expression, answer: Expression, variable: string): Verdict {
  const bounds = boundsOf(answer, variable);
  if (bounds === null) return null;
  for (const point of testPoints(bounds)) {
    const truths = [relation, answer].map((side) => {
      const at = engine
        .box(engineForm(exactExpression(side)))
        .subs({ [variable]: engine.box(engineForm(exactly(point))) });
      const symbol = sym(at.evaluate());
      return symbol === 'True' ? true : symbol === 'False' ? false : null;
    });
    if (truths[0] === null || truths[1] === null) return null;
    if (truths[0] !== truths[1]) return false;
  }
  return true;
}
