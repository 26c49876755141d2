import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';
import type { UnitName } from './units.ts';

const variables = new Set(['x', 'y']);

function read(typed: string, unit?: UnitName) {
  const [reading] = readAnswer(typed, { variables, unit });
  return reading.ok ? reading.answer : reading.error;
}

const value = (expression: unknown, unit: string | null = null) => ({
  kind: 'value',
  value: expression,
  unit,
});
const relation = (expression: unknown) => ({ kind: 'relation', relation: expression });

test.each([
  ['12', 12],
  ['-3.50', -3.5],
  ['.5', 0.5],
  ['1,000', 1000],
  ['12,345,678.5', 12_345_678.5],
  ['１２＋３', ['Add', 12, 3]],
  ['－７', -7],
  ['负7', -7],
  ['零下7', -7],
  ['３×（４－１）', ['Multiply', 3, ['Subtract', 4, 1]]],
  ['8÷2', ['Divide', 8, 2]],
  ['3/4', ['Divide', 3, 4]],
  ['1 1/2', ['Mixed', 1, 1, 2]],
  ['1½', ['Mixed', 1, 1, 2]],
  ['-2 3/4', ['Negate', ['Mixed', 2, 3, 4]]],
  ['½', ['Divide', 1, 2]],
  ['35%', ['Divide', 35, 100]],
  ['35％', ['Divide', 35, 100]],
  ['百分之35', ['Divide', 35, 100]],
  ['3比4', ['Ratio', 3, 4]],
  ['八', 8],
  ['十五', 15],
  ['二十', 20],
  ['三百零四', 304],
  ['一万五千', 15_000],
  ['5分之3', ['Divide', 3, 5]],
  ['五分之三', ['Divide', 3, 5]],
  ['6又8分之1', ['Mixed', 6, 1, 8]],
  ['6又1/8', ['Mixed', 6, 1, 8]],
  ['= 7', 7],
  ["f'(x) = 7", 7],
  ["y' = 2x", ['Multiply', 2, 'x']],
  ['f(g(x)) = 2x', ['Multiply', 2, 'x']],
  ['2根号3', ['Multiply', 2, ['Sqrt', 3]]],
  ['3:4', ['Ratio', 3, 4]],
  ['3：4', ['Ratio', 3, 4]],
  ['2x', ['Multiply', 2, 'x']],
  ['2xy', ['Multiply', 2, 'x', 'y']],
  ['2(x+1)', ['Multiply', 2, ['Add', 'x', 1]]],
  ['(x+1)(x-2)', ['Multiply', ['Add', 'x', 1], ['Subtract', 'x', 2]]],
  ['x^2-5x+6', ['Add', ['Subtract', ['Power', 'x', 2], ['Multiply', 5, 'x']], 6]],
  ['x²y', ['Multiply', ['Power', 'x', 2], 'y']],
  ['x⁻²', ['Power', 'x', -2]],
  ['2^-3', ['Power', 2, -3]],
  ['-2^2', ['Negate', ['Power', 2, 2]]],
  ['2^3^2', ['Power', 2, ['Power', 3, 2]]],
  ['sqrt(2)/2', ['Divide', ['Sqrt', 2], 2]],
  ['3√5', ['Multiply', 3, ['Sqrt', 5]]],
  ['2pi', ['Multiply', 2, 'Pi']],
  ['|x-1|', ['Abs', ['Subtract', 'x', 1]]],
  ['e^x', ['Power', 'ExponentialE', 'x']],
  ['log(8,2)', ['Log', 8, 2]],
  ['ln(x)', ['Ln', 'x']],
  ['sinx', ['Sin', 'x']],
  ['3*10^4', ['Multiply', 3, ['Power', 10, 4]]],
])('plain typing: %s', (typed, expression) => {
  expect(read(typed)).toEqual(value(expression));
});

test.each([
  [String.raw`\frac{3}{4}`, ['Divide', 3, 4]],
  [String.raw`\frac34`, ['Divide', 3, 4]],
  [String.raw`1\frac{1}{2}`, ['Mixed', 1, 1, 2]],
  [String.raw`1\frac12`, ['Mixed', 1, 1, 2]],
  [String.raw`\frac{x+1}{x-1}`, ['Divide', ['Add', 'x', 1], ['Subtract', 'x', 1]]],
  [String.raw`\left(x+1\right)\left(x-2\right)`, ['Multiply', ['Add', 'x', 1], ['Subtract', 'x', 2]]],
  [String.raw`2\cdot x^{10}`, ['Multiply', 2, ['Power', 'x', 10]]],
  [String.raw`\sqrt{2}`, ['Sqrt', 2]],
  [String.raw`\sqrt[3]{x}`, ['Root', 'x', 3]],
  [String.raw`\log_{2}8`, ['Log', 8, 2]],
  [String.raw`\exponentialE^{2x}`, ['Power', 'ExponentialE', ['Multiply', 2, 'x']]],
  [String.raw`35\%`, ['Divide', 35, 100]],
])('the LaTeX of a formula field: %s', (typed, expression) => {
  expect(read(typed)).toEqual(value(expression));
});

test.each([
  ['x=3', ['Equal', 'x', 3]],
  ['x＝3', ['Equal', 'x', 3]],
  ['x等于3', ['Equal', 'x', 3]],
  ['x ≤ -2', ['LessEqual', 'x', -2]],
  ['x小于等于-2', ['LessEqual', 'x', -2]],
  ['x不大于-2', ['LessEqual', 'x', -2]],
  ['{x | x <= -2}', ['LessEqual', 'x', -2]],
  ['{x｜x≤-2}', ['LessEqual', 'x', -2]],
  ['1 < x <= 4', ['And', ['Less', 1, 'x'], ['LessEqual', 'x', 4]]],
])('a relation: %s', (typed, expression) => {
  expect(read(typed)).toEqual(relation(expression));
});

test.each([
  ['x=2 or x=-3', 'or'],
  ['x=2或x=-3', 'or'],
  ['x=2；x=-3', 'or'],
  ['x=2, x=-3', 'list'],
  ['x1=2, x2=-3', 'list'],
  ['x₁=2，x₂=-3', 'list'],
  ['x_1=2, x_2=-3', 'list'],
  ['x_{1}=2, x_{2}=-3', 'list'],
  ['x=2 and x=-3', 'and'],
])('two solutions: %s', (typed, joined) => {
  expect(read(typed)).toEqual({
    kind: 'several',
    answers: [relation(['Equal', 'x', 2]), relation(['Equal', 'x', -3])],
    joined,
  });
});

test('a plus-minus sign is two solutions', () => {
  expect(read('x=±2')).toEqual({
    kind: 'several',
    answers: [relation(['Equal', 'x', 2]), relation(['Equal', 'x', ['Negate', 2]])],
    joined: 'or',
  });
});

test('a plus-minus sign within brackets is two solutions too, as in the quadratic formula', () => {
  for (const typed of ['x=(13±5)/2', String.raw`x=\frac{13\pm5}{2}`]) {
    expect(read(typed)).toEqual({
      kind: 'several',
      answers: [
        relation(['Equal', 'x', ['Divide', ['Add', 13, 5], 2]]),
        relation(['Equal', 'x', ['Divide', ['Subtract', 13, 5], 2]]),
      ],
      joined: 'or',
    });
  }
});

test('in braces the order does not count, in round brackets it does', () => {
  expect(read('{2; 3}')).toMatchObject({ kind: 'several', joined: 'list' });
  expect(read('(2, 3)')).toMatchObject({ kind: 'several', joined: 'tuple', answers: [value(2), value(3)] });
});

test.each([
  '(-∞, 2]∪(3, ∞)',
  '(-oo,2] union (3,oo)',
  String.raw`\left(-\infty,2\right]\cup\left(3,\infty\right)`,
])('a union of intervals: %s', (typed) => {
  expect(read(typed)).toEqual({
    kind: 'intervals',
    intervals: [
      { low: ['Negate', 'PositiveInfinity'], high: 2, lowIncluded: false, highIncluded: true },
      { low: 3, high: 'PositiveInfinity', lowIncluded: false, highIncluded: false },
    ],
  });
});

test.each(['no solution', 'none', '无解', '∅', '{}'])('no solution at all: %s', (typed) => {
  expect(read(typed)).toEqual({ kind: 'none' });
});

test.each(['all real numbers', '任意实数', 'ℝ'])('every number: %s', (typed) => {
  expect(read(typed)).toEqual({ kind: 'every' });
});

test.each([
  ['5 cm', 5, 'cm'],
  ['5cm', 5, 'cm'],
  ['12 cm^2', 12, 'cm^2'],
  ['12 cm²', 12, 'cm^2'],
  ['12cm2', 12, 'cm^2'],
  [String.raw`12\operatorname{cm}^{2}`, 12, 'cm^2'],
  [String.raw`12\text{ cm}`, 12, 'cm'],
  ['60 km/h', 60, 'km/h'],
  ['60公里/小时', 60, 'km/h'],
  ['3.5 小时', 3.5, 'h'],
  ['12元', 12, 'yuan'],
  ['$4.50', 4.5, 'dollars'],
  ['¥12', 12, 'yuan'],
  ['40°', 40, 'degrees'],
  ['7', 7, null],
])('a measured answer: %s', (typed, number, unit) => {
  expect(read(typed, 'm')).toEqual(value(number, unit));
});

test.each([
  ['40°', 'degrees'],
  ['40 度', 'degrees'],
  ['-3°C', 'celsius'],
  ['-3 ℃', 'celsius'],
  ['零下3度', 'celsius'],
  ['5 %', 'percent'],
  ['5％', 'percent'],
  ['百分之5', 'percent'],
  ['24 分', 'points'],
  ['24分', 'fen'],
  ['24 分钟', 'min'],
  ['12 块钱', 'yuan'],
] as const)('what a unit means depends on what is asked for: %s in %s', (typed, unit) => {
  expect(read(typed, unit)).toMatchObject({ kind: 'value', unit });
});

test('a letter of the exercise is no unit where nothing is measured', () => {
  expect(read('5 m')).toEqual(value(['Multiply', 5, 'm']));
});

test('grouped digits are also read as several numbers', () => {
  const readings = readAnswer('100,200', { variables });
  expect(readings.map((reading) => reading.ok && reading.answer.kind)).toEqual(['value', 'several']);
});

test.each([
  ['', 'empty', 0, 0],
  ['   ', 'empty', 0, 0],
  ['3 +', 'missingNumber', 3, 3],
  ['(x+1', 'bracketNotClosed', 0, 1],
  ['x+1)', 'bracketNotOpened', 3, 4],
  ['3 + @ 4', 'unknownCharacter', 4, 5],
  ['３＋４＊＊／5', 'notExpectedHere', 5, 6],
  ['about 5', 'unknownWord', 0, 5],
  ['二十个', 'unknownWord', 0, 3],
  ['两边同时减4x', 'unknownWord', 0, 5],
  ['1234567890123456', 'numberTooLong', 0, 16],
  ['x = ', 'missingNumber', 4, 4],
  [String.raw`\frac{1}{`, 'missingNumber', 9, 9],
])('what cannot be read is named by its place: %s', (typed, code, from, to) => {
  expect(read(typed)).toEqual({ code, from, to, part: typed.slice(from, to) });
});

test('whatever is typed is read or named, never thrown on', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 60, unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'12x+-*/^()[]{},=<|½²√\\frac 或') }),
      ),
      (typed) => {
        const [reading] = readAnswer(typed, { variables, unit: 'm' });
        expect(reading.ok || reading.error.to >= reading.error.from).toBe(true);
      },
    ),
  );
});
