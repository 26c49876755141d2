/** The certificate of an exercise: what was checked, by what, so that nobody has to believe its answer. */
import { canonicalForm } from '../mathematics/canonical.ts';
import { type Expression, partsOf } from '../mathematics/expression.ts';
import { hasForm } from '../mathematics/forms.ts';
import { type Answer, answerExpression } from '../templates/answer.ts';
import { statementOf } from '../templates/task.ts';
import type { Draft, Mistake } from '../templates/template.ts';
import { type CheckName, checks, checksOf, needed } from './checks.ts';
import { claimsOf, type NamedClaim } from './claim.ts';
import { identical } from './compute-engine.ts';
import { areDifferent } from './different.ts';

export interface Certified {
  /** For the answer and for each line of the worked solution the checks that confirmed it; none denied it. */
  readonly confirmed: readonly { readonly about: string; readonly by: readonly CheckName[] }[];
  /** Wrong answers that differ from the right one and from each other. */
  readonly distractors: readonly Mistake[];
}

/** Why a draft is not shown to anybody. */
export interface Refusal {
  readonly code: 'answer-kind' | 'claim' | 'form' | 'distractors' | 'hint';
  readonly message: string;
  /** `answer`, `line 2`, `hint 1`, … */
  readonly place: string;
}

export function certify(draft: Draft): Certified | Refusal {
  const claims = claimsOf(draft);
  if (claims === null) {
    return refusal('answer-kind', 'answer', 'The answer or a line is not of the kind the task asks for.');
  }
  const confirmed: { about: string; by: CheckName[] }[] = [];
  for (const named of claims) {
    const checked = confirm(named, draft);
    if ('code' in checked) return checked;
    confirmed.push(checked);
  }
  if (draft.answer.kind === 'value' && !hasForm(draft.answer.value, draft.form)) {
    return refusal('form', 'answer', `The answer is not in the form "${draft.form}".`);
  }
  const told = draft.hints.findIndex((hint) => hint.values.some((value) => givesAway(value, draft)));
  if (told >= 0) return refusal('hint', `hint ${told + 1}`, 'The hint says the answer.');
  const distractors = distractorsOf(draft);
  if (distractors.length === 0) return refusal('distractors', 'answer', 'No misconception leads elsewhere.');
  const answers = [draft.answer, ...distractors.map(({ answer }) => answer)];
  if (answers.some((a, place) => answers.slice(0, place).some((b) => areIdentical(a, b)))) {
    return refusal('distractors', 'answer', 'Two of the answers to choose from are the same.');
  }
  return { confirmed, distractors };
}

function confirm(
  { about, claim }: NamedClaim,
  { task }: Draft,
): { about: string; by: CheckName[] } | Refusal {
  const by: CheckName[] = [];
  for (const name of checksOf[task.kind][about === 'answer' ? 'answer' : 'lines']) {
    const verdict = checks[name](claim);
    if (verdict === false) return refusal('claim', about, `${name} denies it.`);
    if (verdict === true) by.push(name);
  }
  return by.length >= needed
    ? { about, by }
    : refusal(
        'claim',
        about,
        `Only ${by.length} of ${needed} checks confirm it: ${by.join(', ') || 'none'}.`,
      );
}

function refusal(code: Refusal['code'], place: string, message: string): Refusal {
  return { code, message, place };
}

/** Those that are proved to be wrong and different from those before them. */
function distractorsOf({ answer, mistakes }: Draft): Mistake[] {
  const kept: Mistake[] = [];
  for (const mistake of mistakes) {
    const others = [answer, ...kept.map((other) => other.answer)];
    if (others.every((other) => areDifferent(mistake.answer, other))) kept.push(mistake);
  }
  return kept;
}

/** What the engine says of two answers that putting numbers in has told apart. */
function areIdentical(a: Answer, b: Answer): boolean {
  return a.kind === 'value' && b.kind === 'value' && identical(a.value, b.value) === true;
}

/** The answer as it is written, unless the task itself shows it: the 3 of x + 3 = 6 may be spoken of. */
function givesAway(value: Expression, { answer, task }: Draft): boolean {
  const answers = [answerExpression(answer), ...('values' in answer ? answer.values : [])];
  const told = new Set(answers.filter((part) => part !== null).map(canonicalForm));
  const shown = new Set([...partsOf(statementOf(task))].map(canonicalForm));
  return [...partsOf(value)].map(canonicalForm).some((part) => told.has(part) && !shown.has(part));
}
