/** Quadratic equations. */
import {
  add,
  divide,
  equal,
  lowestTerms,
  multiply,
  polynomial,
  power,
  squareRoot,
  subtract,
} from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  formulaDividesByA,
  formulaDividesRootOnly,
  formulaSignOfB,
  oneRootOnly,
  rootsWithoutShift,
  signsOfFactors,
} from '../misconceptions/quadratics.ts';
import { say } from '../sentence.ts';
import { solutions } from './answer.ts';
import { solve } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

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
      prompt: solve(equation),
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
      prompt: solve(equation),
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

/** b² − 4ac, its value, and what the formula gives before anything is reduced. */
function formulaSteps(a: number, b: number, c: number, root: Expression) {
  const over = (top: Expression) => equal('x', divide(top, 2 * a));
  return [
    aside(
      equal(subtract(power(b, 2), multiply(4, a, c)), b * b - 4 * a * c),
      say(
        'The discriminant with {0}, {1}, {2}.',
        '由 {0}，{1}，{2} 求判别式。',
        equal('a', a),
        equal('b', b),
        equal('c', c),
      ),
    ),
    state(
      ['Or', over(subtract(-b, root)), over(add(-b, root))],
      say('Put everything into the formula.', '代入求根公式。'),
    ),
  ];
}

const formulaHints = [
  say('Which numbers are a, b and c? Take them with their signs.', 'a、b、c 分别是多少？要连同符号。'),
  say('Work out the discriminant first: b² − 4ac.', '先算判别式 b² − 4ac。'),
];

const byFormula = defineTemplate({
  id: 'quadratics/formula-rational',
  skill: 'quadratic.formula',
  version: 1,
  parameters: wholeNumbers('a', 'top', 'root'),
  sample: (draw, level) => {
    const most = [5, 7, 10][level - 1] ?? 5;
    const a = draw.whole(2, 2 + level);
    const [top, root] = [draw.nonzero(level === 1 ? 1 : -most, most), draw.nonzero(-most, most)];
    // One solution is a fraction, and the middle term does not vanish.
    return gcd(a, top) > 1 || top + a * root === 0 ? null : { a, top, root };
  },
  build: ({ a, top, root }) => {
    const [b, c] = [-(top + a * root), top * root];
    const equation = equal(polynomial([c, b, a], 'x'), 0);
    const width = Math.abs(top - a * root);
    const [low, high] = [-b - width, -b + width];
    const both = (denominator: number, sign: number) =>
      solutions('x', lowestTerms(sign * low, denominator), lowestTerms(sign * high, denominator));
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation),
      answer: both(2 * a, 1),
      form: 'number',
      steps: [
        ...formulaSteps(a, b, c, width),
        state(
          ['Or', equal('x', lowestTerms(low, 2 * a)), equal('x', lowestTerms(high, 2 * a))],
          say('Calculate and reduce.', '计算并约分。'),
        ),
      ],
      hints: formulaHints,
      mistakes: [
        { misconception: formulaSignOfB, answer: both(2 * a, -1) },
        { misconception: formulaDividesByA, answer: both(a, 1) },
        {
          misconception: formulaDividesRootOnly,
          answer: solutions(
            'x',
            lowestTerms(-2 * a * b - width, 2 * a),
            lowestTerms(-2 * a * b + width, 2 * a),
          ),
        },
      ],
    };
  },
});

const withRoot = defineTemplate({
  id: 'quadratics/formula-radical',
  skill: 'quadratic.formula',
  version: 1,
  parameters: wholeNumbers('half', 'outside', 'inside'),
  sample: (draw, level) => {
    const half = draw.nonzero(-3 - 3 * level, 3 + 3 * level);
    const inside = draw.pick([2, 3, 5, 6, 7, 10]);
    return { half, outside: draw.whole(1, 1 + level), inside };
  },
  build: ({ half, outside, inside }) => {
    const [b, c] = [2 * half, half * half - outside * outside * inside];
    const equation = equal(polynomial([c, b, 1], 'x'), 0);
    const rooted = (factor: number): Expression =>
      factor === 1 ? squareRoot(inside) : multiply(factor, squareRoot(inside));
    const both = (middle: number, factor: number): readonly [Expression, Expression] => [
      subtract(middle, rooted(factor)),
      add(middle, rooted(factor)),
    ];
    const [low, high] = both(-half, outside);
    return {
      task: { kind: 'solve', equation, variable: 'x' },
      prompt: solve(equation),
      answer: solutions('x', low, high),
      form: 'simplest-radical',
      steps: [
        ...formulaSteps(1, b, c, squareRoot(4 * outside * outside * inside)),
        aside(
          equal(squareRoot(4 * outside * outside * inside), rooted(2 * outside)),
          say('Take the square factor out of the root.', '化简二次根式。'),
        ),
        state(['Or', equal('x', low), equal('x', high)], say('Divide both terms by 2.', '两项都除以 2。')),
      ],
      hints: formulaHints,
      mistakes: [
        { misconception: formulaSignOfB, answer: solutions('x', ...both(half, outside)) },
        { misconception: formulaDividesByA, answer: solutions('x', ...both(-b, 2 * outside)) },
        { misconception: formulaDividesRootOnly, answer: solutions('x', ...both(-b, outside)) },
      ],
    };
  },
});

export const quadraticTemplates: readonly Template[] = [bySquareRoot, byFactoring, byFormula, withRoot];
