/** Values of functions, functions of functions. */
import {
  divide,
  equal,
  lowestTerms,
  monomial,
  multiply,
  polynomial,
  power,
  signedSum,
} from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { gluesDigits, losesSignOfValue, multipliesFirstTermOnly } from '../misconceptions/expressions.ts';
import { reducesOneSideOnly } from '../misconceptions/fractions.ts';
import {
  composesOtherWay,
  evaluatesForArgument,
  multipliesFunctions,
  putsInOnceOnly,
} from '../misconceptions/functions.ts';
import { losesSignAcross } from '../misconceptions/linear-equations.ts';
import { multipliesBaseAndExponent } from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { equationDraft, valueDraft } from './drafts.ts';
import { dividing, undoing } from './reasons.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const valueOfQuadratic = defineTemplate({
  id: 'functions/value-of-quadratic',
  skill: 'function.evaluate',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'x'),
  sample: (draw, level) => {
    const most = [5, 8, 10][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const x = draw.nonzero(level === 1 ? 2 : -6, 6);
    const a = draw.nonzero(level === 3 ? -4 : 1, 4);
    // 2 · 2 is 2²: the commonest mistake would go unseen.
    return Math.abs(x) < 2 || x === 2
      ? null
      : { a, b: draw.nonzero(low, most), c: draw.nonzero(-most, most), x };
  },
  build: ({ a, b, c, x }) => {
    const term = polynomial([c, b, a], 'x');
    const answer = a * x * x + b * x + c;
    const times = (square: Expression) => (a === 1 ? square : multiply(a, square));
    return valueDraft(signedSum(times(power(x, 2)), multiply(b, x), c), {
      prompt: say('f(x) = {0}. Find f({1}).', '已知函数 f(x) = {0}，求 f({1})。', term, x),
      answer,
      form: 'number',
      steps: [
        state(
          signedSum(times(x * x), multiply(b, x), c),
          say('Put {0} in for {1}; powers first.', '把 {1} 换成 {0}，先算乘方。', x, 'x'),
        ),
        state(signedSum(a * x * x, b * x, c), say('Then the products.', '再算乘法。')),
        state(answer, say('Then the sum.', '最后算加减。')),
      ],
      hints: [
        say('Which number stands for {0}?', '{0} 取哪个数？', 'x'),
        say('Put it in everywhere, in brackets if it is negative.', '每一处都要代入，负数要加括号。'),
      ],
      mistakes: [
        [multipliesBaseAndExponent, a * x * 2 + b * x + c],
        x < 0 ? [losesSignOfValue, a * x * x - b * x + c] : [putsInOnceOnly, a * x * x + b + c],
      ],
    });
  },
});

const valueOfQuotient = defineTemplate({
  id: 'functions/value-of-quotient',
  skill: 'function.evaluate',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'x'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const low = level === 1 ? 1 : -most;
    const [a, b] = [draw.whole(2, most), draw.nonzero(-most, most)];
    const [c, x] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return x + c < 2 || c === -1 || a * x + b === 0 || b === a * c ? null : { a, b, c, x };
  },
  build: ({ a, b, c, x }) => {
    const term = divide(polynomial([b, a], 'x'), polynomial([c, 1], 'x'));
    const [top, bottom] = [a * x + b, x + c];
    const shared = gcd(top, bottom);
    return valueDraft(divide(signedSum(multiply(a, x), b), signedSum(x, c)), {
      prompt: say(
        'f(x) = {0}. Find f({1}), in lowest terms.',
        '已知函数 f(x) = {0}，求 f({1})，结果化为最简分数。',
        term,
        x,
      ),
      answer: lowestTerms(top, bottom),
      form: 'lowest-terms',
      steps: [
        state(
          divide(signedSum(a * x, b), bottom),
          say('Put {0} in for {1}, above and below.', '把分子、分母中的 {1} 都换成 {0}。', x, 'x'),
        ),
        state(divide(top, bottom), say('Calculate.', '计算。')),
        ...(shared > 1 ? [state(lowestTerms(top, bottom), say('Reduce the fraction.', '约分。'))] : []),
      ],
      hints: [
        say('Where does {0} stand? There are two places.', '{0} 出现在哪里？有两处。', 'x'),
        say('Calculate numerator and denominator apart, then divide.', '分别算出分子和分母，再相除。'),
      ],
      mistakes: [
        [putsInOnceOnly, lowestTerms(top, c + 1)],
        x > 0
          ? [gluesDigits, lowestTerms(Number(`${a}${x}`) + b, bottom)]
          : [losesSignOfValue, lowestTerms(-a * x + b, bottom)],
        ...(shared > 1 ? ([[reducesOneSideOnly, lowestTerms(top / shared, bottom)]] as const) : []),
      ],
    });
  },
});

const argument = defineTemplate({
  id: 'functions/argument-of-value',
  skill: 'function.evaluate',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'solution'),
  sample: (draw, level) => {
    const most = [7, 9, 14][level - 1] ?? 7;
    const low = level === 1 ? 1 : -most;
    const [a, b] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return Math.abs(a) < 2 ? null : { a, b, solution: draw.nonzero(low, most) };
  },
  build: ({ a, b, solution }) => {
    const term = polynomial([b, a], 'x');
    const reached = a * solution + b;
    return equationDraft(equal(term, reached), {
      solution,
      prompt: say(
        'f(x) = {0}. For which {1} is f(x) equal to {2}?',
        '已知函数 f(x) = {0}，当 {1} 取何值时，f(x) 等于 {2}？',
        term,
        'x',
        reached,
      ),
      steps: [
        state(equal(monomial(a, 'x', 1), reached - b), undoing(b)),
        state(equal('x', solution), dividing(a)),
      ],
      hints: [
        say('Is the number given put in, or does it come out?', '题中给的是自变量的值还是函数值？'),
        say('Write it as an equation and solve it.', '列出方程，再求解。'),
      ],
      mistakes: [
        [evaluatesForArgument, a * reached + b],
        [losesSignAcross, lowestTerms(reached + b, a)],
      ],
    });
  },
});

const composeValue = defineTemplate({
  id: 'functions/compose-at-number',
  skill: 'function.compose',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'x'),
  sample: (draw, level) => {
    const most = [5, 7, 9][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [a, b] = [draw.whole(2, most), draw.nonzero(low, most)];
    return { a, b, c: draw.nonzero(low, most), x: draw.nonzero(level === 1 ? 1 : -6, 6) };
  },
  build: ({ a, b, c, x }) => {
    const [outer, inner] = [polynomial([b, a], 'x'), polynomial([c, 0, 1], 'x')];
    const inside = x * x + c;
    return valueDraft(signedSum(multiply(a, signedSum(power(x, 2), c)), b), {
      prompt: say(
        'f(x) = {0} and g(x) = {1}. Find f(g({2})).',
        '已知 f(x) = {0}，g(x) = {1}，求 f(g({2}))。',
        outer,
        inner,
        x,
      ),
      answer: a * inside + b,
      form: 'number',
      steps: [
        aside(
          equal(signedSum(power(x, 2), c), inside),
          say('First the inner function g.', '先求里面的函数 g 的值。'),
        ),
        state(
          signedSum(multiply(a, inside), b),
          say('Its value goes into the outer function f.', '再把它代入外面的函数 f。'),
        ),
        state(a * inside + b, say('Calculate.', '计算。')),
      ],
      hints: [
        say('Which of the functions is inside?', '哪个函数在里面？'),
        say('Find g({0}) first and put it into f.', '先求 g({0})，再代入 f。', x),
      ],
      mistakes: [
        [composesOtherWay, (a * x + b) ** 2 + c],
        [multipliesFunctions, (a * x + b) * inside],
      ],
    });
  },
});

const composeTerm = defineTemplate({
  id: 'functions/compose-lines',
  skill: 'function.compose',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const low = level === 1 ? 1 : -most;
    const [a, c] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    return Math.abs(a) < 2 ? null : { a, b: draw.nonzero(low, most), c, d: draw.nonzero(-most, most) };
  },
  build: ({ a, b, c, d }) => {
    const [outer, inner] = [polynomial([b, a], 'x'), polynomial([d, c], 'x')];
    const expression = signedSum(multiply(a, inner), b);
    const answer = polynomial([a * d + b, a * c], 'x');
    return valueDraft(expression, {
      kind: 'expand',
      prompt: say(
        'f(x) = {0} and g(x) = {1}. Find f(g(x)).',
        '已知 f(x) = {0}，g(x) = {1}，求 f(g(x))。',
        outer,
        inner,
      ),
      answer,
      form: 'expanded',
      steps: [
        state(
          expression,
          say(
            'The whole of g(x) stands for {0} in f, in brackets.',
            '把 f 中的 {0} 换成整个 g(x)，加上括号。',
            'x',
          ),
        ),
        state(signedSum(monomial(a * c, 'x', 1), a * d, b), say('Open the bracket.', '去括号。')),
        state(answer, say('Collect.', '合并同类项。')),
      ],
      hints: [
        say('Which of the functions is inside?', '哪个函数在里面？'),
        say('Write f with a bracket in the place of {0}.', '在 f 中把 {0} 的位置写成一个括号。', 'x'),
      ],
      mistakes: [
        [composesOtherWay, polynomial([c * b + d, a * c], 'x')],
        [multipliesFirstTermOnly, polynomial([d + b, a * c], 'x')],
        [multipliesFunctions, polynomial([b * d, a * d + b * c, a * c], 'x')],
      ],
    });
  },
});

export const functionTemplates: readonly Template[] = [
  valueOfQuadratic,
  valueOfQuotient,
  argument,
  composeValue,
  composeTerm,
];
