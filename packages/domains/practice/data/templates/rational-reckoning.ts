/** Sums, differences and quotients of fractions with letters. */
import { add, divide, monomial, multiply, polynomial, power, subtract } from '../mathematics/build.ts';
import { losesSignInBracket, multipliesFirstTermOnly } from '../misconceptions/expressions.ts';
import { addsAcross, doesNotInvert, invertsFirst, keepsNumerators } from '../misconceptions/fractions.ts';
import { addsCommonDenominators, subtractsFirstTermOnly } from '../misconceptions/rational-expressions.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { calculate } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd, lcm } from './whole.ts';

/** x + shift */
const shifted = (shift: number) => polynomial([shift, 1], 'x');

/** (x + p)(x + q), multiplied out */
const product = (p: number, q: number) => polynomial([p * q, p + q, 1], 'x');

const multiplesOfLetter = defineTemplate({
  id: 'rational-expressions/add-multiples',
  skill: 'rational.combine',
  version: 1,
  parameters: wholeNumbers('a', 'm', 'b', 'n'),
  sample: (draw, level) => {
    const most = [5, 8, 12][level - 1] ?? 5;
    const [m, n] = [draw.whole(2, most), draw.whole(2, most)];
    const [a, b] = [draw.whole(1, most), draw.nonzero(level === 1 ? 1 : -most, most)];
    const shared = lcm(m, n);
    const top = (a * shared) / m + (b * shared) / n;
    const broken = m === n || gcd(a, m) > 1 || gcd(b, n) > 1 || top === 0 || a + b === 0;
    return broken || gcd(top, shared) > 1 ? null : { a, m, b, n };
  },
  build: ({ a, m, b, n }) => {
    const shared = lcm(m, n);
    const [first, second] = [(a * shared) / m, (Math.abs(b) * shared) / n];
    const over = (top: number, by: number) => divide(top, monomial(by, 'x', 1));
    const joined = b > 0 ? add : subtract;
    const total = b > 0 ? first + second : first - second;
    const expression = joined(over(a, m), over(Math.abs(b), n));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: calculate(expression),
      answer: over(total, shared),
      form: 'simplified',
      steps: [
        state(
          joined(over(first, shared), over(second, shared)),
          say('Common denominator {0}.', '通分，最简公分母是 {0}。', monomial(shared, 'x', 1)),
        ),
        state(
          over(total, shared),
          say('The denominator stays, the numerators are put together.', '分母不变，分子相加减。'),
        ),
      ],
      hints: [
        say('Which is the least multiple of {0} and {1}?', '{0} 与 {1} 的最小公倍数是多少？', m, n),
        say('What happens to the letter in the denominators?', '公分母中的字母怎样取？'),
      ],
      mistakes: [
        [addsAcross, over(a + b, b > 0 ? m + n : m - n)],
        [keepsNumerators, over(a + b, shared)],
      ],
    });
  },
});

const combine = defineTemplate({
  id: 'rational-expressions/add-unlike',
  skill: 'rational.combine',
  version: 1,
  parameters: wholeNumbers('a', 'p', 'b', 'q'),
  sample: (draw, level) => {
    const most = [5, 7, 9][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [a, b] = [draw.whole(1, most), draw.nonzero(low, most)];
    const [p, q] = [draw.nonzero(low, most), draw.nonzero(-most, most)];
    return p === q || a + b === 0 || a * q + b * p === 0 ? null : { a, p, b, q };
  },
  build: ({ a, p, b, q }) => {
    const [first, second] = [shifted(p), shifted(q)];
    const size = Math.abs(b);
    const joined = b > 0 ? add : subtract;
    const both = multiply(first, second);
    const expression = joined(divide(a, first), divide(size, second));
    const times = (factor: number, of: typeof first) => (factor === 1 ? of : multiply(factor, of));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: calculate(expression),
      answer: divide(polynomial([a * q + b * p, a + b], 'x'), both),
      form: 'simplified',
      steps: [
        state(
          joined(divide(times(a, second), both), divide(times(size, first), both)),
          say('Bring both to the common denominator {0}.', '通分，最简公分母是 {0}。', both),
        ),
        state(
          divide(joined(times(a, second), times(size, first)), both),
          b > 0
            ? say('Add the numerators.', '分母不变，分子相加。')
            : say('Subtract the numerators.', '分母不变，分子相减。'),
        ),
        state(
          divide(polynomial([a * q + b * p, a + b], 'x'), both),
          say('Open the brackets and collect.', '去括号，合并同类项。'),
        ),
      ],
      hints: [
        say('Which denominator do both fractions fit?', '两个分式的公分母是什么？'),
        say(
          'By what must numerator and denominator of the first fraction be multiplied?',
          '第一个分式的分子和分母要同乘什么？',
        ),
      ],
      mistakes: [
        [addsAcross, divide(a + b, b > 0 ? polynomial([p + q, 2], 'x') : p - q)],
        [keepsNumerators, divide(a + b, both)],
        b < 0
          ? [losesSignInBracket, divide(polynomial([a * q - b * p, a + b], 'x'), both)]
          : [multipliesFirstTermOnly, divide(polynomial([p + q, a + b], 'x'), both)],
      ],
      demands: { denominators: 2 },
    });
  },
});

const subtractLike = defineTemplate({
  id: 'rational-expressions/subtract-like',
  skill: 'rational.combine',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd', 'p'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const shift = () => draw.nonzero(level === 1 ? 1 : -most, most);
    const [a, c] = [draw.whole(2, most), draw.whole(1, most)];
    const [b, d, p] = [shift(), shift(), shift()];
    // Nothing is left to cancel, so that the sum itself is what is asked for.
    return a <= c || b === d || b - d === (a - c) * p ? null : { a, b, c, d, p };
  },
  build: ({ a, b, c, d, p }) => {
    const below = shifted(p);
    const [first, second] = [polynomial([b, a], 'x'), polynomial([d, c], 'x')];
    const expression = subtract(divide(first, below), divide(second, below));
    const answer = divide(polynomial([b - d, a - c], 'x'), below);
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: calculate(expression),
      answer,
      form: 'simplified',
      steps: [
        state(
          divide(subtract(first, second), below),
          say(
            'The denominators are the same: subtract the numerators, in brackets.',
            '同分母分式相减，分母不变，分子相减，减式要加括号。',
          ),
        ),
        state(answer, say('Open the bracket and collect.', '去括号，合并同类项。')),
      ],
      hints: [
        say('What happens to a denominator that both share?', '分母相同，分母怎样处理？'),
        say(
          'Set the second numerator in brackets before you subtract it.',
          '相减之前，给第二个分子加上括号。',
        ),
      ],
      mistakes: [
        [subtractsFirstTermOnly, divide(polynomial([b + d, a - c], 'x'), below)],
        [addsCommonDenominators, divide(polynomial([b - d, a - c], 'x'), polynomial([2 * p, 2], 'x'))],
      ],
      demands: { bracket: 1 },
    });
  },
});

const quotient = defineTemplate({
  id: 'rational-expressions/divide',
  skill: 'rational.combine',
  version: 1,
  parameters: wholeNumbers('p', 'q', 'm', 'n'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const [p, q] = [draw.nonzero(level === 1 ? 1 : -most, most), draw.nonzero(-most, most)];
    return p === q ? null : { p, q, m: draw.whole(1, level), n: draw.whole(2, 2 + level) };
  },
  build: ({ p, q, m, n }) => {
    // x^m / (x + p) ÷ x^(m + n) / ((x + p)(x + q)) is (x + q) / x^n.
    const [low, high] = [monomial(1, 'x', m), power('x', m + n)];
    const [above, below] = [divide(low, shifted(p)), divide(high, product(p, q))];
    const expression = divide(above, below);
    const answer = divide(shifted(q), power('x', n));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: calculate(expression),
      answer,
      form: 'simplified',
      steps: [
        state(
          multiply(above, divide(product(p, q), high)),
          say('Multiply by the reciprocal.', '除以一个分式，等于乘它的倒数。'),
        ),
        state(
          divide(multiply(low, shifted(p), shifted(q)), multiply(shifted(p), high)),
          say('Factor, and write it on one fraction bar.', '分解因式，写成一个分式。'),
        ),
        state(answer, say('Cancel {0} and {1}.', '约去 {0} 和 {1}。', shifted(p), low)),
      ],
      hints: [
        say('How do you divide by a fraction?', '除以一个分式怎么算？'),
        say('Factor {0} before you cancel.', '约分之前先把 {0} 分解因式。', product(p, q)),
      ],
      mistakes: [
        [doesNotInvert, divide(power('x', 2 * m + n), multiply(power(shifted(p), 2), shifted(q)))],
        [invertsFirst, divide(power('x', n), shifted(q))],
      ],
      demands: { denominators: 2 },
    });
  },
});

export const rationalReckoningTemplates: readonly Template[] = [
  multiplesOfLetter,
  subtractLike,
  combine,
  quotient,
];
