/** Fractions: lowest terms, sums and differences. */
import { add, divide, equal, fraction, lowestTerms, subtract } from '../mathematics/build.ts';
import {
  addsAcross,
  addsLikeDenominators,
  keepsNumerators,
  reducesOneSideOnly,
  subtractsToReduce,
  wrongSignBetween,
} from '../misconceptions/fractions.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { valueDraft } from './drafts.ts';
import { calculateInLowestTerms } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd, lcm } from './whole.ts';

const addUnlike = defineTemplate({
  id: 'fractions/add-unlike',
  skill: 'fraction.add-subtract',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd', 'sign'),
  sample: (draw, level) => {
    const most = [6, 9, 15][level - 1] ?? 6;
    const [b, d] = [draw.whole(2, most), draw.whole(2, most)];
    const [a, c] = [draw.whole(1, b - 1), draw.whole(1, d - 1)];
    const sign = draw.chance() ? 1 : -1;
    const lowest = gcd(a, b) === 1 && gcd(c, d) === 1;
    return !lowest || b === d || a * d + sign * c * b <= 0 ? null : { a, b, c, d, sign };
  },
  build: ({ a, b, c, d, sign }) => {
    const join = sign > 0 ? add : subtract;
    const expression = join(fraction(a, b), fraction(c, d));
    const shared = lcm(b, d);
    const [left, right] = [(a * shared) / b, (c * shared) / d];
    const top = left + sign * right;
    const answer = lowestTerms(top, shared);
    const common = join(fraction(left, shared), fraction(right, shared));
    const single = fraction(top, shared);
    const reduced = gcd(top, shared) > 1;
    return {
      task: { kind: 'evaluate', expression },
      prompt: calculateInLowestTerms(expression),
      answer: value(answer),
      form: 'lowest-terms',
      steps: [
        aside(
          equal(['LCM', b, d], shared),
          say('A common denominator of {0} and {1} is {2}.', '{0} 和 {1} 的公分母是 {2}。', b, d, shared),
        ),
        state(common, say('Write both fractions with it.', '把两个分数通分。')),
        state(
          divide(join(left, right), shared),
          sign > 0
            ? say('Add the numerators; the denominator stays.', '分子相加，分母不变。')
            : say('Subtract the numerators; the denominator stays.', '分子相减，分母不变。'),
        ),
        state(single, say('Calculate the numerator.', '算出分子。')),
        ...(reduced
          ? [state(answer, say('Divide both by {0}.', '分子、分母同时除以 {0}。', gcd(top, shared)))]
          : []),
      ],
      hints: [
        say(
          'The parts have different sizes. What must be the same before you can count them together?',
          '每一份的大小不同。要先让什么相同，才能放在一起数？',
        ),
        say('Find a number that {0} and {1} both divide.', '找一个 {0} 和 {1} 的公倍数。', b, d),
      ],
      mistakes: [
        { misconception: addsAcross, answer: value(lowestTerms(a + sign * c, b + sign * d)) },
        { misconception: keepsNumerators, answer: value(lowestTerms(a + sign * c, shared)) },
        { misconception: wrongSignBetween, answer: value(lowestTerms(left - sign * right, shared)) },
      ],
      demands: { reducing: reduced ? 1 : 0 },
    };
  },
});

const addLike = defineTemplate({
  id: 'fractions/add-like',
  skill: 'fraction.add-subtract',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'denominator', 'sign'),
  sample: (draw, level) => {
    const denominator = draw.whole(5, 8 + 7 * level);
    const sign = draw.chance() ? 1 : -1;
    const [a, b] = [draw.whole(1, denominator - 1), draw.whole(1, denominator - 1)];
    const top = a + sign * b;
    const allowed = level === 1 ? gcd(top, denominator) === 1 && top < denominator : true;
    return top <= 0 || !allowed || gcd(a, denominator) > 1 || gcd(b, denominator) > 1
      ? null
      : { a, b, denominator, sign };
  },
  build: ({ a, b, denominator, sign }) => {
    const join = sign > 0 ? add : subtract;
    const expression = join(fraction(a, denominator), fraction(b, denominator));
    const top = a + sign * b;
    const shared = gcd(top, denominator);
    const answer = lowestTerms(top, denominator);
    return valueDraft(expression, {
      prompt: calculateInLowestTerms(expression),
      answer,
      form: 'lowest-terms',
      steps: [
        state(
          divide(join(a, b), denominator),
          say('The parts have the same size: count them together.', '分母相同，直接把分子相加减。'),
        ),
        state(fraction(top, denominator), say('Calculate the numerator.', '算出分子。')),
        ...(shared > 1
          ? [state(answer, say('Divide both by {0}.', '分子、分母同时除以 {0}。', shared))]
          : []),
      ],
      hints: [
        say('What does the denominator say of the parts?', '分母说明了每一份怎样？'),
        say('Only the numerators change; the denominator stays.', '只计算分子，分母不变。'),
      ],
      mistakes: [
        [addsLikeDenominators, sign > 0 ? lowestTerms(top, 2 * denominator) : top],
        [wrongSignBetween, lowestTerms(a - sign * b, denominator)],
      ],
      demands: { reducing: shared > 1 ? 1 : 0 },
    });
  },
});

const reduce = defineTemplate({
  id: 'fractions/lowest-terms',
  skill: 'fraction.lowest-terms',
  version: 1,
  parameters: wholeNumbers('numerator', 'denominator', 'factor'),
  sample: (draw, level) => {
    const denominator = draw.whole(2, 5 + 5 * level);
    const numerator = draw.whole(1, level === 3 ? 2 * denominator : denominator - 1);
    const factor = draw.whole(2, 3 + 5 * level);
    return gcd(numerator, denominator) > 1 ? null : { numerator, denominator, factor };
  },
  build: ({ numerator, denominator, factor }) => {
    const [top, bottom] = [numerator * factor, denominator * factor];
    const first = [2, 3, 5, 7, 11, 13, 17].find((prime) => factor % prime === 0) ?? factor;
    return valueDraft(fraction(top, bottom), {
      kind: 'simplify',
      prompt: say('Write {0} in lowest terms.', '把 {0} 化为最简分数。', fraction(top, bottom)),
      answer: lowestTerms(numerator, denominator),
      form: 'lowest-terms',
      steps: [
        ...(first === factor
          ? []
          : [
              state(
                fraction(top / first, bottom / first),
                say('Divide both by {0}.', '分子、分母同时除以 {0}。', first),
              ),
            ]),
        state(
          lowestTerms(numerator, denominator),
          say('Divide both by {0}.', '分子、分母同时除以 {0}。', factor / (first === factor ? 1 : first)),
        ),
      ],
      hints: [
        say('Which number divides both {0} and {1}?', '哪个数能同时整除 {0} 和 {1}？', top, bottom),
        say('Try {0}. Go on until nothing is shared.', '试试 {0}，直到没有公因数为止。', first),
      ],
      mistakes: [
        [reducesOneSideOnly, lowestTerms(numerator, bottom)],
        [subtractsToReduce, lowestTerms(top - factor, bottom - factor)],
      ],
      demands: { divisions: first === factor ? 0 : 1 },
    });
  },
});

export const fractionTemplates: readonly Template[] = [reduce, addLike, addUnlike];
