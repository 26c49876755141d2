/** What is said to a learner, in both languages, with mathematics in it. */
import { type Expression, headOf, operandsOf } from './mathematics/expression.ts';
import { latex } from './mathematics/latex.ts';
import { readableText } from './mathematics/text.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

export type Text = Readonly<Record<Language, string>>;

/** `{0}`, `{1}`, … stand for the values; both languages name the same ones, in any order. */
export interface Sentence {
  readonly text: Text;
  readonly values: readonly Expression[];
}

/** @param values what `{0}`, `{1}`, … stand for */
export function say(en: string, zh: string, ...values: Expression[]): Sentence {
  return { text: { en, zh }, values };
}

/** With the values as plain text. */
export function sentenceText({ text, values }: Sentence, language: Language): string {
  return fill(
    text[language],
    values.map((value) => listed(value, language, readableText)),
  );
}

/** With the values as LaTeX between dollar signs. */
export function sentenceLatex({ text, values }: Sentence, language: Language): string {
  return fill(
    text[language],
    values.map((value) => listed(value, language, (part) => `$${latex(part)}$`)),
  );
}

/** Members of a list are parts of the sentence: Chinese sets its own comma between them. */
function listed(value: Expression, language: Language, write: (part: Expression) => string): string {
  return headOf(value) === 'List'
    ? operandsOf(value)
        .map(write)
        .join(language === 'zh' ? '，' : ', ')
    : write(value);
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (slot, place: string) => values[Number(place)] ?? slot);
}
