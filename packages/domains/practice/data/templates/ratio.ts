/** Ratios and proportions. */
import { add, divide, equal, fraction, lowestTerms, multiply } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  addsSameDifference,
  directForInverse,
  dividesByOnePart,
  dividesOnePartOnly,
  halves,
  inverseForDirect,
  multipliesWrongPair,
  otherShare,
  stopsAtUnitRate,
  swapsRatio,
} from '../misconceptions/ratio.ts';
import { say } from '../sentence.ts';
import { equationDraft, valueDraft } from './drafts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const simplifyRatio = defineTemplate({
  id: 'ratio/simplify',
  skill: 'ratio.simplify',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'factor'),
  sample: (draw, level) => {
    const most = 4 + 5 * level;
    const [a, b, factor] = [draw.whole(1, most), draw.whole(2, most), draw.whole(2, 4 + 6 * level)];
    return gcd(a, b) > 1 || a === b ? null : { a, b, factor };
  },
  build: ({ a, b, factor }) => {
    const given: Expression = ['Ratio', a * factor, b * factor];
    const first = [2, 3, 5, 7, 11, 13, 17, 19].find((prime) => factor % prime === 0) ?? factor;
    return valueDraft(given, {
      kind: 'simplify',
      prompt: say('Simplify the ratio {0} : {1}.', '化简比 {0} : {1}。', a * factor, b * factor),
      answer: ['Ratio', a, b],
      form: 'ratio',
      steps: [
        ...(first === factor
          ? []
          : [
              state(
                ['Ratio', (a * factor) / first, (b * factor) / first],
                say('Divide both by {0}.', '前项、后项同时除以 {0}。', first),
              ),
            ]),
        state(
          ['Ratio', a, b],
          say('Divide both by {0}.', '前项、后项同时除以 {0}。', first === factor ? factor : factor / first),
        ),
      ],
      hints: [
        say('Which number divides both parts?', '哪个数能同时整除前项和后项？'),
        say('Try {0}. Go on until nothing is shared.', '试试 {0}，直到没有公因数为止。', first),
      ],
      mistakes: [
        [dividesOnePartOnly, ['Ratio', a, b * factor]],
        [swapsRatio, ['Ratio', b, a]],
      ],
    });
  },
});

const share = defineTemplate({
  id: 'ratio/share',
  skill: 'ratio.share',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'unit', 'which'),
  sample: (draw, level) => {
    const most = 3 + 3 * level;
    const [a, b, unit] = [draw.whole(1, most), draw.whole(1, most), draw.whole(2, 6 + 8 * level)];
    return gcd(a, b) > 1 || a === b ? null : { a, b, unit, which: draw.whole(0, 1) };
  },
  build: ({ a, b, unit, which }) => {
    const total = (a + b) * unit;
    const asked = which === 0 ? a : b;
    const [en, zh] =
      which === 0
        ? [
            '{0} is shared in the ratio {1} : {2}. How large is the first share?',
            '把 {0} 按 {1} : {2} 分成两部分，第一部分是多少？',
          ]
        : [
            '{0} is shared in the ratio {1} : {2}. How large is the second share?',
            '把 {0} 按 {1} : {2} 分成两部分，第二部分是多少？',
          ];
    return valueDraft(multiply(total, fraction(asked, a + b)), {
      prompt: say(en, zh, total, a, b),
      answer: asked * unit,
      form: 'number',
      steps: [
        state(
          multiply(divide(total, add(a, b)), asked),
          say('There are {0} equal parts together.', '一共有 {0} 份。', a + b),
        ),
        state(multiply(unit, asked), say('One part is {0}.', '每份是 {0}。', unit)),
        state(asked * unit, say('Take {0} of them.', '取 {0} 份。', asked)),
      ],
      hints: [
        say('Into how many equal parts is everything divided?', '一共平均分成多少份？'),
        say('How large is one of the {0} parts?', '{0} 份中的一份是多少？', a + b),
      ],
      mistakes: [
        [otherShare, total - asked * unit],
        [dividesByOnePart, lowestTerms(total, asked)],
        [halves, lowestTerms(total, 2)],
      ],
    });
  },
});

const proportion = defineTemplate({
  id: 'proportion/solve',
  skill: 'proportion.solve',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'factor', 'above'),
  sample: (draw, level) => {
    const most = 5 + 4 * level;
    const [a, b, factor] = [draw.whole(2, most), draw.whole(2, most), draw.whole(2, 3 + 4 * level)];
    return a === b || (level === 1 && gcd(a, b) > 1) ? null : { a, b, factor, above: draw.whole(0, 1) };
  },
  build: ({ a, b, factor, above }) => {
    // a : b as (a·k) : (b·k), one of the four unknown.
    const [known, solution] = above === 1 ? [b * factor, a * factor] : [a * factor, b * factor];
    const left = above === 1 ? divide('x', known) : divide(known, 'x');
    const equation = equal(left, fraction(a, b));
    const [partner, multiplier] = above === 1 ? [b, a] : [a, b];
    return equationDraft(equation, {
      solution,
      steps: [
        state(
          equal(multiply(partner, 'x'), multiply(known, multiplier)),
          say('Multiply crosswise.', '交叉相乘。'),
        ),
        state(
          equal(multiply(partner, 'x'), known * multiplier),
          say('Calculate the right side.', '算出右边。'),
        ),
        state(equal('x', solution), say('Divide both sides by {0}.', '两边同时除以 {0}。', partner)),
      ],
      hints: [
        say(
          'Both fractions are equal. What do you multiply to get rid of the denominators?',
          '两个分数相等，乘什么可以去掉分母？',
        ),
        say('Numerator of one side times denominator of the other.', '一边的分子乘另一边的分母。'),
      ],
      mistakes: [
        [multipliesWrongPair, lowestTerms(known * partner, multiplier)],
        [addsSameDifference, known - partner + multiplier],
      ],
      demands: { unknownBelow: 1 - above },
    });
  },
});

const direct = defineTemplate({
  id: 'proportion/direct',
  skill: 'proportion.direct',
  version: 1,
  parameters: wholeNumbers('count', 'rate', 'other'),
  sample: (draw, level) => {
    const most = 6 + 5 * level;
    const [count, rate, other] = [draw.whole(2, most), draw.whole(2, 5 + 7 * level), draw.whole(2, most + 5)];
    return count === other ? null : { count, rate, other };
  },
  build: ({ count, rate, other }) => {
    const total = count * rate;
    return valueDraft(multiply(divide(total, count), other), {
      prompt: say(
        'y is proportional to x. When x = {0}, y = {1}. What is y when x = {2}?',
        'y 与 x 成正比例。x = {0} 时 y = {1}。x = {2} 时 y 等于多少？',
        count,
        total,
        other,
      ),
      answer: rate * other,
      form: 'number',
      steps: [
        state(multiply(rate, other), say('When x = 1, y is {0}.', 'x = 1 时为 {0}。', rate)),
        state(rate * other, say('Multiply.', '相乘。')),
      ],
      hints: [
        say(
          'In a direct proportion the quotient of y and x stays the same.',
          '成正比例时，y 与 x 的比值不变。',
        ),
        say('What is y when x = 1?', 'x = 1 时 y 是多少？'),
      ],
      mistakes: [
        [addsSameDifference, total + other - count],
        [inverseForDirect, lowestTerms(total * count, other)],
        [stopsAtUnitRate, rate],
      ],
    });
  },
});

const inverse = defineTemplate({
  id: 'proportion/inverse',
  skill: 'proportion.direct',
  version: 1,
  parameters: wholeNumbers('count', 'other', 'answer'),
  sample: (draw, level) => {
    const most = 5 + 5 * level;
    const [count, other, answer] = [draw.whole(2, most), draw.whole(2, most), draw.whole(2, 3 * most)];
    return count === other || (other * answer) % count !== 0 ? null : { count, other, answer };
  },
  build: ({ count, other, answer }) => {
    const first = (other * answer) / count;
    return valueDraft(divide(multiply(count, first), other), {
      prompt: say(
        'y is inversely proportional to x. When x = {0}, y = {1}. What is y when x = {2}?',
        'y 与 x 成反比例。x = {0} 时 y = {1}。x = {2} 时 y 等于多少？',
        count,
        first,
        other,
      ),
      answer,
      form: 'number',
      steps: [
        state(
          fraction(count * first, other),
          say('The product of x and y is always {0}.', 'x 与 y 的积总是 {0}。', count * first),
        ),
        state(answer, say('Divide by {0}.', '除以 {0}。', other)),
      ],
      hints: [
        say(
          'In an inverse proportion the product of x and y stays the same.',
          '成反比例时，x 与 y 的积不变。',
        ),
        say('What is this product?', '这个积是多少？'),
      ],
      mistakes: [
        [directForInverse, lowestTerms(first * other, count)],
        [stopsAtUnitRate, count * first],
        [addsSameDifference, first - (other - count)],
      ],
    });
  },
});

export const ratioTemplates: readonly Template[] = [simplifyRatio, share, proportion, direct, inverse];
