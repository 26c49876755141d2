/** What of an exercise may make it hard; the same names for every template, so that all of them teach one model. */
import { exactValue } from '../mathematics/exact.ts';
import { type Expression, headOf, isCompound, partsOf } from '../mathematics/expression.ts';
import { rational } from '../mathematics/rational.ts';
import { answerExpression } from './answer.ts';
import { statementOf } from './task.ts';
import type { Draft } from './template.ts';

export const featureNames = [
  ...(['lines', 'operations', 'digits', 'negatives', 'fractions', 'decimals', 'answerDigits'] as const),
  ...(['answerIsFraction', 'answerIsNegative', 'demands'] as const),
] as const;

/**
 * Counts, but `digits` and `answerDigits`: decimal logarithm of the largest number in the task and in the answer,
 * which grows as it is harder to reckon with. `demands`: sum of what the template itself counts.
 */
export type Features = Readonly<Record<(typeof featureNames)[number], number>>;

export function featuresOf(draft: Draft): Features {
  const statement = [...partsOf(statementOf(draft.task))];
  const expression = answerExpression(draft.answer);
  const answer = expression === null ? [] : [...partsOf(expression)];
  return {
    lines: draft.steps.length,
    operations: statement.filter((part) => isCompound(part) && !isWrittenNumber(part)).length,
    digits: largest(statement),
    negatives: statement.filter(isNegative).length,
    fractions: statement.filter((part) => ['Divide', 'Rational', 'Mixed'].includes(headOf(part) ?? ''))
      .length,
    decimals: statement.filter((part) => typeof part === 'number' && !Number.isInteger(part)).length,
    answerDigits: largest(answer),
    answerIsFraction: answer.some((part) => ['Divide', 'Rational', 'Mixed'].includes(headOf(part) ?? ''))
      ? 1
      : 0,
    answerIsNegative: answer.some(isNegative) ? 1 : 0,
    demands: Object.values(draft.demands ?? {}).reduce((sum, demand) => sum + demand, 0),
  };
}

function isWrittenNumber(part: Expression): boolean {
  return headOf(part) === 'Rational' || headOf(part) === 'Mixed';
}

function isNegative(part: Expression): boolean {
  return headOf(part) === 'Negate' || (typeof part === 'number' && part < 0);
}

function largest(parts: readonly Expression[]): number {
  const sizes = parts.map((part) => {
    const value = typeof part === 'number' ? exactValue(part) : null;
    const { numerator, denominator } = value ?? rational(0);
    return Math.log10(1 + Math.max(Math.abs(Number(numerator)), Number(denominator) - 1));
  });
  return Math.max(0, ...sizes);
}
