/** Derivatives of functions within functions. */
import { divide, monomial, multiply, power, squareRoot, sum } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { forgetsInner, innerDerivativeInside } from '../misconceptions/derivatives.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { differentiate } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const pending = (what: Expression): Expression => ['D', what, 'x'];

const powerOfLinear = defineTemplate({
  id: 'derivatives/chain-power',
  skill: 'derivative.chain',
  version: 1,
  parameters: wholeNumbers('exponent', 'inner', 'a', 'b'),
  sample: (draw, level) => {
    const most = [5, 9, 12][level - 1] ?? 5;
    const [a, b] = [draw.whole(2, 3 + level), draw.nonzero(level === 1 ? 1 : -most, most)];
    const inner = level === 1 ? 1 : draw.whole(1, level);
    return gcd(a, b) > 1 ? null : { exponent: draw.whole(3, 4 + level), inner, a, b };
  },
  build: ({ exponent: n, inner, a, b }) => {
    const inside = sum([monomial(a, 'x', inner), b]);
    const expression = power(inside, n);
    const slope = monomial(a * inner, 'x', inner - 1);
    const times = (factor: number, base: Expression, exponent: number) =>
      inner === 1
        ? multiply(factor, power(base, exponent))
        : multiply(factor, monomial(1, 'x', inner - 1), power(base, exponent));
    const answer = times(n * a * inner, inside, n - 1);
    return {
      task: { kind: 'differentiate', expression, variable: 'x' },
      prompt: differentiate(expression, 'x'),
      answer: value(answer),
      form: 'any',
      steps: [
        state(
          multiply(n, power(inside, n - 1), pending(inside)),
          say(
            'The outer derivative at {0}, times the derivative of {0}.',
            '外层函数在 {0} 处的导数，乘以 {0} 的导数。',
            inside,
          ),
        ),
        state(
          multiply(n, power(inside, n - 1), slope),
          say('Differentiate what is inside.', '求内层函数的导数。'),
        ),
        state(answer, say('Multiply the factors in front.', '把前面的系数相乘。')),
      ],
      hints: [
        say('What is done last when {0} is calculated?', '计算 {0} 时，最后一步是什么运算？', expression),
        say('The outer function is a power, the inner one is {0}.', '外层是幂函数，内层是 {0}。', inside),
      ],
      mistakes: [
        { misconception: forgetsInner, answer: value(multiply(n, power(inside, n - 1))) },
        { misconception: innerDerivativeInside, answer: value(multiply(n, power(slope, n - 1))) },
      ],
    };
  },
});

const rootOfPolynomial = defineTemplate({
  id: 'derivatives/chain-root',
  skill: 'derivative.chain',
  version: 1,
  parameters: wholeNumbers('half', 'inner', 'a', 'b'),
  sample: (draw, level) => ({
    half: draw.whole(1, 2 + 2 * level),
    inner: level === 1 ? 1 : draw.whole(1, level),
    a: draw.whole(2, 4 + level),
    b: draw.whole(1, 6 + 3 * level),
  }),
  build: ({ half, inner, a, b }) => {
    const inside = sum([monomial(a, 'x', inner), b]);
    const root = squareRoot(inside);
    const factor = 2 * half;
    const expression = multiply(factor, root);
    const slope = monomial(a * inner, 'x', inner - 1);
    const outer = divide(factor, multiply(2, root));
    return {
      task: { kind: 'differentiate', expression, variable: 'x' },
      prompt: differentiate(expression, 'x'),
      answer: value(divide(monomial(half * a * inner, 'x', inner - 1), root)),
      form: 'any',
      steps: [
        state(
          multiply(outer, pending(inside)),
          say(
            'The derivative of a root is 1 over twice the root; {0} has a derivative too.',
            '平方根的导数是“2 倍平方根”的倒数，再乘以 {0} 的导数。',
            inside,
          ),
        ),
        state(multiply(outer, slope), say('Differentiate what is inside.', '求内层函数的导数。')),
        state(
          divide(monomial(half * a * inner, 'x', inner - 1), root),
          say('Multiply and cancel the 2.', '相乘，并约去 2。'),
        ),
      ],
      hints: [
        say('Which function is inside, which outside?', '哪个是内层函数，哪个是外层函数？'),
        say('What is inside is {0}; differentiate it too.', '内层函数是 {0}，它也要求导。', inside),
      ],
      mistakes: [
        { misconception: forgetsInner, answer: value(divide(half, root)) },
        { misconception: innerDerivativeInside, answer: value(divide(half, squareRoot(slope))) },
      ],
    };
  },
});

export const chainRuleTemplates: readonly Template[] = [powerOfLinear, rootOfPolynomial];
