/** Expressions as LaTeX, the way they are written at school. */
import { decimalText } from './ascii.ts';
import { type Expression, type Head, headOf, isCompound, operandsOf, variablesOf } from './expression.ts';
import { withoutSign } from './sign.ts';

const tightness = { relation: 0, sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;

interface Written {
  readonly text: string;
  readonly tightness: number;
}

const functions: Readonly<Partial<Record<Head, string>>> = {
  ...{ Ln: '\\ln', Sin: '\\sin', Cos: '\\cos', Tan: '\\tan', GCD: '\\gcd', LCM: '\\operatorname{lcm}' },
  ...{ Max: '\\max', Min: '\\min', Mean: '\\operatorname{mean}', Median: '\\operatorname{median}' },
  ...{ Mode: '\\operatorname{mode}', Range: '\\operatorname{range}' },
};

const relations: Readonly<Partial<Record<Head, string>>> = {
  ...{
    Equal: ' = ',
    Less: ' < ',
    LessEqual: ' \\le ',
    Greater: ' > ',
    GreaterEqual: ' \\ge ',
    NotEqual: ' \\ne ',
  },
  ...{ And: ',\\quad ', Or: ',\\quad ', List: ',\\; ' },
};

const symbols: Readonly<Record<string, string>> = {
  ...{ Pi: '\\pi', ExponentialE: '\\mathrm{e}', PositiveInfinity: '\\infty', NegativeInfinity: '-\\infty' },
};

export function latex(expression: Expression): string {
  return write(expression).text;
}

const atom = (text: string): Written => ({ text, tightness: tightness.atom });

function write(expression: Expression): Written {
  if (typeof expression === 'number') {
    return { text: decimalText(expression), tightness: expression < 0 ? tightness.sign : tightness.atom };
  }
  if (!isCompound(expression)) return atom(symbols[expression] ?? expression);
  const [head] = expression;
  const operands = operandsOf(expression);
  const [first = 0, second = 0, third = 0] = operands;
  const relation = relations[head];
  if (relation !== undefined)
    return { text: operands.map(latex).join(relation), tightness: tightness.relation };
  switch (head) {
    case 'Add':
      return { text: sumText(operands), tightness: tightness.sum };
    case 'Subtract': {
      const taken = withoutSign(second) === null ? tightness.product : tightness.atom;
      return { text: `${inside(first, tightness.sum)} - ${inside(second, taken)}`, tightness: tightness.sum };
    }
    case 'Negate':
      return { text: `-${inside(first, tightness.power)}`, tightness: tightness.sign };
    case 'Multiply':
      return { text: productText(operands), tightness: tightness.product };
    case 'Divide':
    case 'Rational':
      return fractionText(first, second);
    case 'Quotient':
      return {
        text: `${inside(first, tightness.product)} \\div ${inside(second, tightness.power)}`,
        tightness: tightness.product,
      };
    case 'Ratio':
      return { text: `${latex(first)} : ${latex(second)}`, tightness: tightness.relation };
    case 'Mixed':
      return {
        text: `${latex(first)}\\frac{${latex(second)}}{${latex(third)}}`,
        tightness: tightness.product,
      };
    case 'Power':
      return { text: `${inside(first, tightness.atom)}^{${latex(second)}}`, tightness: tightness.power };
    case 'Sqrt':
      return atom(`\\sqrt{${latex(first)}}`);
    case 'Root':
      return atom(`\\sqrt[${latex(second)}]{${latex(first)}}`);
    case 'Abs':
      return atom(`\\left|${latex(first)}\\right|`);
    case 'Exp':
      return { text: `\\mathrm{e}^{${latex(first)}}`, tightness: tightness.power };
    case 'Log':
      return atom(`\\log_{${latex(second)}}\\left(${latex(first)}\\right)`);
    case 'Factorial':
      return { text: `${inside(first, tightness.atom)}!`, tightness: tightness.power };
    case 'Binomial':
      return atom(`\\binom{${latex(first)}}{${latex(second)}}`);
    case 'D':
      return {
        text: `\\frac{\\mathrm{d}}{\\mathrm{d}${latex(second)}}\\left(${latex(first)}\\right)`,
        tightness: tightness.product,
      };
    case 'Limit':
      return {
        text: `\\lim_{${latex(second)} \\to ${latex(third)}} ${inside(first, tightness.product)}`,
        tightness: tightness.product,
      };
    default:
      return atom(
        `${functions[head] ?? `\\operatorname{${head}}`}\\left(${operands.map(latex).join(', ')}\\right)`,
      );
  }
}

/** A minus sign stands before the fraction, not in it. */
function fractionText(numerator: Expression, denominator: Expression): Written {
  const positive = withoutSign(numerator);
  const text = `\\frac{${latex(positive ?? numerator)}}{${latex(denominator)}}`;
  return positive === null
    ? { text, tightness: tightness.power }
    : { text: `-${text}`, tightness: tightness.sign };
}

function inside(expression: Expression, needed: number): string {
  const { text, tightness: own } = write(expression);
  return own < needed ? `\\left(${text}\\right)` : text;
}

function sumText(terms: readonly Expression[]): string {
  const numbersOnly = terms.every((term) => variablesOf(term).length === 0);
  return terms
    .map((term, place) => {
      if (place === 0) return inside(term, tightness.sum);
      const positive = withoutSign(term);
      if (positive === null) return ` + ${inside(term, tightness.product)}`;
      return numbersOnly ? ` + \\left(${latex(term)}\\right)` : ` - ${inside(positive, tightness.product)}`;
    })
    .join('');
}

/** × between numbers, a dot between a number and what follows it where the two would run together, else nothing. */
function productText(factors: readonly Expression[]): string {
  const numbersOnly = factors.every((factor) => variablesOf(factor).length === 0);
  let text = '';
  let before: Expression | null = null;
  // 3x · 6x needs no brackets.
  const flat = factors.flatMap((factor) => (headOf(factor) === 'Multiply' ? operandsOf(factor) : [factor]));
  for (const factor of flat) {
    const own = before === null ? inside(factor, tightness.product) : inside(factor, tightness.power);
    const sign = before === null ? '' : numbersOnly ? numberSign(before, factor) : signBetween(factor, own);
    text += sign + own;
    before = factor;
  }
  return text;
}

/** 6√2 and 9π are written without a sign. */
function numberSign(before: Expression, factor: Expression): string {
  const head = headOf(factor);
  const runsOn = factor === 'Pi' || head === 'Sqrt' || head === 'Root';
  return typeof before === 'number' && runsOn ? ' ' : ' \\times ';
}

function signBetween(factor: Expression, written: string): string {
  const startsWithNumber =
    /^[\d-]/.test(written) || headOf(factor) === 'Divide' || headOf(factor) === 'Rational';
  return startsWithNumber ? ' \\cdot ' : ' ';
}
