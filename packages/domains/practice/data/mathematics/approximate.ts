/** Expressions evaluated with doubles, for roots, logarithms and π that no rational number can hold. */
import { type Arithmetic, evaluate } from './evaluate.ts';
import { exactArithmetic } from './exact.ts';
import type { Expression, Head } from './expression.ts';
import { decimalRational, toNumber } from './rational.ts';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const approximateArithmetic: Arithmetic<number> = {
  constant: toNumber,
  named: (symbol) => ({ Pi: Math.PI, ExponentialE: Math.E })[symbol] ?? null,
  add: (a, b) => finite(a + b),
  multiply: (a, b) => finite(a * b),
  divide: (a, b) => (b === 0 ? null : finite(a / b)),
  power: (base, exponent) => {
    // An odd root of a negative number is real, which `**` does not know.
    const degree = Math.round(1 / exponent);
    if (base < 0 && degree % 2 !== 0 && Math.abs(1 / exponent - degree) < 1e-12) {
      return finite(-((-base) ** exponent));
    }
    return finite(base ** exponent);
  },
  apply: (head, operands) => {
    const call = functions[head];
    if (call !== undefined) return finite(call(operands[0] ?? Number.NaN, operands[1] ?? Number.NaN));
    const exact = exactArithmetic.apply(head, operands.map(decimalRational));
    return exact === null ? null : toNumber(exact);
  },
};

const functions: Readonly<Partial<Record<Head, (x: number, second: number) => number>>> = {
  Abs: Math.abs,
  Exp: Math.exp,
  Ln: Math.log,
  Log: (x, base) => Math.log(x) / Math.log(base),
  Sin: Math.sin,
  Cos: Math.cos,
  Tan: Math.tan,
};

/** @returns null where the value is not defined or not real */
export function approximateValue(
  expression: Expression,
  at: ReadonlyMap<string, number> = new Map(),
): number | null {
  return evaluate(expression, at, approximateArithmetic);
}

/** To ten digits: no wrong answer shares that many, and rounding takes fewer. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-10 * Math.max(1, Math.abs(a), Math.abs(b));
}
