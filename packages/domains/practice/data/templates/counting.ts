/** Arrangements and choices counted. */
import { divide, multiply } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  addsWays,
  countsOrders,
  drawsWithRepetition,
  ignoresOrder,
  multipliesCounts,
} from '../misconceptions/probability.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

/** n · (n − 1) · …, `places` factors. */
const falling = (count: number, places: number): number[] =>
  Array.from({ length: places }, (_, place) => count - place);

const productOf = (numbers: readonly number[]) => numbers.reduce((product, number) => product * number, 1);

const steps = defineTemplate({
  id: 'counting/steps',
  skill: 'probability.counting',
  version: 1,
  parameters: wholeNumbers('first', 'second', 'third'),
  sample: (draw, level) => ({
    first: draw.whole(2, 5 + 4 * level),
    second: draw.whole(2, 5 + 4 * level),
    third: draw.whole(2, 4 + 3 * level),
  }),
  build: ({ first, second, third }) =>
    valueDraft(multiply(first, second, third), {
      answer: first * second * third,
      form: 'whole',
      prompt: say(
        'A menu has {0} starters, {1} main courses and {2} desserts. How many meals of one of each are there?',
        '某餐厅有 {0} 种汤、{1} 种主菜和 {2} 种甜点，各选一种配成一份套餐，共有多少种不同的配法？',
        first,
        second,
        third,
      ),
      steps: [
        state(
          multiply(first * second, third),
          say('Every starter goes with every main course.', '每种汤都可以搭配每种主菜。'),
        ),
        state(
          first * second * third,
          say('Each of these goes with every dessert.', '每种搭配再配上每种甜点。'),
        ),
      ],
      hints: [
        say('With how many main courses can the first starter be taken?', '选定第一种汤后，主菜有几种选法？'),
        say('Is each choice free of the ones before?', '每一步的选法受前面的影响吗？'),
      ],
      mistakes: [
        [addsWays, first + second + third],
        [multipliesCounts, first * second],
      ],
    }),
});

const arrangements = defineTemplate({
  id: 'counting/arrangements',
  skill: 'probability.counting',
  version: 1,
  parameters: wholeNumbers('letters', 'a', 'digits', 'b'),
  sample: (draw, level) => ({
    letters: draw.whole(4, level === 1 ? 9 : 12),
    a: level === 1 ? 1 : draw.whole(2, level),
    digits: draw.whole(4, 10),
    b: draw.whole(2, level === 3 ? 3 : 2),
  }),
  build: ({ letters, a, digits, b }) => {
    const [first, second] = [falling(letters, a), falling(digits, b)];
    const ways = productOf(first) * productOf(second);
    const orders = productOf(falling(a, a)) * productOf(falling(b, b));
    return valueDraft(multiply(...first, ...second), {
      answer: ways,
      form: 'whole',
      prompt: say(
        'A code begins with {1} letters, chosen from {0}, and ends with {3} digits, chosen from {2}. No letter and no digit comes twice. How many codes are there?',
        '一个密码先写字母、后写数字：从 {0} 个不同的字母中选 {1} 个，再从 {2} 个不同的数字中选 {3} 个，依次排列，字母和数字都不重复。共可组成多少个不同的密码？',
        letters,
        a,
        digits,
        b,
      ),
      steps: [
        state(
          multiply(productOf(first), multiply(...second)),
          say(
            'Every letter taken leaves one less for the next place.',
            '每选一个字母，下一位可选的字母就少一个。',
          ),
        ),
        state(
          multiply(productOf(first), productOf(second)),
          say('The same with the digits.', '数字也是这样。'),
        ),
        state(
          ways,
          say('Every beginning goes with every end.', '每种字母排法都可以搭配每种数字排法，所以相乘。'),
        ),
      ],
      hints: [
        say(
          'How many choices are there for the first place, how many for the next?',
          '第一位有几种选法？下一位呢？',
        ),
        say('The order counts, and nothing comes twice.', '要讲顺序，而且不能重复。'),
      ],
      mistakes: [
        [ignoresOrder, ways / orders],
        [drawsWithRepetition, letters ** a * digits ** b],
        [addsWays, productOf(first) + productOf(second)],
      ],
      demands: { places: a + b - 3 },
    });
  },
});

const choices = defineTemplate({
  id: 'counting/choices',
  skill: 'probability.counting',
  version: 1,
  parameters: wholeNumbers('women', 'a', 'men', 'b'),
  sample: (draw, level) => ({
    women: draw.whole(4, 6 + 2 * level),
    a: draw.whole(level === 3 ? 2 : 1, level === 1 ? 2 : 3),
    men: draw.whole(4, 6 + 2 * level),
    b: 2,
  }),
  build: ({ women, a, men, b }) => {
    const symbol = (count: number, places: number): Expression => ['Binomial', count, places];
    const chosen = (count: number, places: number) => ({
      arranged: productOf(falling(count, places)),
      orders: productOf(falling(places, places)),
    });
    const [first, second] = [chosen(women, a), chosen(men, b)];
    const [ofWomen, ofMen] = [first.arranged / first.orders, second.arranged / second.orders];
    return valueDraft(multiply(symbol(women, a), symbol(men, b)), {
      answer: ofWomen * ofMen,
      form: 'whole',
      prompt: say(
        'A team of {1} women and {3} men is chosen from {0} women and {2} men. In how many ways can that be done?',
        '从 {0} 名女生和 {2} 名男生中，选出 {1} 名女生和 {3} 名男生组成一个小组，共有多少种不同的选法？',
        women,
        a,
        men,
        b,
      ),
      steps: [
        state(
          multiply(divide(first.arranged, first.orders), divide(second.arranged, second.orders)),
          say(
            'In each group divide the arrangements by the number of orders.',
            '每一组都用排列数除以顺序的个数。',
          ),
        ),
        state(multiply(ofWomen, ofMen), say('Divide.', '相除。')),
        state(
          ofWomen * ofMen,
          say(
            'Every choice of women goes with every choice of men.',
            '女生的每种选法都可以搭配男生的每种选法，所以相乘。',
          ),
        ),
      ],
      hints: [
        say('Does it matter in which order the people are chosen?', '选人的先后顺序有影响吗？'),
        say(
          'Count the choices in each group, then put the two together.',
          '先分别求出每一组的选法数，再合起来。',
        ),
      ],
      mistakes: [
        [countsOrders, first.arranged * second.arranged],
        [addsWays, ofWomen + ofMen],
        [multipliesCounts, women * a * men * b],
      ],
      demands: { places: a + b - 2 },
    });
  },
});

export const countingTemplates: readonly Template[] = [steps, arrangements, choices];
