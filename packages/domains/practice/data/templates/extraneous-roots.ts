/** Equations that gain a number on the way which does not solve them: with fractions, and with square roots. */
import { add, divide, equal, multiply, polynomial, power, squareRoot } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  keepsForbiddenRoot,
  keepsGainedRoot,
  takesForbiddenRootOnly,
  takesGainedRootOnly,
} from '../misconceptions/extraneous.ts';
import { say } from '../sentence.ts';
import { solutions } from './answer.ts';
import { solve } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers, wider } from './template.ts';

const without = (root: number): Expression => polynomial([-root, 1], 'x');

const forbiddenRoot = defineTemplate({
  id: 'rational-equations/forbidden-root',
  skill: 'rational.equation',
  version: 1,
  parameters: wholeNumbers('solution', 'forbidden'),
  sample: (draw, level) => {
    const most = [8, 12, 18][level - 1] ?? 8;
    const low = level === 1 ? 1 : -most;
    const [solution, forbidden] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return solution === forbidden || solution === -forbidden ? null : { solution, forbidden };
  },
  build: ({ solution, forbidden }) => {
    const [sum, product] = [solution + forbidden, solution * forbidden];
    const [top, below] = [polynomial([0, -sum, 1], 'x'), without(forbidden)];
    const equation = equal(divide(top, below), divide(-product, below));
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation),
      answer: solutions('x', solution),
      form: 'number',
      steps: [
        wider(
          equal(top, -product),
          [forbidden],
          say('Multiply both sides by {0}.', '两边同乘 {0}，去分母。', below),
        ),
        wider(
          equal(multiply(without(solution), below), 0),
          [forbidden],
          say('Bring everything to one side and factor.', '移到一边，分解因式。'),
        ),
        aside(
          equal(add(forbidden, -forbidden), 0),
          say(
            'For x = {0} the denominators are zero: it is not a solution.',
            '检验：x = {0} 时分母为零，是增根，舍去。',
            forbidden,
          ),
        ),
        state(equal('x', solution), say('The other number solves the equation.', '另一个数是原方程的解。')),
      ],
      hints: [
        say('By what can you multiply, so that no denominator is left?', '两边同乘什么式子可以去掉分母？'),
        say(
          'May x be any number here? Put what you find into the denominators.',
          'x 可以取任何数吗？把求得的数代入分母检验。',
        ),
      ],
      mistakes: [
        { misconception: keepsForbiddenRoot, answer: solutions('x', solution, forbidden) },
        { misconception: takesForbiddenRootOnly, answer: solutions('x', forbidden) },
      ],
      demands: { gainedRoots: 1 },
    };
  },
});

const rootEquation = defineTemplate({
  id: 'powers/root-equation',
  skill: 'root.equation',
  version: 1,
  parameters: wholeNumbers('shift', 'root', 'gained'),
  sample: (draw, level) => {
    const most = [5, 8, 12][level - 1] ?? 5;
    const [root, gained] = [draw.whole(1, most), draw.whole(1, most)];
    const shift = draw.whole(level === 1 ? 0 : -most, most);
    const broken = root === gained || shift === gained || root + shift === 0;
    return broken ? null : { shift, root, gained };
  },
  build: ({ shift, root, gained }) => {
    const slope = root - gained;
    const under = polynomial([root * gained - slope * shift, slope], 'x');
    const right = without(shift);
    const equation = equal(squareRoot(under), right);
    const [solution, gainedRoot] = [shift + root, shift - gained];
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation),
      answer: solutions('x', solution),
      form: 'number',
      steps: [
        wider(equal(under, power(right, 2)), [gainedRoot], say('Square both sides.', '两边平方。')),
        wider(
          equal(polynomial([solution * gainedRoot, -(solution + gainedRoot), 1], 'x'), 0),
          [gainedRoot],
          say('Multiply out and bring everything to one side.', '展开，移项，化成一元二次方程。'),
        ),
        wider(
          equal(multiply(without(solution), without(gainedRoot)), 0),
          [gainedRoot],
          say('Factor.', '分解因式。'),
        ),
        aside(
          equal(squareRoot(gained * gained), gained),
          say(
            'For x = {0} the root is {1}, but the right side is {2}: it is not a solution.',
            '检验：x = {0} 时左边的根式等于 {1}，右边等于 {2}，不相等，是增根，舍去。',
            gainedRoot,
            gained,
            -gained,
          ),
        ),
        state(equal('x', solution), say('The other number solves the equation.', '另一个数是原方程的解。')),
      ],
      hints: [
        say('How do you get rid of a square root?', '怎样去掉根号？'),
        say(
          'Squaring can bring in a number that does not solve the equation. Try each in it.',
          '两边平方可能产生增根，要把求得的数代回原方程检验。',
        ),
      ],
      mistakes: [
        { misconception: keepsGainedRoot, answer: solutions('x', solution, gainedRoot) },
        { misconception: takesGainedRootOnly, answer: solutions('x', gainedRoot) },
      ],
      demands: { gainedRoots: 1 },
    };
  },
});

export const extraneousRootTemplates: readonly Template[] = [forbiddenRoot, rootEquation];
