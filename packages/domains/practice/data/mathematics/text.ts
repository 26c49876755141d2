/** Expressions as people read them in a line of text: `3x² − 5`, `7 × 8`, `2 1/3`. Engines read `ascii.ts`. */
import { decimalText } from './ascii.ts';
import { type Expression, type Head, headOf, isCompound, operandsOf, variablesOf } from './expression.ts';
import { withoutSign } from './sign.ts';

/** A fraction holds tighter than × and ÷, which have spaces around them; `run` is what stands without a sign: 3x. */
const tightness = {
  relation: 0,
  sum: 1,
  product: 2,
  sign: 3,
  fraction: 4,
  run: 5,
  power: 6,
  atom: 7,
} as const;

interface Written {
  readonly text: string;
  readonly tightness: number;
}

const names: Readonly<Partial<Record<Head, string>>> = {
  ...{
    Ln: 'ln',
    Exp: 'exp',
    Sin: 'sin',
    Cos: 'cos',
    Tan: 'tan',
    GCD: 'gcd',
    LCM: 'lcm',
    Max: 'max',
    Min: 'min',
  },
  ...{ Mean: 'mean', Median: 'median', Mode: 'mode', Range: 'range', Binomial: 'binomial' },
};

const relations: Readonly<Partial<Record<Head, string>>> = {
  ...{ Equal: ' = ', Less: ' < ', LessEqual: ' ≤ ', Greater: ' > ', GreaterEqual: ' ≥ ', NotEqual: ' ≠ ' },
  ...{ And: ', ', Or: ', ', List: ', ' },
};

const symbols: Readonly<Record<string, string>> = {
  ...{ Pi: 'π', ExponentialE: 'e', PositiveInfinity: '∞', NegativeInfinity: '−∞' },
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

export function readableText(expression: Expression): string {
  return write(expression).text;
}

const atom = (text: string): Written => ({ text, tightness: tightness.atom });

function write(expression: Expression): Written {
  if (typeof expression === 'number') {
    const text = decimalText(Math.abs(expression));
    return expression < 0 ? { text: `−${text}`, tightness: tightness.sign } : atom(text);
  }
  if (!isCompound(expression)) return atom(symbols[expression] ?? expression);
  const [head] = expression;
  const operands = operandsOf(expression);
  const [first = 0, second = 0, third = 0] = operands;
  const relation = relations[head];
  if (relation !== undefined) {
    return { text: operands.map(readableText).join(relation), tightness: tightness.relation };
  }
  switch (head) {
    case 'Add':
      return { text: sumText(operands), tightness: tightness.sum };
    case 'Subtract': {
      const taken = withoutSign(second) === null ? tightness.product : tightness.atom;
      return { text: `${inside(first, tightness.sum)} − ${inside(second, taken)}`, tightness: tightness.sum };
    }
    case 'Negate':
      return { text: `−${inside(first, tightness.fraction)}`, tightness: tightness.sign };
    case 'Multiply':
      return product(operands);
    case 'Divide':
    case 'Rational':
      return fraction(first, second);
    case 'Quotient':
      return {
        text: `${inside(first, tightness.product)} ÷ ${inside(second, tightness.fraction)}`,
        tightness: tightness.product,
      };
    case 'Ratio':
      return { text: `${readableText(first)} : ${readableText(second)}`, tightness: tightness.relation };
    case 'Mixed':
      return {
        text: `${readableText(first)} ${readableText(second)}/${readableText(third)}`,
        tightness: tightness.fraction,
      };
    case 'Power':
      return { text: `${inside(first, tightness.atom)}${exponent(second)}`, tightness: tightness.power };
    case 'Sqrt':
      return root('√', first);
    case 'Root':
      return root(second === 3 ? '∛' : `${digits(second, raised)}√`, first);
    case 'Abs':
      return atom(`|${readableText(first)}|`);
    case 'Log':
      return atom(`log${digits(second, lowered)}(${readableText(first)})`);
    case 'Factorial':
      return { text: `${inside(first, tightness.atom)}!`, tightness: tightness.power };
    case 'D':
      return { text: `d/d${readableText(second)} (${readableText(first)})`, tightness: tightness.product };
    case 'Limit':
      return {
        text: `lim(${readableText(second)} → ${readableText(third)}) ${inside(first, tightness.fraction)}`,
        tightness: tightness.product,
      };
    default:
      return atom(`${names[head] ?? head}(${operands.map(readableText).join(', ')})`);
  }
}

/** A minus sign stands before the fraction, not in it. */
function fraction(numerator: Expression, denominator: Expression): Written {
  const positive = withoutSign(numerator);
  const text = `${inside(positive ?? numerator, tightness.run)}/${inside(denominator, tightness.power)}`;
  return positive === null
    ? { text, tightness: tightness.fraction }
    : { text: `−${text}`, tightness: tightness.sign };
}

/** Raised digits where the exponent is a whole number, else `^` and what it is. */
function exponent(value: Expression): string {
  if (typeof value === 'number' && Number.isInteger(value)) {
    return `${value < 0 ? '⁻' : ''}${digits(Math.abs(value), raised)}`;
  }
  return `^${inside(value, tightness.atom)}`;
}

function digits(value: Expression, alphabet: string): string {
  const text = readableText(value);
  return /^\d+$/.test(text)
    ? [...text].map((digit) => alphabet.charAt(Number(digit))).join('')
    : `_(${text})`;
}

function root(sign: string, of: Expression): Written {
  return atom(`${sign}${typeof of === 'number' && of >= 0 ? readableText(of) : `(${readableText(of)})`}`);
}

function inside(expression: Expression, needed: number): string {
  const { text, tightness: own } = write(expression);
  return own < needed ? `(${text})` : text;
}

function sumText(terms: readonly Expression[]): string {
  const numbersOnly = terms.every((term) => variablesOf(term).length === 0);
  return terms
    .map((term, place) => {
      if (place === 0) return inside(term, tightness.sum);
      const positive = withoutSign(term);
      if (positive === null) return ` + ${inside(term, tightness.product)}`;
      return numbersOnly ? ` + (${readableText(term)})` : ` − ${inside(positive, tightness.product)}`;
    })
    .join('');
}

/** × between numbers, a dot where two things would run together, else nothing. */
function product(factors: readonly Expression[]): Written {
  const numbersOnly = factors.every((factor) => variablesOf(factor).length === 0);
  const flat = factors.flatMap((factor) => (headOf(factor) === 'Multiply' ? operandsOf(factor) : [factor]));
  let text = '';
  let before: Expression | null = null;
  let isRun = true;
  for (const factor of flat) {
    const sign = before === null ? '' : signBetween(before, factor, numbersOnly);
    const needed = sign === '' ? tightness.power : tightness.fraction;
    const own =
      before === null
        ? inside(factor, numbersOnly ? tightness.product : firstNeeds(factor))
        : inside(factor, needed);
    text += sign + own;
    isRun &&= sign === '';
    before = factor;
  }
  const runs = isRun && !text.startsWith('−');
  return { text, tightness: runs ? tightness.run : tightness.product };
}

/** (2/3)x, but −3x. */
const firstNeeds = (factor: Expression): number =>
  ['Divide', 'Rational', 'Mixed'].includes(headOf(factor) ?? '') ? tightness.power : tightness.sign;

function signBetween(before: Expression, factor: Expression, numbersOnly: boolean): string {
  if (numbersOnly) {
    const runsOn = factor === 'Pi' || ['Sqrt', 'Root'].includes(headOf(factor) ?? '');
    return typeof before === 'number' && runsOn ? '' : ' × ';
  }
  const own = inside(factor, tightness.power);
  if (/^(?:log|ln|exp|sin|cos|tan)/.test(own)) return ' ';
  return /^[\d−]/.test(own) ? ' · ' : '';
}
