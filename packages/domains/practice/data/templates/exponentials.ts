/** Exponential equations and values of logarithms. */
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
import {
  baseForExponent,
  basesIgnored,
  dividesByBase,
  powerForExponent,
  stopsAtExponent,
  wrongWayRound,
} from '../misconceptions/exponentials.ts';
import { losesSignAcross } from '../misconceptions/linear-equations.ts';
import { say } from '../sentence.ts';
import { equationDraft, valueDraft } from './drafts.ts';
import { dividing, undoing } from './reasons.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const bases = [2, 3, 4, 5, 6, 7, 10] as const;

/** The largest exponent with which these bases are still known by heart. */
const mostOf = (base: number) => (base === 2 ? 8 : base === 3 ? 5 : base < 7 ? 4 : base === 7 ? 3 : 6);

const joinedTo = (factor: number, shift: number) => (what: Expression) =>
  signedSum(factor === 1 ? what : multiply(factor, what), shift);

const equation = defineTemplate({
  id: 'exponentials/equation',
  skill: 'exponential.equation',
  version: 1,
  parameters: wholeNumbers('base', 'solution', 'factor', 'shift'),
  sample: (draw, level) => {
    const base = draw.pick(bases);
    const factor = level === 1 ? 1 : draw.whole(2, 3 + 2 * level);
    const shift = draw.nonzero(level === 1 ? 1 : -10 * level, 10 * level);
    return factor === base ? null : { base, solution: draw.whole(2, mostOf(base)), factor, shift };
  },
  build: ({ base, solution, factor, shift }) => {
    const result = base ** solution;
    const unknown = power(base, 'x');
    return equationDraft(equal(joinedTo(factor, shift)(unknown), factor * result + shift), {
      solution,
      steps: [
        ...(factor === 1 ? [] : [state(equal(multiply(factor, unknown), factor * result), undoing(shift))]),
        state(equal(unknown, result), factor === 1 ? undoing(shift) : dividing(factor)),
        aside(
          equal(result, power(base, solution)),
          say('Write {0} as a power of {1}.', '把 {0} 写成 {1} 的幂。', result, base),
        ),
        state(
          equal('x', solution),
          say('Equal powers of one base have equal exponents.', '同底数的幂相等，则指数相等。'),
        ),
      ],
      hints: [
        say('Get {0} alone first.', '先把 {0} 单独留在一边。', unknown),
        say('Which power of {0} is what stands on the other side?', '另一边的数是 {0} 的多少次幂？', base),
      ],
      mistakes: [
        [dividesByBase, lowestTerms(result, base)],
        [powerForExponent, result],
      ],
    });
  },
});

const linearExponent = defineTemplate({
  id: 'exponentials/linear-exponent',
  skill: 'exponential.equation',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'factor', 'shift'),
  sample: (draw, level) => {
    const base = draw.pick(bases);
    const exponent = draw.whole(2, mostOf(base));
    const factor = draw.whole(2, 2 + 2 * level);
    const shift = draw.nonzero(-9, 9);
    const left = exponent - shift;
    const allowed = level === 3 ? left % factor !== 0 : left % factor === 0;
    return allowed && left !== 0 && Math.abs(left) !== factor ? { base, exponent, factor, shift } : null;
  },
  build: ({ base, exponent, factor, shift }) => {
    const result = base ** exponent;
    const above = polynomial([shift, factor], 'x');
    const solution = lowestTerms(exponent - shift, factor);
    return equationDraft(equal(power(base, above), result), {
      solution,
      steps: [
        aside(
          equal(result, power(base, exponent)),
          say('Write {0} as a power of {1}.', '把 {0} 写成 {1} 的幂。', result, base),
        ),
        state(
          equal(above, exponent),
          say('Equal powers of one base have equal exponents.', '同底数的幂相等，则指数相等。'),
        ),
        state(equal(monomial(factor, 'x', 1), exponent - shift), undoing(shift)),
        state(equal('x', solution), dividing(factor)),
      ],
      hints: [
        say('Which power of {0} is the number on the other side?', '另一边的数是 {0} 的多少次幂？', base),
        say(
          'Two powers of the same base are equal. What follows for the exponents?',
          '同底数的幂相等，指数有什么关系？',
        ),
      ],
      mistakes: [
        [stopsAtExponent, exponent],
        [losesSignAcross, lowestTerms(exponent + shift, factor)],
        [dividesByBase, lowestTerms(result - base * shift, base * factor)],
      ],
    });
  },
});

const logarithmValue = defineTemplate({
  id: 'exponentials/logarithm-value',
  skill: 'logarithm.evaluate',
  version: 1,
  parameters: wholeNumbers('base', 'exponent', 'factor', 'shift'),
  sample: (draw, level) => {
    const base = draw.pick(bases);
    const exponent = level === 3 ? draw.nonzero(-3, mostOf(base)) : draw.whole(2, mostOf(base));
    const factor = level === 1 ? 1 : draw.whole(2, 3 + level);
    return { base, exponent, factor, shift: draw.nonzero(level === 1 ? 1 : -9, 9) };
  },
  build: ({ base, exponent, factor, shift }) => {
    const argument = exponent < 0 ? lowestTerms(1, base ** -exponent) : base ** exponent;
    const joined = joinedTo(factor, shift);
    const size = base ** Math.abs(exponent);
    return valueDraft(joined(['Log', argument, base]), {
      answer: factor * exponent + shift,
      form: 'whole',
      steps: [
        aside(
          equal(argument, power(base, exponent)),
          say('Write {0} as a power of {1}.', '把 {0} 写成 {1} 的幂。', argument, base),
        ),
        state(joined(exponent), say('The logarithm is this exponent.', '这个指数就是对数的值。')),
        state(factor * exponent + shift, say('Calculate.', '计算。')),
      ],
      hints: [
        say('To which power must {0} be raised to give {1}?', '{0} 的多少次幂等于 {1}？', base, argument),
        say('First the logarithm, then the rest.', '先求对数，再算其余部分。'),
      ],
      mistakes: [
        [
          dividesByBase,
          lowestTerms(
            exponent < 0 ? factor + shift * size * base : factor * size + shift * base,
            exponent < 0 ? size * base : base,
          ),
        ],
        [
          baseForExponent,
          exponent < 0 ? lowestTerms(factor * base + shift * size, size) : factor * size * base + shift,
        ],
      ],
      demands: { reciprocal: exponent < 0 ? 1 : 0 },
    });
  },
});

const logarithmOfRoot = defineTemplate({
  id: 'exponentials/logarithm-fraction',
  skill: 'logarithm.evaluate',
  version: 1,
  parameters: wholeNumbers('base', 'p', 'q', 'shift'),
  sample: (draw, level) => {
    const base = draw.pick([2, 3, 5, 10]);
    const most = base === 2 ? 6 : base === 3 ? 4 : 3;
    const [p, q] = [draw.whole(2, most), draw.whole(1, most)];
    const shift = draw.whole(level === 1 ? 1 : -3 * level, 2 + 3 * level);
    return q % p === 0 || gcd(p, q) > level || shift === 0 ? null : { base, p, q, shift };
  },
  build: ({ base, p, q, shift }) => {
    const [outer, argument] = [base ** p, base ** q];
    const joined = joinedTo(1, shift);
    return valueDraft(joined(['Log', argument, outer]), {
      answer: lowestTerms(q + p * shift, p),
      form: 'lowest-terms',
      prompt: say(
        'Calculate {0}. Give a fraction in lowest terms.',
        '计算 {0}，结果化为最简分数。',
        joined(['Log', argument, outer]),
      ),
      steps: [
        aside(
          equal(outer, power(base, p)),
          say('Both numbers are powers of {0}: the base …', '两个数都是 {0} 的幂：底数……', base),
        ),
        aside(equal(argument, power(base, q)), say('… and the other.', '……真数。')),
        state(
          joined(divide(q, p)),
          say(
            'Raised to this power the base gives the number under the logarithm.',
            '底数的这个次幂等于真数。',
          ),
        ),
        state(lowestTerms(q + p * shift, p), say('Calculate.', '计算。')),
      ],
      hints: [
        say('Of which number are both {0} and {1} powers?', '{0} 和 {1} 都是哪个数的幂？', outer, argument),
        say('The exponent looked for may be a fraction.', '所求的指数可以是分数。'),
      ],
      mistakes: [
        [wrongWayRound, lowestTerms(p + q * shift, q)],
        [dividesByBase, lowestTerms(argument + shift * outer, outer)],
        [basesIgnored, q + shift],
      ],
      demands: { bases: 1 },
    });
  },
});

export const exponentialTemplates: readonly Template[] = [
  equation,
  linearExponent,
  logarithmValue,
  logarithmOfRoot,
];
