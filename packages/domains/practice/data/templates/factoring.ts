/** Factoring. */

import { add, equal, monomial, multiply, polynomial, power, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  differenceForPerfectSquare,
  keepsPower,
  leavesOutOne,
  leavesSquareUnrooted,
  leavesTermUndivided,
  squareForDifference,
  sumForProduct,
  wrongSignsInFactors,
} from '../misconceptions/factoring.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { valueDraft } from './drafts.ts';
import { factor } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const monic = defineTemplate({
  id: 'factoring/monic-quadratic',
  skill: 'factor.quadratic',
  version: 1,
  parameters: wholeNumbers('p', 'q'),
  sample: (draw, level) => {
    const most = [9, 12, 20][level - 1] ?? 9;
    const low = level === 1 ? 1 : -most;
    const [p, q] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return p === q || p === -q ? null : { p: Math.min(p, q), q: Math.max(p, q) };
  },
  build: ({ p, q }) => {
    const expression = polynomial([p * q, p + q, 1], 'x');
    const binomial = (shift: number) => polynomial([shift, 1], 'x');
    return {
      task: { kind: 'factor', expression },
      prompt: factor(expression),
      answer: value(multiply(binomial(p), binomial(q))),
      form: 'factored',
      steps: [
        aside(
          equal(multiply(p, q), p * q),
          say('Two numbers with the product {0}: …', '找两个积为 {0} 的数：', p * q),
        ),
        aside(equal(add(p, q), p + q), say('… and the sum {0}.', '它们的和为 {0}。', p + q)),
        state(
          multiply(binomial(p), binomial(q)),
          say('Each of them stands in one bracket.', '这两个数分别写在两个括号里。'),
        ),
      ],
      hints: [
        say('Which two numbers, multiplied, give {0}?', '哪两个数的积是 {0}？', p * q),
        say('Of those pairs, which has the sum {0}?', '这些数对中，哪一对的和是 {0}？', p + q),
      ],
      mistakes: [
        {
          misconception: wrongSignsInFactors,
          answer: value(multiply(binomial(-p), binomial(-q))),
        },
        { misconception: sumForProduct, answer: value(multiply(binomial(p + q), binomial(p * q))) },
      ],
    };
  },
});

/** A number other than 1 stands before what it multiplies. */
const scaled = (scale: number, ...factors: Expression[]): Expression => {
  const [first = scale, ...rest] = scale === 1 ? factors : [scale, ...factors];
  return rest.length === 0 ? first : multiply(first, ...rest);
};

const linear = (a: number, b: number) => polynomial([b, a], 'x');

const commonFactor = defineTemplate({
  id: 'factoring/common-factor',
  skill: 'factor.common',
  version: 1,
  parameters: wholeNumbers('shared', 'exponent', 'a', 'b'),
  sample: (draw, level) => {
    const most = [7, 9, 12][level - 1] ?? 7;
    const [a, b] = [draw.whole(1, most), draw.nonzero(level === 1 ? 1 : -most, most)];
    const shared = draw.whole(2, most);
    return gcd(a, b) > 1 ? null : { shared, exponent: draw.whole(level === 1 ? 0 : 1, level), a, b };
  },
  build: ({ shared, exponent, a, b }) => {
    const term = (coefficient: number, more: number) => monomial(coefficient, 'x', exponent + more);
    const expression = add(term(shared * a, 1), term(shared * b, 0));
    const front: Expression[] =
      exponent === 0 ? [shared] : [shared, exponent === 1 ? 'x' : power('x', exponent)];
    const factored = (bracket: Expression) => multiply(...front, bracket);
    return valueDraft(expression, {
      kind: 'factor',
      prompt: factor(expression),
      answer: factored(linear(a, b)),
      form: 'factored',
      steps: [
        state(
          add(multiply(...front, monomial(a, 'x', 1)), multiply(...front, b)),
          say('Both terms have the factor {0}.', '两项都有公因式 {0}。', monomial(shared, 'x', exponent)),
        ),
        state(
          factored(linear(a, b)),
          say('Take it out: the rest stays in the bracket.', '提取公因式，括号里写剩下的部分。'),
        ),
      ],
      hints: [
        say(
          'Which number divides both {0} and {1}? Take the greatest.',
          '{0} 和 {1} 的最大公因数是多少？',
          shared * a,
          Math.abs(shared * b),
        ),
        exponent === 0
          ? say('Is there a letter in both terms?', '两项都含有字母吗？')
          : say(
              'Which is the lowest power of {0} that stands in both terms?',
              '两项都含有的 {0} 的最低次幂是什么？',
              'x',
            ),
      ],
      mistakes: [
        [leavesTermUndivided, factored(linear(a, shared * b))],
        b === 1 ? [leavesOutOne, factored(linear(a, 0))] : [wrongSignsInFactors, factored(linear(a, -b))],
        [keepsPower, factored(polynomial([b, 0, a], 'x'))],
      ],
    });
  },
});

const differenceOfSquares = defineTemplate({
  id: 'factoring/difference-of-squares',
  skill: 'factor.special',
  version: 1,
  parameters: wholeNumbers('scale', 'a', 'b'),
  sample: (draw, level) => {
    const [a, b] = [draw.whole(1, 2 + 3 * level), draw.whole(2, 12)];
    return gcd(a, b) > 1 ? null : { scale: level === 3 ? draw.whole(2, 5) : 1, a, b };
  },
  build: ({ scale, a, b }) => {
    const expression = polynomial([-scale * b * b, 0, scale * a * a], 'x');
    const squares = subtract(power(monomial(a, 'x', 1), 2), power(b, 2));
    const answer = scaled(scale, linear(a, b), linear(a, -b));
    return valueDraft(expression, {
      kind: 'factor',
      prompt: factor(expression),
      answer,
      form: 'factored',
      steps: [
        ...(scale === 1
          ? []
          : [
              state(
                multiply(scale, polynomial([-b * b, 0, a * a], 'x')),
                say('Take out the common factor {0} first.', '先提公因式 {0}。', scale),
              ),
            ]),
        state(scaled(scale, squares), say('Both terms are squares.', '两项都是平方。')),
        state(
          answer,
          say(
            'A difference of squares is the sum times the difference.',
            '用平方差公式：等于两数的和乘两数的差。',
          ),
        ),
      ],
      hints: [
        scale === 1
          ? say('Two terms with a minus between them: which formula fits?', '两项相减，可以用哪个公式？')
          : say('Do the terms have a common factor? Take it out first.', '有公因式吗？先提公因式。'),
        say('Of what is {0} the square?', '{0} 是什么的平方？', monomial(a * a, 'x', 2)),
      ],
      mistakes: [
        [squareForDifference, scaled(scale, power(linear(a, -b), 2))],
        [leavesSquareUnrooted, scaled(scale, linear(a * a, b * b), linear(a * a, -b * b))],
      ],
      demands: scale === 1 ? {} : { twice: 1 },
    });
  },
});

const perfectSquare = defineTemplate({
  id: 'factoring/perfect-square',
  skill: 'factor.special',
  version: 1,
  parameters: wholeNumbers('scale', 'a', 'b'),
  sample: (draw, level) => {
    const [a, b] = [draw.whole(1, 1 + 2 * level), draw.nonzero(-12, 12)];
    return gcd(a, b) > 1 || Math.abs(b) === 1 ? null : { scale: level === 3 ? draw.whole(2, 5) : 1, a, b };
  },
  build: ({ scale, a, b }) => {
    const inner = polynomial([b * b, 2 * a * b, a * a], 'x');
    const expression = polynomial([scale * b * b, scale * 2 * a * b, scale * a * a], 'x');
    const first = monomial(a, 'x', 1);
    const answer = scaled(scale, power(linear(a, b), 2));
    return valueDraft(expression, {
      kind: 'factor',
      prompt: factor(expression),
      answer,
      form: 'factored',
      steps: [
        ...(scale === 1
          ? []
          : [
              state(
                multiply(scale, inner),
                say('Take out the common factor {0} first.', '先提公因式 {0}。', scale),
              ),
            ]),
        aside(
          equal(multiply(2, first, b), monomial(2 * a * b, 'x', 1)),
          say(
            'The outer terms are the squares of {0} and {1}; twice the product gives the middle term.',
            '首末两项是 {0} 与 {1} 的平方，中间项是两数积的 2 倍。',
            first,
            b,
          ),
        ),
        state(answer, say('So it is the square of a sum or difference.', '所以用完全平方公式。')),
      ],
      hints: [
        scale === 1
          ? say('Are the first and the last term squares?', '首项和末项是平方吗？')
          : say('Do the terms have a common factor? Take it out first.', '有公因式吗？先提公因式。'),
        say(
          'Is the middle term twice the product of what is squared? Look at its sign.',
          '中间项是不是那两个数的积的 2 倍？注意它的符号。',
        ),
      ],
      mistakes: [
        [wrongSignsInFactors, scaled(scale, power(linear(a, -b), 2))],
        [differenceForPerfectSquare, scaled(scale, linear(a, b), linear(a, -b))],
        [leavesSquareUnrooted, scaled(scale, power(linear(a * a, b < 0 ? -b * b : b * b), 2))],
      ],
      demands: scale === 1 ? {} : { twice: 1 },
    });
  },
});

export const factoringTemplates: readonly Template[] = [
  commonFactor,
  monic,
  differenceOfSquares,
  perfectSquare,
];
