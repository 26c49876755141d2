/** Products and quotients of fractions, mixed numbers. */
import { add, divide, equal, fraction, lowestTerms, multiply, subtract } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  addsFractionPartsOnly,
  addsToMultiply,
  crossMultiplies,
  doesNotInvert,
  invertsFirst,
  multipliesWholeAndNumerator,
  remainderOverDividend,
  stopsAtOnePart,
  takesPartForShare,
  wholePartForRemainder,
  wrongSignBetween,
} from '../misconceptions/fractions.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { calculateInLowestTerms } from './prompts.ts';
import { aside, defineTemplate, type Step, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

/** The last line, where a fraction can still be reduced. */
function reduction(top: number, bottom: number): Step[] {
  const shared = gcd(top, bottom);
  return shared === 1
    ? []
    : [state(lowestTerms(top, bottom), say('Divide both by {0}.', '分子、分母同时除以 {0}。', shared))];
}

const multiplication = defineTemplate({
  id: 'fractions/multiply',
  skill: 'fraction.multiply',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = 4 + 4 * level;
    const [a, b, c, d] = [draw.whole(1, most), draw.whole(2, most), draw.whole(1, most), draw.whole(2, most)];
    const easy = gcd(a * c, b * d) === 1;
    return gcd(a, b) > 1 || gcd(c, d) > 1 || (level === 1 && !easy) ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const expression = multiply(fraction(a, b), fraction(c, d));
    return valueDraft(expression, {
      prompt: calculateInLowestTerms(expression),
      answer: lowestTerms(a * c, b * d),
      form: 'lowest-terms',
      steps: [
        state(
          divide(multiply(a, c), multiply(b, d)),
          say('Numerator times numerator, denominator times denominator.', '分子乘分子，分母乘分母。'),
        ),
        state(fraction(a * c, b * d), say('Multiply.', '相乘。')),
        ...reduction(a * c, b * d),
      ],
      hints: [
        say(
          'A part of a part: into how many parts is the whole divided now?',
          '取一部分的一部分：整体现在被分成了多少份？',
        ),
        say(
          'Multiply above and below; cancel what is shared before.',
          '分子、分母分别相乘，能约分的先约分。',
        ),
      ],
      mistakes: [
        [crossMultiplies, lowestTerms(a * d, b * c)],
        [addsToMultiply, lowestTerms(a + c, b * d)],
      ],
      demands: { reducing: gcd(a * c, b * d) > 1 ? 1 : 0 },
    });
  },
});

const partOfWhole = defineTemplate({
  id: 'fractions/part-of-whole',
  skill: 'fraction.multiply',
  version: 1,
  parameters: wholeNumbers('numerator', 'denominator', 'share'),
  sample: (draw, level) => {
    const denominator = draw.whole(3, 5 + 3 * level);
    const numerator = draw.whole(2, denominator - 1);
    const share = draw.whole(2, 6 + 6 * level);
    return gcd(numerator, denominator) > 1 ? null : { numerator, denominator, share };
  },
  build: ({ numerator, denominator, share }) => {
    const whole = denominator * share;
    const part = fraction(numerator, denominator);
    return valueDraft(multiply(part, whole), {
      prompt: say('How much is {0} of {1}?', '{1} 的 {0} 是多少？', part, whole),
      answer: numerator * share,
      form: 'number',
      steps: [
        aside(
          equal(['Quotient', whole, denominator], share),
          say('Divide {0} into {1} equal parts.', '把 {0} 平均分成 {1} 份。', whole, denominator),
        ),
        state(multiply(numerator, share), say('Take {0} of them.', '取其中的 {0} 份。', numerator)),
        state(numerator * share, say('Multiply.', '相乘。')),
      ],
      hints: [
        say('How large is {0} of {1}?', '{1} 的 {0} 是多少？', fraction(1, denominator), whole),
        say('You need {0} such parts.', '一共需要 {0} 份。', numerator),
      ],
      mistakes: [
        [takesPartForShare, lowestTerms(whole * denominator, numerator)],
        [stopsAtOnePart, share],
      ],
    });
  },
});

const division = defineTemplate({
  id: 'fractions/divide',
  skill: 'fraction.divide',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = 4 + 4 * level;
    const [a, b, c, d] = [draw.whole(1, most), draw.whole(2, most), draw.whole(1, most), draw.whole(2, most)];
    return gcd(a, b) > 1 || gcd(c, d) > 1 || a * d === b * c ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const expression: Expression = ['Quotient', fraction(a, b), fraction(c, d)];
    return valueDraft(expression, {
      prompt: calculateInLowestTerms(expression),
      answer: lowestTerms(a * d, b * c),
      form: 'lowest-terms',
      steps: [
        state(
          multiply(fraction(a, b), fraction(d, c)),
          say('Multiply by the reciprocal of {0}.', '乘 {0} 的倒数。', fraction(c, d)),
        ),
        state(
          fraction(a * d, b * c),
          say('Numerator times numerator, denominator times denominator.', '分子乘分子，分母乘分母。'),
        ),
        ...reduction(a * d, b * c),
      ],
      hints: [
        say(
          'Dividing by a fraction is multiplying by another one. By which?',
          '除以一个分数，等于乘另一个分数。乘哪一个？',
        ),
        say('Turn {0} over.', '把 {0} 的分子、分母颠倒。', fraction(c, d)),
      ],
      mistakes: [
        [doesNotInvert, lowestTerms(a * c, b * d)],
        [invertsFirst, lowestTerms(b * c, a * d)],
      ],
      demands: { reducing: gcd(a * d, b * c) > 1 ? 1 : 0 },
    });
  },
});

const toMixed = defineTemplate({
  id: 'fractions/to-mixed-number',
  skill: 'fraction.mixed',
  version: 1,
  parameters: wholeNumbers('whole', 'numerator', 'denominator'),
  sample: (draw, level) => {
    const denominator = draw.whole(3, 5 + 5 * level);
    const [whole, numerator] = [draw.whole(1, 4 + 4 * level), draw.whole(1, denominator - 1)];
    return gcd(numerator, denominator) > 1 || whole === numerator ? null : { whole, numerator, denominator };
  },
  build: ({ whole, numerator, denominator }) => {
    const top = whole * denominator + numerator;
    return valueDraft(fraction(top, denominator), {
      prompt: say('Write {0} as a mixed number.', '把 {0} 化为带分数。', fraction(top, denominator)),
      answer: ['Mixed', whole, numerator, denominator],
      form: 'mixed',
      steps: [
        aside(
          equal(top, add(multiply(whole, denominator), numerator)),
          say('How many times does {0} go into {1}?', '{1} 里有几个 {0}？', denominator, top),
        ),
        state(
          add(whole, fraction(numerator, denominator)),
          say(
            'The quotient is the whole part, the remainder goes over the denominator.',
            '商是整数部分，余数写成分数。',
          ),
        ),
        state(['Mixed', whole, numerator, denominator], say('Write them together.', '合写成带分数。')),
      ],
      hints: [
        say('How many parts make one whole?', '多少份合成一个整体？'),
        say('Divide {0} by {1}; what is left over?', '用 {0} 除以 {1}，余数是多少？', top, denominator),
      ],
      mistakes: [
        [wholePartForRemainder, ['Mixed', numerator, whole, denominator]],
        [remainderOverDividend, ['Mixed', whole, numerator, top]],
      ],
    });
  },
});

const addMixed = defineTemplate({
  id: 'fractions/add-mixed-numbers',
  skill: 'fraction.mixed',
  version: 1,
  parameters: wholeNumbers('m', 'a', 'n', 'b', 'denominator', 'sign'),
  sample: (draw, level) => {
    const denominator = draw.whole(3, 5 + 4 * level);
    const sign = level > 1 && draw.chance() ? -1 : 1;
    const [m, n] = [draw.whole(1, 5 * level), draw.whole(1, 4 * level)];
    const [a, b] = [draw.whole(1, denominator - 1), draw.whole(1, denominator - 1)];
    const lowest = gcd(a, denominator) === 1 && gcd(b, denominator) === 1;
    const simple = level > 1 || a + b < denominator;
    // A whole and a fraction must be left over.
    const total = m * denominator + a + sign * (n * denominator + b);
    const mixed = total > denominator && total % denominator !== 0;
    return lowest && simple && mixed ? { m, a, n, b, denominator, sign } : null;
  },
  build: ({ m, a, n, b, denominator, sign }) => {
    const join = sign > 0 ? add : subtract;
    const mixed = (whole: number, top: number): Expression => ['Mixed', whole, top, denominator];
    const expression = join(mixed(m, a), mixed(n, b));
    const improper = [m * denominator + a, n * denominator + b] as const;
    const total = improper[0] + sign * improper[1];
    const [whole, top] = [Math.floor(total / denominator), total % denominator];
    const shared = gcd(top, denominator);
    const answer: Expression = ['Mixed', whole, top / shared, denominator / shared];
    return valueDraft(expression, {
      prompt: say(
        'Calculate {0}. Give a mixed number in lowest terms.',
        '计算 {0}，结果用最简带分数表示。',
        expression,
      ),
      answer,
      form: 'mixed',
      steps: [
        state(
          join(fraction(improper[0], denominator), fraction(improper[1], denominator)),
          say('Write both as fractions.', '都化为假分数。'),
        ),
        state(
          fraction(total, denominator),
          sign > 0 ? say('Add the numerators.', '分子相加。') : say('Subtract the numerators.', '分子相减。'),
        ),
        state(answer, say('Take the wholes out.', '化为带分数。')),
      ],
      hints: [
        say(
          'How many parts of size {0} are in each number?',
          '每个数里各有多少个 {0}？',
          fraction(1, denominator),
        ),
        say('Count the parts together, then make wholes of them.', '先合起来数有多少份，再化成带分数。'),
      ],
      mistakes: [
        [multipliesWholeAndNumerator, lowestTerms(m * a + sign * n * b, denominator)],
        [
          addsFractionPartsOnly,
          lowestTerms((m + sign * n) * denominator + (Math.abs(a + sign * b) % denominator), denominator),
        ],
        [wrongSignBetween, lowestTerms(improper[0] - sign * improper[1], denominator)],
      ],
      demands: { regrouping: a + sign * b < 0 || a + sign * b >= denominator ? 1 : 0 },
    });
  },
});

export const fractionProductTemplates: readonly Template[] = [
  multiplication,
  partOfWhole,
  division,
  toMixed,
  addMixed,
];
