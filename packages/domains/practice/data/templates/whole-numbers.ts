/** The four operations with whole numbers. */
import { add, multiply, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  addsInstead,
  forgetsCarry,
  losesPlace,
  losesZeroInQuotient,
  offByOneRow,
  smallerFromLarger,
  subtractsInstead,
} from '../misconceptions/whole-numbers.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { digitOf, placesOf } from './whole.ts';

const addition = defineTemplate({
  id: 'whole-numbers/add',
  skill: 'whole.add-subtract',
  version: 1,
  parameters: wholeNumbers('a', 'b'),
  sample: (draw, level) => {
    const total = draw.whole(3 * 10 ** level, 10 ** (level + 1) - 1);
    const a = draw.whole(11, total - 11);
    return { a, b: total - a };
  },
  build: ({ a, b }) => {
    const places = [1000, 100, 10, 1].filter((place) => digitOf(a, place) + digitOf(b, place) > 0);
    const pairs = places.map(
      (place): Expression => add(place * digitOf(a, place), place * digitOf(b, place)),
    );
    const sums = places.map((place) => place * (digitOf(a, place) + digitOf(b, place)));
    const carries = sums.filter((sum, at) => sum >= 10 * (places[at] ?? 1)).length;
    const withoutCarry = places
      .map((place) => place * ((digitOf(a, place) + digitOf(b, place)) % 10))
      .reduce((sum, part) => sum + part, 0);
    return valueDraft(add(a, b), {
      answer: a + b,
      form: 'whole',
      steps: [
        state(add(...pairs), say('Put together what stands in the same place.', '相同数位上的数放在一起。')),
        state(add(...sums), say('Add place by place.', '每一位分别相加。')),
        state(a + b, say('Add these sums.', '把这些和加起来。')),
      ],
      hints: [
        say('Begin with the ones, then the tens.', '先加个位，再加十位。'),
        say('What if a place adds up to ten or more?', '某一位相加满十怎么办？'),
      ],
      mistakes: [
        [forgetsCarry, withoutCarry],
        [subtractsInstead, Math.abs(a - b)],
      ],
      demands: { carries },
    });
  },
});

const subtraction = defineTemplate({
  id: 'whole-numbers/subtract',
  skill: 'whole.add-subtract',
  version: 1,
  parameters: wholeNumbers('difference', 'taken'),
  sample: (draw, level) => ({
    difference: draw.whole(5, 6 * 10 ** level),
    taken: draw.whole(11, 3 * 10 ** level),
  }),
  build: ({ difference, taken }) => {
    const from = difference + taken;
    const parts = placesOf(taken);
    const chain = parts.reduce<Expression>((left, part) => subtract(left, part), from);
    const last = parts.at(-1) ?? 0;
    const digits = [1000, 100, 10, 1];
    const borrows = digits.filter((place) => digitOf(from, place) < digitOf(taken, place)).length;
    const reversed = digits
      .map((place) => place * Math.abs(digitOf(from, place) - digitOf(taken, place)))
      .reduce((sum, part) => sum + part, 0);
    return valueDraft(subtract(from, taken), {
      answer: difference,
      form: 'whole',
      steps: [
        ...(parts.length > 1
          ? [
              state(chain, say('Take {0} away place by place.', '把 {0} 分成几部分依次减去。', taken)),
              state(subtract(difference + last, last), say('The larger parts first.', '先减较大的部分。')),
            ]
          : []),
        state(difference, say('Take the rest away.', '再减去剩下的。')),
      ],
      hints: [
        say('Take {0} away in parts.', '把 {0} 分成几部分来减。', taken),
        say('Where a digit is too small, take ten from the next place.', '不够减时，向前一位借一当十。'),
      ],
      mistakes: [
        [smallerFromLarger, reversed],
        [addsInstead, from + taken],
      ],
      demands: { borrows },
    });
  },
});

const multiplication = defineTemplate({
  id: 'whole-numbers/multiply',
  skill: 'whole.multiply',
  version: 1,
  parameters: wholeNumbers('a', 'b'),
  sample: (draw, level) => {
    const [a, b] = [
      draw.whole(12, level === 3 ? 399 : 99),
      level === 1 ? draw.whole(3, 9) : draw.whole(12, 49),
    ];
    return a % 10 === 0 || b % 10 === 0 ? null : { a, b };
  },
  build: ({ a, b }) => {
    const parts = placesOf(a);
    const products = parts.map((part) => part * b);
    const flattened = parts.map((part) => Number(String(part)[0]) * b).reduce((sum, part) => sum + part, 0);
    return valueDraft(multiply(a, b), {
      answer: a * b,
      form: 'whole',
      steps: [
        state(
          add(...parts.map((part) => multiply(part, b))),
          say('Split {0} into its places.', '把 {0} 按数位分开。', a),
        ),
        state(add(...products), say('Multiply each part.', '每一部分分别相乘。')),
        state(a * b, say('Add the parts.', '把积加起来。')),
      ],
      hints: [
        say('Split one of the numbers into tens and ones.', '把其中一个数分成几十和几。'),
        say('Multiply each part by {0}, then add.', '每一部分都乘 {0}，再相加。', b),
      ],
      mistakes: [
        [losesPlace, flattened],
        [addsInstead, a + b],
      ],
      demands: { products: parts.length * placesOf(b).length - 2 },
    });
  },
});

const division = defineTemplate({
  id: 'whole-numbers/divide',
  skill: 'whole.divide',
  version: 1,
  parameters: wholeNumbers('quotient', 'divisor'),
  sample: (draw, level) => {
    const quotient = draw.whole(11, [60, 150, 400][level - 1] ?? 60);
    const divisor = level === 3 ? draw.whole(11, 25) : draw.whole(3, 9);
    // A hint speaks of ten times the divisor.
    return quotient === 10 * divisor || quotient === divisor ? null : { quotient, divisor };
  },
  build: ({ quotient, divisor }) => {
    const dividend = quotient * divisor;
    const parts = placesOf(quotient);
    const quotientOf = (part: number): Expression => ['Quotient', part * divisor, divisor];
    const shortened = String(quotient).includes('0')
      ? Number(String(quotient).replace('0', ''))
      : quotient * 10;
    return valueDraft(['Quotient', dividend, divisor], {
      answer: quotient,
      form: 'whole',
      steps: [
        ...(parts.length > 1
          ? [
              state(
                add(...parts.map(quotientOf)),
                say(
                  'Split {0} into parts that {1} divides.',
                  '把 {0} 分成几个能被 {1} 整除的数。',
                  dividend,
                  divisor,
                ),
              ),
              state(add(...parts), say('Divide each part.', '分别相除。')),
            ]
          : []),
        state(quotient, say('Add the parts.', '把商加起来。')),
      ],
      hints: [
        say(
          'How many times does {0} go into {1}? Begin with tens.',
          '{1} 里有多少个 {0}？先想有几十个。',
          divisor,
          dividend,
        ),
        say('Ten times {0} is {1}.', '10 个 {0} 是 {1}。', divisor, 10 * divisor),
      ],
      mistakes: [
        [offByOneRow, quotient + 1],
        [losesZeroInQuotient, shortened],
      ],
    });
  },
});

export const wholeNumberTemplates: readonly Template[] = [addition, subtraction, multiplication, division];
