/** Quadratic equations. */
import { add, equal, multiply, polynomial, power } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { oneRootOnly, rootsWithoutShift, signsOfFactors } from '../misconceptions/quadratics.ts';
import { say } from '../sentence.ts';
import { solutions } from './answer.ts';
import { solve } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const binomial = (shift: number): Expression => polynomial([shift, 1], 'x');

const byFactoring = defineTemplate({
  id: 'quadratics/by-factoring',
  skill: 'quadratic.factoring',
  version: 1,
  parameters: wholeNumbers('p', 'q'),
  sample: (draw, level) => {
    const most = [9, 12, 20][level - 1] ?? 9;
    const [p, q] = [draw.nonzero(level === 1 ? 1 : -most, most), draw.nonzero(-most, most)];
    return p === q || p === -q ? null : { p: Math.min(p, q), q: Math.max(p, q) };
  },
  build: ({ p, q }) => {
    const equation = equal(polynomial([p * q, -(p + q), 1], 'x'), 0);
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation, 'x'),
      answer: solutions('x', p, q),
      form: 'number',
      steps: [
        aside(
          equal(multiply(-p, -q), p * q),
          say('Two numbers with the product {0} …', '找两个积为 {0} 的数：', p * q),
        ),
        aside(equal(add(-p, -q), -(p + q)), say('… and the sum {0}.', '它们的和为 {0}。', -(p + q))),
        state(
          equal(multiply(binomial(-p), binomial(-q)), 0),
          say('Each of them stands in one bracket.', '这两个数分别写在两个括号里。'),
        ),
        state(
          ['Or', equal(binomial(-p), 0), equal(binomial(-q), 0)],
          say('A product is zero where a factor is.', '积为零，则至少有一个因式为零。'),
        ),
        state(['Or', equal('x', p), equal('x', q)], say('Solve both.', '分别求解。')),
      ],
      hints: [
        say('Can the left side be written as a product?', '左边能写成乘积吗？'),
        say('When is a product zero?', '积在什么时候等于零？'),
      ],
      mistakes: [
        { misconception: signsOfFactors, answer: solutions('x', -p, -q) },
        { misconception: oneRootOnly, answer: solutions('x', q) },
      ],
    };
  },
});

const bySquareRoot = defineTemplate({
  id: 'quadratics/by-square-root',
  skill: 'quadratic.roots',
  version: 1,
  parameters: wholeNumbers('shift', 'root'),
  sample: (draw, level) => {
    const [shift, root] = [draw.nonzero(-5 - 5 * level, 5 + 5 * level), draw.whole(2, 5 + 4 * level)];
    return Math.abs(shift) === root ? null : { shift, root };
  },
  build: ({ shift, root }) => {
    const equation = equal(power(binomial(shift), 2), root * root);
    const [low, high] = [-root - shift, root - shift];
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation, 'x'),
      answer: solutions('x', low, high),
      form: 'number',
      steps: [
        state(
          ['Or', equal(binomial(shift), -root), equal(binomial(shift), root)],
          say('Two numbers have the square {0}.', '平方等于 {0} 的数有两个。', root * root),
        ),
        state(['Or', equal('x', low), equal('x', high)], say('Solve both.', '分别求解。')),
      ],
      hints: [
        say('Which numbers have the square {0}? There are two.', '哪些数的平方是 {0}？有两个。', root * root),
        say('What is in the bracket can be either of them.', '括号里的式子可以是其中任意一个。'),
      ],
      mistakes: [
        { misconception: oneRootOnly, answer: solutions('x', high) },
        { misconception: rootsWithoutShift, answer: solutions('x', -root, root) },
        { misconception: signsOfFactors, answer: solutions('x', -low, -high) },
      ],
    };
  },
});

export const quadraticTemplates: readonly Template[] = [bySquareRoot, byFactoring];
