import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TurnView, VerdictView } from '../service/practice-contract.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { PracticeDesk } from './desk.tsx';
import { Feedback } from './feedback.tsx';

const words = { en, zh };
const languages = ['en', 'zh'] as const;

/** A word or parameter that is missing throws. */
function markup(language: (typeof languages)[number], screen: React.ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ practice: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      {screen}
    </NextIntlClientProvider>,
  );
}

/** A screen as text, tags aside. */
const shown = (...given: Parameters<typeof markup>): string =>
  markup(...given)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const turn: TurnView = {
  id: 1,
  skill: { id: 'fraction.add-subtract', name: 'Adding and subtracting fractions' },
  prompt: 'Calculate $\\frac{1}{4}+\\frac{1}{4}$.',
  reworded: false,
  asks: 'value',
  form: 'lowest-terms',
  hints: [],
  hintCount: 2,
  choice: { kind: 'newSkill', because: null, success: 0.7, low: 0.4, high: 0.9, onTarget: true },
  outcome: null,
  solution: null,
};

const desk = (view: TurnView) => <PracticeDesk first={view} api="/api/v1/practice" />;

test.each(languages)(
  'the exercise, how to answer and the reason for it are said in words (%s)',
  (language) => {
    const text = shown(language, desk(turn));
    expect(text).toContain(words[language].screens.desk.check);
    expect(text).toContain(words[language].screens.desk.asks.value);
    // MathML for screen readers stands beside what is seen.
    expect(markup(language, desk(turn))).toContain('<math');
    for (const kind of ['asked', 'prerequisite', 'review', 'newSkill', 'learning', 'keepingUp'] as const) {
      const choice = {
        ...turn.choice,
        kind,
        because: kind === 'prerequisite' ? 'Fractions' : null,
        onTarget: false,
      };
      expect(shown(language, desk({ ...turn, choice }))).toContain(
        words[language].screens.desk.why.offTarget,
      );
    }
  },
);

test.each(languages)(
  'a story that a language model worded says so, another one does not (%s)',
  (language) => {
    const { reworded } = words[language].screens.desk.why;
    expect(shown(language, desk({ ...turn, prompt: 'Mia has 3 pears.', reworded: true }))).toContain(
      reworded,
    );
    expect(shown(language, desk(turn))).not.toContain(reworded);
  },
);

test.each(languages)('a closed exercise shows its solution and leads on (%s)', (language) => {
  const solution = { answer: '$\\frac{1}{2}$', steps: [{ line: '$\\frac{2}{4}$', reason: 'Add.' }] };
  const text = shown(language, desk({ ...turn, outcome: 'right', hints: ['Think of a pie.'], solution }));
  expect(text).toContain(words[language].screens.desk.next);
  expect(text).toContain(words[language].screens.desk.solution);
  expect(text).not.toContain('Think of a pie.');
});

const verdicts: readonly VerdictView[] = [
  { verdict: 'right' },
  { verdict: 'otherForm', form: 'lowest-terms' },
  { verdict: 'incomplete' },
  { verdict: 'otherUnit', typed: 'm', asked: 'm^2' },
  { verdict: 'missingUnit' },
  { verdict: 'otherKind', asked: 'range' },
  { verdict: 'undefined', part: '$\\frac{1}{0}$' },
  { verdict: 'wrong', explanation: null },
  { verdict: 'wrong', explanation: 'Parts of different sizes are not added.' },
  ...(
    [
      ...(['empty', 'tooLong', 'unknownCharacter', 'unknownWord', 'numberTooLong'] as const),
      ...(['missingNumber', 'bracketNotClosed', 'bracketNotOpened', 'notExpectedHere'] as const),
    ] as const
  ).map((code): VerdictView => ({ verdict: 'unreadable', error: { code, from: 2, to: 3, part: '@' } })),
];

test.each(languages)('every verdict has its words (%s)', (language) => {
  const texts = verdicts.map((verdict) => shown(language, <Feedback verdict={verdict} />));
  expect(new Set(texts).size).toBe(verdicts.length);
});
