import { expect, test } from 'vitest';
import { point, range, solutions, value } from '../../data/templates/answer.ts';
import type { Key } from './check-answer.ts';
import { checkSteps } from './check-steps.ts';

const forgotSign = {
  id: 'forgets-sign',
  name: { en: 'forgets a sign', zh: '漏掉符号' },
  explanation: { en: 'What changes sides changes its sign.', zh: '移项要变号。' },
};

const linear: Key = {
  task: { kind: 'solve', equation: ['Equal', ['Add', ['Multiply', 3, 'x'], 5], 20], variable: 'x' },
  answer: solutions('x', 5),
  form: 'any',
  mistakes: [{ misconception: forgotSign, answer: solutions('x', ['Rational', 25, 3]) }],
};

const quadratic: Key = {
  task: { kind: 'solve', equation: ['Equal', ['Power', 'x', 2], ['Multiply', 3, 'x']], variable: 'x' },
  answer: solutions('x', 0, 3),
  form: 'any',
  mistakes: [],
};

const expand: Key = {
  task: { kind: 'expand', expression: ['Multiply', 3, ['Add', 'x', 2]] },
  answer: value(['Add', ['Multiply', 3, 'x'], 6]),
  form: 'expanded',
  mistakes: [{ misconception: forgotSign, answer: value(['Add', ['Multiply', 3, 'x'], 2]) }],
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

const inequality: Key = {
  task: { kind: 'inequality', relation: ['Less', ['Multiply', -2, 'x'], 6], variable: 'x' },
  answer: range('x', ['Greater', 'x', -3]),
  form: 'any',
  mistakes: [],
};

const verdicts = (key: Key, ...lines: string[]) => checkSteps(key, lines).map(({ verdict }) => verdict);

test('any valid route is accepted', () => {
  expect(verdicts(linear, '3x = 20 - 5', '20-5=15', '', '3x = 15', 'x = 5')).toEqual([
    ...['same', 'aside', 'blank', 'same', 'same'],
  ]);
  expect(verdicts(linear, '(3x+5)/3 = 20/3', 'x + 5/3 = 20/3', 'x = 15/3')).toEqual(['same', 'same', 'same']);
  expect(verdicts(quadratic, 'x^2 - 3x = 0', 'x(x-3)=0', 'x=0 or x-3=0', 'x=0或x=3')).toEqual([
    ...['same', 'same', 'same', 'same'],
  ]);
  expect(verdicts(system, '2x = 6', 'x = 3', '3 + y = 5', 'y = 2')).toEqual(['same', 'same', 'same', 'same']);
  expect(verdicts(inequality, 'x > 6/(-2)', 'x > -3')).toEqual(['same', 'same']);
  expect(verdicts(expand, '= 3x + 3*2', '＝3x＋6')).toEqual(['same', 'same']);
  expect(verdicts(expand, '3(x+2) = 3x + 6')).toEqual(['same']);
});

test('the first wrong line is located with its misconception, and nothing after it is judged', () => {
  expect(checkSteps(linear, ['3x + 5 = 20', '3x = 25', 'x = 25/3'])).toEqual([
    { verdict: 'same' },
    { verdict: 'wrong', misconception: forgotSign },
    { verdict: 'after' },
  ]);
  expect(checkSteps(expand, ['3x + 2'])).toEqual([{ verdict: 'wrong', misconception: forgotSign }]);
  expect(verdicts(inequality, 'x < -3')).toEqual(['wrong']);
  expect(verdicts(linear, '20 - 5 = 14')).toEqual(['wrong']);
  expect(verdicts(system, 'x = 4')).toEqual(['wrong']);
});

test('dividing by the variable loses a solution, multiplying by it gains one', () => {
  expect(verdicts(quadratic, 'x = 3')).toEqual(['loses']);
  expect(verdicts(linear, '3x^2 + 5x = 20x')).toEqual(['gains']);
});

test('solutions side by side are alternatives, however they are joined', () => {
  for (const line of ['x=0, x=3', 'x1=0, x2=3', 'x=0；x=3', '0, 3', 'x=(3±3)/2', 'x = 0 and x = 3']) {
    expect(verdicts(quadratic, line), line).toEqual(['same']);
  }
  expect(verdicts(quadratic, 'x=1, x=3')).toEqual(['loses']);
  expect(verdicts(linear, 'x=5, x=6')).toEqual(['gains']);
});

test('a line of a system is matched to the misconception that leads to it', () => {
  const mistaken = { ...system, mistakes: [{ misconception: forgotSign, answer: point(['x', 'y'], 4, 1) }] };
  expect(checkSteps(mistaken, ['2x = 8'])).toEqual([{ verdict: 'wrong', misconception: forgotSign }]);
  expect(checkSteps(mistaken, ['2x = 9'])).toEqual([{ verdict: 'wrong', misconception: null }]);
});

test('measures may be written in another unit, and a letter that is none is not judged', () => {
  const area: Key = {
    task: { kind: 'evaluate', expression: ['Multiply', 100, 5.3, 28] },
    answer: value(14_840),
    form: 'number',
    mistakes: [],
    unit: 'cm^2',
  };
  expect(verdicts(area, '5.3 m = 530 cm', '530 * 28 = 14840 cm²', '1.484 m²')).toEqual([
    ...['aside', 'same', 'same'],
  ]);
  expect(verdicts(area, 'A = a * b')).toEqual(['untold']);
  const percent: Key = {
    ...area,
    task: { kind: 'evaluate', expression: 5 },
    answer: value(5),
    unit: 'percent',
  };
  expect(verdicts(percent, '18/360 = 0.05', '0.05 = 5%', '5 %')).toEqual(['aside', 'aside', 'same']);
});

test('a line that cannot be read is named and does not stop the others', () => {
  expect(checkSteps(linear, ['3x = = 15', 'x = 5'])).toMatchObject([
    { verdict: 'unreadable', error: { from: 5 } },
    { verdict: 'same' },
  ]);
  expect(verdicts(linear, 'so I think', 'x = 5')).toEqual(['unreadable', 'same']);
});
