/** Values of powers, laws of exponents, scientific notation. */
import {
  add,
  divide,
  equal,
  lowestTerms,
  monomial,
  multiply,
  negate,
  power,
  subtract,
} from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { addsForProduct } from '../misconceptions/integers.ts';
import {
  addsExponents,
  addsExponentsOfQuotient,
  dividesExponents,
  exponentOffByOne,
  exponentWrongSign,
  ignoresNegativeExponent,
  leavesCoefficient,
  multipliesBaseAndExponent,
  multipliesExponents,
  negativeExponentIsNegative,
  signInsidePower,
  swapsBaseAndExponent,
} from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { calculateInLowestTerms, simplify } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { decimal, gcd } from './whole.ts';

const factorsOf = (base: number, exponent: number): Expression =>
  multiply(...Array.from({ length: exponent }, () => base));

const valueOfPower = defineTemplate({
  id: 'powers/value',
  skill: 'power.evaluate',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'shift'),
  sample: (draw, level) => {
    const exponent = draw.whole(2, level === 1 ? 3 : 4);
    const base = draw.whole(2, exponent === 2 ? 12 : exponent === 3 ? 6 : 4);
    const same = base === 2 && exponent === 2;
    return same ? null : { base, exponent, shift: draw.whole(1, 10 * level * level) };
  },
  build: ({ base, exponent, shift }) => {
    const result = base ** exponent;
    return valueDraft(add(power(base, exponent), shift), {
      answer: result + shift,
      form: 'whole',
      steps: [
        aside(
          equal(power(base, exponent), factorsOf(base, exponent)),
          say('{0} stands {1} times as a factor.', '{1} 个 {0} 相乘。', base, exponent),
        ),
        state(add(result, shift), say('The power comes first.', '先算乘方。')),
        state(result + shift, say('Add.', '相加。')),
      ],
      hints: [
        say('How many times is {0} a factor?', '{0} 要自乘几次？', base),
        say('Write the power as a product first.', '先把乘方写成乘法。'),
      ],
      mistakes: [
        [multipliesBaseAndExponent, base * exponent + shift],
        [swapsBaseAndExponent, exponent ** base + shift],
      ],
    });
  },
});

const signedPower = defineTemplate({
  id: 'powers/signed-value',
  skill: 'power.evaluate',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'inside', 'shift'),
  sample: (draw, level) => {
    const exponent = draw.whole(2, level === 1 ? 3 : 4);
    const base = draw.whole(2, exponent === 2 ? 12 : exponent === 3 ? 6 : 4);
    return { base, exponent, inside: draw.whole(0, 1), shift: draw.whole(1, 12 * level) };
  },
  build: ({ base, exponent, inside, shift }) => {
    const written: Expression = inside === 1 ? power(-base, exponent) : negate(power(base, exponent));
    const size = base ** exponent;
    const result = inside === 1 ? (-base) ** exponent : -size;
    return valueDraft(add(written, shift), {
      answer: result + shift,
      form: 'whole',
      steps: [
        inside === 1
          ? aside(
              equal(written, factorsOf(-base, exponent)),
              say('The bracket takes the sign along.', '括号内的负号参加乘方。'),
            )
          : aside(
              equal(written, negate(factorsOf(base, exponent))),
              say(
                'The power belongs to {0} alone; the sign stays outside.',
                '乘方只管 {0}，负号在外面。',
                base,
              ),
            ),
        state(add(result, shift), say('The power comes first.', '先算乘方。')),
        state(result + shift, say('Add.', '相加。')),
      ],
      hints: [
        say('Does the minus sign belong to the base?', '负号属于底数吗？'),
        say('Write {0} as a product.', '把 {0} 写成乘法。', written),
      ],
      mistakes: [
        [signInsidePower, -result + shift],
        [multipliesBaseAndExponent, -base * exponent + shift],
      ],
      demands: { sign: 1 },
    });
  },
});

const productOfPowers = defineTemplate({
  id: 'powers/product',
  skill: 'power.laws',
  version: 1,
  parameters: wholeNumbers('a', 'm', 'b', 'n'),
  sample: (draw, level) => {
    const coefficient = () => draw.whole(2, 4 + 3 * level);
    const [m, n] = [draw.whole(2, 4 + 2 * level), draw.whole(2, 4 + 2 * level)];
    // 2 + 2 is 2 · 2: the commonest mistake would go unseen.
    return m === 2 && n === 2 ? null : { a: coefficient(), m, b: coefficient(), n };
  },
  build: ({ a, m, b, n }) => {
    const expression = multiply(monomial(a, 'x', m), monomial(b, 'x', n));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer: monomial(a * b, 'x', m + n),
      form: 'simplified',
      steps: [
        state(
          multiply(a * b, multiply(power('x', m), power('x', n))),
          say('Numbers with numbers, powers with powers.', '系数相乘，同底数幂相乘。'),
        ),
        state(
          multiply(a * b, power('x', add(m, n))),
          say('The exponents are added.', '底数不变，指数相加。'),
        ),
        state(monomial(a * b, 'x', m + n), say('Calculate.', '计算。')),
      ],
      hints: [
        say('How many factors {0} are there altogether?', '一共有多少个 {0} 相乘？', 'x'),
        say('Multiply the numbers; what happens to the exponents?', '系数相乘，指数怎么办？'),
      ],
      mistakes: [
        [multipliesExponents, monomial(a * b, 'x', m * n)],
        [addsForProduct, monomial(a + b, 'x', m + n)],
      ],
    });
  },
});

const quotientOfPowers = defineTemplate({
  id: 'powers/quotient',
  skill: 'power.laws',
  version: 1,
  parameters: wholeNumbers('quotient', 'b', 'left', 'n'),
  sample: (draw, level) => ({
    quotient: draw.whole(2, 4 + 3 * level),
    b: draw.whole(2, 3 + 3 * level),
    left: draw.whole(2, 4 + 2 * level),
    n: draw.whole(2, 4 + level),
  }),
  build: ({ quotient, b, left, n }) => {
    const [a, m] = [quotient * b, left + n];
    const expression = divide(monomial(a, 'x', m), monomial(b, 'x', n));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer: monomial(quotient, 'x', left),
      form: 'simplified',
      steps: [
        state(
          multiply(quotient, power('x', subtract(m, n))),
          say('Divide the numbers; the exponents are subtracted.', '系数相除，底数不变，指数相减。'),
        ),
        state(monomial(quotient, 'x', left), say('Calculate.', '计算。')),
      ],
      hints: [
        say('How many factors {0} can be cancelled?', '可以约去多少个 {0}？', 'x'),
        say('Divide {0} by {1}; what happens to the exponents?', '{0} 除以 {1}，指数怎么办？', a, b),
      ],
      mistakes: [
        [dividesExponents, multiply(quotient, power('x', lowestTerms(m, n)))],
        [addsExponentsOfQuotient, monomial(quotient, 'x', m + n)],
      ],
    });
  },
});

const powerOfPower = defineTemplate({
  id: 'powers/power-of-power',
  skill: 'power.laws',
  version: 1,
  parameters: wholeNumbers('a', 'm', 'n'),
  sample: (draw, level) => ({
    a: draw.whole(2, level === 1 ? 9 : 6) * (level === 3 && draw.chance() ? -1 : 1),
    m: draw.whole(2, 3 + 2 * level),
    n: draw.whole(2, level === 1 ? 2 : 4),
  }),
  build: ({ a, m, n }) => {
    const expression = power(monomial(a, 'x', m), n);
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer: monomial(a ** n, 'x', m * n),
      form: 'simplified',
      steps: [
        state(
          multiply(power(a, n), power(power('x', m), n)),
          say('Every factor is raised to the power {0}.', '每个因式都要 {0} 次方。', n),
        ),
        state(
          multiply(a ** n, power('x', multiply(m, n))),
          say('The exponents are multiplied.', '底数不变，指数相乘。'),
        ),
        state(monomial(a ** n, 'x', m * n), say('Calculate.', '计算。')),
      ],
      hints: [
        say(
          'The bracket stands {0} times as a factor. What is in it?',
          '括号自乘 {0} 次，里面有哪些因式？',
          n,
        ),
        say('How many factors {0} are there then?', '这时一共有多少个 {0} 相乘？', 'x'),
      ],
      mistakes: [
        [addsExponents, monomial(a ** n, 'x', m + n)],
        [leavesCoefficient, monomial(a, 'x', m * n)],
        [multipliesBaseAndExponent, monomial(a * n, 'x', m * n)],
      ],
    });
  },
});

const negativeExponent = defineTemplate({
  id: 'powers/negative-exponent',
  skill: 'power.negative',
  version: 1,
  parameters: wholeNumbers('top', 'base', 'exponent'),
  sample: (draw, level) => {
    const exponent = draw.whole(1, level === 1 ? 2 : 3);
    const base = draw.whole(2, exponent === 1 ? 20 : exponent === 2 ? 12 : 6);
    return { top: level === 1 ? 1 : draw.whole(2, 12), base, exponent };
  },
  build: ({ top, base, exponent }) => {
    const written = power(base, -exponent);
    const expression = top === 1 ? written : multiply(top, written);
    const size = base ** exponent;
    const below = exponent === 1 ? base : power(base, exponent);
    const answer = lowestTerms(top, size);
    return valueDraft(expression, {
      prompt: calculateInLowestTerms(expression),
      answer,
      form: 'lowest-terms',
      steps: [
        state(divide(top, below), say('A negative exponent means the reciprocal.', '负指数表示倒数。')),
        ...(exponent === 1 ? [] : [state(divide(top, size), say('Calculate the power.', '算出乘方。'))]),
        ...(gcd(top, size) > 1 ? [state(answer, say('Reduce the fraction.', '约分。'))] : []),
      ],
      hints: [
        say('What does the minus sign in the exponent mean?', '指数上的负号表示什么？'),
        say('Write it with {0} in the denominator.', '把 {0} 写到分母上。', below),
      ],
      mistakes: [
        [negativeExponentIsNegative, -top * size],
        [ignoresNegativeExponent, top * size],
        [multipliesBaseAndExponent, lowestTerms(top, -base * exponent)],
      ],
    });
  },
});

const toScientific = defineTemplate({
  id: 'powers/scientific-notation',
  skill: 'power.scientific',
  version: 1,
  parameters: wholeNumbers('digits', 'places', 'exponent'),
  sample: (draw, level) => {
    const places = draw.whole(level === 1 ? 0 : 1, level);
    const digits = draw.whole(10 ** places, 10 ** (places + 1) - 1);
    const exponent = level > 1 && draw.chance() ? -draw.whole(1, 5) : draw.whole(places + 1, 7);
    return digits % 10 === 0 || (places === 0 && digits === 1) ? null : { digits, places, exponent };
  },
  build: ({ digits, places, exponent }) => {
    const lead = decimal(digits, places);
    const number = decimal(digits, places - exponent);
    const scientific = (power10: number): Expression => multiply(lead, power(10, power10));
    return valueDraft(number, {
      kind: 'simplify',
      prompt: say('Write {0} in scientific notation.', '用科学记数法表示 {0}。', number),
      answer: scientific(exponent),
      form: 'scientific',
      steps: [
        aside(
          equal(number, exponent > 0 ? multiply(lead, 10 ** exponent) : divide(lead, 10 ** -exponent)),
          say('One digit stands before the point.', '小数点前只留一位数字。'),
        ),
        state(
          scientific(exponent),
          say('The point moved by {0} places.', '小数点移动了 {0} 位。', Math.abs(exponent)),
        ),
      ],
      hints: [
        say(
          'Where must the point be, so that one digit stands before it?',
          '小数点移到哪里，前面才只有一位数字？',
        ),
        say(
          'By how many places did it move? Is the number above ten or below one?',
          '小数点移动了几位？这个数大于 10 还是小于 1？',
        ),
      ],
      mistakes: [
        [exponentOffByOne, scientific(exponent + (exponent > 0 ? 1 : -1))],
        [exponentWrongSign, scientific(-exponent)],
      ],
    });
  },
});

export const powerLawTemplates: readonly Template[] = [
  valueOfPower,
  signedPower,
  productOfPowers,
  quotientOfPowers,
  powerOfPower,
  negativeExponent,
  toScientific,
];
