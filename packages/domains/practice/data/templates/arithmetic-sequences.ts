/** Arithmetic sequences: a term far along, and the sum of the first terms. */
import { add, divide, equal, multiply, signedSum, subtract } from '../mathematics/build.ts';
import {
  forgetsFirstTerm,
  forgetsToHalveSum,
  lastTermForSum,
  oneDifferenceTooMany,
} from '../misconceptions/sequences.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import type { Draw } from './draw.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

/** First term, difference and how many terms. */
function sampled(draw: Draw, level: 1 | 2 | 3, mostTerms: number) {
  const most = [9, 14, 25][level - 1] ?? 9;
  const first = level === 1 ? draw.whole(1, most) : draw.nonzero(-most, most);
  const difference = level === 1 ? draw.whole(2, most) : draw.nonzero(-most, most);
  const number = draw.whole(5, mostTerms);
  return Math.abs(difference) < 2 || first === difference ? null : { first, difference, number };
}

const term = defineTemplate({
  id: 'sequences/arithmetic-term',
  skill: 'sequence.arithmetic',
  version: 1,
  parameters: wholeNumbers('first', 'difference', 'number'),
  sample: (draw, level) => sampled(draw, level, 10 + 15 * level),
  build: ({ first, difference, number }) => {
    const grown = (number - 1) * difference;
    const second = first + difference;
    return valueDraft(add(first, multiply(subtract(number, 1), difference)), {
      prompt: say(
        'An arithmetic sequence begins {0}. Find term number {1}.',
        '一个等差数列的前三项依次为 {0}，求第 {1} 项。',
        ['List', first, second, second + difference],
        number,
      ),
      answer: first + grown,
      form: 'whole',
      steps: [
        aside(
          equal(subtract(second, first), difference),
          say('The difference is the second term minus the first.', '公差等于第二项减第一项。'),
        ),
        state(
          add(first, multiply(number - 1, difference)),
          say('From the first term on it is added {0} times.', '从首项开始一共加了 {0} 次公差。', number - 1),
        ),
        state(signedSum(first, grown), say('Multiply.', '相乘。')),
        state(first + grown, say('Add.', '相加。')),
      ],
      hints: [
        say('What is added from one term to the next?', '每一项比前一项多多少？'),
        say(
          'How many times is it added to get from the first term to the one asked for?',
          '从首项到所求的项，一共要加几次？',
        ),
      ],
      mistakes: [
        [oneDifferenceTooMany, first + number * difference],
        [forgetsFirstTerm, grown],
      ],
    });
  },
});

const sum = defineTemplate({
  id: 'sequences/arithmetic-sum',
  skill: 'sequence.arithmetic',
  version: 1,
  parameters: wholeNumbers('first', 'difference', 'number'),
  sample: (draw, level) => {
    const drawn = sampled(draw, level, 6 + 8 * level);
    return drawn === null || 2 * drawn.first + (drawn.number - 1) * drawn.difference === 0 ? null : drawn;
  },
  build: ({ first, difference, number }) => {
    const last = first + (number - 1) * difference;
    const doubled = (first + last) * number;
    return valueDraft(
      divide(multiply(number, add(multiply(2, first), multiply(number - 1, difference))), 2),
      {
        prompt: say(
          'An arithmetic sequence begins with {0} and has the difference {1}. Find the sum of its first {2} terms.',
          '等差数列的首项为 {0}，公差为 {1}，求前 {2} 项的和。',
          first,
          difference,
          number,
        ),
        answer: doubled / 2,
        form: 'whole',
        steps: [
          aside(
            equal(add(first, multiply(number - 1, difference)), last),
            say('The last of these terms.', '先求这些项中的最后一项。'),
          ),
          state(
            divide(multiply(number, add(first, last)), 2),
            say(
              'First and last together, times the number of terms, halved.',
              '首项加末项的和乘项数，再除以 2。',
            ),
          ),
          state(divide(doubled, 2), say('Calculate.', '计算。')),
          state(doubled / 2, say('Halve it.', '除以 2。')),
        ],
        hints: [
          say('Which is the last of the terms that are added?', '所加的最后一项是多少？'),
          say(
            'The first and the last term together are as much as the second and the last but one.',
            '首项与末项的和，等于第二项与倒数第二项的和。',
          ),
        ],
        mistakes: [
          [forgetsToHalveSum, doubled],
          [lastTermForSum, last],
        ],
      },
    );
  },
});

export const arithmeticSequenceTemplates: readonly Template[] = [term, sum];
