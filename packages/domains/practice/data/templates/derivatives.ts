/** First derivatives. */
import { monomial, sum } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { forgetsFactor, keepsConstant, keepsExponent } from '../misconceptions/derivatives.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { differentiate } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

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
    const pending = (term: Expression): Expression => ['D', term, 'x'];
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

export const derivativeTemplates: readonly Template[] = [powers];
