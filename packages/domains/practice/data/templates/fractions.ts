/** Fractions and mixed numbers. */
import { add, divide, equal, fraction, lowestTerms, subtract } from '../mathematics/build.ts';
import { addsAcross, keepsNumerators, wrongSignBetween } from '../misconceptions/fractions.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
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

export const fractionTemplates: readonly Template[] = [addUnlike];
