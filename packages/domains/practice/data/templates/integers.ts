/** The four operations with numbers below zero. */
import { add, multiply, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  addsForProduct,
  dropsSigns,
  minusTimesMinus,
  negativeOfSum,
  subtractsForDoubleMinus,
} from '../misconceptions/integers.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const sum = defineTemplate({
  id: 'integers/add',
  skill: 'integer.add-subtract',
  version: 1,
  parameters: wholeNumbers('a', 'b'),
  sample: (draw, level) => {
    const most = [12, 30, 90][level - 1] ?? 12;
    const [a, b] = [draw.nonzero(-most, most), draw.nonzero(-most, most)];
    return a > 0 && b > 0 ? null : { a, b };
  },
  build: ({ a, b }) => {
    const answer = a + b;
    const apart = a * b < 0;
    const [large, small] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
    const size = apart ? subtract(large, small) : add(large, small);
    const signed: Expression = answer < 0 ? ['Negate', size] : size;
    return valueDraft(add(a, b), {
      answer,
      form: 'whole',
      steps: [
        state(
          signed,
          apart
            ? say(
                'Different signs: the sizes are subtracted.',
                '异号两数相加，绝对值相减，取绝对值较大的加数的符号。',
              )
            : say(
                'The signs are the same: add the sizes and keep the sign.',
                '同号两数相加，绝对值相加，取相同的符号。',
              ),
        ),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('On a number line: start at {0}. Which way do you go?', '在数轴上从 {0} 出发，往哪边走？', a),
        say('Which of the two numbers is further from zero?', '哪个数离 0 更远？'),
      ],
      mistakes: [
        [dropsSigns, Math.abs(a) + Math.abs(b)],
        [negativeOfSum, -answer],
        [subtractsForDoubleMinus, a - b],
      ],
      demands: { signs: apart ? 2 : 1 },
    });
  },
});

const difference = defineTemplate({
  id: 'integers/subtract',
  skill: 'integer.add-subtract',
  version: 1,
  parameters: wholeNumbers('answer', 'taken'),
  sample: (draw, level) => {
    const most = [12, 30, 90][level - 1] ?? 12;
    const [answer, taken] = [draw.nonzero(-most, most), draw.nonzero(-most, most)];
    return answer + taken === 0 || (answer + taken > taken && taken > 0) ? null : { answer, taken };
  },
  build: ({ answer, taken }) => {
    const from = answer + taken;
    return valueDraft(subtract(from, taken), {
      answer,
      form: 'whole',
      steps: [
        state(
          add(from, -taken),
          say('Subtracting {0} is adding its opposite.', '减去 {0} 等于加上它的相反数。', taken),
        ),
        state(answer, say('Add.', '相加。')),
      ],
      hints: [
        say('Which number is the opposite of {0}?', '{0} 的相反数是多少？', taken),
        say('Turn the subtraction into an addition.', '把减法变成加法。'),
      ],
      mistakes: [
        [subtractsForDoubleMinus, from + taken],
        [negativeOfSum, -answer],
        [dropsSigns, Math.abs(from) - Math.abs(taken)],
      ],
      demands: { signs: taken < 0 ? 2 : 1 },
    });
  },
});

const product = defineTemplate({
  id: 'integers/multiply',
  skill: 'integer.multiply-divide',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c'),
  sample: (draw, level) => {
    const most = [9, 12, 15][level - 1] ?? 9;
    const [a, b] = [draw.nonzero(-most, most), draw.nonzero(-most, most)];
    const c = level === 1 ? 1 : draw.nonzero(-6, 6);
    const small = [a, b].some((factor) => Math.abs(factor) < 2) || (level > 1 && Math.abs(c) < 2);
    return small || [a, b, c].every((factor) => factor > 0) ? null : { a, b, c };
  },
  build: ({ a, b, c }) => {
    const factors = c === 1 ? [a, b] : [a, b, c];
    const answer = a * b * c;
    return valueDraft(multiply(...factors), {
      answer,
      form: 'whole',
      steps: [
        ...(c === 1 ? [] : [state(multiply(a * b, c), say('The first two first.', '先算前两个数的积。'))]),
        state(
          answer,
          answer < 0
            ? say('An odd number of minus signs gives minus.', '负因数有奇数个，积为负。')
            : say('An even number of minus signs gives plus.', '负因数有偶数个，积为正。'),
        ),
      ],
      hints: [
        say('Will the product be above or below zero?', '积是正数还是负数？'),
        say('Count the minus signs, then multiply the sizes.', '先数一数有几个负因数，再把绝对值相乘。'),
      ],
      mistakes: [
        [minusTimesMinus, -answer],
        [addsForProduct, a + b + (c === 1 ? 0 : c)],
      ],
    });
  },
});

const quotient = defineTemplate({
  id: 'integers/divide',
  skill: 'integer.multiply-divide',
  version: 1,
  parameters: wholeNumbers('quotient', 'divisor', 'shift'),
  sample: (draw, level) => {
    const most = [9, 15, 30][level - 1] ?? 9;
    const [quotient, divisor] = [draw.nonzero(-most, most), draw.nonzero(-12, 12)];
    const shift = level === 1 ? 0 : draw.nonzero(-most, most);
    const small = Math.abs(quotient) < 2 || Math.abs(divisor) < 2;
    return small || (quotient > 0 && divisor > 0) ? null : { quotient, divisor, shift };
  },
  build: ({ quotient, divisor, shift }) => {
    const division: Expression = ['Quotient', quotient * divisor, divisor];
    const withShift = (left: Expression) => (shift === 0 ? left : add(left, shift));
    return valueDraft(withShift(division), {
      answer: quotient + shift,
      form: 'whole',
      steps: [
        ...(shift === 0 ? [] : [state(withShift(quotient), say('The division first.', '先算除法。'))]),
        state(
          quotient + shift,
          shift === 0
            ? say('Same signs give plus, different signs give minus.', '同号得正，异号得负。')
            : say('Then the sum.', '再算加法。'),
        ),
      ],
      hints: [
        say('Will the quotient be above or below zero?', '商是正数还是负数？'),
        say('Divide the sizes, then set the sign.', '先把绝对值相除，再确定符号。'),
      ],
      mistakes: [
        [minusTimesMinus, -quotient + shift],
        [dropsSigns, Math.abs(quotient) + Math.abs(shift)],
      ],
    });
  },
});

export const integerTemplates: readonly Template[] = [sum, difference, product, quotient];
