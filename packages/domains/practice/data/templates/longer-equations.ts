/** Equations with the unknown on both sides, with brackets and with fractions. */
import { add, divide, equal, lowestTerms, monomial, multiply, polynomial } from '../mathematics/build.ts';
import {
  collectsWrongSide,
  leavesNumberUnmultiplied,
  losesSignAcross,
  opensFirstTermOnly,
  stopsBeforeDividing,
} from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { equationDraft } from './drafts.ts';
import { dividing, undoing } from './reasons.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { lcm } from './whole.ts';

/** Nothing where the denominator is 0: then the mistake has no answer. */
const quotient = (top: number, bottom: number, otherwise: number) =>
  bottom === 0 ? otherwise : lowestTerms(top, bottom);

const bothSides = defineTemplate({
  id: 'linear-equations/both-sides',
  skill: 'linear.both-sides',
  version: 1,
  parameters: wholeNumbers('a', 'c', 'b', 'solution'),
  sample: (draw, level) => {
    const most = [9, 12, 20][level - 1] ?? 9;
    const low = level === 1 ? 1 : -most;
    const [a, c] = [draw.nonzero(low, most), draw.nonzero(low, most)];
    const [b, solution] = [draw.nonzero(-most, most), draw.nonzero(low, most)];
    const far = Math.abs(a - c) > 1 && (level > 1 || a > c);
    return far && b + (a - c) * solution !== 0 ? { a, c, b, solution } : null;
  },
  build: ({ a, c, b, solution }) => {
    const d = b + (a - c) * solution;
    const gathered = monomial(a - c, 'x', 1);
    return equationDraft(equal(polynomial([b, a], 'x'), polynomial([d, c], 'x')), {
      solution,
      steps: [
        state(
          equal(polynomial([b, a - c], 'x'), d),
          c > 0
            ? say('Subtract {0} from both sides.', '两边同时减去 {0}。', monomial(c, 'x', 1))
            : say('Add {0} to both sides.', '两边同时加上 {0}。', monomial(-c, 'x', 1)),
        ),
        state(equal(gathered, d - b), undoing(b)),
        state(equal('x', solution), dividing(a - c)),
      ],
      hints: [
        say('Bring all terms with {0} to one side.', '把含 {0} 的项都移到一边。', 'x'),
        say('Take {0} away from both sides first.', '先从两边同时减去 {0}。', monomial(c, 'x', 1)),
      ],
      mistakes: [
        [collectsWrongSide, quotient(d - b, a + c, d - b)],
        [losesSignAcross, lowestTerms(d + b, a - c)],
        [stopsBeforeDividing, d - b],
      ],
    });
  },
});

const brackets = defineTemplate({
  id: 'linear-equations/brackets',
  skill: 'linear.brackets',
  version: 1,
  parameters: wholeNumbers('outer', 'shift', 'c', 'solution'),
  sample: (draw, level) => {
    const most = [9, 12, 15][level - 1] ?? 9;
    const outer = level === 1 ? draw.whole(2, 9) : draw.nonzero(-9, 9);
    const solution = draw.nonzero(level === 1 ? 1 : -most, most);
    const [shift, c] = [draw.nonzero(-most, most), level === 1 ? 0 : draw.nonzero(-8, 8)];
    return Math.abs(outer) < 2 || Math.abs(outer - c) < 2 || solution + shift === 0
      ? null
      : { outer, shift, c, solution };
  },
  build: ({ outer, shift, c, solution }) => {
    const right = outer * (solution + shift) - c * solution;
    const open = outer * shift;
    return equationDraft(equal(multiply(outer, polynomial([shift, 1], 'x')), polynomial([right, c], 'x')), {
      solution,
      steps: [
        state(
          equal(polynomial([open, outer], 'x'), polynomial([right, c], 'x')),
          say('Multiply every term in the bracket by {0}.', '括号里的每一项都乘 {0}。', outer),
        ),
        ...(c === 0
          ? []
          : [
              state(
                equal(polynomial([open, outer - c], 'x'), right),
                say('Bring the terms with {0} to one side.', '把含 {0} 的项移到一边。', 'x'),
              ),
            ]),
        state(equal(monomial(outer - c, 'x', 1), right - open), undoing(open)),
        state(equal('x', solution), dividing(outer - c)),
      ],
      hints: [
        say('Open the bracket first.', '先去括号。'),
        say('What does {0} multiply?', '{0} 要乘哪些项？', outer),
      ],
      mistakes: [
        [opensFirstTermOnly, lowestTerms(right - shift, outer - c)],
        [losesSignAcross, lowestTerms(right + open, outer - c)],
      ],
      demands: { bracket: 1 },
    });
  },
});

const fractions = defineTemplate({
  id: 'linear-equations/fractions',
  skill: 'linear.brackets',
  version: 1,
  parameters: wholeNumbers('p', 'q', 'a', 'b', 'solution'),
  sample: (draw, level) => {
    const [p, q] = [draw.whole(2, 3 + level), draw.whole(2, 3 + level)];
    const most = [6, 9, 15][level - 1] ?? 6;
    const [a, b] = [draw.nonzero(-most, most), draw.nonzero(-most, most)];
    const solution = draw.nonzero(level === 1 ? 1 : -most, 2 * most);
    // Both quotients come out whole, so that the right side does.
    const told = solution === lcm(p, q);
    return told || p === q || (solution + a) % p !== 0 || (solution + b) % q !== 0
      ? null
      : { p, q, a, b, solution };
  },
  build: ({ p, q, a, b, solution }) => {
    const right = (solution + a) / p + (solution + b) / q;
    const shared = lcm(p, q);
    const [left, other] = [shared / p, shared / q];
    const over = (shift: number, by: number) => divide(polynomial([shift, 1], 'x'), by);
    const times = (factor: number, shift: number) =>
      factor === 1 ? polynomial([shift, 1], 'x') : multiply(factor, polynomial([shift, 1], 'x'));
    const constant = left * a + other * b;
    const factor = left + other;
    return equationDraft(equal(add(over(a, p), over(b, q)), right), {
      solution,
      steps: [
        state(
          equal(add(times(left, a), times(other, b)), shared * right),
          say('Multiply every term by {0}.', '每一项都乘 {0}。', shared),
        ),
        state(
          equal(polynomial([constant, factor], 'x'), shared * right),
          say('Open the brackets and collect.', '去括号，合并同类项。'),
        ),
        ...(constant === 0
          ? []
          : [state(equal(monomial(factor, 'x', 1), shared * right - constant), undoing(constant))]),
        state(equal('x', solution), dividing(factor)),
      ],
      hints: [
        say('By what can you multiply, so that no denominator is left?', '两边同时乘什么数可以去掉分母？'),
        say('{0} and {1} both divide {2}.', '{0} 和 {1} 都能整除 {2}。', p, q, shared),
      ],
      mistakes: [
        [leavesNumberUnmultiplied, lowestTerms(right - constant, factor)],
        [losesSignAcross, lowestTerms(shared * right + constant, factor)],
      ],
      demands: { denominators: 2 },
    });
  },
});

export const longerEquationTemplates: readonly Template[] = [bothSides, brackets, fractions];
