/** Equations with the unknown in a denominator. */
import {
  divide,
  equal,
  lowestTerms,
  monomial,
  multiply,
  polynomial,
  signedSum,
} from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import {
  leavesNumberUnmultiplied,
  losesSignAcross,
  opensFirstTermOnly,
} from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { equationDraft } from './drafts.ts';
import { dividing } from './reasons.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const shifted = (shift: number) => polynomial([shift, 1], 'x');
const times = (factor: number, of: Expression) => (factor === 1 ? of : multiply(factor, of));

/** That no denominator is zero at the solution: what the task asks to check. */
const check = (shift: number, solution: number) =>
  aside(
    equal(signedSum(solution, shift), solution + shift),
    say('The denominator is not zero there: it is a solution.', '检验：此时分母不为零，所以是原方程的解。'),
  );

const collecting = say(
  'Terms with {0} to one side, numbers to the other.',
  '移项，把含 {0} 的项移到一边，合并同类项。',
  'x',
);

const proportion = defineTemplate({
  id: 'rational-equations/proportion',
  skill: 'rational.equation',
  version: 1,
  parameters: wholeNumbers('solution', 'p', 'q', 'scale'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const solution = draw.nonzero(level === 1 ? 1 : -most, most);
    const [p, q] = [draw.nonzero(-most, most), draw.nonzero(-most, most)];
    const [left, right] = [solution + p, solution + q];
    // No denominator is zero at the solution, and the unknown does not vanish.
    const broken = left * right * (left - right) === 0 || left + right === 0;
    return broken ? null : { solution, p, q, scale: draw.whole(1, level) };
  },
  build: ({ solution, p, q, scale }) => {
    const shared = gcd(solution + p, solution + q);
    const [a, b] = [(scale * (solution + p)) / shared, (scale * (solution + q)) / shared];
    const equation = equal(divide(a, shifted(p)), divide(b, shifted(q)));
    const left = polynomial([a * q, a], 'x');
    const right = polynomial([b * p, b], 'x');
    return equationDraft(equation, {
      solution,
      steps: [
        state(
          equal(times(a, shifted(q)), times(b, shifted(p))),
          say('Multiply both sides by both denominators.', '两边同乘最简公分母，去分母。'),
        ),
        state(equal(left, right), say('Open the brackets.', '去括号。')),
        state(equal(monomial(a - b, 'x', 1), b * p - a * q), collecting),
        ...(a - b === 1 ? [] : [state(equal('x', solution), dividing(a - b))]),
        check(p, solution),
      ],
      hints: [
        say('By what can you multiply, so that no denominator is left?', '两边同乘什么式子可以去掉分母？'),
        say('What is {0} multiplied by then? Use brackets.', '这时 {0} 要乘什么？记得加括号。', a),
      ],
      mistakes: [
        [opensFirstTermOnly, lowestTerms(p - q, a - b)],
        [losesSignAcross, lowestTerms(b * p + a * q, a - b)],
      ],
      demands: { denominators: 2 },
    });
  },
});

const quotientIsNumber = defineTemplate({
  id: 'rational-equations/quotient-is-number',
  skill: 'rational.equation',
  version: 1,
  parameters: wholeNumbers('solution', 'a', 'p', 'k'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const low = level === 1 ? 1 : -most;
    const [solution, p] = [draw.nonzero(low, most), draw.nonzero(-most, most)];
    const [a, k] = [draw.whole(1, most), draw.nonzero(low, most)];
    const b = k * (solution + p) - a * solution;
    const broken = solution + p === 0 || Math.abs(a - k) < 2 || Math.abs(k) < 2 || b === 0;
    // Else numerator and denominator are multiples of each other.
    return broken || b === a * p ? null : { solution, a, p, k };
  },
  build: ({ solution, a, p, k }) => {
    const b = k * (solution + p) - a * solution;
    const numerator = polynomial([b, a], 'x');
    return equationDraft(equal(divide(numerator, shifted(p)), k), {
      solution,
      steps: [
        state(
          equal(numerator, multiply(k, shifted(p))),
          say('Multiply both sides by {0}.', '两边同乘 {0}，去分母。', shifted(p)),
        ),
        state(equal(numerator, polynomial([k * p, k], 'x')), say('Open the bracket.', '去括号。')),
        state(equal(monomial(a - k, 'x', 1), k * p - b), collecting),
        state(equal('x', solution), dividing(a - k)),
        check(p, solution),
      ],
      hints: [
        say('By what can you multiply, so that no denominator is left?', '两边同乘什么式子可以去掉分母？'),
        say('The right side is multiplied too, as a whole.', '右边也要乘，而且要乘整个式子。'),
      ],
      mistakes: [
        [opensFirstTermOnly, lowestTerms(p - b, a - k)],
        [leavesNumberUnmultiplied, lowestTerms(k - b, a)],
        [losesSignAcross, lowestTerms(k * p + b, a - k)],
      ],
      demands: { denominators: 1 },
    });
  },
});

export const rationalEquationTemplates: readonly Template[] = [quotientIsNumber, proportion];
