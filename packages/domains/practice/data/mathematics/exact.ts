/** Expressions evaluated with exact rational numbers. */
import { type Arithmetic, evaluate } from './evaluate.ts';
import type { Expression, Head } from './expression.ts';
import {
  compare,
  exactRoot,
  greatestCommonDivisor,
  isWhole,
  isZero,
  minus,
  negative,
  one,
  over,
  plus,
  type Rational,
  rational,
  signOf,
  times,
  wholePower,
  zero,
} from './rational.ts';

export const exactArithmetic: Arithmetic<Rational> = {
  constant: (value) => value,
  named: () => null,
  add: plus,
  multiply: times,
  divide: over,
  power: (base, exponent) => {
    const degree = Number(exponent.denominator);
    const root = degree === 1 ? base : exactRoot(base, degree);
    return root === null ? null : wholePower(root, exponent.numerator);
  },
  apply: (head, operands) => functions[head]?.(operands) ?? null,
};

/** @returns null where the value is not rational or not defined */
export function exactValue(
  expression: Expression,
  at: ReadonlyMap<string, Rational> = new Map(),
): Rational | null {
  return evaluate(expression, at, exactArithmetic);
}

type Operation = (operands: readonly Rational[]) => Rational | null;

const whole =
  (operation: (a: bigint, b: bigint) => bigint | null): Operation =>
  (operands) => {
    if (!operands.every(isWhole)) return null;
    const [first, ...rest] = operands.map(({ numerator }) => numerator);
    let result: bigint | null = first ?? null;
    for (const operand of rest) result = result === null ? null : operation(result, operand);
    return result === null ? null : rational(result);
  };

const sorted = (values: readonly Rational[]) => values.toSorted(compare);

const functions: Readonly<Partial<Record<Head, Operation>>> = {
  Abs: ([x]) => (x === undefined ? null : signOf(x) < 0 ? negative(x) : x),
  Exp: ([x]) => (x !== undefined && isZero(x) ? one : null),
  Ln: ([x]) => (x !== undefined && compare(x, one) === 0 ? zero : null),
  Sin: ([x]) => (x !== undefined && isZero(x) ? zero : null),
  Cos: ([x]) => (x !== undefined && isZero(x) ? one : null),
  Tan: ([x]) => (x !== undefined && isZero(x) ? zero : null),
  Log: ([x, base]) => (x === undefined || base === undefined ? null : exactLogarithm(x, base)),
  GCD: whole(greatestCommonDivisor),
  LCM: whole((a, b) => (a * b) / greatestCommonDivisor(a, b)),
  Factorial: ([n]) => (n === undefined || !isWhole(n) || signOf(n) < 0 ? null : factorial(n.numerator)),
  Binomial: whole(binomial),
  Max: (values) => sorted(values).at(-1) ?? null,
  Min: (values) => sorted(values)[0] ?? null,
  Mean: (values) => over(values.reduce(plus, zero), rational(values.length)),
  Median: (values) => {
    const order = sorted(values);
    const [low, high] = [order[(order.length - 1) >> 1], order[order.length >> 1]];
    return low === undefined || high === undefined ? null : times(plus(low, high), rational(1, 2));
  },
  Mode: mode,
  Range: (values) => {
    const order = sorted(values);
    const [low, high] = [order[0], order.at(-1)];
    return low === undefined || high === undefined ? null : minus(high, low);
  },
};

function factorial(n: bigint): Rational | null {
  if (n > 30n) return null;
  let product = 1n;
  for (let factor = 2n; factor <= n; factor++) product *= factor;
  return rational(product);
}

function binomial(n: bigint, k: bigint): bigint | null {
  if (k < 0n || k > n || n > 100n) return null;
  let result = 1n;
  for (let factor = 1n; factor <= k; factor++) result = (result * (n - k + factor)) / factor;
  return result;
}

/** Null where two values are as frequent as each other. */
function mode(values: readonly Rational[]): Rational | null {
  const counts = values.map((value) => values.filter((other) => compare(value, other) === 0).length);
  const most = Math.max(...counts);
  const modes = values.filter((_, place) => counts[place] === most);
  return modes.length === most ? (modes[0] ?? null) : null;
}

function exactLogarithm(x: Rational, base: Rational): Rational | null {
  if (signOf(x) <= 0 || signOf(base) <= 0) return null;
  for (let exponent = -30; exponent <= 30; exponent++) {
    const reached = wholePower(base, BigInt(exponent));
    if (reached !== null && compare(reached, x) === 0 && compare(base, one) !== 0) return rational(exponent);
  }
  return null;
}
