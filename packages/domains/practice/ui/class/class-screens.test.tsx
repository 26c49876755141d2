import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { fields } from '../../data/skills/skill.ts';
import type { ClassStuck, StuckReason } from '../../service/class/class-contract.ts';
import { masteryStates } from '../../service/class/mastery.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';
import { MisconceptionList } from './misconception-list.tsx';
import { SkillTable } from './skill-table.tsx';
import { StuckList } from './stuck-list.tsx';
import { TypedAnswer } from './typed-answer.tsx';

const words = { en, zh };
const languages = ['en', 'zh'] as const;

/** A screen's markup; a word or parameter that is missing throws. */
function markup(language: (typeof languages)[number], screen: React.ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ practice: words[language] }}
      formats={{ number: { percent: { style: 'percent', maximumFractionDigits: 0 } } }}
      onError={(error) => {
        throw error;
      }}
    >
      {screen}
    </NextIntlClientProvider>,
  );
}

const at = new Date(Date.UTC(2026, 8, 20));
const ofClass = { id: 1, name: '7b' };
const lin = { id: 'lin', name: 'Lin', simulated: false };
const ada = { id: 'ada', name: 'Ada', simulated: true };
const skills = masteryStates.map((state) => ({ id: `skill-${state}`, name: `Skill ${state}` }));
const cells = masteryStates.map((state) => ({
  ...{ skill: `skill-${state}`, state, success: 0.7, low: 0.4, high: 0.9 },
  attempts: state === 'notMet' ? 0 : 4,
}));

const table = (area: string | null) => (
  <SkillTable
    view={{
      class: ofClass,
      areas: fields.map((id) => ({ id, skills: id === 'fractions' ? skills : [] })),
      learners: [
        { ...lin, lastPractisedAt: null, cells },
        { ...ada, lastPractisedAt: at, cells },
      ],
    }}
    filter={{ area, by: 'name', descending: false }}
    address="/practice/class/1"
    csvHref="/csv"
  />
);

test.each(languages)(
  'every state of mastery has its word, its bounds and its number of attempts (%s)',
  (language) => {
    const shown = markup(language, table('fractions'));
    const { states } = words[language].class;
    for (const state of masteryStates) expect(shown).toContain(states[state]);
    for (const figure of ['70%', '40%', '90%']) expect(shown).toContain(figure);
    expect(shown).not.toContain('skill-mastered"><');
  },
);

test.each(languages)('folded, an area says in words how many skills are in which state (%s)', (language) => {
  const shown = markup(language, table(null));
  const said = language === 'en' ? '1 mastered, 1 being learnt, 1 unsure, 1 not met' : '已掌握 1，学习中 1';
  expect(shown).toContain(said);
  // Areas that nobody has met are counted, not shown.
  expect(shown).toContain(
    language === 'en' ? `${fields.length - 1} areas that nobody` : `有 ${fields.length - 1} 个领域`,
  );
});

test.each(languages)(
  'who is simulated is marked, and the mark explained; who is not is not (%s)',
  (language) => {
    const { simulated, simulatedWhat } = words[language].class;
    const shown = markup(language, table(null));
    expect(shown.split(`>${simulated}<`)).toHaveLength(2);
    expect(shown).toContain(simulatedWhat);
  },
);

const reasons: readonly StuckReason[] = [
  { kind: 'wrongInARow', count: 3 },
  { kind: 'solutions', opened: 3, of: 8 },
  { kind: 'noProgress', attempts: 12, right: 1, rightBefore: 2, of: 5 },
];
const stuck: ClassStuck = {
  ...{ class: ofClass, learners: 9 },
  stuck: [
    {
      ...{ ...lin, lastPractisedAt: at },
      skills: [
        { skill: { id: 'a', name: 'A' }, reasons, root: null, lastAt: at },
        {
          ...{ skill: { id: 'c', name: 'C' }, reasons: reasons.slice(0, 1), lastAt: at },
          root: { skill: { id: 'a', name: 'A' }, path: ['A', 'B', 'C'].map((name) => ({ id: name, name })) },
        },
      ],
    },
  ],
};

test.each(languages)(
  'why somebody is stuck is said in words, with the root and a way to act (%s)',
  (language) => {
    const shown = markup(language, <StuckList view={stuck} address="/practice/class/1" />);
    expect(shown).toContain('A → B → C');
    expect(shown).toContain('/practice/class/1/sets?skill=a&amp;learner=lin#new');
    expect(shown).toContain(language === 'en' ? '1 of 9 does not come on' : '9 名学生中有 1 名');
    expect(markup(language, <StuckList view={{ ...stuck, stuck: [] }} address="/" />)).toContain(
      words[language].class.stuck.nobody,
    );
  },
);

test.each(languages)(
  'a misconception shows what was typed, and leads to a set for who has it (%s)',
  (language) => {
    const misconception = {
      ...{ id: 'm', name: 'Adds all', explanation: 'Not so: $1+1$', times: 3, lastAt: at },
      ...{ learners: [lin, ada], skills: [{ id: 'a', name: 'A' }] },
      examples: [
        { learner: lin, prompt: 'Work out $\\frac{1}{2}$.', typed: '2/8', answer: '$\\frac{3}{4}$', at },
      ],
    };
    const view = { class: ofClass, misconceptions: [misconception], learners: 9 };
    const shown = markup(language, <MisconceptionList view={view} address="/practice/class/1" />);
    for (const part of ['Adds all', '2/8', '<math', 'skill=a&amp;learner=lin&amp;learner=ada'])
      expect(shown).toContain(part);
  },
);

test('what was typed is drawn where it is a formula, and never becomes markup', () => {
  expect(renderToStaticMarkup(<TypedAnswer typed={'\\frac{1}{2}'} />)).toContain('<math');
  for (const typed of ['<img src=x onerror=alert(1)>', '\\frac{', '\\href{javascript:alert(1)}{x}', '$a$']) {
    const shown = renderToStaticMarkup(<TypedAnswer typed={typed} />);
    expect(shown).not.toMatch(/<img|href="javascript/);
  }
  expect(renderToStaticMarkup(<TypedAnswer typed={'\\frac{'} />)).toContain('\\frac{');
});
