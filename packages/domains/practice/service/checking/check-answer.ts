/** What is said of a learner's answer: right, right in another form, unreadable, or wrong and why. */
import type { TypedAnswer, Unreadable } from '../../data/answers/answer.ts';
import { readAnswer } from '../../data/answers/read-answer.ts';
import { inUnit, type UnitName, units, withoutUnit } from '../../data/answers/units.ts';
import { approximateValue } from '../../data/mathematics/approximate.ts';
import { canonicalForm } from '../../data/mathematics/canonical.ts';
import { exactValue } from '../../data/mathematics/exact.ts';
import { type Expression, partsOf, variablesOf } from '../../data/mathematics/expression.ts';
import { type Form, hasForm } from '../../data/mathematics/forms.ts';
import type { Misconception } from '../../data/misconceptions/misconception.ts';
import { type Answer, answerExpression } from '../../data/templates/answer.ts';
import { statementOf, type Task } from '../../data/templates/task.ts';
import type { Mistake } from '../../data/templates/template.ts';
import { answersMeant } from './learner-answer.ts';
import { isPartOf, isSameAnswer } from './same-answer.ts';

/** What an answer is checked against. */
export interface Key {
  readonly task: Task;
  readonly answer: Answer;
  readonly form: Form;
  readonly mistakes: readonly Mistake[];
  /** Of a measured answer; what is typed without a unit is taken to be in it. */
  readonly unit?: UnitName;
  /** The unit is part of the question: a bare number is no answer. */
  readonly asksUnit?: boolean;
}

export type Verdict =
  | { readonly verdict: 'right' }
  /** Equivalent, but not in the form asked for. */
  | { readonly verdict: 'otherForm'; readonly form: Form }
  /** Not all of the solutions yet, and none that is wrong. */
  | { readonly verdict: 'incomplete' }
  /** A length for an area, with the unit as it was typed. */
  | { readonly verdict: 'otherUnit'; readonly typed: string; readonly asked: UnitName }
  /** A number where the unit is asked for too. */
  | { readonly verdict: 'missingUnit' }
  /** One number for a range, say: nothing is said of whether it is right. */
  | { readonly verdict: 'otherKind'; readonly asked: Answer['kind'] }
  /** A division by zero, say, typed by the learner. */
  | { readonly verdict: 'undefined'; readonly part: Expression }
  | { readonly verdict: 'unreadable'; readonly error: Unreadable }
  | { readonly verdict: 'wrong'; readonly misconception: Misconception | null };

/** The best verdict over all the ways in which the text can be read. */
export function checkAnswer(key: Key, typed: string): Verdict {
  const variables = new Set(variablesOf(statementOf(key.task)));
  const readings = readAnswer(typed, { variables, unit: key.unit });
  const verdicts = readings.map((reading) =>
    reading.ok
      ? verdictOn(key, reading.answer, typed)
      : ({ verdict: 'unreadable', error: reading.error } as const),
  );
  const [first] = [...verdicts.filter(({ verdict }) => verdict !== 'unreadable'), ...verdicts];
  const right = verdicts.find(({ verdict }) => verdict === 'right' || verdict === 'otherForm');
  return right ?? first ?? { verdict: 'wrong', misconception: null };
}

function verdictOn(key: Key, typed: TypedAnswer, text: string): Verdict {
  const part = undefinedPart(typed);
  if (part !== null) return { verdict: 'undefined', part };
  const { answer, unit } = key;
  const given = typed.kind === 'value' ? typed.unit : null;
  if (unit !== undefined && given !== null && units[given].dimension !== units[unit].dimension) {
    return { verdict: 'otherUnit', typed: withoutUnit(text, unit).written, asked: unit };
  }
  if (key.asksUnit === true && given === null && typed.kind === 'value') return { verdict: 'missingUnit' };
  const measured =
    typed.kind === 'value' && unit !== undefined && given !== null && given !== unit
      ? { ...typed, value: inUnit(typed.value, given, unit) }
      : typed;
  const meant = answersMeant(measured, answer);
  if (meant.length === 0) return { verdict: 'otherKind', asked: answer.kind };
  const stranger = strangerIn(meant, key);
  if (stranger !== null) return { verdict: 'unreadable', error: unknownLetter(stranger, text) };
  const right = meant.find((one) => isSameAnswer(one, answer));
  if (right !== undefined) return inForm(key, answersMeant(typed, answer), right);
  if (meant.some((one) => isIncomplete(one, answer))) return { verdict: 'incomplete' };
  const mistake = key.mistakes.find((known) => meant.some((one) => isSameAnswer(one, known.answer)));
  return { verdict: 'wrong', misconception: mistake?.misconception ?? null };
}

/** A letter in a value that does not stand in the exercise: nothing can be said of what it means. */
function strangerIn(meant: readonly Answer[], { task, answer }: Key): string | null {
  const known = new Set(variablesOf(statementOf(task)));
  if (answer.kind === 'value') for (const name of variablesOf(answer.value)) known.add(name);
  const letters = meant.flatMap(valuesOf).flatMap(variablesOf);
  return letters.find((name) => !known.has(name)) ?? null;
}

function unknownLetter(letter: string, text: string): Unreadable {
  const from = Math.max(0, text.lastIndexOf(letter));
  return { code: 'unknownWord', from, to: from + letter.length, part: letter };
}

/** @param typed as it was written, before its unit was changed to the one asked for */
function inForm({ task, answer, form }: Key, typed: readonly Answer[], right: Answer): Verdict {
  const written = typed.flatMap(valuesOf);
  const fits = written.every((value) => hasForm(value, form));
  const [statement, expected] = [statementOf(task), answerExpression(answer)];
  // The task itself is no answer to it, although it has the same value.
  const repeated =
    right.kind === 'value' &&
    canonicalForm(right.value) === canonicalForm(statement) &&
    (expected === null || canonicalForm(expected) !== canonicalForm(statement));
  return fits && !repeated ? { verdict: 'right' } : { verdict: 'otherForm', form };
}

function valuesOf(answer: Answer): readonly Expression[] {
  if (answer.kind === 'value') return [answer.value];
  return answer.kind === 'range' ? [] : answer.values;
}

function isIncomplete(given: Answer, asked: Answer): boolean {
  if (given.kind !== 'solutions' || asked.kind !== 'solutions') return false;
  return given.values.length > 0 && isPartOf(given.values, asked.values);
}

/** A part without variables that has no value: `1/0`, `sqrt(-4)`. */
function undefinedPart(typed: TypedAnswer): Expression | null {
  const expressions = typed.kind === 'several' ? typed.answers.flatMap(expressionsOf) : expressionsOf(typed);
  for (const expression of expressions) {
    for (const part of partsOf(expression)) {
      if (isUndefined(part)) return part;
    }
  }
  return null;
}

function expressionsOf(typed: TypedAnswer): readonly Expression[] {
  if (typed.kind === 'value') return [typed.value];
  return typed.kind === 'relation' ? [typed.relation] : [];
}

const valueHeads = new Set(['Divide', 'Rational', 'Mixed', 'Ratio', 'Power', 'Sqrt', 'Root', 'Ln', 'Log']);

function isUndefined(part: Expression): boolean {
  if (typeof part !== 'object' || !valueHeads.has(part[0]) || variablesOf(part).length > 0) return false;
  return exactValue(part) === null && approximateValue(part) === null;
}
