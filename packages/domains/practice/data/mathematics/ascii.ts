/** Expressions as plain text that any computer-algebra system reads. */
import { type Expression, type Head, headOf, isCompound, operandsOf, variablesOf } from './expression.ts';
import { plainExpression } from './plain.ts';
import { withoutSign } from './sign.ts';

/** How tightly a thing holds together; below what its surroundings ask for it is put in parentheses. */
const tightness = { relation: 0, sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;

interface Written {
  readonly text: string;
  readonly tightness: number;
}

const names: Readonly<Partial<Record<Head, string>>> = {
  ...{ Sqrt: 'sqrt', Abs: 'abs', Exp: 'exp', Ln: 'log', Log: 'log', Sin: 'sin', Cos: 'cos', Tan: 'tan' },
  ...{ GCD: 'gcd', LCM: 'lcm', Factorial: 'factorial', Binomial: 'binomial', Max: 'max', Min: 'min' },
  ...{ Mean: 'mean', Median: 'median', Mode: 'mode', Range: 'range', D: 'diff', Limit: 'limit' },
};

const relations: Readonly<Partial<Record<Head, string>>> = {
  ...{ Equal: ' = ', Less: ' < ', LessEqual: ' <= ', Greater: ' > ', GreaterEqual: ' >= ', NotEqual: ' != ' },
  ...{ And: ' and ', Or: ' or ', List: ', ' },
};

const symbols: Readonly<Record<string, string>> = {
  ...{ Pi: 'pi', ExponentialE: 'E', PositiveInfinity: 'oo', NegativeInfinity: '-oo' },
};

/** `2*x^2 - 3/4`; logarithms without a base are natural, `log(x, 2)` has base 2. */
export function ascii(expression: Expression): string {
  return write(plainExpression(expression)).text;
}

function write(expression: Expression): Written {
  if (typeof expression === 'number') {
    return { text: decimalText(expression), tightness: expression < 0 ? tightness.sign : tightness.atom };
  }
  if (!isCompound(expression)) return { text: symbols[expression] ?? expression, tightness: tightness.atom };
  const [head] = expression;
  const operands = operandsOf(expression);
  const [first = 0, second = 0] = operands;
  const relation = relations[head];
  if (relation !== undefined) {
    return {
      text: operands.map((operand) => write(operand).text).join(relation),
      tightness: tightness.relation,
    };
  }
  if (head === 'Add') return { text: sumText(operands), tightness: tightness.sum };
  if (head === 'Subtract') {
    const taken = withoutSign(second) === null ? tightness.product : tightness.atom;
    const text = `${inside(first, tightness.sum)} - ${inside(second, taken)}`;
    return { text, tightness: tightness.sum };
  }
  if (head === 'Negate') return { text: `-${inside(first, tightness.power)}`, tightness: tightness.sign };
  if (head === 'Multiply') {
    const [start, ...rest] = operands;
    const texts = rest.map((factor) => inside(factor, tightness.power));
    const text = [inside(start ?? 1, tightness.product), ...texts].join('*');
    return { text, tightness: tightness.product };
  }
  if (head === 'Divide' || head === 'Rational') {
    const text = `${inside(first, tightness.product)}/${inside(second, tightness.power)}`;
    return { text, tightness: tightness.product };
  }
  if (head === 'Power') return powerText(first, inside(second, tightness.atom));
  if (head === 'Root') return powerText(first, `(1/${inside(second, tightness.atom)})`);
  return {
    text: `${names[head] ?? head}(${operands.map((operand) => write(operand).text).join(', ')})`,
    tightness: tightness.atom,
  };
}

function powerText(base: Expression, exponent: string): Written {
  return { text: `${inside(base, tightness.atom)}^${exponent}`, tightness: tightness.power };
}

function inside(expression: Expression, needed: number): string {
  const { text, tightness: own } = write(expression);
  return own < needed ? `(${text})` : text;
}

/** `x^2 - 5*x` where a coefficient is below zero; among numbers alone `3 + (-5)`, as it was set. */
function sumText(terms: readonly Expression[]): string {
  const numbersOnly = terms.every((term) => variablesOf(term).length === 0);
  return terms
    .map((term, place) => {
      if (place === 0) return inside(term, tightness.sum);
      const positive = numbersOnly ? null : withoutSign(term);
      if (positive !== null) return ` - ${inside(positive, tightness.product)}`;
      return ` + ${inside(term, numbersOnly && isBelowZero(term) ? tightness.atom : tightness.product)}`;
    })
    .join('');
}

function isBelowZero(term: Expression): boolean {
  return (typeof term === 'number' && term < 0) || headOf(term) === 'Negate';
}

/** Never with an exponent: 0.0000001, not 1e-7. */
export function decimalText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
