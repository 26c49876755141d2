/** Systems of two linear equations. */
import { equal, lowestTerms, monomial, sum } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { addsInsteadOfSubtracts, swapsUnknowns } from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { point } from './answer.ts';
import { solveSystem } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const unknowns = ['x', 'y'] as const;

const line = (a: number, b: number, right: number): Expression =>
  equal(sum([monomial(a, 'x', 1), monomial(b, 'y', 1)].filter((term) => term !== 0)), right);

const addition = defineTemplate({
  id: 'systems/same-coefficient',
  skill: 'system.elimination',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'x', 'y'),
  sample: (draw, level) => {
    const most = [6, 10, 15][level - 1] ?? 6;
    const low = level === 1 ? 1 : -most;
    const [a, b, c] = [draw.nonzero(low, most), draw.nonzero(low, 9), draw.nonzero(low, most)];
    const [x, y] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return a === c ? null : { a, b, c, x, y };
  },
  build: ({ a, b, c, x, y }) => {
    const [first, second] = [a * x + b * y, c * x + b * y];
    const equations = [line(a, b, first), line(c, b, second)] as const;
    const kept = equations[1];
    return {
      task: { kind: 'system', equations, variables: unknowns },
      prompt: solveSystem(...equations),
      answer: point(unknowns, x, y),
      form: 'number',
      steps: [
        state(
          ['List', line(a - c, 0, first - second), kept],
          say(
            'Subtract the second equation from the first: {0} goes away.',
            '用第一个方程减去第二个方程，消去 {0}。',
            'y',
          ),
        ),
        state(['List', equal('x', x), kept], say('Divide by {0}.', '两边同时除以 {0}。', a - c)),
        state(
          ['List', equal('x', x), equal(monomial(b, 'y', 1), second - c * x)],
          say('Put {0} into the second equation.', '把 {0} 代入第二个方程。', equal('x', x)),
        ),
        state(['List', equal('x', x), equal('y', y)], say('Solve for {0}.', '求出 {0}。', 'y')),
      ],
      hints: [
        say(
          'One of the unknowns has the same coefficient in both equations.',
          '有一个未知数在两个方程中的系数相同。',
        ),
        say(
          'Subtract one equation from the other, so that {0} goes away.',
          '两个方程相减，消去 {0}。',
          monomial(b, 'y', 1),
        ),
      ],
      mistakes: [
        { misconception: swapsUnknowns, answer: point(unknowns, y, x) },
        {
          misconception: addsInsteadOfSubtracts,
          answer: point(
            unknowns,
            lowestTerms(first + second, a - c),
            lowestTerms(second * (a - c) - c * (first + second), b * (a - c)),
          ),
        },
      ],
    };
  },
});

export const systemTemplates: readonly Template[] = [addition];
