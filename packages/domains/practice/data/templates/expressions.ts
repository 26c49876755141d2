/** Expressions with letters. */
import {
  add,
  equal,
  monomial,
  multiply,
  polynomial,
  power,
  signedSum,
  subtract,
  sum,
} from '../mathematics/build.ts';
import {
  addsFactorAndValue,
  changesFirstSignOnly,
  collectsUnlike,
  gluesDigits,
  losesSignInBracket,
  losesSignOfValue,
  losesSignWhileCollecting,
  multipliesFirstTermOnly,
} from '../misconceptions/expressions.ts';
import { multipliesBaseAndExponent } from '../misconceptions/powers.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { valueDraft } from './drafts.ts';
import { expand, simplify } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const distribute = defineTemplate({
  id: 'expressions/distribute-and-collect',
  skill: 'expression.distribute',
  version: 1,
  parameters: wholeNumbers('outer', 'a', 'b', 'c'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const outer = level === 1 ? draw.whole(2, most) : draw.nonzero(-most, most);
    const [a, b, c] = [draw.whole(1, most), draw.nonzero(-most, most), draw.nonzero(-most, most)];
    return Math.abs(outer) < 2 || outer * a + c === 0 ? null : { outer, a, b, c };
  },
  build: ({ outer, a, b, c }) => {
    const expression = sum([multiply(outer, polynomial([b, a], 'x')), monomial(c, 'x', 1)]);
    const open = sum([monomial(outer * a, 'x', 1), outer * b, monomial(c, 'x', 1)]);
    const answer = polynomial([outer * b, outer * a + c], 'x');
    return {
      task: { kind: 'expand', expression },
      prompt: expand(expression),
      answer: value(answer),
      form: 'expanded',
      steps: [
        state(open, say('Multiply every term in the bracket by {0}.', '括号里的每一项都乘 {0}。', outer)),
        state(answer, say('Collect the terms with {0}.', '合并含 {0} 的项。', 'x')),
      ],
      hints: [
        say('What does {0} multiply?', '{0} 要乘哪些项？', outer),
        say(
          'Multiply out first, then collect the terms that have the same letter.',
          '先去括号，再合并同类项。',
        ),
      ],
      mistakes: [
        { misconception: multipliesFirstTermOnly, answer: value(polynomial([b, outer * a + c], 'x')) },
        { misconception: losesSignInBracket, answer: value(polynomial([-outer * b, outer * a + c], 'x')) },
      ],
    };
  },
});

const evaluateLinear = defineTemplate({
  id: 'expressions/evaluate',
  skill: 'expression.evaluate',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'x'),
  sample: (draw, level) => {
    const most = [9, 12, 15][level - 1] ?? 9;
    const [a, b] = [draw.whole(2, most), draw.nonzero(level === 1 ? 1 : -most, most)];
    return { a, b, x: level === 1 ? draw.whole(2, 9) : draw.nonzero(-most, most) };
  },
  build: ({ a, b, x }) => {
    const expression = polynomial([b, a], 'x');
    const answer = a * x + b;
    return valueDraft(signedSum(multiply(a, x), b), {
      prompt: say('What is {0} for {1}?', '当 {1} 时，{0} 的值是多少？', expression, equal('x', x)),
      answer,
      form: 'number',
      steps: [
        state(
          sum([a * x, b]),
          say('{0} stands for {1}; multiply first.', '把 {0} 换成 {1}，先算乘法。', 'x', x),
        ),
        state(answer, say('Calculate.', '计算。')),
      ],
      hints: [
        say(
          'What does {0} mean: which operation stands between the number and the letter?',
          '{0} 表示什么？数与字母之间是什么运算？',
          monomial(a, 'x', 1),
        ),
        say('Put {0} in for {1}.', '把 {1} 换成 {0}。', x, 'x'),
      ],
      mistakes: [
        x > 0 ? [gluesDigits, Number(`${a}${x}`) + b] : [losesSignOfValue, -a * x + b],
        [addsFactorAndValue, a + x + b],
      ],
    });
  },
});

const evaluateSquare = defineTemplate({
  id: 'expressions/evaluate-square',
  skill: 'expression.evaluate',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'x'),
  sample: (draw, level) => {
    const most = [5, 8, 10][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const x = draw.nonzero(level === 1 ? 2 : -6, 6);
    return Math.abs(x) < 2
      ? null
      : { a: draw.whole(1, level), b: draw.nonzero(low, most), c: draw.nonzero(-most, most), x };
  },
  build: ({ a, b, c, x }) => {
    const expression = polynomial([c, b, a], 'x');
    const answer = a * x * x + b * x + c;
    const square = a === 1 ? power(x, 2) : multiply(a, power(x, 2));
    return valueDraft(signedSum(square, multiply(b, x), c), {
      prompt: say('What is {0} for {1}?', '当 {1} 时，{0} 的值是多少？', expression, equal('x', x)),
      answer,
      form: 'number',
      steps: [
        state(
          signedSum(a === 1 ? x * x : multiply(a, x * x), multiply(b, x), c),
          say('Powers come first.', '先算乘方。'),
        ),
        state(signedSum(a * x * x, b * x, c), say('Then the products.', '再算乘法。')),
        state(answer, say('Then the sum.', '最后算加减。')),
      ],
      hints: [
        say(
          'Put {0} in for every {1}, in brackets if it is negative.',
          '把每个 {1} 都换成 {0}，负数要加括号。',
          x,
          'x',
        ),
        say('Powers first, then products, then the sum.', '先算乘方，再算乘法，最后算加减。'),
      ],
      mistakes: [
        [multipliesBaseAndExponent, a * x * 2 + b * x + c],
        [losesSignOfValue, x < 0 ? -a * x * x + b * x + c : a * x * x - b * x + c],
      ],
    });
  },
});

const collect = defineTemplate({
  id: 'expressions/collect',
  skill: 'expression.collect',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [7, 9, 15][level - 1] ?? 7;
    const low = level === 1 ? 1 : -most;
    const [a, b, c, d] = [
      draw.nonzero(low, most),
      draw.nonzero(low, most),
      draw.nonzero(low, most),
      draw.nonzero(-most, most),
    ];
    return a + c === 0 || b + d === 0 || Math.abs(a + c) === 1 ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const expression = add(monomial(a, 'x', 1), b, monomial(c, 'x', 1), d);
    const answer = polynomial([b + d, a + c], 'x');
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer,
      form: 'simplified',
      steps: [
        state(
          add(monomial(a, 'x', 1), monomial(c, 'x', 1), b, d),
          say('Put together what is alike.', '把同类项放在一起。'),
        ),
        state(answer, say('Collect.', '合并同类项。')),
      ],
      hints: [
        say('Which terms have the letter {0}, which have none?', '哪些项含有 {0}，哪些项不含？', 'x'),
        say('Take each term with the sign that stands before it.', '每一项都要连同前面的符号。'),
      ],
      mistakes: [
        [collectsUnlike, monomial(a + b + c + d, 'x', 1)],
        [losesSignWhileCollecting, polynomial([b - d, a + c], 'x')],
      ],
    });
  },
});

const collectTwoLetters = defineTemplate({
  id: 'expressions/collect-two-letters',
  skill: 'expression.collect',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [7, 9, 15][level - 1] ?? 7;
    const low = level === 1 ? 1 : -most;
    const [a, b, c, d] = [
      draw.nonzero(low, most),
      draw.nonzero(low, most),
      draw.nonzero(low, most),
      draw.nonzero(-most, most),
    ];
    return Math.abs(a + c) < 2 || Math.abs(b + d) < 2 ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const term = (coefficient: number, letter: string) => monomial(coefficient, letter, 1);
    const expression = add(term(a, 'x'), term(b, 'y'), term(c, 'x'), term(d, 'y'));
    const answer = add(term(a + c, 'x'), term(b + d, 'y'));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer,
      form: 'simplified',
      steps: [
        state(
          add(term(a, 'x'), term(c, 'x'), term(b, 'y'), term(d, 'y')),
          say('Put together what is alike.', '把同类项放在一起。'),
        ),
        state(answer, say('Collect.', '合并同类项。')),
      ],
      hints: [
        say('Are {0} and {1} alike?', '{0} 和 {1} 是同类项吗？', term(1, 'x'), term(1, 'y')),
        say(
          'Collect the terms with {0}, then those with {1}.',
          '先合并含 {0} 的项，再合并含 {1} 的项。',
          'x',
          'y',
        ),
      ],
      mistakes: [
        [collectsUnlike, multiply(a + b + c + d, 'x', 'y')],
        [losesSignWhileCollecting, sum([term(a + c, 'x'), term(b - d, 'y')].filter((part) => part !== 0))],
      ],
    });
  },
});

const subtractBracket = defineTemplate({
  id: 'expressions/subtract-bracket',
  skill: 'expression.distribute',
  version: 1,
  parameters: wholeNumbers('a', 'b', 'c', 'd'),
  sample: (draw, level) => {
    const most = [7, 9, 15][level - 1] ?? 7;
    const [a, b] = [draw.whole(2, most), draw.nonzero(-most, most)];
    const [c, d] = [draw.nonzero(level === 1 ? 1 : -most, most), draw.nonzero(-most, most)];
    return a === c || b === d ? null : { a, b, c, d };
  },
  build: ({ a, b, c, d }) => {
    const expression = subtract(polynomial([b, a], 'x'), polynomial([d, c], 'x'));
    const answer = polynomial([b - d, a - c], 'x');
    return valueDraft(expression, {
      kind: 'expand',
      prompt: expand(expression),
      answer,
      form: 'expanded',
      steps: [
        state(
          add(monomial(a, 'x', 1), b, monomial(-c, 'x', 1), -d),
          say('The minus sign changes every sign in the bracket.', '括号前是减号，括号里每一项都变号。'),
        ),
        state(answer, say('Collect.', '合并同类项。')),
      ],
      hints: [
        say('What does the minus sign do to the terms in the bracket?', '减号对括号里的每一项有什么影响？'),
        say('Open the bracket first, then collect.', '先去括号，再合并同类项。'),
      ],
      mistakes: [
        [changesFirstSignOnly, polynomial([b + d, a - c], 'x')],
        [losesSignInBracket, polynomial([b + d, a + c], 'x')],
      ],
      demands: { bracket: 1 },
    });
  },
});

export const expressionTemplates: readonly Template[] = [
  evaluateLinear,
  evaluateSquare,
  collect,
  collectTwoLetters,
  distribute,
  subtractBracket,
];
