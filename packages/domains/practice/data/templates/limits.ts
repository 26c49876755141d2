/** Limits. */
import { divide, multiply, polynomial } from '../mathematics/build.ts';
import type { Expression } from '../mathematics/expression.ts';
import { zeroOverZeroIsOne, zeroOverZeroIsZero } from '../misconceptions/derivatives.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { findLimit } from './prompts.ts';
import { defineTemplate, state, type Template, wholeNumbers } from './template.ts';

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

export const limitTemplates: readonly Template[] = [cancel];
