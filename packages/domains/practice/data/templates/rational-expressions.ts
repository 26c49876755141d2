/** Reducing fractions with letters. */
import { divide, multiply, polynomial } from '../mathematics/build.ts';
import { wrongSignsInFactors } from '../misconceptions/factoring.ts';
import { cancelsTerms, cancelsToOneSide } from '../misconceptions/rational-expressions.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { simplify } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

/** x + shift */
const shifted = (shift: number) => polynomial([shift, 1], 'x');

/** (x + p)(x + q), multiplied out */
const product = (p: number, q: number) => polynomial([p * q, p + q, 1], 'x');

const reduce = defineTemplate({
  id: 'rational-expressions/reduce-quadratics',
  skill: 'rational.simplify',
  version: 1,
  parameters: wholeNumbers('shared', 'top', 'bottom'),
  sample: (draw, level) => {
    const most = [5, 8, 11][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [shared, top, bottom] = [
      draw.nonzero(low, most),
      draw.nonzero(-most, most),
      draw.nonzero(low, most),
    ];
    return new Set([shared, top, bottom]).size < 3 ? null : { shared, top, bottom };
  },
  build: ({ shared, top, bottom }) => {
    const [above, below] = [product(shared, top), product(shared, bottom)];
    const expression = divide(above, below);
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer: divide(shifted(top), shifted(bottom)),
      form: 'simplified',
      steps: [
        state(
          divide(multiply(shifted(shared), shifted(top)), multiply(shifted(shared), shifted(bottom))),
          say('Factor numerator and denominator.', '把分子和分母分解因式。'),
        ),
        state(
          divide(shifted(top), shifted(bottom)),
          say('Cancel the common factor {0}.', '约去公因式 {0}。', shifted(shared)),
        ),
      ],
      hints: [
        say('Can terms of a sum be cancelled, or only factors?', '能约去的是相加的项，还是因式？'),
        say('Factor {0} first.', '先把 {0} 分解因式。', above),
      ],
      mistakes: [
        [
          cancelsTerms,
          divide(
            polynomial([shared * top, shared + top], 'x'),
            polynomial([shared * bottom, shared + bottom], 'x'),
          ),
        ],
        [wrongSignsInFactors, divide(shifted(-top), shifted(-bottom))],
        [cancelsToOneSide, shifted(top)],
      ],
    });
  },
});

const reduceMultiple = defineTemplate({
  id: 'rational-expressions/reduce-multiple',
  skill: 'rational.simplify',
  version: 1,
  parameters: wholeNumbers('scale', 'root'),
  sample: (draw, level) => {
    const root = draw.nonzero(level === 1 ? 2 : -12, 12);
    return Math.abs(root) === 1 ? null : { scale: draw.whole(2, 4 + 4 * level), root };
  },
  build: ({ scale, root }) => {
    const expression = divide(polynomial([scale * root, scale], 'x'), polynomial([-root * root, 0, 1], 'x'));
    return valueDraft(expression, {
      kind: 'simplify',
      prompt: simplify(expression),
      answer: divide(scale, shifted(-root)),
      form: 'simplified',
      steps: [
        state(
          divide(multiply(scale, shifted(root)), multiply(shifted(root), shifted(-root))),
          say(
            'Take out {0} above; below stands a difference of squares.',
            '分子提公因式 {0}，分母用平方差公式分解。',
            scale,
          ),
        ),
        state(
          divide(scale, shifted(-root)),
          say('Cancel the common factor {0}.', '约去公因式 {0}。', shifted(root)),
        ),
      ],
      hints: [
        say('What do both terms of the numerator share?', '分子的两项有什么公因数？'),
        say('Which formula factors {0}?', '用哪个公式分解 {0}？', polynomial([-root * root, 0, 1], 'x')),
      ],
      mistakes: [
        [cancelsTerms, divide(scale * (1 + root), polynomial([-root * root, 1], 'x'))],
        [wrongSignsInFactors, divide(scale, shifted(root))],
        [cancelsToOneSide, multiply(scale, shifted(-root))],
      ],
    });
  },
});

export const rationalExpressionTemplates: readonly Template[] = [reduceMultiple, reduce];
