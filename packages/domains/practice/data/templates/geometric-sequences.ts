/** Geometric sequences. */
import { add, divide, equal, lowestTerms, multiply, power, subtract } from '../mathematics/build.ts';
import {
  addsRatio,
  lastTermForSum,
  oneFactorTooMany,
  ratioTimesNumber,
  sumOneTermShort,
} from '../misconceptions/sequences.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const mostTerms = (ratio: number) => (Math.abs(ratio) === 2 ? 8 : Math.abs(ratio) === 3 ? 6 : 5);

const term = defineTemplate({
  id: 'sequences/geometric-term',
  skill: 'sequence.geometric',
  version: 1,
  parameters: wholeNumbers('first', 'ratio', 'number'),
  sample: (draw, level) => {
    const ratio = draw.whole(2, 3 + level) * (level === 3 && draw.chance() ? -1 : 1);
    const number = draw.whole(3, level === 1 ? 4 : mostTerms(ratio));
    return { first: draw.nonzero(level === 1 ? 1 : -5 * level, 6 + 4 * level), ratio, number };
  },
  build: ({ first, ratio, number }) => {
    const answer = first * ratio ** (number - 1);
    return valueDraft(multiply(first, power(ratio, number - 1)), {
      answer,
      form: 'whole',
      prompt: say(
        'A geometric sequence begins with {0} and has the ratio {1}. Find term number {2}.',
        '等比数列的首项为 {0}，公比为 {1}，求第 {2} 项。',
        first,
        ratio,
        number,
      ),
      steps: [
        aside(
          equal(subtract(number, 1), number - 1),
          say('The ratio is multiplied one time less than there are terms.', '乘公比的次数比项数少 1。'),
        ),
        aside(
          equal(power(ratio, number - 1), ratio ** (number - 1)),
          say('Calculate the power.', '计算乘方。'),
        ),
        state(multiply(first, ratio ** (number - 1)), say('Multiply the first term by it.', '乘以首项。')),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('How does each term come from the one before?', '每一项是怎样由前一项得到的？'),
        say('How many times do you multiply by the ratio to get there?', '从首项开始要乘几次公比？'),
      ],
      mistakes: [
        [oneFactorTooMany, first * ratio ** number],
        [addsRatio, first + (number - 1) * ratio],
        [ratioTimesNumber, first * ratio * (number - 1)],
      ],
      demands: { sign: ratio < 0 ? 1 : 0 },
    });
  },
});

const sum = defineTemplate({
  id: 'sequences/geometric-sum',
  skill: 'sequence.geometric',
  version: 1,
  parameters: wholeNumbers('first', 'ratio', 'number'),
  sample: (draw, level) => {
    const ratio = draw.whole(2, 2 + level) * (level === 3 && draw.chance() ? -1 : 1);
    const number = draw.whole(3, level === 1 ? 5 : mostTerms(ratio));
    return { first: draw.whole(1, 8 + 6 * level), ratio, number };
  },
  build: ({ first, ratio, number }) => {
    const terms = Array.from({ length: number }, (_, place) => first * ratio ** place);
    const total = terms.reduce((sum, one) => sum + one, 0);
    const whole = ratio ** number;
    return valueDraft(divide(multiply(first, subtract(power(ratio, number), 1)), subtract(ratio, 1)), {
      answer: total,
      form: 'whole',
      prompt: say(
        'A geometric sequence begins with {0} and has the ratio {1}. Find the sum of its first {2} terms.',
        '等比数列的首项为 {0}，公比为 {1}，求前 {2} 项的和。',
        first,
        ratio,
        number,
      ),
      steps: [
        state(
          divide(multiply(first, subtract(whole, 1)), ratio - 1),
          say('Put the numbers into the formula of the sum.', '代入等比数列的求和公式。'),
        ),
        state(divide(first * (whole - 1), ratio - 1), say('Multiply.', '相乘。')),
        state(total, say('Divide.', '相除。')),
        state(add(...terms), say('The terms one by one give the same.', '逐项相加验证，结果相同。')),
      ],
      hints: [
        say('What is the formula for the sum of a geometric sequence?', '等比数列的前 n 项和公式是什么？'),
        say('Calculate the power of the ratio first.', '先计算公比的乘方。'),
      ],
      mistakes: [
        [lastTermForSum, first * ratio ** (number - 1)],
        [sumOneTermShort, total - first * ratio ** (number - 1)],
        [addsRatio, number * first + (ratio * number * (number - 1)) / 2],
      ],
      demands: { sign: ratio < 0 ? 1 : 0, terms: number },
    });
  },
});

const missingRatio = defineTemplate({
  id: 'sequences/geometric-next-term',
  skill: 'sequence.geometric',
  version: 1,
  parameters: wholeNumbers('first', 'top', 'bottom'),
  sample: (draw, level) => {
    const [top, bottom] = [draw.whole(2, 4 + level), level === 1 ? 1 : draw.whole(1, 1 + level)];
    const first = draw.whole(1, 9 * level) * bottom ** 3;
    return top === bottom ? null : { first, top, bottom };
  },
  build: ({ first, top, bottom }) => {
    const [second, third] = [(first * top) / bottom, (first * top * top) / bottom ** 2];
    const answer = (third * top) / bottom;
    const ratio = lowestTerms(second, first);
    return valueDraft(divide(multiply(third, second), first), {
      answer,
      form: 'whole',
      prompt: say(
        'A geometric sequence begins {0}. Which number comes next?',
        '一个等比数列的前三项依次为 {0}，求第四项。',
        ['List', first, second, third],
      ),
      steps: [
        aside(
          equal(divide(second, first), ratio),
          say('The ratio is the second term divided by the first.', '公比等于第二项除以第一项。'),
        ),
        state(multiply(third, ratio), say('Multiply the last term by the ratio.', '用最后一项乘公比。')),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('By what is each term multiplied to give the next?', '每一项乘以几得到下一项？'),
        say('Divide a term by the one before.', '用后一项除以前一项，求出公比。'),
      ],
      mistakes: [
        [addsRatio, third + third - second],
        [oneFactorTooMany, lowestTerms(third * second * second, first * first)],
      ],
      demands: { ratio: bottom > 1 ? 1 : 0 },
    });
  },
});

export const geometricSequenceTemplates: readonly Template[] = [missingRatio, term, sum];
