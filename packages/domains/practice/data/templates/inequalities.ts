/** Inequalities of the first degree. */
import { lowestTerms, monomial, polynomial } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  keepsInequalitySign,
  losesSignAcross,
  turnsInequalitySign,
} from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { range } from './answer.ts';
import { solveInequality } from './prompts.ts';
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
    const [en, zh] =
      shift > 0
        ? ['Subtract {0} from both sides.', '两边同时减去 {0}。']
        : ['Add {0} to both sides.', '两边同时加上 {0}。'];
    return {
      task: { kind: 'inequality', relation, variable: 'x' },
      prompt: solveInequality(relation, 'x'),
      answer: range('x', [found, 'x', bound]),
      form: 'any',
      steps: [
        state([given, monomial(factor, 'x', 1), right - shift], say(en, zh, Math.abs(shift))),
        state(
          [found, 'x', bound],
          factor < 0
            ? say(
                'Divide both sides by {0}. It is negative, so the sign turns around.',
                '两边同时除以 {0}。它是负数，所以不等号改变方向。',
                factor,
              )
            : say('Divide both sides by {0}.', '两边同时除以 {0}。', factor),
        ),
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

export const inequalityTemplates: readonly Template[] = [twoStep];
