/** Laws of logarithms, and equations with logarithms. */
import { add, divide, equal, multiply, power, signedSum, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  answersArgument,
  dropsLogarithm,
  exponentTimesBase,
  logarithmOfSum,
  quotientOfLogarithms,
} from '../misconceptions/exponentials.ts';
import { swapsBaseAndExponent } from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { equationDraft, valueDraft } from './drafts.ts';
import { dividing, undoing } from './reasons.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const logarithm = (of: Expression, base: number): Expression => ['Log', of, base];

const sumOfLogarithms = defineTemplate({
  id: 'logarithms/sum',
  skill: 'logarithm.laws',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'first', 'shift'),
  sample: (draw, level) => {
    const base = draw.pick([6, 10, 12, 14, 15, 18, 20, 21, 24, 30]);
    const exponent = draw.whole(level === 1 ? 1 : 2, base < 13 ? 1 + level : 2);
    const whole = base ** exponent;
    const first = draw.whole(2, Math.min(whole - 1, 40 * level));
    const shift = draw.nonzero(level === 1 ? 1 : -20, 9 * level);
    const powers = [1, base, base ** 2, base ** 3];
    return whole % first !== 0 || powers.includes(first) ? null : { base, exponent, first, shift };
  },
  build: ({ base, exponent, first, shift }) => {
    const product = base ** exponent;
    const second = product / first;
    const joined = (left: Expression) => signedSum(left, shift);
    const expression = joined(add(logarithm(first, base), logarithm(second, base)));
    return valueDraft(expression, {
      answer: exponent + shift,
      form: 'whole',
      steps: [
        state(
          joined(logarithm(multiply(first, second), base)),
          say('The sum of logarithms is the logarithm of the product.', '同底对数相加，真数相乘。'),
        ),
        state(joined(logarithm(product, base)), say('Multiply.', '相乘。')),
        state(
          joined(exponent),
          say('To which power must {0} be raised?', '求 {0} 的多少次幂等于真数。', base),
        ),
        state(exponent + shift, say('Calculate.', '计算。')),
      ],
      hints: [
        say(
          'Both logarithms have the base {0}: put them together.',
          '两个对数的底数都是 {0}，可以合并。',
          base,
        ),
        say('A sum of logarithms belongs to a product.', '对数的和等于积的对数。'),
      ],
      mistakes: [
        [logarithmOfSum, joined(logarithm(first + second, base))],
        [answersArgument, product + shift],
      ],
    });
  },
});

const differenceOfLogarithms = defineTemplate({
  id: 'logarithms/difference',
  skill: 'logarithm.laws',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'second'),
  sample: (draw, level) => {
    const base = draw.pick([2, 3, 4, 5, 6, 7, 10]);
    const most = base === 2 ? 6 : base === 3 ? 4 : 3;
    const exponent = draw.whole(level === 1 ? 1 : 2, most);
    const second = draw.whole(3, 5 + 5 * level);
    return [1, base, base ** 2, base ** 3, base ** 4].includes(second) ? null : { base, exponent, second };
  },
  build: ({ base, exponent, second }) => {
    const quotient = base ** exponent;
    const first = quotient * second;
    const expression = subtract(logarithm(first, base), logarithm(second, base));
    return valueDraft(expression, {
      answer: exponent,
      form: 'whole',
      steps: [
        state(
          logarithm(divide(first, second), base),
          say('The difference of logarithms is the logarithm of the quotient.', '同底对数相减，真数相除。'),
        ),
        state(logarithm(quotient, base), say('Divide.', '相除。')),
        state(exponent, say('To which power must {0} be raised?', '求 {0} 的多少次幂等于真数。', base)),
      ],
      hints: [
        say(
          'Both logarithms have the base {0}: put them together.',
          '两个对数的底数都是 {0}，可以合并。',
          base,
        ),
        say('A difference of logarithms belongs to a quotient.', '对数的差等于商的对数。'),
      ],
      mistakes: [
        [logarithmOfSum, logarithm(first - second, base)],
        [answersArgument, quotient],
        [quotientOfLogarithms, divide(logarithm(first, base), logarithm(second, base))],
      ],
    });
  },
});

const toPower = (base: number, exponent: number) =>
  say(
    'Turn it into an equation with a power: the base is {0}, the exponent {1}.',
    '化成指数式：底数为 {0}，指数为 {1}。',
    base,
    exponent,
  );

const equationOfOne = defineTemplate({
  id: 'logarithms/equation',
  skill: 'logarithm.equation',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'factor', 'shift'),
  sample: (draw, level) => {
    const base = draw.pick([2, 3, 4, 5, 6, 10]);
    // nerdamer finds some of the others with fewer digits than the certificate asks for.
    const exponent = base === 10 ? 3 : draw.whole(2, base === 2 ? 5 : base % 2 === 0 ? 2 : 3);
    const factor = level === 1 ? 1 : draw.whole(2, 3 + 2 * level);
    return { base, exponent, factor, shift: draw.nonzero(level === 1 ? 1 : -9 * level, 9 * level) };
  },
  build: ({ base, exponent, factor, shift }) => {
    const unknown = logarithm('x', base);
    const scaled = factor === 1 ? unknown : multiply(factor, unknown);
    return equationDraft(equal(signedSum(scaled, shift), factor * exponent + shift), {
      solution: base ** exponent,
      steps: [
        ...(factor === 1 ? [] : [state(equal(scaled, factor * exponent), undoing(shift))]),
        state(equal(unknown, exponent), factor === 1 ? undoing(shift) : dividing(factor)),
        state(equal('x', power(base, exponent)), toPower(base, exponent)),
        state(equal('x', base ** exponent), say('Calculate the power.', '计算乘方。')),
      ],
      hints: [
        say('Get {0} alone first.', '先把 {0} 单独留在一边。', unknown),
        say('What does a logarithm to the base {0} say?', '以 {0} 为底的对数表示什么？', base),
      ],
      mistakes: [
        [exponentTimesBase, base * exponent],
        [dropsLogarithm, exponent],
        [swapsBaseAndExponent, exponent ** base],
      ],
    });
  },
});

export const logarithmTemplates: readonly Template[] = [
  sumOfLogarithms,
  differenceOfLogarithms,
  equationOfOne,
];
