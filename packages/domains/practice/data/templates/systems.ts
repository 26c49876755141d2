/** Systems of two linear equations. */
import { equal, lowestTerms, monomial, multiply, polynomial, sum } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  addsInsteadOfSubtracts,
  stopsAtFirstUnknown,
  substitutesWithoutBracket,
  swapsUnknowns,
} from '../misconceptions/linear-equations.ts';
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
    // With equal values and 0 on the right, the known mistakes lead to the right answer.
    return a === c || (x === y && c + b === 0) ? null : { a, b, c, x, y };
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

const multiplyFirst = defineTemplate({
  id: 'systems/multiply-first',
  skill: 'system.elimination',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'factor', 'x', 'y'),
  sample: (draw, level) => {
    const most = [5, 8, 10][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [a, b, c] = [draw.nonzero(low, most), draw.nonzero(low, 6), draw.nonzero(low, most)];
    const factor = level === 3 ? draw.nonzero(-4, 4) : draw.whole(2, 4);
    const [x, y] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    const told = factor === x || factor === y;
    return Math.abs(factor) < 2 || factor * a === c || told || x === y ? null : { a, b, c, factor, x, y };
  },
  build: ({ a, b, c, factor, x, y }) => {
    // The second equation has `factor` times the y of the first.
    const [first, second] = [a * x + b * y, c * x + factor * b * y];
    const equations = [line(a, b, first), line(c, factor * b, second)] as const;
    const scaled = line(factor * a, factor * b, factor * first);
    const rest = factor * a - c;
    return {
      task: { kind: 'system', equations, variables: unknowns },
      prompt: solveSystem(...equations),
      answer: point(unknowns, x, y),
      form: 'number',
      steps: [
        state(
          ['List', scaled, equations[1]],
          say('Multiply the first equation by {0}.', '第一个方程两边同时乘 {0}。', factor),
        ),
        state(
          ['List', equations[0], line(rest, 0, factor * first - second)],
          say('Subtract the second equation from it.', '再减去第二个方程。'),
        ),
        state(['List', equations[0], equal('x', x)], say('Solve for {0}.', '求出 {0}。', 'x')),
        state(
          ['List', equal(monomial(b, 'y', 1), first - a * x), equal('x', x)],
          say('Put {0} into the first equation.', '把 {0} 代入第一个方程。', equal('x', x)),
        ),
        state(['List', equal('x', x), equal('y', y)], say('Solve for {0}.', '求出 {0}。', 'y')),
      ],
      hints: [
        say(
          'Can you make one unknown have the same coefficient in both equations?',
          '能不能使某个未知数在两个方程中的系数相同？',
        ),
        say('Multiply the first equation by {0}.', '第一个方程两边同时乘 {0}。', factor),
      ],
      mistakes: [
        { misconception: swapsUnknowns, answer: point(unknowns, y, x) },
        { misconception: stopsAtFirstUnknown, answer: point(unknowns, x, x) },
      ],
      demands: { scaling: 1 },
    };
  },
});

const substitution = defineTemplate({
  id: 'systems/substitution',
  skill: 'system.substitution',
  version: 1,
  parameters: wholeNumbers('slope', 'shift', 'a', 'b', 'x'),
  sample: (draw, level) => {
    const most = [5, 8, 10][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [slope, shift] = [draw.nonzero(low, 4 + level), draw.nonzero(low, most)];
    const [a, b, x] = [draw.nonzero(low, most), draw.nonzero(low, 6), draw.nonzero(low, most)];
    return Math.abs(a + b * slope) < 2 || slope * x + shift === x ? null : { slope, shift, a, b, x };
  },
  build: ({ slope, shift, a, b, x }) => {
    const y = slope * x + shift;
    const right = a * x + b * y;
    const given = equal('y', polynomial([shift, slope], 'x'));
    const factor = a + b * slope;
    const put = multiply(b, polynomial([shift, slope], 'x'));
    return {
      task: { kind: 'system', equations: [given, line(a, b, right)], variables: unknowns },
      prompt: solveSystem(given, line(a, b, right)),
      answer: point(unknowns, x, y),
      form: 'number',
      steps: [
        state(
          ['List', given, equal(sum([monomial(a, 'x', 1), put]), right)],
          say('Put the right side in for {0}, in brackets.', '把 {0} 换成右边的式子，要加括号。', 'y'),
        ),
        state(
          ['List', given, equal(polynomial([b * shift, factor], 'x'), right)],
          say('Open the brackets and collect.', '去括号，合并同类项。'),
        ),
        state(['List', given, equal('x', x)], say('Solve for {0}.', '求出 {0}。', 'x')),
        state(
          ['List', equal('y', y), equal('x', x)],
          say('Put {0} into the first equation.', '把 {0} 代入第一个方程。', equal('x', x)),
        ),
      ],
      hints: [
        say('The first equation says what {0} is.', '第一个方程告诉我们 {0} 等于什么。', 'y'),
        say(
          'Put that into the second equation, so that only {0} is left.',
          '把它代入第二个方程，只剩下 {0}。',
          'x',
        ),
      ],
      mistakes: [
        { misconception: swapsUnknowns, answer: point(unknowns, y, x) },
        {
          misconception: substitutesWithoutBracket,
          answer: point(
            unknowns,
            lowestTerms(right - shift, factor),
            lowestTerms(slope * (right - shift) + shift * factor, factor),
          ),
        },
      ],
    };
  },
});

export const systemTemplates: readonly Template[] = [substitution, addition, multiplyFirst];
