/** Forms in which an answer can be asked for, and whether an expression has one. */
import { exactValue } from './exact.ts';
import { type Expression, headOf, isCompound, operandsOf, variablesOf } from './expression.ts';
import { exactExpression } from './plain.ts';
import { commonDivisor, degreeOf, derivative, type Polynomial, valueAt } from './polynomial.ts';
import { greatestCommonDivisor, isZero, type Rational, rational } from './rational.ts';
import { rationalFunction } from './rational-function.ts';

export const forms = [
  ...([
    'any',
    'whole',
    'number',
    'decimal',
    'lowest-terms',
    'mixed',
    'ratio',
    'scientific',
    'power',
  ] as const),
  ...(['simplest-radical', 'expanded', 'factored', 'simplified'] as const),
] as const;

/**
 * `number`: one whole number, decimal or fraction, no operation left. `mixed`: a whole number and a proper fraction in
 * lowest terms. `power`: one base with one exponent. `expanded`: a sum in which no power stands twice. `factored`: a
 * product that cannot be taken further over the rational numbers. `simplified`: nothing left to cancel or collect.
 */
export type Form = (typeof forms)[number];

export function hasForm(expression: Expression, form: Form): boolean {
  return predicates[form](expression);
}

const predicates: Readonly<Record<Form, (expression: Expression) => boolean>> = {
  any: () => true,
  whole: (expression) => Number.isInteger(signed(expression)),
  decimal: (expression) => typeof signed(expression) === 'number',
  number: (expression) => typeof signed(expression) === 'number' || fractionOf(expression) !== null,
  'lowest-terms': (expression) => isLowestTerms(expression),
  mixed: isMixed,
  ratio: (expression) => headOf(expression) === 'Ratio' && isLowestTerms(withoutHead(expression)),
  scientific: isScientific,
  power: (expression) =>
    headOf(expression) === 'Power' && operandsOf(expression).every((part) => !isCompound(part)),
  'simplest-radical': isSimplestRadical,
  expanded: isExpanded,
  factored: isFactored,
  simplified: isSimplified,
};

/** The number that a minus sign may stand before; null for anything else. */
function signed(expression: Expression): number | null {
  if (typeof expression === 'number') return expression;
  const [inner] = operandsOf(expression);
  return headOf(expression) === 'Negate' && typeof inner === 'number' ? -inner : null;
}

function fractionOf(expression: Expression): { numerator: number; denominator: number } | null {
  if (headOf(expression) === 'Negate') return fractionOf(operandsOf(expression)[0] ?? 0);
  if (headOf(expression) !== 'Divide' && headOf(expression) !== 'Rational') return null;
  const [numerator, denominator] = operandsOf(expression).map(signed);
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
  return Number.isInteger(numerator) && Number.isInteger(denominator) ? { numerator, denominator } : null;
}

function isLowestTerms(expression: Expression): boolean {
  if (Number.isInteger(signed(expression))) return true;
  const parts = fractionOf(expression);
  if (parts === null || parts.denominator < 2) return false;
  return greatestCommonDivisor(BigInt(parts.numerator), BigInt(parts.denominator)) === 1n;
}

function withoutHead(expression: Expression): Expression {
  const [first = 0, second = 1] = operandsOf(expression);
  return second === 1 ? first : ['Divide', first, second];
}

function isMixed(expression: Expression): boolean {
  if (Number.isInteger(signed(expression))) return true;
  const inner = headOf(expression) === 'Negate' ? (operandsOf(expression)[0] ?? 0) : expression;
  const [whole, numerator, denominator] = operandsOf(inner);
  if (headOf(inner) !== 'Mixed') return isLowestTerms(expression) && isProper(expression);
  if (typeof whole !== 'number' || typeof numerator !== 'number' || typeof denominator !== 'number')
    return false;
  return whole > 0 && isLowestTerms(['Divide', numerator, denominator]) && numerator < denominator;
}

function isProper(expression: Expression): boolean {
  const parts = fractionOf(expression);
  return parts !== null && Math.abs(parts.numerator) < parts.denominator;
}

function isScientific(expression: Expression): boolean {
  const [digits, scale] = operandsOf(expression);
  if (headOf(expression) !== 'Multiply' || operandsOf(expression).length !== 2) return false;
  const [base, exponent] = operandsOf(scale ?? 0);
  const size = Math.abs(signed(digits ?? 0) ?? 0);
  return base === 10 && Number.isInteger(signed(exponent ?? 0.5)) && size >= 1 && size < 10;
}

/** `a√b` or `√b`, also over a whole number, `b` without a square factor. */
function isSimplestRadical(expression: Expression): boolean {
  const roots = [...rootsOf(expression)];
  return roots.every((under) => {
    if (typeof under !== 'number' || !Number.isInteger(under) || under < 2) return false;
    for (let factor = 2; factor * factor <= under; factor++)
      if (under % (factor * factor) === 0) return false;
    return true;
  });
}

function* rootsOf(expression: Expression): Generator<Expression> {
  if (headOf(expression) === 'Sqrt') yield operandsOf(expression)[0] ?? 0;
  for (const operand of operandsOf(expression)) yield* rootsOf(operand);
}

/** Powers of the variables of a term, `x^2*y`; null where it is no term. */
function termPowers(term: Expression): string | null {
  const head = headOf(term);
  const operands = operandsOf(term);
  if (head === 'Negate') return termPowers(operands[0] ?? 0);
  if (head === 'Divide') {
    return operands[1] !== undefined && variablesOf(operands[1]).length === 0
      ? termPowers(operands[0] ?? 0)
      : null;
  }
  const factors = head === 'Multiply' ? operands : [term];
  const powers: string[] = [];
  for (const factor of factors) {
    if (variablesOf(factor).length === 0) continue;
    const [base = factor, exponent = 1] = headOf(factor) === 'Power' ? operandsOf(factor) : [factor];
    if (typeof base !== 'string' || variablesOf(exponent).length > 0) return null;
    powers.push(`${base}^${JSON.stringify(exponent)}`);
  }
  return new Set(powers.map((power) => power.split('^')[0])).size === powers.length
    ? powers.sort().join('*')
    : null;
}

function isExpanded(expression: Expression): boolean {
  const terms = termsOf(expression);
  const powers = terms.map(termPowers);
  return powers.every((power) => power !== null) && new Set(powers).size === powers.length;
}

function termsOf(expression: Expression): readonly Expression[] {
  const head = headOf(expression);
  return head === 'Add' || head === 'Subtract' ? operandsOf(expression).flatMap(termsOf) : [expression];
}

function isFactored(expression: Expression): boolean {
  const [variable] = variablesOf(expression);
  if (headOf(expression) === 'Negate') return isFactored(operandsOf(expression)[0] ?? 0);
  const factors = headOf(expression) === 'Multiply' ? operandsOf(expression) : [expression];
  return factors.every((factor) => {
    const base = headOf(factor) === 'Power' ? (operandsOf(factor)[0] ?? 0) : factor;
    if (variablesOf(base).length === 0) return !isCompound(base) || exactValue(base) !== null;
    if (variablesOf(expression).length > 1) return headOf(base) !== 'Add' || hasNoCommonFactor(base);
    const polynomial = variable === undefined ? null : rationalFunction(base, variable);
    if (polynomial === null || polynomial.denominator.length > 1) return false;
    return isIrreducible(polynomial.numerator) && hasNoCommonFactor(base);
  });
}

/** Degree up to 3: without a rational root there is no factor. Above that only square factors are looked for. */
function isIrreducible(polynomial: Polynomial): boolean {
  if (degreeOf(polynomial) <= 1) return true;
  return (
    rationalRoots(polynomial).length === 0 && commonDivisor(polynomial, derivative(polynomial)).length <= 1
  );
}

/** The terms share no whole number but 1 and no variable. */
function hasNoCommonFactor(base: Expression): boolean {
  const terms = termsOf(base);
  if (terms.length < 2) return true;
  const coefficients = terms.map(coefficientOf);
  if (coefficients.every((c) => c !== null && c.denominator === 1n)) {
    const shared = coefficients.reduce((gcd, c) => greatestCommonDivisor(gcd, c?.numerator ?? 0n), 0n);
    if (shared !== 1n) return false;
  }
  return variablesOf(base).every((variable) => terms.some((term) => !variablesOf(term).includes(variable)));
}

function coefficientOf(term: Expression): Rational | null {
  const ones = new Map(variablesOf(term).map((variable) => [variable, rational(1)]));
  return exactValue(term, ones);
}

/** Rational roots, each once (rational root theorem). */
function rationalRoots(polynomial: Polynomial): Rational[] {
  const scale = polynomial.reduce((lcm, { denominator: d }) => (lcm * d) / greatestCommonDivisor(lcm, d), 1n);
  const whole = polynomial.map(({ numerator, denominator }) => Number((numerator * scale) / denominator));
  if (whole[0] === 0) return [rational(0)];
  const roots = divisors(whole[0] ?? 1).flatMap((top) =>
    divisors(whole.at(-1) ?? 1).flatMap((bottom) => [rational(top, bottom), rational(-top, bottom)]),
  );
  return roots.filter((root) => isZero(valueAt(polynomial, root)));
}

function divisors(value: number): number[] {
  const size = Math.abs(value);
  const found: number[] = [];
  for (let factor = 1; factor * factor <= size; factor++) {
    if (size % factor === 0) found.push(factor, size / factor);
  }
  return found;
}

/** Expanded, or a fraction whose numerator and denominator share nothing, each of them a sum or a product. */
function isSimplified(expression: Expression): boolean {
  const [numerator = 0, denominator = 1] = operandsOf(expression);
  if (headOf(expression) === 'Negate') return isSimplified(numerator);
  if (headOf(expression) !== 'Divide')
    return isExpanded(exactExpression(expression)) && isSimplestRadical(expression);
  const variables = variablesOf(expression);
  const [variable] = variables;
  if (variable === undefined) return isLowestTerms(expression);
  if (variables.length > 1) return true;
  const [a, b] = [rationalFunction(numerator, variable), rationalFunction(denominator, variable)];
  return a === null || b === null || commonDivisor(a.numerator, b.numerator).length <= 1;
}
