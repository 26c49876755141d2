import { expect, test } from 'vitest';
import type { Expression } from '../../data/mathematics/expression.ts';
import { point, range, solutions, value } from '../../data/templates/answer.ts';
import { checkAnswer, type Key } from './check-answer.ts';

const addedDenominators = {
  id: 'adds-denominators',
  name: { en: 'adds denominators', zh: '分母相加' },
  explanation: { en: 'Parts of different sizes are not added.', zh: '大小不同的份不能直接相加。' },
};

const sumOfFractions: Key = {
  task: { kind: 'evaluate', expression: ['Add', ['Divide', 1, 4], ['Divide', 1, 4]] },
  answer: value(['Rational', 1, 2]),
  form: 'lowest-terms',
  mistakes: [{ misconception: addedDenominators, answer: value(['Rational', 2, 8]) }],
};

const quadratic: Key = {
  task: {
    kind: 'solve',
    equation: ['Equal', ['Add', ['Power', 'x', 2], 'x', -6], 0],
    variable: 'x',
  },
  answer: solutions('x', 2, -3),
  form: 'any',
  mistakes: [],
};

const system: Key = {
  task: {
    kind: 'system',
    equations: [
      ['Equal', ['Add', 'x', 'y'], 5],
      ['Equal', ['Subtract', 'x', 'y'], 1],
    ],
    variables: ['x', 'y'],
  },
  answer: point(['x', 'y'], 3, 2),
  form: 'any',
  mistakes: [],
};

const between: Expression = ['And', ['Greater', 'x', 1], ['LessEqual', 'x', 4]];
const inequality: Key = {
  task: { kind: 'inequality', relation: between, variable: 'x' },
  answer: range('x', between),
  form: 'any',
  mistakes: [],
};

const outside: Key = {
  ...inequality,
  answer: range('x', ['Or', ['Less', 'x', 1], ['Greater', 'x', 4]]),
};

const factoring: Key = {
  task: { kind: 'factor', expression: ['Add', ['Power', 'x', 2], ['Multiply', 5, 'x'], 6] },
  answer: value(['Multiply', ['Add', 'x', 2], ['Add', 'x', 3]]),
  form: 'factored',
  mistakes: [],
};

const area: Key = {
  task: { kind: 'evaluate', expression: ['Multiply', 3, 4] },
  answer: value(12),
  form: 'number',
  mistakes: [],
  unit: 'm^2',
};

test.each([
  [sumOfFractions, '1/2'],
  [sumOfFractions, '１／２'],
  [sumOfFractions, '½'],
  [sumOfFractions, String.raw`\frac12`],
  [quadratic, 'x=2 or x=-3'],
  [quadratic, '-3, 2'],
  [quadratic, 'x=-3；x=2'],
  [quadratic, '{2; -3}'],
  [quadratic, 'x = 2 and x = -3'],
  [system, '(3, 2)'],
  [system, 'y=2, x=3'],
  [system, 'x=3且y=2'],
  [inequality, '1<x<=4'],
  [inequality, 'x>1 and x≤4'],
  [inequality, '4 >= x, x > 1'],
  [inequality, '(1, 4]'],
  [inequality, 'x∈(1,4]'],
  [outside, 'x<1 or x>4'],
  [outside, '(-∞,1)∪(4,∞)'],
  [factoring, '(x+3)(x+2)'],
  [area, '12'],
  [area, '12 m²'],
  [area, '12 平方米'],
  [area, '120000 cm^2'],
])('any equivalent answer is right: %#, %s', (key, typed) => {
  expect(checkAnswer(key, typed)).toEqual({ verdict: 'right' });
});

test.each([
  [sumOfFractions, '2/4', 'lowest-terms'],
  [sumOfFractions, '0.5', 'lowest-terms'],
  [factoring, 'x^2+5x+6', 'factored'],
  [factoring, 'x(x+5)+6', 'factored'],
  [area, '3*4', 'number'],
])('equivalent, but not in the form asked for: %#, %s', (key, typed, form) => {
  expect(checkAnswer(key, typed)).toEqual({ verdict: 'otherForm', form });
});

test('an exercise repeated is no answer, even where any form is accepted', () => {
  const key: Key = { ...sumOfFractions, form: 'any' };
  expect(checkAnswer(key, '1/4 + 1/4')).toEqual({ verdict: 'otherForm', form: 'any' });
});

test('a wrong answer is matched to the misconception that leads to it', () => {
  expect(checkAnswer(sumOfFractions, '2/8')).toEqual({ verdict: 'wrong', misconception: addedDenominators });
  expect(checkAnswer(sumOfFractions, '1/4')).toEqual({ verdict: 'wrong', misconception: addedDenominators });
  expect(checkAnswer(sumOfFractions, '3/4')).toEqual({ verdict: 'wrong', misconception: null });
});

test('some of the solutions are not wrong, but not all', () => {
  expect(checkAnswer(quadratic, 'x=2')).toEqual({ verdict: 'incomplete' });
  expect(checkAnswer(quadratic, '2, 4')).toEqual({ verdict: 'wrong', misconception: null });
  expect(checkAnswer(quadratic, 'no solution')).toEqual({ verdict: 'wrong', misconception: null });
});

test('an equation without solutions takes the words for it', () => {
  const key: Key = { ...quadratic, answer: solutions('x') };
  expect(checkAnswer(key, '无解')).toEqual({ verdict: 'right' });
  expect(checkAnswer(key, 'x=1')).toEqual({ verdict: 'wrong', misconception: null });
});

test.each([
  [inequality, 'x>1'],
  [inequality, '[1, 4]'],
  [inequality, '1<x<4'],
  [outside, 'x<1'],
  [system, '(2, 3)'],
])('a wrong answer of the right kind is wrong: %#, %s', (key, typed) => {
  expect(checkAnswer(key, typed)).toEqual({ verdict: 'wrong', misconception: null });
});

test('an answer of another kind is told so, and is not called wrong', () => {
  expect(checkAnswer(inequality, '3')).toEqual({ verdict: 'otherKind', asked: 'range' });
  expect(checkAnswer(system, '3')).toEqual({ verdict: 'otherKind', asked: 'point' });
  expect(checkAnswer(quadratic, 'y = 2')).toEqual({ verdict: 'otherKind', asked: 'solutions' });
});

test('a length is no area', () => {
  expect(checkAnswer(area, '12 m')).toEqual({ verdict: 'otherUnit', typed: 'm', asked: 'm^2' });
});

test('where the unit is asked for, a bare number is no answer yet, and any unit of the kind is taken', () => {
  const asked: Key = { ...area, asksUnit: true };
  expect(checkAnswer(asked, '12')).toEqual({ verdict: 'missingUnit' });
  expect(checkAnswer(asked, '12 m²')).toEqual({ verdict: 'right' });
  expect(checkAnswer(asked, '0.12 平方米')).toEqual({ verdict: 'wrong', misconception: null });
  expect(checkAnswer(asked, '1200 平方分米')).toEqual({ verdict: 'right' });
});

test('a percentage is right with its sign and without', () => {
  const key: Key = { ...area, answer: value(5), unit: 'percent' };
  for (const typed of ['5', '5%', '5 ％', '百分之5', '5 percent']) {
    expect(checkAnswer(key, typed), typed).toEqual({ verdict: 'right' });
  }
  expect(checkAnswer(key, '0.05')).toEqual({ verdict: 'wrong', misconception: null });
});

test('a unit of another kind is named as it was typed', () => {
  expect(checkAnswer(area, '12 公斤')).toEqual({ verdict: 'otherUnit', typed: '公斤', asked: 'm^2' });
});

test.each([
  ['1/0', ['Divide', 1, 0]],
  ['3 + 2/(1-1)', ['Divide', 2, ['Subtract', 1, 1]]],
  ['５／０', ['Divide', 5, 0]],
  ['5÷0', ['Divide', 5, 0]],
  ['sqrt(-4)', ['Sqrt', -4]],
])('a division by zero is named: %s', (typed, part) => {
  expect(checkAnswer(sumOfFractions, typed)).toEqual({ verdict: 'undefined', part });
});

test('what cannot be read is named and not judged', () => {
  expect(checkAnswer(sumOfFractions, '1/')).toMatchObject({ verdict: 'unreadable', error: { from: 2 } });
});

test('a letter that does not stand in the exercise is named, and is not called wrong', () => {
  expect(checkAnswer(area, '3x')).toEqual({
    verdict: 'unreadable',
    error: { code: 'unknownWord', from: 1, to: 2, part: 'x' },
  });
  expect(checkAnswer({ ...quadratic, answer: solutions('x', 2) }, 'x = 2a')).toMatchObject({
    verdict: 'unreadable',
    error: { part: 'a' },
  });
});

test('a power of ten as calculators write it is read', () => {
  const key: Key = { ...sumOfFractions, answer: value(0.00706), form: 'scientific' };
  expect(checkAnswer(key, '7.06e-3')).toEqual({ verdict: 'right' });
  expect(checkAnswer(key, '7.06E-4')).toEqual({ verdict: 'wrong', misconception: null });
});

test('grouped digits are several numbers where several are asked for', () => {
  const key: Key = { ...quadratic, answer: solutions('x', 100, 200) };
  expect(checkAnswer(key, '100,200')).toEqual({ verdict: 'right' });
  expect(checkAnswer({ ...area, answer: value(1000) }, '1,000 m^2')).toEqual({ verdict: 'right' });
});
