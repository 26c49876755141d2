/** Sums and products of polynomials, and the formulas for squares. */
import { monomial, multiply, polynomial, power, signedSum, subtract, sum } from '../mathematics/build.ts';
import {
  changesFirstSignOnly,
  losesSignWhileCollecting,
  multipliesFirstTermOnly,
} from '../misconceptions/expressions.ts';
import { addsForProduct } from '../misconceptions/integers.ts';
import {
  addsExponentsWhileCollecting,
  addsTheSquares,
  differenceForSquare,
  forgetsDoubleProduct,
  multipliesFirstsAndLasts,
  squaresTermByTerm,
} from '../misconceptions/polynomials.ts';
import { leavesCoefficient, multipliesExponents } from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { calculate, expand } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const addOrSubtract = defineTemplate({
  id: 'polynomials/add-subtract',
  skill: 'polynomial.add-subtract',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'p', 'q', 'r', 'minus'),
  sample: (draw, level) => {
    const most = [6, 9, 15][level - 1] ?? 6;
    const term = () => draw.nonzero(level === 1 ? 1 : -most, most);
    const [a, p] = [draw.whole(1, most), draw.whole(1, most)];
    const minus = level > 1 && draw.chance(0.7) ? 1 : 0;
    return minus === 1 && a === p ? null : { a, b: term(), c: term(), p, q: term(), r: term(), minus };
  },
  build: ({ a, b, c, p, q, r, minus }) => {
    const sign = minus === 1 ? -1 : 1;
    const [first, second] = [polynomial([c, b, a], 'x'), polynomial([r, q, p], 'x')];
    const expression = minus === 1 ? subtract(first, second) : sum([first, second]);
    const open = signedSum(
      monomial(a, 'x', 2),
      monomial(b, 'x', 1),
      c,
      monomial(sign * p, 'x', 2),
      monomial(sign * q, 'x', 1),
      sign * r,
    );
    const [squares, terms, numbers] = [a + sign * p, b + sign * q, c + sign * r];
    const answer = polynomial([numbers, terms, squares], 'x');
    return valueDraft(expression, {
      kind: 'expand',
      prompt: expand(expression),
      answer,
      form: 'expanded',
      steps: [
        state(
          open,
          minus === 1
            ? say(
                'The minus sign changes every sign in the bracket.',
                '括号前是减号，去括号时里面每一项都变号。',
              )
            : say('After a plus sign the brackets can be left out.', '括号前是加号，去括号时各项都不变号。'),
        ),
        state(answer, say('Collect like terms.', '合并同类项。')),
      ],
      hints: [
        say(
          'What does the sign before the second bracket do to its terms?',
          '第二个括号前的符号对括号里的每一项有什么影响？',
        ),
        say(
          'Collect the terms with {0} first, then those with {1}, then the numbers.',
          '先合并含 {0} 的项，再合并含 {1} 的项，最后合并常数项。',
          power('x', 2),
          'x',
        ),
      ],
      mistakes: [
        [changesFirstSignOnly, polynomial([c + r, b + q, squares], 'x')],
        [addsExponentsWhileCollecting, polynomial([numbers, 0, terms, 0, squares], 'x')],
        [losesSignWhileCollecting, polynomial([c - sign * r, terms, squares], 'x')],
      ],
      demands: { bracket: minus },
    });
  },
});

const monomialTimesPolynomial = defineTemplate({
  id: 'polynomials/monomial-times-polynomial',
  skill: 'polynomial.multiply',
  version: 1,
  parameters: wholeNumbers('outer', 'exponent', 'a', 'b', 'c'),
  sample: (draw, level) => {
    const most = [5, 8, 12][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const outer = draw.nonzero(level === 1 ? 2 : -most, most);
    return Math.abs(outer) === 1
      ? null
      : {
          outer,
          exponent: draw.whole(1, level),
          a: draw.whole(1, most),
          b: draw.nonzero(low, most),
          c: draw.nonzero(-most, most),
        };
  },
  build: ({ outer, exponent, a, b, c }) => {
    const front = monomial(outer, 'x', exponent);
    const inner = [monomial(a, 'x', 2), monomial(b, 'x', 1), c];
    const expression = multiply(
      outer,
      exponent === 1 ? 'x' : power('x', exponent),
      polynomial([c, b, a], 'x'),
    );
    const term = (coefficient: number, power: number) => monomial(coefficient, 'x', power);
    const answer = sum([
      term(outer * a, exponent + 2),
      term(outer * b, exponent + 1),
      term(outer * c, exponent),
    ]);
    return valueDraft(expression, {
      kind: 'expand',
      prompt: calculate(expression),
      answer,
      form: 'expanded',
      steps: [
        state(
          sum(inner.map((part) => multiply(front, part))),
          say('Multiply every term in the bracket by {0}.', '用 {0} 去乘括号里的每一项。', front),
        ),
        state(
          answer,
          say('Multiply the numbers; the exponents are added.', '系数相乘，同底数幂相乘，指数相加。'),
        ),
      ],
      hints: [
        say('How many products are there?', '一共要算几个积？'),
        say(
          'What happens to the exponents when powers of {0} are multiplied?',
          '{0} 的幂相乘时，指数怎样变化？',
          'x',
        ),
      ],
      mistakes: [
        [multipliesFirstTermOnly, sum([term(outer * a, exponent + 2), term(b, 1), c])],
        [multipliesExponents, sum([term(outer * a, exponent * 2), term(outer * b, exponent), outer * c])],
      ],
    });
  },
});

const binomial = (a: number, b: number) => polynomial([b, a], 'x');

const binomials = defineTemplate({
  id: 'polynomials/binomial-product',
  skill: 'polynomial.multiply',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [9, 9, 12][level - 1] ?? 9;
    const lead = () => draw.whole(1, [1, 4, 7][level - 1] ?? 1);
    const [a, c] = [lead(), lead()];
    const [b, d] = [draw.nonzero(level === 1 ? 1 : -most, most), draw.nonzero(-most, most)];
    // Equal brackets and a + and a - b are other exercises.
    return a === c && Math.abs(b) === Math.abs(d) ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const expression = multiply(binomial(a, b), binomial(c, d));
    const [squares, outer, inner, last] = [a * c, a * d, b * c, b * d];
    const answer = polynomial([last, outer + inner, squares], 'x');
    return valueDraft(expression, {
      kind: 'expand',
      prompt: calculate(expression),
      answer,
      form: 'expanded',
      steps: [
        state(
          signedSum(monomial(squares, 'x', 2), monomial(outer, 'x', 1), monomial(inner, 'x', 1), last),
          say(
            'Every term of the first bracket times every term of the second.',
            '用第一个括号的每一项去乘第二个括号的每一项。',
          ),
        ),
        state(answer, say('Collect like terms.', '合并同类项。')),
      ],
      hints: [
        say('Two terms times two terms: how many products?', '两项乘两项，一共有几个积？'),
        say(
          'Begin with {0} times both terms of the second bracket.',
          '先用 {0} 去乘第二个括号里的两项。',
          monomial(a, 'x', 1),
        ),
      ],
      mistakes: [
        [multipliesFirstsAndLasts, polynomial([last, 0, squares], 'x')],
        [addsForProduct, polynomial([b + d, outer + inner, squares], 'x')],
      ],
    });
  },
});

const square = defineTemplate({
  id: 'polynomials/square-of-binomial',
  skill: 'polynomial.special',
  version: 1,
  parameters: wholeNumbers('a', 'b'),
  sample: (draw, level) => ({
    a: level === 1 ? draw.whole(1, 3) : draw.whole(2, 3 + 2 * level),
    b: draw.nonzero(level === 1 ? 1 : -12, 12),
  }),
  build: ({ a, b }) => {
    const first = monomial(a, 'x', 1);
    const size = Math.abs(b);
    const expression = power(binomial(a, b), 2);
    const answer = polynomial([b * b, 2 * a * b, a * a], 'x');
    return valueDraft(expression, {
      kind: 'expand',
      prompt: calculate(expression),
      answer,
      form: 'expanded',
      steps: [
        state(
          signedSum(power(first, 2), multiply(b > 0 ? 2 : -2, first, size), power(size, 2)),
          say(
            'The square of the first, twice the product, the square of the second.',
            '完全平方公式：首平方，尾平方，首尾积的 2 倍放中央。',
          ),
        ),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('Write the square as a product of two brackets.', '把平方写成两个括号相乘。'),
        say('How many times does the product of {0} and {1} come up?', '{0} 与 {1} 的积出现几次？', first, b),
      ],
      mistakes: [
        [squaresTermByTerm, polynomial([b * b, 0, a * a], 'x')],
        [forgetsDoubleProduct, polynomial([b * b, a * b, a * a], 'x')],
        [leavesCoefficient, polynomial([b * b, 2 * a * b, a], 'x')],
        [differenceForSquare, polynomial([-b * b, 0, a * a], 'x')],
      ],
    });
  },
});

const differenceOfSquares = defineTemplate({
  id: 'polynomials/sum-times-difference',
  skill: 'polynomial.special',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'exponent'),
  sample: (draw, level) => ({
    a: draw.whole(1, 3 + 2 * level),
    b: draw.nonzero(-12, 12),
    exponent: draw.whole(1, level),
  }),
  build: ({ a, b, exponent }) => {
    const first = monomial(a, 'x', exponent);
    const size = Math.abs(b);
    const expression = multiply(signedSum(first, b), signedSum(first, -b));
    const squared = monomial(a * a, 'x', 2 * exponent);
    const answer = sum([squared, -b * b]);
    return valueDraft(expression, {
      kind: 'expand',
      prompt: calculate(expression),
      answer,
      form: 'expanded',
      steps: [
        state(
          subtract(power(first, 2), power(size, 2)),
          say(
            'The sum times the difference of two terms is the difference of their squares.',
            '平方差公式：两项的和乘这两项的差，等于它们的平方差。',
          ),
        ),
        state(answer, say('Calculate the squares.', '计算平方。')),
      ],
      hints: [
        say('What is the same in the two brackets, and what differs?', '两个括号里什么相同，什么相反？'),
        say('Which products cancel when you multiply out?', '乘开以后，哪两个积互相抵消？'),
      ],
      mistakes: [
        [addsTheSquares, sum([squared, b * b])],
        [differenceForSquare, sum([squared, monomial(-2 * a * size, 'x', exponent), b * b])],
        [leavesCoefficient, sum([monomial(a, 'x', 2 * exponent), -b * b])],
      ],
    });
  },
});

export const polynomialTemplates: readonly Template[] = [
  addOrSubtract,
  monomialTimesPolynomial,
  binomials,
  square,
  differenceOfSquares,
];
