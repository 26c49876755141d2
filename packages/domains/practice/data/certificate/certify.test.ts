import { expect, test } from 'vitest';
import { equal, polynomial } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { say } from '../sentence.ts';
import { range, solutions, value } from '../templates/answer.ts';
import { templates } from '../templates/registry.ts';
import type { Draft } from '../templates/template.ts';
import { certify } from './certify.ts';
import { checks, checksOf, needed } from './checks.ts';
import type { Claim } from './claim.ts';

function draftOf(id: string, seed = 1): Draft {
  const drafted = templates.find((template) => template.id === id)?.draw(seed);
  if (drafted === null || drafted === undefined) throw new Error(`${id} gives no draft.`);
  return drafted.draft;
}

const codeOf = (draft: Draft) => {
  const result = certify(draft);
  return 'code' in result ? result.code : 'certified';
};

const verdicts = (claim: Claim) =>
  Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, check(claim)]));

test('a wrong answer in the place of the right one is refused, in every template', () => {
  for (const template of templates) {
    const draft = draftOf(template.id);
    const result = certify(draft);
    if ('code' in result) throw new Error(`${template.id}: ${result.message}`);
    for (const { answer } of result.distractors) {
      expect(codeOf({ ...draft, answer }), template.id).toBe('claim');
    }
  }
});

test('a wrong line of the worked solution is refused', () => {
  const draft = draftOf('linear-equations/two-step');
  const [first, ...rest] = draft.steps;
  if (first === undefined) throw new Error('The draft has no steps.');
  const wrong = { ...first, expression: equal(polynomial([1, 2], 'x'), 1000) };
  expect(codeOf({ ...draft, steps: [wrong, ...rest] })).toBe('claim');
});

test('an answer that lacks a solution, or has one too many, is refused', () => {
  const equation = equal(polynomial([6, -5, 1], 'x'), 0);
  const draft = draftOf('linear-equations/two-step');
  const quadratic = { ...draft, task: { kind: 'solve', equation, variable: 'x' }, steps: [] } as const;
  expect(codeOf({ ...quadratic, answer: solutions('x', 2, 3) })).toBe('certified');
  expect(codeOf({ ...quadratic, answer: solutions('x', 2) })).toBe('claim');
  expect(codeOf({ ...quadratic, answer: solutions('x', 2, 3, 4) })).toBe('claim');
});

test('solutions that are fractions or roots are confirmed, and wrong ones refused, by every check', () => {
  const claim = (coefficients: number[], ...values: Expression[]): Claim => ({
    kind: 'solutions',
    equation: equal(polynomial(coefficients, 'x'), 0),
    variable: 'x',
    values,
  });
  const all = (verdict: boolean) => ({ 'compute-engine': verdict, nerdamer: verdict, substitution: verdict });
  expect(verdicts(claim([-9, 9, 4], -3, ['Rational', 3, 4]))).toEqual(all(true));
  expect(verdicts(claim([-9, 9, 4], -3, ['Rational', 4, 3]))).toEqual(all(false));
  const roots = (inside: number): Expression[] => [
    ['Subtract', -7, ['Sqrt', inside]],
    ['Add', -7, ['Sqrt', inside]],
  ];
  expect(verdicts(claim([42, 14, 1], ...roots(7)))).toEqual(all(true));
  expect(verdicts(claim([42, 14, 1], ...roots(5)))).toEqual(all(false));
  const stated = (inside: number): Claim => ({
    kind: 'solutions',
    equation: ['Or', ...roots(inside).map((root) => equal('x', root))],
    variable: 'x',
    values: roots(7),
  });
  expect(verdicts(stated(7))).toMatchObject({ 'compute-engine': true, substitution: true });
  expect(verdicts(stated(5))).toMatchObject({ 'compute-engine': false, substitution: false });
});

test('a root at which the equation is not defined is no solution', () => {
  const equation = equal(['Divide', polynomial([-4, 0, 1], 'x'), polynomial([-2, 1], 'x')], 0);
  const claim = (...values: number[]): Claim => ({ kind: 'solutions', equation, variable: 'x', values });
  expect(verdicts(claim(-2))).toMatchObject({ 'compute-engine': true, substitution: true });
  expect(verdicts(claim(-2, 2))).toMatchObject({ 'compute-engine': false, substitution: false });
});

test('an inequality whose sign was not turned around is refused', () => {
  const relation = ['Less', polynomial([0, -2], 'x'), 6] as const;
  const draft = draftOf('inequalities/two-step');
  const turned = { ...draft, task: { kind: 'inequality', relation, variable: 'x' }, steps: [] } as const;
  expect(codeOf({ ...turned, answer: range('x', ['Greater', 'x', -3]) })).toBe('certified');
  expect(codeOf({ ...turned, answer: range('x', ['Less', 'x', -3]) })).toBe('claim');
  expect(codeOf({ ...turned, answer: range('x', ['GreaterEqual', 'x', -3]) })).toBe('claim');
});

test('an answer that is right but not in the form asked for is refused', () => {
  const draft = draftOf('fractions/lowest-terms');
  if (draft.task.kind !== 'simplify') throw new Error('The template simplifies.');
  expect(codeOf({ ...draft, answer: value(draft.task.expression) })).toBe('form');
});

test('a hint that says the answer is refused', () => {
  const draft = draftOf('whole-numbers/add');
  if (draft.answer.kind !== 'value') throw new Error('The template asks for a value.');
  expect(codeOf({ ...draft, hints: [say('It is {0}.', '答案是 {0}。', draft.answer.value)] })).toBe('hint');
});

test('an exercise to which no misconception gives another answer is refused', () => {
  const draft = draftOf('whole-numbers/add');
  const mistakes = draft.mistakes.map((mistake) => ({ ...mistake, answer: draft.answer }));
  expect(codeOf({ ...draft, mistakes })).toBe('distractors');
});

test('each kind of task is put to at least two checks that share no code', () => {
  for (const { answer, lines } of Object.values(checksOf)) {
    expect(new Set(answer).size).toBeGreaterThanOrEqual(needed);
    expect(new Set(lines).size).toBeGreaterThanOrEqual(needed);
  }
  expect(needed).toBe(2);
});

test('the three checks judge values, derivatives and limits alike', () => {
  const x2 = ['Power', 'x', 2] as const;
  const cases: readonly (readonly [Claim, boolean])[] = [
    [{ kind: 'same-value', left: ['Sqrt', 72], right: ['Multiply', 6, ['Sqrt', 2]] }, true],
    [{ kind: 'same-value', left: ['Sqrt', 72], right: ['Multiply', 5, ['Sqrt', 2]] }, false],
    [
      {
        kind: 'same-value',
        left: ['D', ['Multiply', x2, ['Exp', 'x']], 'x'],
        right: ['Add', ['Multiply', 2, 'x', ['Exp', 'x']], ['Multiply', x2, ['Exp', 'x']]],
      },
      true,
    ],
    [{ kind: 'same-value', left: ['D', x2, 'x'], right: 'x' }, false],
    [{ kind: 'same-value', left: ['Log', 8, 2], right: 3 }, true],
    [{ kind: 'same-value', left: ['Binomial', 6, 2], right: 15 }, true],
    [{ kind: 'same-value', left: ['Range', 3, 9, 4], right: 6 }, true],
    [{ kind: 'same-value', left: ['Median', 3, 9, 4, 5], right: 4.5 }, true],
  ];
  for (const [claim, holds] of cases) {
    const said = Object.values(verdicts(claim));
    // Of what is wrong the engine may say nothing, but no check says yes.
    expect(said, JSON.stringify(claim)).not.toContain(!holds);
    expect(said.filter((verdict) => verdict === holds).length).toBeGreaterThanOrEqual(needed);
  }
});
