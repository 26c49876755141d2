/** Powers and roots. */
import { equal, lowestTerms, multiply, power, squareRoot } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { halvesForRoot, leavesSquareInside } from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { simplify } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const squareFree = [2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19, 21, 22, 23, 26, 29, 30] as const;

const takeOut = defineTemplate({
  id: 'powers/take-square-out-of-root',
  skill: 'root.simplify',
  version: 1,
  parameters: wholeNumbers('outside', 'inside', 'factor'),
  sample: (draw, level) => ({
    outside: draw.whole(2, 4 + 3 * level),
    inside: draw.pick(squareFree),
    factor: level === 1 ? 1 : draw.whole(1, 4 * level),
  }),
  build: ({ outside, inside, factor }) => {
    const under = outside * outside * inside;
    const times = (left: number, root: Expression) => (left === 1 ? root : multiply(left, root));
    const expression = times(factor, squareRoot(under));
    const split = times(factor, squareRoot(multiply(power(outside, 2), inside)));
    const answer = multiply(factor * outside, squareRoot(inside));
    return {
      task: { kind: 'simplify', expression },
      prompt: simplify(expression),
      answer: value(answer),
      form: 'simplest-radical',
      steps: [
        aside(
          equal(under, multiply(power(outside, 2), inside)),
          say('Look for the largest square factor of {0}.', '找出 {0} 的最大平方因数。', under),
        ),
        state(split, say('Write it as a product under the root.', '把根号下的数写成乘积。')),
        state(answer, say('The square leaves the root.', '平方因数开方后移到根号外。')),
      ],
      hints: [
        say('Which square numbers divide {0}?', '哪些平方数能整除 {0}？', under),
        say('{0} divides it.', '{0} 能整除它。', outside * outside),
      ],
      mistakes: [
        {
          misconception: leavesSquareInside,
          answer: value(multiply(factor * outside * outside, squareRoot(inside))),
        },
        { misconception: halvesForRoot, answer: value(lowestTerms(factor * under, 2)) },
      ],
    };
  },
});

export const powerTemplates: readonly Template[] = [takeOut];
