/** Square roots and cube roots. */
import {
  add,
  equal,
  lowestTerms,
  multiply,
  power,
  signedSum,
  squareRoot,
  subtract,
} from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { addsForProduct } from '../misconceptions/integers.ts';
import {
  halvesForRoot,
  leavesSquareInside,
  rootOfSumApart,
  thirdsForRoot,
} from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { valueDraft } from './drafts.ts';
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

const squareRootValue = defineTemplate({
  id: 'powers/square-root-value',
  skill: 'root.evaluate',
  version: 1,
  parameters: wholeNumbers('root', 'factor', 'shift'),
  sample: (draw, level) => {
    const [root, factor] = [draw.whole(2, 5 + 5 * level), draw.whole(2, 3 + 2 * level)];
    const shift = level === 1 ? draw.whole(0, 9) : draw.nonzero(-20, 20);
    // Of 2 and 2 sum, product and half of the square are the same.
    return root === 2 && factor === 2 ? null : { root, factor, shift };
  },
  build: ({ root, factor, shift }) => {
    const term = multiply(factor, squareRoot(root * root));
    const join = (left: Expression): Expression => (shift === 0 ? left : signedSum(left, shift));
    const answer = factor * root + shift;
    return valueDraft(join(term), {
      answer,
      form: 'whole',
      steps: [
        aside(
          equal(squareRoot(root * root), root),
          say('{0} times itself is {1}.', '{0} 的平方是 {1}。', root, root * root),
        ),
        ...(shift === 0 ? [] : [state(join(factor * root), say('Multiply.', '相乘。'))]),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('Which number times itself is {0}?', '哪个数的平方是 {0}？', root * root),
        say('Take the root first, then multiply, then add or subtract.', '先开方，再乘，最后加减。'),
      ],
      mistakes: [
        [halvesForRoot, lowestTerms(factor * root * root + 2 * shift, 2)],
        [addsForProduct, root + factor + shift],
      ],
    });
  },
});

const cubeRootValue = defineTemplate({
  id: 'powers/cube-root-value',
  skill: 'root.evaluate',
  version: 1,
  parameters: wholeNumbers('root', 'factor', 'shift'),
  sample: (draw, level) => ({
    root: level === 1 ? draw.whole(2, 6) : draw.nonzero(-9, 9),
    factor: draw.whole(2, 3 + 3 * level),
    shift: level === 1 ? draw.whole(1, 15) : draw.nonzero(-20, 20),
  }),
  build: ({ root, factor, shift }) => {
    const cube = root ** 3;
    const cubeRoot: Expression = ['Root', cube, 3];
    const answer = factor * root + shift;
    return valueDraft(signedSum(multiply(factor, cubeRoot), shift), {
      answer,
      form: 'whole',
      steps: [
        aside(equal(cube, power(root, 3)), say('{0} is a cube.', '{0} 是一个立方数。', cube)),
        state(signedSum(factor * root, shift), say('Take the root.', '开立方。')),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say('Which number, three times as a factor, gives {0}?', '哪个数的立方是 {0}？', cube),
        say('Take the root first, then multiply, then add or subtract.', '先开方，再乘，最后加减。'),
      ],
      mistakes: [
        [thirdsForRoot, lowestTerms(factor * cube + 3 * shift, 3)],
        [addsForProduct, root + factor + shift],
      ],
      demands: { sign: root < 0 ? 1 : 0 },
    });
  },
});

const combineRoots = defineTemplate({
  id: 'powers/collect-roots',
  skill: 'root.simplify',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'inside', 'sign'),
  sample: (draw, level) => {
    const most = 4 + 2 * level;
    const [a, b] = [draw.whole(2, most), draw.whole(level === 1 ? 1 : 2, most)];
    const sign = draw.chance() ? 1 : -1;
    return a === b || a + sign * b < 1 ? null : { a, b, inside: draw.pick(squareFree), sign };
  },
  build: ({ a, b, inside, sign }) => {
    const join = sign > 0 ? add : subtract;
    const [first, second] = [squareRoot(a * a * inside), squareRoot(b * b * inside)];
    const expression = join(first, second);
    const times = (factor: number) =>
      factor === 1 ? squareRoot(inside) : multiply(factor, squareRoot(inside));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer: times(a + sign * b),
      form: 'simplest-radical',
      steps: [
        state(
          join(times(a), times(b)),
          say('Take the square factors out of both roots.', '先把每个根式化为最简。'),
        ),
        state(
          times(a + sign * b),
          say('Both are multiples of {0}.', '合并同类二次根式 {0}。', squareRoot(inside)),
        ),
      ],
      hints: [
        say('Simplify both roots first.', '先分别化简两个根式。'),
        say('Which square number divides {0}?', '哪个平方数能整除 {0}？', a * a * inside),
      ],
      mistakes: [
        [rootOfSumApart, squareRoot(a * a * inside + sign * b * b * inside)],
        [leavesSquareInside, times(a * a + sign * b * b)],
      ],
    });
  },
});

export const powerTemplates: readonly Template[] = [squareRootValue, cubeRootValue, takeOut, combineRoots];
