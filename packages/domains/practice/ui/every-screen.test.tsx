import { expect, test } from 'vitest';
import type { WishView } from '../service/learner-contract.ts';
import type { TurnView, VerdictView } from '../service/practice-contract.ts';
import { languages, markup, shown, words } from '../testing/shown.tsx';
import { PracticeDesk } from './desk.tsx';
import { Feedback } from './feedback.tsx';

const turn: TurnView = {
  id: 1,
  skill: { id: 'fraction.add-subtract', name: 'Adding and subtracting fractions' },
  prompt: 'Calculate $\\frac{1}{4}+\\frac{1}{4}$.',
  reworded: false,
  asks: 'value',
  form: 'lowest-terms',
  hints: [],
  hintCount: 2,
  choice: {
    kind: 'newSkill',
    because: null,
    note: null,
    target: 0.7,
    success: 0.7,
    low: 0.4,
    high: 0.9,
    onTarget: true,
    rests: null,
  },
  outcome: null,
  solution: null,
};

const wish: WishView = {
  target: 0.7,
  skill: 'Mixed numbers',
  outlook: [
    { target: 0.65, success: 0.66, low: 0.4, high: 0.9, onTarget: true },
    { target: 0.7, success: 0.72, low: 0.44, high: 0.86, onTarget: true },
  ],
};

const desk = (view: TurnView) => <PracticeDesk first={view} api="/api/v1/practice" wish={wish} />;

test.each(languages)(
  'the exercise, how to answer and the reason for it are said in words (%s)',
  (language) => {
    const text = shown(language, desk(turn));
    expect(text).toContain(words[language].screens.desk.check);
    expect(text).toContain(words[language].screens.desk.asks.value);
    // MathML for screen readers stands beside what is seen.
    expect(markup(language, desk(turn))).toContain('<math');
    for (const kind of [
      'asked',
      'set',
      'prerequisite',
      'review',
      'newSkill',
      'learning',
      'keepingUp',
    ] as const) {
      const choice = {
        ...turn.choice,
        kind,
        because: kind === 'prerequisite' ? 'Fractions' : null,
        onTarget: false,
      };
      const text = shown(language, desk({ ...turn, choice }));
      const { of } = words[language].learner.wish;
      const wish = of.replace('{count}', '7');
      expect(text).toContain(words[language].screens.desk.why.offTarget.replace('{wish}', wish));
    }
    expect(text).toContain(words[language].screens.desk.why.restsOnAbility);
    const both = { ...turn.choice, rests: { simulated: 600, own: 0 } };
    expect(shown(language, desk({ ...turn, choice: both }))).toContain('600');
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

test.each(languages)('the wish for difficulty says what the next exercise would be like (%s)', (language) => {
  const { wish: of } = words[language].learner;
  const text = shown(language, desk(turn));
  expect(text).toContain(of.expected.replace('{low}', '4').replace('{high}', '9'));
  expect(text).toContain(of.title.replace('{wish}', of.of.replace('{count}', '7')));
  const between = { ...wish, target: 0.65 };
  const half = shown(language, <PracticeDesk first={turn} api="" wish={between} />);
  expect(half).toContain(of.ofEither.replace('{from}', '6').replace('{to}', '7'));
  const empty = { ...wish, skill: null, outlook: [] };
  expect(shown(language, <PracticeDesk first={turn} api="" wish={empty} />)).toContain(of.none);
});

test.each(languages)('when the reviews of today are done, that is said (%s)', (language) => {
  const review = { ...turn, choice: { ...turn.choice, kind: 'review' as const } };
  const text = (first: TurnView) => shown(language, <PracticeDesk {...{ first, wish }} api="" reviews />);
  expect(text(turn)).toContain(words[language].screens.desk.reviewsDone);
  expect(text(review)).not.toContain(words[language].screens.desk.reviewsDone);
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
