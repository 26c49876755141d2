/** Equations of the first degree. */
import { divide, equal, lowestTerms, monomial, multiply, polynomial } from '../mathematics/build.ts';
import {
  losesSignAcross,
  sameOperationNotInverse,
  stopsBeforeDividing,
  subtractsCoefficient,
} from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { solutions } from './answer.ts';
import { solve } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const twoStep = defineTemplate({
  id: 'linear-equations/two-step',
  skill: 'linear.two-step',
  version: 1,
  parameters: wholeNumbers('factor', 'shift', 'solution'),
  sample: (draw, level) => {
    const most = [9, 15, 40][level - 1] ?? 9;
    const factor = level === 1 ? draw.whole(2, 9) : draw.nonzero(-12, 12);
    const solution = level === 1 ? draw.whole(1, most) : draw.nonzero(-most, most);
    const shift = level === 1 ? draw.whole(1, most) : draw.nonzero(-most, most);
    return Math.abs(factor) < 2 ? null : { factor, shift, solution };
  },
  build: ({ factor, shift, solution }) => {
    const right = factor * solution + shift;
    const equation = equal(polynomial([shift, factor], 'x'), right);
    const [en, zh] =
      shift > 0
        ? ['Subtract {0} from both sides.', '两边同时减去 {0}。']
        : ['Add {0} to both sides.', '两边同时加上 {0}。'];
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation, 'x'),
      answer: solutions('x', solution),
      form: 'number',
      steps: [
        state(equal(monomial(factor, 'x', 1), right - shift), say(en, zh, Math.abs(shift))),
        state(equal('x', solution), say('Divide both sides by {0}.', '两边同时除以 {0}。', factor)),
      ],
      hints: [
        say(
          'What was done last to {0} on the left side? Undo that first.',
          '左边对 {0} 最后做了什么运算？先把它去掉。',
          'x',
        ),
        say('First get {0} alone, then divide.', '先让 {0} 单独在一边，再做除法。', monomial(factor, 'x', 1)),
      ],
      mistakes: [
        { misconception: losesSignAcross, answer: solutions('x', lowestTerms(right + shift, factor)) },
        { misconception: stopsBeforeDividing, answer: solutions('x', right - shift) },
        { misconception: subtractsCoefficient, answer: solutions('x', right - shift - factor) },
      ],
    };
  },
});

const oneStepDivision = defineTemplate({
  id: 'linear-equations/one-step-quotient',
  skill: 'linear.one-step',
  version: 1,
  parameters: wholeNumbers('divisor', 'quotient'),
  sample: (draw, level) => {
    const most = [9, 20, 50][level - 1] ?? 9;
    return {
      divisor: draw.whole(2, level === 1 ? 9 : 25),
      quotient: level === 1 ? draw.whole(2, 12) : draw.nonzero(-most, most),
    };
  },
  build: ({ divisor, quotient }) => {
    const equation = equal(divide('x', divisor), quotient);
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation, 'x'),
      answer: solutions('x', divisor * quotient),
      form: 'number',
      steps: [
        state(
          equal('x', multiply(divisor, quotient)),
          say('Multiply both sides by {0}.', '两边同时乘 {0}。', divisor),
        ),
        state(equal('x', divisor * quotient), say('Calculate.', '计算。')),
      ],
      hints: [
        say('{0} is divided. What undoes a division?', '{0} 被除了。怎样去掉除法？', 'x'),
        say('Do the same to both sides.', '等式两边要做相同的运算。'),
      ],
      mistakes: [
        { misconception: sameOperationNotInverse, answer: solutions('x', lowestTerms(quotient, divisor)) },
        { misconception: subtractsCoefficient, answer: solutions('x', quotient + divisor) },
      ],
    };
  },
});

export const linearEquationTemplates: readonly Template[] = [twoStep, oneStepDivision];
