/** Expressions as MathJSON (cortexjs.io/math-json): a number, a symbol, or a head with its operands. */
/**
 * Heads that exercises are made of. `Quotient` (written with ÷), `Mixed` (whole part, numerator, denominator) and
 * `Ratio` (written with a colon) only tell how a number is written; `plainExpression` turns them into the others.
 */
export type Head =
  | 'Add'
  | 'Subtract'
  | 'Negate'
  | 'Multiply'
  | 'Divide'
  | 'Rational'
  | 'Power'
  | 'Sqrt'
  | 'Root'
  | 'Abs'
  | 'Exp'
  | 'Ln'
  | 'Log'
  | 'Sin'
  | 'Cos'
  | 'Tan'
  | 'GCD'
  | 'LCM'
  | 'Factorial'
  | 'Binomial'
  | 'Mean'
  | 'Median'
  | 'Mode'
  | 'Range'
  | 'Max'
  | 'Min'
  | 'D'
  | 'Limit'
  | 'Equal'
  | 'Less'
  | 'LessEqual'
  | 'Greater'
  | 'GreaterEqual'
  | 'NotEqual'
  | 'And'
  | 'Or'
  | 'List'
  | 'Quotient'
  | 'Mixed'
  | 'Ratio';

export type Compound = readonly [head: Head, ...operands: Expression[]];

/**
 * A number that is not whole stands for the decimal that it is written as, exactly: 0.1 is one tenth. `D` takes a
 * function and a variable, `Limit` a function, a variable and a point, `Log` a number and its base.
 */
export type Expression = number | string | Compound;

export function isCompound(expression: Expression): expression is Compound {
  return typeof expression === 'object';
}

export function headOf(expression: Expression): Head | null {
  return isCompound(expression) ? expression[0] : null;
}

export function operandsOf(expression: Expression): readonly Expression[] {
  return isCompound(expression) ? expression.slice(1).filter(isOperand) : [];
}

// The head is a string as symbols are, so this only tells the type checker what `slice` forgets.
function isOperand(_: Expression): _ is Expression {
  return true;
}

/** Symbols that name a number; no exercise may use them, nor `i` and `e`, as a variable. */
const constants = new Set(['Pi', 'ExponentialE', 'PositiveInfinity', 'NegativeInfinity']);

/** Variables, each once, in the order in which they stand. */
export function variablesOf(expression: Expression): string[] {
  if (typeof expression === 'string') return constants.has(expression) ? [] : [expression];
  return [...new Set(operandsOf(expression).flatMap(variablesOf))];
}

/** Every part of an expression, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const operand of operandsOf(expression)) yield* partsOf(operand);
}

/** Puts `value` wherever the variable stands. */
export function substitute(expression: Expression, variable: string, value: Expression): Expression {
  if (expression === variable) return value;
  if (!isCompound(expression)) return expression;
  return [expression[0], ...operandsOf(expression).map((operand) => substitute(operand, variable, value))];
}
