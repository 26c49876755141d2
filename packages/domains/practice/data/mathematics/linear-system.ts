/** Linear equations in several variables, solved exactly. */
import { type Arithmetic, evaluate } from './evaluate.ts';
import { type Expression, isCompound, operandsOf } from './expression.ts';
import { isZero, minus, negative, over, plus, type Rational, rational, times, zero } from './rational.ts';

/** Coefficients of the variables, then the constant. */
type LinearForm = readonly Rational[];

function linearArithmetic(variables: readonly string[]): Arithmetic<LinearForm> {
  const scale = (form: LinearForm, factor: Rational) => form.map((part) => times(part, factor));
  const constantOf = (form: LinearForm): Rational | null =>
    form.slice(0, -1).every(isZero) ? (form.at(-1) ?? zero) : null;
  return {
    constant: (value) => [...variables.map(() => zero), value],
    named: () => null,
    add: (a, b) => a.map((part, place) => plus(part, b[place] ?? zero)),
    multiply: (a, b) => {
      const [left, right] = [constantOf(a), constantOf(b)];
      return left !== null ? scale(b, left) : right !== null ? scale(a, right) : null;
    },
    divide: (a, b) => {
      const divisor = constantOf(b);
      const inverse = divisor === null ? null : over(rational(1), divisor);
      return inverse === null ? null : scale(a, inverse);
    },
    power: () => null,
    apply: () => null,
  };
}

/**
 * Gauss and Jordan's elimination.
 *
 * @returns the only solution, in the order of the variables; null where there is none, more than one, or an
 * equation is not linear
 */
export function solveLinearSystem(
  equations: readonly Expression[],
  variables: readonly string[],
): Rational[] | null {
  const arithmetic = linearArithmetic(variables);
  const unit = (place: number): LinearForm =>
    [...variables, ''].map((_, other) => rational(other === place ? 1 : 0));
  const at = new Map(variables.map((variable, place) => [variable, unit(place)]));
  let rows: LinearForm[] = [];
  for (const equation of equations) {
    const [left, right] = operandsOf(equation);
    if (!isCompound(equation) || equation[0] !== 'Equal' || left === undefined || right === undefined)
      return null;
    const row = evaluate(['Subtract', left, right], at, arithmetic);
    if (row === null) return null;
    rows.push(row);
  }
  for (let column = 0; column < variables.length; column++) {
    const place = rows.findIndex((row, at) => at >= column && !isZero(row[column] ?? zero));
    const pivot = rows[place];
    const inverse = pivot === undefined ? null : over(rational(1), pivot[column] ?? zero);
    if (pivot === undefined || inverse === null) return null;
    const scaled = pivot.map((part) => times(part, inverse));
    const others = rows.filter((_, at) => at !== place);
    const cleared = others.map((row) =>
      row.map((part, at) => minus(part, times(row[column] ?? zero, scaled[at] ?? zero))),
    );
    rows = [...cleared.slice(0, column), scaled, ...cleared.slice(column)];
  }
  const contradicts = rows.slice(variables.length).some((row) => !isZero(row.at(-1) ?? zero));
  return contradicts ? null : rows.slice(0, variables.length).map((row) => negative(row.at(-1) ?? zero));
}
