/** Limits. */
import {
  add,
  divide,
  equal,
  lowestTerms,
  multiply,
  polynomial,
  power,
  signedSum,
  squareRoot,
} from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  constantOnly,
  derivativeForLimit,
  dropsDenominator,
  dropsRoot,
  limitOfLeadingTerms,
  zeroOverZeroIsOne,
  zeroOverZeroIsZero,
} from '../misconceptions/derivatives.ts';
import { halvesForRoot } from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { findLimit } from './prompts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const cancel = defineTemplate({
  id: 'limits/cancel-linear-factor',
  skill: 'limit.cancel',
  version: 1,
  parameters: wholeNumbers('root', 'other', 'scale'),
  sample: (draw, level) => {
    const most = [6, 10, 15][level - 1] ?? 6;
    const low = level === 1 ? 1 : -most;
    const [root, other] = [draw.nonzero(low, most), draw.nonzero(-most, most)];
    return root === other ? null : { root, other, scale: level === 3 ? draw.whole(1, 4) : 1 };
  },
  build: ({ root, other, scale }) => {
    const rising = polynomial([-other, 1], 'x');
    const vanishing = polynomial([-root, 1], 'x');
    const numerator = polynomial([scale * root * other, -scale * (root + other), scale], 'x');
    const expression = divide(numerator, vanishing);
    const limit = (of: Expression): Expression => ['Limit', of, 'x', root];
    const left = scale === 1 ? rising : multiply(scale, rising);
    return {
      task: { kind: 'limit', expression, variable: 'x', point: root },
      prompt: findLimit(limit(expression)),
      answer: value(scale * (root - other)),
      form: 'number',
      steps: [
        state(
          limit(divide(multiply(left, vanishing), vanishing)),
          say('Factor the numerator.', '把分子分解因式。'),
        ),
        state(limit(left), say('Cancel {0}.', '约去 {0}。', vanishing)),
        state(scale * (root - other), say('Put {0} in for {1}.', '把 {1} 换成 {0}。', root, 'x')),
      ],
      hints: [
        say(
          'Putting the number in gives 0 over 0. What do numerator and denominator share?',
          '直接代入得到 0/0。分子和分母有什么公因式？',
        ),
        say('Factor {0}; one factor is {1}.', '把 {0} 分解因式，其中一个因式是 {1}。', numerator, vanishing),
      ],
      mistakes: [
        { misconception: zeroOverZeroIsZero, answer: value(0) },
        { misconception: zeroOverZeroIsOne, answer: value(1) },
      ],
    };
  },
});

const putIn = (point: number) => say('Put {0} in for {1}.', '把 {1} 换成 {0}。', point, 'x');

const direct = defineTemplate({
  id: 'limits/put-into-polynomial',
  skill: 'limit.direct',
  version: 1,
  parameters: wholeNumbers('point', 'a', 'b', 'c'),
  sample: (draw, level) => {
    const most = [5, 8, 10][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [point, a, b] = [
      draw.nonzero(level === 1 ? 2 : -4, 3 + level),
      draw.nonzero(low, most),
      draw.nonzero(low, most),
    ];
    const c = draw.nonzero(-most, most);
    // Else value, slope and constant term are all the same.
    return a * point + b === 0 && a * point === c ? null : { point, a, b, c };
  },
  build: ({ point, a, b, c }) => {
    const expression = polynomial([c, b, a], 'x');
    const answer = a * point * point + b * point + c;
    const square = a === 1 ? power(point, 2) : multiply(a, power(point, 2));
    return {
      task: { kind: 'limit', expression, variable: 'x', point },
      prompt: findLimit(['Limit', expression, 'x', point]),
      answer: value(answer),
      form: 'number',
      steps: [
        state(add(square, multiply(b, point), c), putIn(point)),
        state(signedSum(a * point * point, b * point, c), say('Calculate the terms.', '计算各项。')),
        state(answer, say('Add.', '相加。')),
      ],
      hints: [
        say(
          'A polynomial has no gap: what is its value at that number?',
          '多项式处处连续，它在这一点的值是多少？',
        ),
        say('Put the number in wherever {0} stands.', '把式子中的 {0} 都换成这个数。', 'x'),
      ],
      mistakes: [
        { misconception: derivativeForLimit, answer: value(2 * a * point + b) },
        { misconception: constantOnly, answer: value(c) },
      ],
      demands: { sign: point < 0 ? 1 : 0 },
    };
  },
});

const directQuotient = defineTemplate({
  id: 'limits/put-into-quotient',
  skill: 'limit.direct',
  version: 1,
  parameters: wholeNumbers('point', 'a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [5, 8, 12][level - 1] ?? 5;
    const point = draw.nonzero(level === 1 ? 1 : -5, 6);
    const [a, c] = [draw.nonzero(level === 1 ? 1 : -most, most), draw.whole(1, 2 + level)];
    const [above, below] = [draw.nonzero(-most * 2, most * 2), draw.whole(2, most)];
    const [b, d] = [above - a * point, below - c * point];
    return b === 0 || d === 0 || a * d === b * c ? null : { point, a, b, c, d };
  },
  build: ({ point, a, b, c, d }) => {
    const expression = divide(polynomial([b, a], 'x'), polynomial([d, c], 'x'));
    const [above, below] = [a * point + b, c * point + d];
    const at = (factor: number, shift: number) => signedSum(multiply(factor, point), shift);
    return {
      task: { kind: 'limit', expression, variable: 'x', point },
      prompt: findLimit(['Limit', expression, 'x', point]),
      answer: value(lowestTerms(above, below)),
      form: 'lowest-terms',
      steps: [
        state(divide(at(a, b), at(c, d)), putIn(point)),
        state(
          divide(above, below),
          say('The denominator is not 0, so this is the limit.', '分母不为 0，所以代入所得就是极限。'),
        ),
        state(lowestTerms(above, below), say('Write it in lowest terms.', '化为最简。')),
      ],
      hints: [
        say('Does the denominator become 0 at that number?', '代入后分母等于 0 吗？'),
        say(
          'If it does not, put the number in above and below.',
          '如果分母不为 0，就把这个数代入分子和分母。',
        ),
      ],
      mistakes: [
        { misconception: dropsDenominator, answer: value(above) },
        { misconception: limitOfLeadingTerms, answer: value(lowestTerms(a, c)) },
        { misconception: constantOnly, answer: value(lowestTerms(b, d)) },
      ],
      demands: { sign: point < 0 ? 1 : 0 },
    };
  },
});

const directRoot = defineTemplate({
  id: 'limits/put-under-root',
  skill: 'limit.direct',
  version: 1,
  parameters: wholeNumbers('root', 'point', 'a', 'shift'),
  sample: (draw, level) => {
    const [root, point] = [draw.whole(3, 5 + 3 * level), draw.nonzero(level === 1 ? 1 : -6, 8)];
    const [a, shift] = [draw.whole(1, 2 + level), draw.nonzero(level === 1 ? 1 : -9, 9)];
    return a * point === root * root ? null : { root, point, a, shift };
  },
  build: ({ root, point, a, shift }) => {
    const constant = root * root - a * point;
    const expression = signedSum(squareRoot(polynomial([constant, a], 'x')), shift);
    return {
      task: { kind: 'limit', expression, variable: 'x', point },
      prompt: findLimit(['Limit', expression, 'x', point]),
      answer: value(root + shift),
      form: 'number',
      steps: [
        state(signedSum(squareRoot(signedSum(multiply(a, point), constant)), shift), putIn(point)),
        aside(
          equal(signedSum(multiply(a, point), constant), root * root),
          say('Calculate what is under the root.', '计算根号下的数。'),
        ),
        state(signedSum(root, shift), say('Take the root.', '开平方。')),
        state(root + shift, say('Calculate.', '计算。')),
      ],
      hints: [
        say(
          'What is under the root is above 0 at that number, so nothing stands in the way of putting it in.',
          '代入后根号下的数大于 0，可以直接代入。',
        ),
        say('First calculate what is under the root.', '先计算根号下的数。'),
      ],
      mistakes: [
        { misconception: halvesForRoot, answer: value(lowestTerms(root * root + 2 * shift, 2)) },
        ...(constant < 0
          ? []
          : [{ misconception: constantOnly, answer: value(signedSum(squareRoot(constant), shift)) }]),
        { misconception: dropsRoot, answer: value(root * root + shift) },
      ],
      demands: { sign: point < 0 ? 1 : 0 },
    };
  },
});

export const limitTemplates: readonly Template[] = [cancel, direct, directQuotient, directRoot];
