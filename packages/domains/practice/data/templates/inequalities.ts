/** Inequalities of the first degree. */
import { lowestTerms, monomial, polynomial } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  keepsInequalitySign,
  losesSignAcross,
  subtractsCoefficient,
  turnsInequalitySign,
} from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { range } from './answer.ts';
import { solveInequality } from './prompts.ts';
import { dividing, turning, undoing } from './reasons.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

const signs = ['Less', 'LessEqual', 'Greater', 'GreaterEqual'] as const;
const turned = ['Greater', 'GreaterEqual', 'Less', 'LessEqual'] as const;

const twoStep = defineTemplate({
  id: 'inequalities/two-step',
  skill: 'inequality.linear',
  version: 1,
  parameters: wholeNumbers('factor', 'shift', 'bound', 'sign'),
  sample: (draw, level) => {
    const most = [9, 15, 40][level - 1] ?? 9;
    const factor = level === 1 ? draw.whole(2, 9) : draw.nonzero(-12, 12);
    const bound = level === 1 ? draw.whole(1, most) : draw.nonzero(-most, most);
    return Math.abs(factor) < 2
      ? null
      : { factor, bound, shift: draw.nonzero(-most, most), sign: draw.whole(0, 3) };
  },
  build: ({ factor, shift, bound, sign }) => {
    const given = signs[sign] ?? 'Less';
    const opposite = turned[sign] ?? 'Greater';
    const right = factor * bound + shift;
    const relation: Expression = [given, polynomial([shift, factor], 'x'), right];
    const found = factor < 0 ? opposite : given;
    const wrong = factor < 0 ? given : opposite;
    return {
      task: { kind: 'inequality', relation, variable: 'x' },
      prompt: solveInequality(relation),
      answer: range('x', [found, 'x', bound]),
      form: 'any',
      steps: [
        state([given, monomial(factor, 'x', 1), right - shift], undoing(shift)),
        state([found, 'x', bound], factor < 0 ? turning(factor) : dividing(factor)),
      ],
      hints: [
        say(
          'Begin as with an equation: get the term with {0} alone.',
          '像解方程一样：先让含 {0} 的项单独在一边。',
          'x',
        ),
        say('Look at the sign of the number you divide by.', '注意所除的数是正数还是负数。'),
      ],
      mistakes: [
        {
          misconception: factor < 0 ? keepsInequalitySign : turnsInequalitySign,
          answer: range('x', [wrong, 'x', bound]),
        },
        {
          misconception: losesSignAcross,
          answer: range('x', [found, 'x', lowestTerms(right + shift, factor)]),
        },
      ],
      demands: { turns: factor < 0 ? 1 : 0 },
    };
  },
});

const oneStepSum = defineTemplate({
  id: 'inequalities/one-step-sum',
  skill: 'inequality.one-step',
  version: 1,
  parameters: wholeNumbers('shift', 'bound', 'sign'),
  sample: (draw, level) => {
    const most = [15, 30, 70][level - 1] ?? 15;
    return {
      shift: draw.nonzero(level === 1 ? 1 : -most, most),
      bound: draw.nonzero(level === 1 ? 1 : -most, most),
      sign: draw.whole(0, 3),
    };
  },
  build: ({ shift, bound, sign }) => {
    const given = signs[sign] ?? 'Less';
    const relation: Expression = [given, polynomial([shift, 1], 'x'), bound + shift];
    return {
      task: { kind: 'inequality', relation, variable: 'x' },
      prompt: solveInequality(relation),
      answer: range('x', [given, 'x', bound]),
      form: 'any',
      steps: [state([given, 'x', bound], undoing(shift))],
      hints: [
        say('Begin as with an equation: get {0} alone.', '像解方程一样：先让 {0} 单独在一边。', 'x'),
        say('What undoes what was done to {0}?', '怎样还原对 {0} 的运算？', 'x'),
      ],
      mistakes: [
        { misconception: turnsInequalitySign, answer: range('x', [turned[sign] ?? 'Greater', 'x', bound]) },
        { misconception: losesSignAcross, answer: range('x', [given, 'x', bound + 2 * shift]) },
      ],
    };
  },
});

const oneStepProduct = defineTemplate({
  id: 'inequalities/one-step-product',
  skill: 'inequality.one-step',
  version: 1,
  parameters: wholeNumbers('factor', 'bound', 'sign'),
  sample: (draw, level) => {
    const most = [12, 20, 40][level - 1] ?? 12;
    const factor = level === 1 ? draw.whole(2, 9) : draw.nonzero(-12, 12);
    return Math.abs(factor) < 2
      ? null
      : { factor, bound: draw.nonzero(level === 1 ? 1 : -most, most), sign: draw.whole(0, 3) };
  },
  build: ({ factor, bound, sign }) => {
    const given = signs[sign] ?? 'Less';
    const opposite = turned[sign] ?? 'Greater';
    const [found, wrong] = factor < 0 ? [opposite, given] : [given, opposite];
    const relation: Expression = [given, monomial(factor, 'x', 1), factor * bound];
    return {
      task: { kind: 'inequality', relation, variable: 'x' },
      prompt: solveInequality(relation),
      answer: range('x', [found, 'x', bound]),
      form: 'any',
      steps: [state([found, 'x', bound], factor < 0 ? turning(factor) : dividing(factor))],
      hints: [
        say('What undoes the multiplication by {0}?', '怎样去掉乘以 {0}？', factor),
        say('Look at the sign of the number you divide by.', '注意所除的数是正数还是负数。'),
      ],
      mistakes: [
        {
          misconception: factor < 0 ? keepsInequalitySign : turnsInequalitySign,
          answer: range('x', [wrong, 'x', bound]),
        },
        { misconception: subtractsCoefficient, answer: range('x', [found, 'x', factor * bound - factor]) },
      ],
      demands: { turns: factor < 0 ? 1 : 0 },
    };
  },
});

const bothSides = defineTemplate({
  id: 'inequalities/both-sides',
  skill: 'inequality.linear',
  version: 1,
  parameters: wholeNumbers('a', 'c', 'b', 'bound', 'sign'),
  sample: (draw, level) => {
    const most = [9, 12, 18][level - 1] ?? 9;
    const low = level === 1 ? 1 : -most;
    const [a, c] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    const [b, bound] = [draw.nonzero(-most, most), draw.nonzero(low, most)];
    const allowed = Math.abs(a - c) > 1 && (level > 1 || a > c) && b + (a - c) * bound !== 0;
    return allowed ? { a, c, b, bound, sign: draw.whole(0, 3) } : null;
  },
  build: ({ a, c, b, bound, sign }) => {
    const given = signs[sign] ?? 'Less';
    const opposite = turned[sign] ?? 'Greater';
    const factor = a - c;
    const d = b + factor * bound;
    const [found, wrong] = factor < 0 ? [opposite, given] : [given, opposite];
    const relation: Expression = [given, polynomial([b, a], 'x'), polynomial([d, c], 'x')];
    return {
      task: { kind: 'inequality', relation, variable: 'x' },
      prompt: solveInequality(relation),
      answer: range('x', [found, 'x', bound]),
      form: 'any',
      steps: [
        state(
          [given, polynomial([b, factor], 'x'), d],
          say('Bring the terms with {0} to one side.', '把含 {0} 的项移到一边。', 'x'),
        ),
        state([given, monomial(factor, 'x', 1), d - b], undoing(b)),
        state([found, 'x', bound], factor < 0 ? turning(factor) : dividing(factor)),
      ],
      hints: [
        say(
          'Bring all terms with {0} to one side, as with an equation.',
          '像解方程一样，把含 {0} 的项移到一边。',
          'x',
        ),
        say('Look at the sign of the number you divide by.', '注意所除的数是正数还是负数。'),
      ],
      mistakes: [
        {
          misconception: factor < 0 ? keepsInequalitySign : turnsInequalitySign,
          answer: range('x', [wrong, 'x', bound]),
        },
        { misconception: losesSignAcross, answer: range('x', [found, 'x', lowestTerms(d + b, factor)]) },
      ],
      demands: { turns: factor < 0 ? 1 : 0 },
    };
  },
});

export const inequalityTemplates: readonly Template[] = [oneStepSum, oneStepProduct, twoStep, bothSides];
