import { expect, test } from 'vitest';
import { exactValue } from '../mathematics/exact.ts';
import { type Expression, partsOf } from '../mathematics/expression.ts';
import { isSame, type Rational, rational } from '../mathematics/rational.ts';
import { readableText } from '../mathematics/text.ts';
import { type Language, languages, type Sentence, say, sentenceText } from '../sentence.ts';
import { type Answer, answerExpression, value } from './answer.ts';
import { templates } from './registry.ts';
import { statementOf } from './task.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

/** Numbers as they are read in a sentence, a fraction as one; the 4 of 4ac is none. */
function numbersIn(text: string): Rational[] {
  return [...text.matchAll(/−?\d+(?:\.\d+)?(?:\/\d+)?(?![\dA-Za-z])/g)].flatMap(([written]) => {
    const [top = '', below = '1'] = written.replace('−', '-').split('/');
    const [whole = '', decimals = ''] = top.split('.');
    const scale = 10 ** decimals.length;
    return Number(below) === 0 ? [] : [rational(Number(whole + decimals), scale * Number(below))];
  });
}

/** Numbers that stand in the task: not what is to be calculated with them. */
function numbersOf(shown: Expression): Rational[] {
  return [...partsOf(shown)].flatMap((part) => {
    const exact = typeof part === 'number' ? exactValue(part) : null;
    return exact === null ? [] : [exact];
  });
}

const valuesOf = (answer: Answer): readonly Expression[] =>
  answer.kind === 'value' ? [answer.value] : answer.kind === 'range' ? [] : answer.values;

/** The answer, by value or as it is written, in the words of a hint but not in those of the question. */
function tells(
  hint: Sentence,
  prompt: Sentence,
  shown: Expression,
  answer: Answer,
  language: Language,
): boolean {
  const [said, asked] = [sentenceText(hint, language), sentenceText(prompt, language)];
  const known = [...numbersIn(asked), ...numbersOf(shown)];
  const isKnown = (number: Rational) => known.some((other) => isSame(number, other));
  const told = numbersIn(said);
  const byValue = valuesOf(answer).some((part) => {
    const exact = exactValue(part);
    return exact !== null && !isKnown(exact) && told.some((number) => isSame(number, exact));
  });
  const whole = answerExpression(answer);
  const text = whole === null ? '' : readableText(whole);
  return byValue || (text.length > 2 && said.includes(text) && !asked.includes(text));
}

for (const template of templates) {
  test(`${template.id}: no hint says the answer, in either language`, () => {
    for (const seed of seeds) {
      const draft = template.draw(seed)?.draft;
      if (draft === undefined) continue;
      const shown = statementOf(draft.task);
      for (const language of languages) {
        for (const hint of draft.hints) {
          const said = `seed ${seed}: ${sentenceText(hint, language)}`;
          expect(tells(hint, draft.prompt, shown, draft.answer, language), said).toBe(false);
        }
      }
    }
  });
}

test('a hint that says the answer is found, however it is written', () => {
  const prompt = say('Calculate {0}.', '计算：{0}。', ['Multiply', 6, 7]);
  const shown: Expression = ['Multiply', 6, 7];
  const hints = [
    say('It is 42.', '等于 42。'),
    say('It is {0}.', '等于 {0}。', 42),
    say('It is {0}.', '等于 {0}。', ['Divide', 84, 2]),
  ];
  for (const hint of hints) {
    for (const language of languages) expect(tells(hint, prompt, shown, value(42), language)).toBe(true);
  }
  const product: Expression = ['Multiply', ['Add', 'x', 2], ['Add', 'x', 3]];
  const hint = say('Is it {0}?', '是不是 {0}？', product);
  expect(tells(hint, prompt, shown, value(product), 'zh')).toBe(true);
  expect(tells(say('Begin with 6.', '从 6 开始。'), prompt, shown, value(42), 'en')).toBe(false);
});
