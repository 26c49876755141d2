/** Numbers that carry their slope along (Clifford 1873): evaluating with them differentiates, exactly. */
import type { Arithmetic } from './evaluate.ts';
import type { Head } from './expression.ts';
import { rational } from './rational.ts';

interface Dual<Value> {
  readonly value: Value;
  readonly slope: Value;
}

export function dual<Value>(base: Arithmetic<Value>): Arithmetic<Dual<Value>> {
  const constant = (numerator: number) => base.constant(rational(numerator));
  const both = (value: Value | null, slope: Value | null): Dual<Value> | null =>
    value === null || slope === null ? null : { value, slope };
  const product = (...factors: (Value | null)[]): Value | null => {
    let result: Value | null = constant(1);
    for (const factor of factors) {
      result = result === null || factor === null ? null : base.multiply(result, factor);
    }
    return result;
  };
  const sum = (a: Value | null, b: Value | null) => (a === null || b === null ? null : base.add(a, b));
  const quotient = (a: Value | null, b: Value | null) =>
    a === null || b === null ? null : base.divide(a, b);

  function power(x: Dual<Value>, exponent: Dual<Value>): Dual<Value> | null {
    const value = base.power(x.value, exponent.value);
    const less = base.add(exponent.value, constant(-1));
    const outer = less === null ? null : base.power(x.value, less);
    const asPower = product(exponent.value, outer, x.slope);
    // d(u^v) = v·u^(v−1)·u' + u^v·ln(u)·v'; the second part only where the exponent moves, ln being undefined below 0.
    if (isConstant(exponent)) return both(value, asPower);
    return both(value, sum(asPower, product(value, base.apply('Ln', [x.value]), exponent.slope)));
  }

  function isConstant(x: Dual<Value>): boolean {
    return JSON.stringify(x.slope, bigintText) === JSON.stringify(constant(0), bigintText);
  }

  function apply(head: Head, operands: readonly Dual<Value>[]): Dual<Value> | null {
    const [x, second] = operands;
    if (x === undefined) return null;
    const values = operands.map(({ value }) => value);
    const value = base.apply(head, values);
    if (head === 'Log' && second !== undefined && isConstant(second)) {
      const scale = product(x.value, base.apply('Ln', [second.value]));
      return both(value, quotient(x.slope, scale));
    }
    if (head === 'Exp') return both(value, product(value, x.slope));
    if (head === 'Ln') return both(value, quotient(x.slope, x.value));
    if (head === 'Sin') return both(value, product(base.apply('Cos', values), x.slope));
    if (head === 'Cos') return both(value, product(constant(-1), base.apply('Sin', values), x.slope));
    if (head === 'Tan') {
      const cosine = base.apply('Cos', values);
      return both(value, quotient(x.slope, product(cosine, cosine)));
    }
    return operands.every(isConstant) ? both(value, constant(0)) : null;
  }

  return {
    constant: (value) => ({ value: base.constant(value), slope: constant(0) }),
    named: (symbol) => both(base.named(symbol), constant(0)),
    add: (a, b) => both(base.add(a.value, b.value), base.add(a.slope, b.slope)),
    multiply: (a, b) =>
      both(base.multiply(a.value, b.value), sum(product(a.slope, b.value), product(a.value, b.slope))),
    divide: (a, b) => {
      const difference = sum(product(a.slope, b.value), product(constant(-1), a.value, b.slope));
      return both(base.divide(a.value, b.value), quotient(difference, product(b.value, b.value)));
    },
    power,
    apply,
  };
}

const bigintText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
