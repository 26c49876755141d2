/** Exact rational numbers. */

/** In lowest terms, the denominator above zero. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError where the denominator is zero: check before */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError('A denominator is zero.');
  const shared = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / shared, denominator: bottom / shared };
}

/** Above zero, also where a number is below; of zeros alone 1, so that it divides. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high === 0n ? 1n : high;
}

/** The decimal that a number is written as: 0.1 is one tenth, not its nearest binary fraction. */
export function decimalRational(value: number): Rational {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const shift = Number(exponent) - decimals.length;
  const scale = 10n ** BigInt(Math.abs(shift));
  const unscaled = BigInt(whole + decimals);
  return shift < 0 ? rational(unscaled, scale) : rational(unscaled * scale);
}

export const zero = rational(0);
export const one = rational(1);

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational => plus(a, negative(b));

export const negative = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

/** Null where `b` is zero. */
export const over = (a: Rational, b: Rational): Rational | null =>
  b.numerator === 0n ? null : rational(a.numerator * b.denominator, a.denominator * b.numerator);

export const isZero = (a: Rational): boolean => a.numerator === 0n;
export const isWhole = (a: Rational): boolean => a.denominator === 1n;
export const isSame = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

/** -1, 0 or 1. */
export const signOf = (a: Rational): number => (a.numerator > 0n ? 1 : a.numerator < 0n ? -1 : 0);
export const compare = (a: Rational, b: Rational): number => signOf(minus(a, b));
export const toNumber = (a: Rational): number => Number(a.numerator) / Number(a.denominator);

/** Null for 0 to a negative power, and where the result would have more than some thousand digits. */
export function wholePower(base: Rational, exponent: bigint): Rational | null {
  if (exponent > 1000n || exponent < -1000n) return null;
  if (exponent < 0n) {
    const inverse = over(one, base);
    return inverse === null ? null : wholePower(inverse, -exponent);
  }
  return rational(base.numerator ** exponent, base.denominator ** exponent);
}

/** The exact root, above zero for even degrees; null where it is not rational. */
export function exactRoot(value: Rational, degree: number): Rational | null {
  const numerator = wholeRoot(value.numerator, degree);
  const denominator = wholeRoot(value.denominator, degree);
  return numerator === null || denominator === null ? null : rational(numerator, denominator);
}

function wholeRoot(value: bigint, degree: number): bigint | null {
  if (value < 0n) {
    const positive = degree % 2 === 0 ? null : wholeRoot(-value, degree);
    return positive === null ? null : -positive;
  }
  // The nearest double is off by less than 1 for the sizes that exercises have; the power decides.
  const near = BigInt(Math.round(Number(value) ** (1 / degree)));
  return [near - 1n, near, near + 1n].find((root) => root >= 0n && root ** BigInt(degree) === value) ?? null;
}
