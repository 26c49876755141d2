/** Order of operations, common factors and multiples. */
import { add, equal, lowestTerms, multiply, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  commonMultipleForFactor,
  ignoresBrackets,
  leftToRight,
  notTheGreatest,
  productForMultiple,
} from '../misconceptions/whole-numbers.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd, lcm } from './whole.ts';

const productAndSum = defineTemplate({
  id: 'whole-numbers/order-product-and-sum',
  skill: 'whole.order',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd', 'sign'),
  sample: (draw, level) => {
    const [b, c] = [draw.whole(2, 9), draw.whole(2, level === 3 ? 15 : 9)];
    const sign = level > 1 && draw.chance() ? -1 : 1;
    const a = draw.whole(2, 20 * level) + (sign < 0 ? b * c : 0);
    return { a, b, c, d: level === 1 ? 0 : draw.whole(2, 9 * level), sign };
  },
  build: ({ a, b, c, d, sign }) => {
    const join = sign > 0 ? add : subtract;
    const withLast = (left: Expression) => (d === 0 ? left : add(left, d));
    const answer = a + sign * b * c + d;
    return valueDraft(withLast(join(a, multiply(b, c))), {
      answer,
      form: 'whole',
      steps: [
        state(withLast(join(a, b * c)), say('The product comes first.', '先算乘法。')),
        ...(d === 0
          ? []
          : [state(add(a + sign * b * c, d), say('Then from left to right.', '再从左到右计算。'))]),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('Which operation comes first?', '先算哪一步？'),
        say('Work out {0} first.', '先算 {0}。', multiply(b, c)),
      ],
      mistakes: [
        [leftToRight, (a + sign * b) * c + d],
        [ignoresBrackets, a + sign * b * (c + d)],
      ],
    });
  },
});

const brackets = defineTemplate({
  id: 'whole-numbers/order-brackets',
  skill: 'whole.order',
  version: 1,
  parameters: wholeNumbers('quotient', 'divisor', 'b', 'c', 'sign'),
  sample: (draw, level) => {
    const [quotient, divisor] = [draw.whole(2, 6 + 3 * level), draw.whole(2, 9)];
    const [b, c] = [draw.whole(2, 4 + 5 * level), draw.whole(2, 9)];
    return { quotient, divisor, b, c, sign: draw.chance() && quotient > 1 ? -1 : 1 };
  },
  build: ({ quotient, divisor, b, c, sign }) => {
    // b + (what the bracket is) ÷ divisor · c, the bracket being a sum that the divisor divides.
    const whole = quotient * divisor;
    const [first, second] = sign > 0 ? [whole - 1, 1] : [whole + b, b];
    const bracket = (sign > 0 ? add : subtract)(first, second);
    const answer = quotient + b * c;
    return valueDraft(add(['Quotient', bracket, divisor], multiply(b, c)), {
      answer,
      form: 'whole',
      steps: [
        state(
          add(['Quotient', whole, divisor], multiply(b, c)),
          say('The brackets come first.', '先算括号里的。'),
        ),
        state(add(quotient, b * c), say('Then division and multiplication.', '再算乘除。')),
        state(answer, say('The sum comes last.', '最后算加法。')),
      ],
      hints: [
        say('What stands in the brackets?', '括号里的结果是多少？'),
        say('After the brackets: divide and multiply, then add.', '算完括号后，先乘除，后加。'),
      ],
      mistakes: [
        [leftToRight, (quotient + b) * c],
        [ignoresBrackets, lowestTerms((first + b * c) * divisor + sign * second, divisor)],
      ],
    });
  },
});

const greatestFactor = defineTemplate({
  id: 'whole-numbers/greatest-common-factor',
  skill: 'whole.factors',
  version: 1,
  parameters: wholeNumbers('factor', 'p', 'q'),
  sample: (draw, level) => {
    const most = 4 + 3 * level;
    const [factor, p, q] = [draw.whole(2, 4 + 6 * level), draw.whole(2, most), draw.whole(2, most)];
    return p >= q || gcd(p, q) > 1 ? null : { factor, p, q };
  },
  build: ({ factor, p, q }) => {
    const [a, b] = [factor * p, factor * q];
    const smaller = [2, 3, 5, 7, 11, 13, 17, 19].find((prime) => factor % prime === 0) ?? factor;
    return valueDraft(['GCD', a, b], {
      prompt: say('Find the greatest common factor of {0} and {1}.', '求 {0} 和 {1} 的最大公因数。', a, b),
      answer: factor,
      form: 'whole',
      steps: [
        aside(equal(a, multiply(factor, p)), say('Write both as products.', '把两个数写成乘积。')),
        aside(
          equal(b, multiply(factor, q)),
          say('Take as much in common as you can.', '找出尽可能大的公有因数。'),
        ),
        state(factor, say('{0} and {1} share nothing more.', '{0} 和 {1} 没有其他公因数了。', p, q)),
      ],
      hints: [
        say(
          'Which numbers divide {0}? Which of them divide {1} too?',
          '{0} 的因数有哪些？其中哪些也能整除 {1}？',
          a,
          b,
        ),
        b - a === factor
          ? say('Take the largest of them.', '取其中最大的一个。')
          : say(
              'What divides both also divides their difference {0}.',
              '公因数也能整除它们的差 {0}。',
              b - a,
            ),
      ],
      mistakes: [
        [commonMultipleForFactor, lcm(a, b)],
        [notTheGreatest, factor / smaller],
      ],
    });
  },
});

const leastMultiple = defineTemplate({
  id: 'whole-numbers/least-common-multiple',
  skill: 'whole.factors',
  version: 1,
  parameters: wholeNumbers('factor', 'p', 'q'),
  sample: (draw, level) => {
    const most = 4 + 2 * level;
    const [factor, p, q] = [draw.whole(2, 3 + 3 * level), draw.whole(2, most), draw.whole(2, most)];
    return p >= q || gcd(p, q) > 1 ? null : { factor, p, q };
  },
  build: ({ factor, p, q }) => {
    const [a, b] = [factor * p, factor * q];
    const answer = factor * p * q;
    return valueDraft(['LCM', a, b], {
      prompt: say('Find the least common multiple of {0} and {1}.', '求 {0} 和 {1} 的最小公倍数。', a, b),
      answer,
      form: 'whole',
      steps: [
        aside(equal(a, multiply(factor, p)), say('Write both as products.', '把两个数写成乘积。')),
        aside(equal(b, multiply(factor, q)), say('They share {0}.', '它们公有因数 {0}。', factor)),
        state(multiply(factor, p, q), say('Take the shared factor once.', '公有的因数只乘一次。')),
        state(answer, say('Multiply.', '相乘。')),
      ],
      hints: [
        say(
          'Count in steps of {0}. Which is the first that {1} divides?',
          '依次写出 {0} 的倍数，第一个能被 {1} 整除的是哪个？',
          b,
          a,
        ),
        say(
          'What do {0} and {1} share? Count that once only.',
          '{0} 和 {1} 公有什么因数？它只算一次。',
          a,
          b,
        ),
      ],
      mistakes: [
        [productForMultiple, a * b],
        [commonMultipleForFactor, factor],
      ],
    });
  },
});

export const orderAndFactorTemplates: readonly Template[] = [
  productAndSum,
  brackets,
  greatestFactor,
  leastMultiple,
];
