/** Decimals. */
import { add, divide, fraction, lowestTerms, multiply, subtract } from '../mathematics/build.ts';
import {
  alignsRight,
  digitsAsDenominator,
  misplacesPoint,
  numeratorPointDenominator,
  scalesDivisorOnly,
  tenForHundred,
  wholePartsOnly,
} from '../misconceptions/decimals.ts';
import { addsInstead, subtractsInstead } from '../misconceptions/whole-numbers.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { decimal, gcd } from './whole.ts';

const sum = defineTemplate({
  id: 'decimals/add-subtract',
  skill: 'decimal.add-subtract',
  version: 1,
  parameters: wholeNumbers('a', 'aPlaces', 'b', 'bPlaces', 'sign'),
  sample: (draw, level) => {
    const [aPlaces, bPlaces] = [draw.whole(1, level === 1 ? 1 : 2), draw.whole(1, level)];
    const [a, b] = [draw.whole(12, 99 * level), draw.whole(11, 99 * level)];
    const sign = draw.chance() ? 1 : -1;
    const differs = level === 1 || aPlaces !== bPlaces;
    const positive = sign > 0 || a * 10 ** bPlaces > b * 10 ** aPlaces;
    return a % 10 === 0 || b % 10 === 0 || !differs || !positive ? null : { a, aPlaces, b, bPlaces, sign };
  },
  build: ({ a, aPlaces, b, bPlaces, sign }) => {
    const places = Math.max(aPlaces, bPlaces);
    const [left, right] = [a * 10 ** (places - aPlaces), b * 10 ** (places - bPlaces)];
    const scale = 10 ** places;
    const join = sign > 0 ? add : subtract;
    const answer = decimal(left + sign * right, places);
    return valueDraft(join(decimal(a, aPlaces), decimal(b, bPlaces)), {
      answer,
      form: 'decimal',
      steps: [
        state(
          divide(join(left, right), scale),
          say('Write both in parts of {0}.', '都看作以 {0} 为单位的数。', fraction(1, scale)),
        ),
        state(divide(left + sign * right, scale), say('Calculate.', '计算。')),
        state(answer, say('Put the decimal point.', '点上小数点。')),
      ],
      hints: [
        say('Write point under point.', '把小数点对齐。'),
        say(
          'Fill up with zeros, so that both have the same number of decimal places.',
          '用 0 补齐，使两个数的小数位数相同。',
        ),
      ],
      mistakes: [
        [alignsRight, decimal(a + sign * b, places)],
        [sign > 0 ? subtractsInstead : addsInstead, decimal(left - sign * right, places)],
        [misplacesPoint, decimal(left + sign * right, places - 1)],
      ],
      demands: { alignment: aPlaces === bPlaces ? 0 : 1 },
    });
  },
});

const product = defineTemplate({
  id: 'decimals/multiply',
  skill: 'decimal.multiply-divide',
  version: 1,
  parameters: wholeNumbers('a', 'aPlaces', 'b', 'bPlaces'),
  sample: (draw, level) => {
    const [a, b] = [draw.whole(11, 40 * level), draw.whole(2, level === 1 ? 9 : 25)];
    const [aPlaces, bPlaces] = [draw.whole(1, level === 3 ? 2 : 1), draw.whole(level === 1 ? 0 : 1, level)];
    return a % 10 === 0 || b % 10 === 0 ? null : { a, aPlaces, b, bPlaces };
  },
  build: ({ a, aPlaces, b, bPlaces }) => {
    const places = aPlaces + bPlaces;
    const answer = decimal(a * b, places);
    const whole = (digits: number, count: number) => Math.floor(digits / 10 ** count);
    const [aRest, bRest] = [a % 10 ** aPlaces, b % 10 ** bPlaces];
    const apart = whole(a, aPlaces) * whole(b, bPlaces) * 10 ** places + aRest * bRest;
    return valueDraft(multiply(decimal(a, aPlaces), decimal(b, bPlaces)), {
      answer,
      form: 'decimal',
      steps: [
        state(
          divide(multiply(a, b), 10 ** places),
          say(
            'Leave the decimal points out, multiply and divide by {0}.',
            '先当作整数相乘，再除以 {0}。',
            10 ** places,
          ),
        ),
        state(divide(a * b, 10 ** places), say('Multiply.', '相乘。')),
        state(
          answer,
          say('Put the decimal point: {0} decimal places.', '点上小数点：共 {0} 位小数。', places),
        ),
      ],
      hints: [
        say('How many decimal places do both numbers have together?', '两个因数一共有几位小数？'),
        say('Multiply {0} and {1} first.', '先算 {0} 与 {1} 的积。', a, b),
      ],
      mistakes: [
        [misplacesPoint, decimal(a * b, places - 1)],
        [wholePartsOnly, decimal(apart, places)],
      ],
    });
  },
});

const quotient = defineTemplate({
  id: 'decimals/divide',
  skill: 'decimal.multiply-divide',
  version: 1,
  parameters: wholeNumbers('quotient', 'quotientPlaces', 'divisor', 'divisorPlaces'),
  sample: (draw, level) => {
    const [quotient, divisor] = [draw.whole(11, 40 * level), draw.whole(2, level === 3 ? 25 : 9)];
    const quotientPlaces = draw.whole(level === 1 ? 1 : 0, level === 3 ? 2 : 1);
    const divisorPlaces = level === 1 ? 0 : draw.whole(1, level === 3 ? 2 : 1);
    return quotient % 10 === 0 || divisor % 10 === 0
      ? null
      : { quotient, quotientPlaces, divisor, divisorPlaces };
  },
  build: ({ quotient, quotientPlaces, divisor, divisorPlaces }) => {
    const places = quotientPlaces + divisorPlaces;
    const dividend = decimal(quotient * divisor, places);
    const answer = decimal(quotient, quotientPlaces);
    const shifted = decimal(quotient * divisor, quotientPlaces);
    return valueDraft(['Quotient', dividend, decimal(divisor, divisorPlaces)], {
      answer,
      form: 'decimal',
      steps: [
        ...(divisorPlaces > 0
          ? [
              state(
                ['Quotient', shifted, divisor],
                say(
                  'Multiply both by {0}: the divisor becomes whole.',
                  '被除数和除数同时乘 {0}，把除数变成整数。',
                  10 ** divisorPlaces,
                ),
              ),
            ]
          : []),
        state(answer, say('Divide.', '相除。')),
      ],
      hints: [
        say('Can you divide by a whole number instead?', '能不能变成除以整数？'),
        say('Estimate first how large the result is.', '先估计结果大约有多大。'),
      ],
      mistakes: [
        [divisorPlaces > 0 ? scalesDivisorOnly : misplacesPoint, decimal(quotient, quotientPlaces + 1)],
        [misplacesPoint, decimal(quotient * 10, quotientPlaces)],
      ],
    });
  },
});

const toFraction = defineTemplate({
  id: 'decimals/to-fraction',
  skill: 'decimal.fraction',
  version: 1,
  parameters: wholeNumbers('digits', 'places'),
  sample: (draw, level) => {
    const places = level === 1 ? draw.whole(1, 2) : draw.whole(2, 3);
    const digits = draw.whole(2, (level === 3 ? 3 : 1) * 10 ** places - 1);
    return digits % 10 === 0 ? null : { digits, places };
  },
  build: ({ digits, places }) => {
    const scale = 10 ** places;
    const number = decimal(digits, places);
    const shared = gcd(digits, scale);
    const answer = lowestTerms(digits, scale);
    return valueDraft(number, {
      prompt: say('Write {0} as a fraction in lowest terms.', '把 {0} 化为最简分数。', number),
      answer,
      form: 'lowest-terms',
      steps: [
        state(
          fraction(digits, scale),
          say('{0} decimal places: the denominator is {1}.', '有 {0} 位小数，分母是 {1}。', places, scale),
        ),
        ...(shared > 1
          ? [state(answer, say('Divide both by {0}.', '分子、分母同时除以 {0}。', shared))]
          : []),
      ],
      hints: [
        say('What does the last place of {0} stand for?', '{0} 的最后一位在哪个数位上？', number),
        say('Write it over 10, 100 or 1000, then reduce.', '先写成分母是 10、100 或 1000 的分数，再约分。'),
      ],
      mistakes: [
        [digitsAsDenominator, fraction(1, digits)],
        [tenForHundred, lowestTerms(digits, scale * 10)],
      ],
      demands: { reducing: shared > 1 ? 1 : 0 },
    });
  },
});

const fromFraction = defineTemplate({
  id: 'decimals/from-fraction',
  skill: 'decimal.fraction',
  version: 1,
  parameters: wholeNumbers('numerator', 'denominator'),
  sample: (draw, level) => {
    const denominator =
      level === 1
        ? draw.pick([4, 5, 10, 20, 25] as const)
        : draw.pick([8, 16, 20, 25, 40, 50, 80, 125] as const);
    const numerator = draw.whole(1, level * denominator);
    return gcd(numerator, denominator) > 1 ? null : { numerator, denominator };
  },
  build: ({ numerator, denominator }) => {
    const scale = [10, 100, 1000, 10_000].find((power) => power % denominator === 0) ?? 10_000;
    const factor = scale / denominator;
    const answer = (numerator * factor) / scale;
    const given = fraction(numerator, denominator);
    const glued = Number(`${numerator}.${denominator}`);
    return valueDraft(given, {
      prompt: say('Write {0} as a decimal.', '把 {0} 化为小数。', given),
      answer,
      form: 'decimal',
      steps: [
        state(
          divide(multiply(numerator, factor), multiply(denominator, factor)),
          say(
            'Multiply both by {0}: the denominator becomes {1}.',
            '分子、分母同时乘 {0}，把分母化为 {1}。',
            factor,
            scale,
          ),
        ),
        state(fraction(numerator * factor, scale), say('Multiply.', '相乘。')),
        state(answer, say('Write it with a point.', '写成小数。')),
      ],
      hints: [
        say('Can the denominator become 10, 100 or 1000?', '分母能化成 10、100 或 1000 吗？'),
        say('Multiply numerator and denominator by {0}.', '分子、分母同时乘 {0}。', factor),
      ],
      mistakes: [
        [numeratorPointDenominator, glued],
        [misplacesPoint, decimal(numerator * factor, String(scale).length)],
      ],
    });
  },
});

export const decimalTemplates: readonly Template[] = [sum, product, quotient, toFraction, fromFraction];
