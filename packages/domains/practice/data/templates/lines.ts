/** Lines: slope and intercept. */
import {
  divide,
  equal,
  lowestTerms,
  multiply,
  polynomial,
  signedSum,
  subtract,
} from '../mathematics/build.ts';
import { losesSignInBracket } from '../misconceptions/expressions.ts';
import { invertsSlope, mixesOrderOfPoints, takesHeightForIntercept } from '../misconceptions/functions.ts';
import { say } from '../sentence.ts';
import { valueDraft } from './drafts.ts';
import { aside, defineTemplate, state, type Template, wholeNumbers } from './template.ts';
import { gcd } from './whole.ts';

const slope = defineTemplate({
  id: 'lines/slope',
  skill: 'function.line',
  version: 1,
  parameters: wholeNumbers('x', 'y', 'right', 'up'),
  sample: (draw, level) => {
    const most = [6, 9, 12][level - 1] ?? 6;
    const start = () => draw.whole(level === 1 ? 0 : -most, most);
    const [right, up] = [draw.whole(2, most), draw.nonzero(level === 1 ? 1 : -most, most)];
    return Math.abs(up) === right ? null : { x: start(), y: start(), right, up };
  },
  build: ({ x, y, right, up }) => {
    const expression = divide(subtract(y + up, y), subtract(x + right, x));
    const answer = lowestTerms(up, right);
    return valueDraft(expression, {
      prompt: say(
        'Find the slope of the line through ({0}, {1}) and ({2}, {3}).',
        '求经过点 ({0}, {1}) 和 ({2}, {3}) 的直线的斜率。',
        x,
        y,
        x + right,
        y + up,
      ),
      answer,
      form: 'lowest-terms',
      steps: [
        state(
          divide(up, right),
          say('The difference of the heights over the difference across.', '纵坐标之差除以横坐标之差。'),
        ),
        ...(gcd(up, right) > 1 ? [state(answer, say('Reduce the fraction.', '约分。'))] : []),
      ],
      hints: [
        say(
          'How far does the line rise between the points, how far does it go to the right?',
          '从一点到另一点，纵坐标变了多少，横坐标变了多少？',
        ),
        say('Take the points in the same order above and below.', '分子和分母中两点的顺序要一致。'),
      ],
      mistakes: [
        [invertsSlope, lowestTerms(right, up)],
        [mixesOrderOfPoints, lowestTerms(-up, right)],
      ],
    });
  },
});

const throughPoints = defineTemplate({
  id: 'lines/through-two-points',
  skill: 'function.line',
  version: 1,
  parameters: wholeNumbers('slope', 'intercept', 'x', 'right'),
  sample: (draw, level) => {
    const most = [5, 7, 9][level - 1] ?? 5;
    const low = level === 1 ? 1 : -most;
    const [steep, intercept] = [draw.nonzero(low, most), draw.nonzero(-most, most)];
    const [x, right] = [draw.nonzero(low, most), draw.whole(1, 2 + level)];
    // The second point must not show the intercept.
    return Math.abs(steep) < 2 || x + right === 0 ? null : { slope: steep, intercept, x, right };
  },
  build: ({ slope: steep, intercept, x, right }) => {
    const at = (place: number) => steep * place + intercept;
    const ratio = divide(subtract(at(x + right), at(x)), subtract(x + right, x));
    const from = polynomial([-x, 1], 'x');
    const answer = polynomial([intercept, steep], 'x');
    return valueDraft(signedSum(multiply(ratio, from), at(x)), {
      kind: 'expand',
      prompt: say(
        'A line goes through ({0}, {1}) and ({2}, {3}). Write y in terms of {4}.',
        '一次函数的图象经过点 ({0}, {1}) 和 ({2}, {3})，求 y 关于 {4} 的表达式。',
        x,
        at(x),
        x + right,
        at(x + right),
        'x',
      ),
      answer,
      form: 'expanded',
      steps: [
        aside(
          equal(ratio, steep),
          say('The slope: difference of heights over difference across.', '斜率：纵坐标之差除以横坐标之差。'),
        ),
        state(
          signedSum(multiply(steep, from), at(x)),
          say(
            'From the first point on, it rises by the slope with every step.',
            '从第一个点出发，用点斜式写出。',
          ),
        ),
        state(answer, say('Open the bracket and collect.', '去括号，合并同类项。')),
      ],
      hints: [
        say('Find the slope first.', '先求斜率。'),
        say(
          'Put one point in to find the height at {0}.',
          '再代入其中一个点，求 {0} 时的函数值。',
          equal('x', 0),
        ),
      ],
      mistakes: [
        [takesHeightForIntercept, polynomial([at(x), steep], 'x')],
        [mixesOrderOfPoints, polynomial([at(x) + steep * x, -steep], 'x')],
        [losesSignInBracket, polynomial([at(x) + steep * x, steep], 'x')],
      ],
    });
  },
});

export const lineTemplates: readonly Template[] = [slope, throughPoints];
