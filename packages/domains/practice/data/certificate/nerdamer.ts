/** Checks by nerdamer-prime, which is given plain text. */
import nerdamer from 'nerdamer-prime';
import { approximateValue, isClose } from '../mathematics/approximate.ts';
import { ascii } from '../mathematics/ascii.ts';
import { type Expression, headOf, isCompound, operandsOf, variablesOf } from '../mathematics/expression.ts';
import { exactExpression } from '../mathematics/plain.ts';
import { toNumber } from '../mathematics/rational.ts';
import type { Claim } from './claim.ts';
import { boundsOf } from './range.ts';
import type { Verdict } from './verdict.ts';

/** Null where nerdamer does not know a function, gives up, or what it returns cannot be compared. */
export function checkByNerdamer(claim: Claim): Verdict {
  try {
    switch (claim.kind) {
      case 'same-value':
        return sameValue(claim.left, claim.right);
      case 'solutions':
        return hasSolutions(claim.equation, claim.variable, claim.values);
      case 'point':
        return hasPoint(claim.equations, claim.variables, claim.values);
      case 'same-range':
        return sameBounds(claim.relation, claim.answer, claim.variable);
    }
  } catch {
    // It throws plain errors for what it cannot do.
    return null;
  } finally {
    nerdamer.flush();
  }
}

function sameValue(left: Expression, right: Expression): Verdict {
  const [l, r] = [nerdamerText(left), nerdamerText(right)];
  if (nerdamer(`(${l})-(${r})`).expand().text() === '0') return true;
  // It leaves some differences as they stand, so it is asked for their values.
  const variables = [...new Set([...variablesOf(left), ...variablesOf(right)])];
  for (const start of [2, 3, 5]) {
    const at = Object.fromEntries(variables.map((name, place) => [name, `${start + 4 * place}/3`]));
    const [a, b] = [l, r].map((text) => Number(nerdamer(text).evaluate(at).text('decimals')));
    if (a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b)) return null;
    if (!isClose(a, b)) return false;
  }
  return true;
}

/** It keeps roots at which a side is not defined, and roots that are not real: those are taken out first. */
function hasSolutions(equation: Expression, variable: string, values: readonly Expression[]): Verdict {
  const equations = headOf(equation) === 'Or' ? operandsOf(equation) : [equation];
  const found = equations.flatMap((single) => rootsOf(single, variable));
  const wanted = values.map((value) => approximateValue(value));
  if (wanted.includes(null)) return null;
  const same = (a: number, b: number | null) => b !== null && isClose(a, b);
  return (
    found.every((root) => wanted.some((value) => same(root, value))) &&
    wanted.every((value) => found.some((root) => same(root, value)))
  );
}

function rootsOf(equation: Expression, variable: string): number[] {
  const [left, right] = operandsOf(equation);
  if (headOf(equation) !== 'Equal' || left === undefined || right === undefined) return [];
  // An equation between numbers is true nowhere or everywhere; nerdamer throws for both.
  if (!variablesOf(equation).includes(variable)) return [];
  const text = nerdamer.solve(`(${nerdamerText(left)})-(${nerdamerText(right)})`, variable).text('decimals');
  const roots = text.replace(/^\[|\]$/g, '').split(',');
  return roots
    .filter((root) => root !== '' && !root.includes('i'))
    .map(numberOf)
    .filter((root) => isDefinedAt(left, root, variable) && isDefinedAt(right, root, variable));
}

/** In a list of roots it writes `3/4` and `2+sqrt(7)` where decimals were asked for. */
function numberOf(root: string): number {
  const plain = Number(root);
  return Number.isNaN(plain) ? Number(nerdamer(root).evaluate().text('decimals')) : plain;
}

function isDefinedAt(side: Expression, x: number, variable: string): boolean {
  return approximateValue(side, new Map([[variable, x]])) !== null;
}

function hasPoint(
  equations: readonly Expression[],
  variables: readonly string[],
  values: readonly Expression[],
): Verdict {
  const solved: unknown = nerdamer.solveEquations(equations.map(nerdamerText), [...variables]);
  if (!Array.isArray(solved)) return null;
  const found = new Map<unknown, unknown>(solved.filter(Array.isArray).map(([name, part]) => [name, part]));
  return variables.every((name, place) => {
    const wanted = approximateValue(values[place] ?? Number.NaN);
    return wanted !== null && isClose(Number(found.get(name)), wanted);
  });
}

/** Where the sides of the relation meet must be a bound of the answer: which side of it holds, others check. */
function sameBounds(relation: Expression, answer: Expression, variable: string): Verdict {
  const bounds = boundsOf(answer, variable)?.map(toNumber);
  const single = ['Less', 'LessEqual', 'Greater', 'GreaterEqual'].includes(headOf(relation) ?? '');
  if (bounds === undefined || !single) return null;
  const met = rootsOf(['Equal', ...operandsOf(relation)], variable);
  return met.every((root) => bounds.some((bound) => isClose(root, bound)));
}

/** Natural logarithms are `log`; one with a base is a quotient of two, a range a difference. */
function nerdamerText(expression: Expression): string {
  return ascii(rewritten(exactExpression(expression)))
    .replace(/\boo\b/g, 'Infinity')
    .replace(/\bE\b/g, 'e');
}

function rewritten(expression: Expression): Expression {
  if (!isCompound(expression)) return expression;
  const [head] = expression;
  const operands = operandsOf(expression).map(rewritten);
  const [first = 0, second = 0] = operands;
  if (head === 'Log') return ['Divide', ['Ln', first], ['Ln', second]];
  // As a power with a fraction above it takes seconds; given as a name it is written as it stands.
  if (head === 'Root' && variablesOf(first).length === 0) return `nthroot(${ascii(first)}, ${ascii(second)})`;
  if (head === 'Range') return ['Subtract', ['Max', ...operands], ['Min', ...operands]];
  if (head === 'Binomial') {
    const chosen: Expression = [
      'Multiply',
      ['Factorial', second],
      ['Factorial', ['Subtract', first, second]],
    ];
    return ['Divide', ['Factorial', first], chosen];
  }
  return [head, ...operands];
}
