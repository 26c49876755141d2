/** Equations of the first degree. */
import {
  add,
  divide,
  equal,
  lowestTerms,
  monomial,
  multiply,
  polynomial,
  subtract,
  sum,
} from '../mathematics/build.ts';
import {
  losesSignAcross,
  multipliesOneTermOnly,
  sameOperationNotInverse,
  stopsBeforeDividing,
  stopsBeforeMultiplying,
  subtractsCoefficient,
} from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { equationDraft } from './drafts.ts';
import { dividing, undoing } from './reasons.ts';
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
    const term = monomial(factor, 'x', 1);
    return equationDraft(equal(polynomial([shift, factor], 'x'), right), {
      solution,
      steps: [
        state(equal(term, right - shift), undoing(shift)),
        state(equal('x', solution), dividing(factor)),
      ],
      hints: [
        say(
          'What was done last to {0} on the left side? Undo that first.',
          '左边对 {0} 最后做了什么运算？先把它去掉。',
          'x',
        ),
        say('First get {0} alone, then divide.', '先让 {0} 单独在一边，再做除法。', term),
      ],
      mistakes: [
        [losesSignAcross, lowestTerms(right + shift, factor)],
        [stopsBeforeDividing, right - shift],
        [subtractsCoefficient, right - shift - factor],
      ],
    });
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
  build: ({ divisor, quotient }) =>
    equationDraft(equal(divide('x', divisor), quotient), {
      solution: divisor * quotient,
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
        [sameOperationNotInverse, lowestTerms(quotient, divisor)],
        [subtractsCoefficient, quotient + divisor],
      ],
    }),
});

const oneStepSum = defineTemplate({
  id: 'linear-equations/one-step-sum',
  skill: 'linear.one-step',
  version: 1,
  parameters: wholeNumbers('shift', 'solution'),
  sample: (draw, level) => {
    const most = [20, 40, 90][level - 1] ?? 20;
    const solution = draw.nonzero(level === 1 ? 1 : -most, most);
    const shift = draw.nonzero(level === 1 ? 1 : -most, most);
    return shift === solution ? null : { shift, solution };
  },
  build: ({ shift, solution }) => {
    const right = solution + shift;
    return equationDraft(equal(polynomial([shift, 1], 'x'), right), {
      solution,
      steps: [
        state(equal('x', shift > 0 ? subtract(right, shift) : add(right, -shift)), undoing(shift)),
        state(equal('x', solution), say('Calculate.', '计算。')),
      ],
      hints: [
        say('What was done to {0}? What undoes it?', '对 {0} 做了什么运算？怎样还原？', 'x'),
        say('Do the same to both sides.', '等式两边要做相同的运算。'),
      ],
      mistakes: [
        [sameOperationNotInverse, right + shift],
        [losesSignAcross, shift - right],
      ],
    });
  },
});

const oneStepProduct = defineTemplate({
  id: 'linear-equations/one-step-product',
  skill: 'linear.one-step',
  version: 1,
  parameters: wholeNumbers('factor', 'solution'),
  sample: (draw, level) => {
    const most = [12, 20, 40][level - 1] ?? 12;
    const factor = level === 1 ? draw.whole(2, 12) : draw.nonzero(-15, 15);
    const solution = draw.nonzero(level === 1 ? 2 : -most, most);
    return Math.abs(factor) < 2 ? null : { factor, solution };
  },
  build: ({ factor, solution }) => {
    const right = factor * solution;
    return equationDraft(equal(monomial(factor, 'x', 1), right), {
      solution,
      steps: [
        state(equal('x', divide(right, factor)), dividing(factor)),
        state(equal('x', solution), say('Calculate.', '计算。')),
      ],
      hints: [
        say('What does {0} mean?', '{0} 表示什么？', monomial(factor, 'x', 1)),
        say('What undoes a multiplication?', '怎样去掉乘法？'),
      ],
      mistakes: [
        [subtractsCoefficient, right - factor],
        [sameOperationNotInverse, right * factor],
      ],
    });
  },
});

const twoStepQuotient = defineTemplate({
  id: 'linear-equations/two-step-quotient',
  skill: 'linear.two-step',
  version: 1,
  parameters: wholeNumbers('divisor', 'quotient', 'shift'),
  sample: (draw, level) => {
    const most = [9, 15, 30][level - 1] ?? 9;
    return {
      divisor: draw.whole(2, 5 + 4 * level),
      quotient: draw.nonzero(level === 1 ? 1 : -most, most),
      shift: draw.nonzero(level === 1 ? 1 : -most, most),
    };
  },
  build: ({ divisor, quotient, shift }) => {
    const part = divide('x', divisor);
    const solution = divisor * quotient;
    const right = quotient + shift;
    return equationDraft(equal(sum([part, shift]), right), {
      solution,
      steps: [
        state(equal(part, quotient), undoing(shift)),
        state(equal('x', solution), say('Multiply both sides by {0}.', '两边同时乘 {0}。', divisor)),
      ],
      hints: [
        say('What was done last to {0}? Undo that first.', '最后对 {0} 做了什么运算？先把它去掉。', 'x'),
        say('First get {0} alone.', '先让 {0} 单独在一边。', part),
      ],
      mistakes: [
        [losesSignAcross, divisor * (right + shift)],
        [multipliesOneTermOnly, divisor * right - shift],
        [stopsBeforeMultiplying, quotient],
      ],
    });
  },
});

export const linearEquationTemplates: readonly Template[] = [
  oneStepSum,
  oneStepProduct,
  oneStepDivision,
  twoStep,
  twoStepQuotient,
];
