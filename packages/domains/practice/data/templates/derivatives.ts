/** First derivatives. */
import { add, divide, monomial, multiply, polynomial, power, subtract, sum } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  denominatorNotSquared,
  forgetsFactor,
  halfOfProductRule,
  keepsConstant,
  keepsExponent,
  productOfDerivatives,
  quotientOfDerivatives,
  quotientRuleTurned,
} from '../misconceptions/derivatives.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { differentiate } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const pending = (what: Expression): Expression => ['D', what, 'x'];

const powers = defineTemplate({
  id: 'derivatives/polynomial',
  skill: 'derivative.power',
  version: 1,
  parameters: wholeNumbers('exponent', 'a', 'b', 'c'),
  sample: (draw, level) => {
    const most = [5, 9, 12][level - 1] ?? 5;
    return {
      exponent: draw.whole(2, 2 + level),
      a: draw.nonzero(level === 1 ? 1 : -most, most),
      b: draw.nonzero(-most, most),
      c: draw.nonzero(-most, most),
    };
  },
  build: ({ exponent, a, b, c }) => {
    const top = (coefficient: number, power: number) => monomial(coefficient, 'x', power);
    const expression = sum([top(a, exponent), top(b, 1), c]);
    const answer = sum([top(a * exponent, exponent - 1), b]);
    return {
      task: { kind: 'differentiate', expression, variable: 'x' },
      prompt: differentiate(expression, 'x'),
      answer: value(answer),
      form: 'simplified',
      steps: [
        state(
          sum([pending(top(a, exponent)), pending(top(b, 1)), pending(c)]),
          say('Differentiate term by term.', '逐项求导。'),
        ),
        state(
          answer,
          say(
            'The exponent comes down as a factor and falls by 1; the constant goes away.',
            '指数移到前面作系数，指数减 1；常数的导数为 0。',
          ),
        ),
      ],
      hints: [
        say('A sum is differentiated term by term.', '和的导数等于各项导数的和。'),
        say('What happens to the exponent of {0}?', '{0} 的指数会怎样变化？', top(1, exponent)),
      ],
      mistakes: [
        { misconception: keepsExponent, answer: value(sum([top(a * exponent, exponent), top(b, 1)])) },
        { misconception: forgetsFactor, answer: value(sum([top(a, exponent - 1), b])) },
        {
          misconception: keepsConstant,
          answer: value(sum([top(a * exponent, exponent - 1), ...(b + c === 0 ? [] : [b + c])])),
        },
      ],
    };
  },
});

const products = defineTemplate({
  id: 'derivatives/product',
  skill: 'derivative.product',
  version: 1,
  parameters: wholeNumbers('exponent', 'a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [4, 6, 9][level - 1] ?? 4;
    const low = level === 1 ? 1 : -most;
    return {
      exponent: level === 3 ? draw.whole(2, 4) : 2,
      a: draw.whole(1, most),
      b: draw.nonzero(low, most),
      c: draw.nonzero(low, most),
      d: draw.nonzero(-most, most),
    };
  },
  build: ({ exponent: n, a, b, c, d }) => {
    const first = sum([monomial(a, 'x', n), b]);
    const second = polynomial([d, c], 'x');
    const expression = multiply(first, second);
    const ofFirst = monomial(a * n, 'x', n - 1);
    const terms = (top: number, low: number, constant: number) =>
      sum([monomial(top, 'x', n), monomial(low, 'x', n - 1), ...(constant === 0 ? [] : [constant])]);
    return {
      task: { kind: 'differentiate', expression, variable: 'x' },
      prompt: say(
        'Differentiate {0} with respect to {1} and multiply out.',
        '求 {0} 对 {1} 的导数，并展开整理。',
        expression,
        'x',
      ),
      answer: value(terms(a * c * (n + 1), a * d * n, b * c)),
      form: 'simplified',
      steps: [
        state(
          add(multiply(pending(first), second), multiply(first, pending(second))),
          say(
            'Each factor is differentiated once, the other one stays.',
            '每次只对一个因式求导，另一个因式不变，再相加。',
          ),
        ),
        state(
          add(multiply(ofFirst, second), multiply(first, c)),
          say('Differentiate the factors.', '分别求出各因式的导数。'),
        ),
        state(
          terms(a * c * (n + 1), a * d * n, b * c),
          say('Multiply out and collect.', '展开并合并同类项。'),
        ),
      ],
      hints: [
        say('This is a product of {0} and {1}.', '这是 {0} 与 {1} 的积。', first, second),
        say('How many terms has the derivative of a product?', '积的导数由哪两项相加得到？'),
      ],
      mistakes: [
        { misconception: productOfDerivatives, answer: value(monomial(a * c * n, 'x', n - 1)) },
        { misconception: halfOfProductRule, answer: value(terms(a * c * n, a * d * n, 0)) },
      ],
    };
  },
});

const quotients = defineTemplate({
  id: 'derivatives/quotient',
  skill: 'derivative.product',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [5, 8, 12][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [a, b] = [draw.nonzero(low, most), draw.nonzero(-most, most)];
    const [c, d] = [draw.whole(1, level + 1), draw.nonzero(low, most)];
    const top = a * d - b * c;
    // What could be cancelled would be another exercise.
    return top === 0 || gcd(a, b) > 1 || gcd(c, d) > 1 ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const [above, below] = [polynomial([b, a], 'x'), polynomial([d, c], 'x')];
    const expression = divide(above, below);
    const top = a * d - b * c;
    const square = power(below, 2);
    const answer = divide(top, square);
    return {
      task: { kind: 'differentiate', expression, variable: 'x' },
      prompt: differentiate(expression, 'x'),
      answer: value(answer),
      form: 'simplified',
      steps: [
        state(
          divide(subtract(multiply(pending(above), below), multiply(above, pending(below))), square),
          say('Use the quotient rule.', '用商的求导法则。'),
        ),
        state(
          divide(subtract(multiply(a, below), multiply(above, c)), square),
          say('Differentiate numerator and denominator.', '分别求分子、分母的导数。'),
        ),
        state(answer, say('Multiply out the numerator and collect.', '展开分子并合并同类项。')),
      ],
      hints: [
        say('This is a quotient: which rule is for quotients?', '这是商的形式，该用哪条求导法则？'),
        say(
          'Write the derivatives of {0} and of {1} down first.',
          '先写出 {0} 与 {1} 的导数。',
          above,
          below,
        ),
      ],
      mistakes: [
        { misconception: quotientOfDerivatives, answer: value(divide(a, c)) },
        { misconception: quotientRuleTurned, answer: value(divide(-top, square)) },
        { misconception: denominatorNotSquared, answer: value(divide(top, below)) },
      ],
    };
  },
});

export const derivativeTemplates: readonly Template[] = [powers, products, quotients];
