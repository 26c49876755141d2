/** Expressions with letters. */
import { monomial, multiply, polynomial, sum } from '../mathematics/build.ts';
import { losesSignInBracket, multipliesFirstTermOnly } from '../misconceptions/expressions.ts';
import { say } from '../sentence.ts';
import { value } from './answer.ts';
import { expand } from './prompts.ts';
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

export const expressionTemplates: readonly Template[] = [distribute];
