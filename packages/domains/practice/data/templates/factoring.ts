/** Factoring. */
import { add, equal, multiply, polynomial } from '../mathematics/build.ts';
import { sumForProduct, wrongSignsInFactors } from '../misconceptions/factoring.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { factor } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const monic = defineTemplate({
  id: 'factoring/monic-quadratic',
  skill: 'factor.quadratic',
  version: 1,
  parameters: wholeNumbers('p', 'q'),
  sample: (draw, level) => {
    const most = [9, 12, 20][level - 1] ?? 9;
    const low = level === 1 ? 1 : -most;
    const [p, q] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return p === q || p === -q ? null : { p: Math.min(p, q), q: Math.max(p, q) };
  },
  build: ({ p, q }) => {
    const expression = polynomial([p * q, p + q, 1], 'x');
    const binomial = (shift: number) => polynomial([shift, 1], 'x');
    return {
      task: { kind: 'factor', expression },
      prompt: factor(expression),
      answer: value(multiply(binomial(p), binomial(q))),
      form: 'factored',
      steps: [
        aside(
          equal(multiply(p, q), p * q),
          say('Two numbers with the product {0}: …', '找两个积为 {0} 的数：', p * q),
        ),
        aside(equal(add(p, q), p + q), say('… and the sum {0}.', '它们的和为 {0}。', p + q)),
        state(
          multiply(binomial(p), binomial(q)),
          say('Each of them stands in one bracket.', '这两个数分别写在两个括号里。'),
        ),
      ],
      hints: [
        say('Which two numbers, multiplied, give {0}?', '哪两个数的积是 {0}？', p * q),
        say('Of those pairs, which has the sum {0}?', '这些数对中，哪一对的和是 {0}？', p + q),
      ],
      mistakes: [
        {
          misconception: wrongSignsInFactors,
          answer: value(multiply(binomial(-p), binomial(-q))),
        },
        { misconception: sumForProduct, answer: value(multiply(binomial(p + q), binomial(p * q))) },
      ],
    };
  },
});

export const factoringTemplates: readonly Template[] = [monic];
