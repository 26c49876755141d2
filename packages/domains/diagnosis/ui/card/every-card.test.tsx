import type { ModelCard } from '@praxis/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { linearModel } from '../../testing/linear-model.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';
import { useWording } from '../wording.ts';
import { Acting } from './acting.tsx';
import { cardTable } from './card-table.ts';
import { Matters } from './matters.tsx';
import { Candidates, PerformanceTable } from './performance.tsx';
import { Inputs, Lineage, People } from './provenance.tsx';
import { Report } from './report.tsx';
import { Subgroups } from './subgroups.tsx';

const words = { en, zh };
const languages = ['en', 'zh'] as const;

function Parts({ card }: { card: ModelCard }) {
  const wording = useWording('mgDl');
  return (
    <>
      <PerformanceTable card={card} wording={wording} />
      <Acting card={card} wording={wording} />
      <Matters card={card} wording={wording} />
      <Subgroups card={card} wording={wording} />
      <Candidates card={card} wording={wording} />
      <People card={card} wording={wording} horizon="" />
      <Inputs card={card} wording={wording} />
      <Report card={card} artifact="f00d" wording={wording} />
      <Lineage card={card} artifact="f00d" wording={wording} />
    </>
  );
}

/** The parts of a card that differ by model, as text; a word that is missing throws. */
function shown(card: ModelCard, language: (typeof languages)[number]): string {
  const page = (
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ diagnosis: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      <Parts card={card} />
    </NextIntlClientProvider>
  );
  return renderToStaticMarkup(page)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const plain = linearModel('diabetes', '').card;
const blend: ModelCard = {
  ...plain,
  data: { ...plain.data, rows: 100, events: 10 },
  learner: 'blend',
  parts: [
    { learner: 'logisticRegression', weight: 0.5 },
    { learner: 'boostedTrees', weight: 0.5 },
  ],
  split: { kind: 'groupedFolds', folds: 5, repeats: 3, nested: true, seed: 7 },
  features: [
    ...plain.features,
    {
      name: 'ward',
      kind: 'category',
      unit: null,
      missing: 0.02,
      levels: [
        { name: 'north', share: 0.6 },
        { name: 'south', share: 0.4 },
      ],
    },
  ],
  interval: null,
  privacy: { epsilon: 1.26, delta: 1e-5, noiseMultiplier: 4, samplingRate: 0.01, steps: 10_000, clip: 1 },
};

const estimate = (value: number) => ({ value, lower: value - 0.01, upper: value + 0.01 });
/** Judged by 1,000 people, 80 of whom had the outcome. */
const whole: ModelCard = {
  ...blend,
  performance: { ...plain.performance, ici: 0.0066 },
  calibration: {
    ...plain.calibration,
    bins: [{ predicted: 0.08, observed: 0.08, lower: 0.06, upper: 0.1, rows: 1000 }],
  },
  decisionCurve: [1, 2, 3, 4].map((percent) => ({
    threshold: percent / 100,
    model: estimate(percent === 4 ? 0 : 0.05),
    treatAll: 0.08 - 0.02 * percent,
    overTreatAll: estimate(percent === 1 ? 0 : 0.03),
  })),
  thresholds: [
    {
      threshold: 0.1,
      flagged: 270,
      sensitivity: estimate(0.64),
      specificity: estimate(0.76),
      ppv: estimate(0.19),
      npv: estimate(0.96),
    },
    {
      threshold: 0.9,
      flagged: 0,
      sensitivity: estimate(0),
      specificity: estimate(1),
      ppv: null,
      npv: estimate(0.92),
    },
  ],
  explanation: {
    rows: 1000,
    events: 80,
    features: [
      { feature: 'ageYears', share: 0.5, contribution: estimate(0.4), permutation: estimate(0.011) },
      { feature: 'hdlMgDl', share: 0.3, contribution: estimate(0.24), permutation: estimate(0.009) },
      { feature: 'priorNafld', share: 0.2, contribution: estimate(0.16), permutation: null },
    ],
    dependence: [
      {
        feature: 'ageYears',
        points: [30, 80].map((value) => ({ value, mean: value / 1000, low: 0.01, middle: 0.03, high: 0.2 })),
      },
      {
        feature: 'priorNafld',
        points: [0, 1].map((value) => ({
          value,
          mean: 0.07 * (1 + value),
          low: 0.01,
          middle: 0.05,
          high: 0.2,
        })),
      },
    ],
  },
  subgroups: [
    {
      group: 'sex',
      level: 'female',
      rows: 500,
      events: 9,
      auroc: null,
      observedToExpected: null,
      smallCell: 'tooFewEvents',
    },
    {
      group: 'sex',
      level: 'male',
      rows: 30,
      events: 9,
      auroc: null,
      observedToExpected: null,
      smallCell: 'tooFewRows',
    },
    {
      group: 'age',
      level: 'from65',
      rows: 500,
      events: 495,
      auroc: null,
      observedToExpected: null,
      smallCell: 'tooFewOthers',
    },
    { group: 'age', level: 'under45', rows: 500, events: 0, auroc: null, observedToExpected: null },
  ],
};

test('a card that has them shows net benefit, thresholds, ICI and what matters, each with its finding', () => {
  const english = shown(whole, 'en');
  for (const text of [
    'Better than treating everyone or no one between 2% and 3%',
    // Of 730 who are not flagged 4 % get the outcome: 29.2 of 1,000.
    '10 27 2.9 64 63–65 76 75–77 19 18–20 96 95–97',
    '90 0 8.0 0',
    'Calibration index (ICI) 0.007',
    'Age, HDL cholesterol and known fatty-liver disease make up 100% of what moves the risk',
    'Age: 3% (30 years) to 8% (80 years)',
    'Known fatty-liver disease: 7% (no) to 14% (yes)',
    'not a cause',
  ]) {
    expect(english).toContain(text);
  }
  const chinese = shown(whole, 'zh');
  for (const text of [
    '在 2% 到 3% 之间优于全部处理或都不处理',
    '年龄、高密度脂蛋白胆固醇、已确诊脂肪性肝病占 100%',
    '年龄：3%（30 岁）至 8%（80 岁）',
    '这不是因果',
  ]) {
    expect(chinese).toContain(text);
  }
});

test('a group that is not judged says why in place of its figures', () => {
  const english = shown(whole, 'en');
  for (const text of [
    'not judged: only 9 events',
    'not judged: only 30 people',
    'not judged: only 5 people without the outcome',
    'too few to judge',
  ]) {
    expect(english).toContain(text);
  }
  expect(shown(whole, 'zh')).toContain('不作评价：仅 9 例事件');
});

test.each([
  { what: 'an older card', parts: plain.parts, says: 'Train the model again to have them' },
  {
    what: 'the card of a private model',
    parts: [{ learner: 'privateLogistic' as const, weight: 1 }],
    says: 'trained with differential privacy',
  },
])('$what has no such figures, and says so twice', ({ parts, says }) => {
  const text = shown({ ...plain, data: blend.data, parts }, 'en');
  expect(text.split(says)).toHaveLength(3);
  expect(text).not.toMatch(/ICI|Better than|Sensitivity/);
});

test('where a model gives no contributions, what is lost stands for them', () => {
  const { explanation } = whole;
  const features = explanation?.features.map((one) => ({ ...one, share: null, contribution: null })) ?? [];
  const imported = { ...whole, explanation: explanation && { ...explanation, features } };
  expect(shown(imported, 'en')).toContain('Most is lost without age');
});

test('a blend names its parts, a category its levels, and both how private they are and that there is no interval', () => {
  const english = shown(blend, 'en');
  for (const text of [
    'Made of logistic regression (50%), boosted trees (50%).',
    'north 60%, south 40%',
    'ε = 1.26, δ = 0.00001',
    '10,000 steps on 1.0% of the people each',
    'none: this model gives a risk without an interval',
    '5 folds of whole groups, dealt 3 times, learner chosen within each fold, seed 7',
    'No other learner was asked for.',
  ]) {
    expect(english).toContain(text);
  }
  const chinese = shown(blend, 'zh');
  for (const text of [
    '由逻辑回归（50%）、梯度提升树（50%）组成。',
    'north 60%、south 40%',
    'ε = 1.26，δ = 0.00001',
    '此模型给出的风险不带区间',
    '按整组划分的 5 折、重新划分 3 次、在每折内选择学习器、种子 7',
  ]) {
    expect(chinese).toContain(text);
  }
});

test.each(languages)('a single learner with an interval shows none of that (%s)', (language) => {
  const text = shown({ ...plain, data: blend.data }, language);
  expect(text).not.toMatch(/ε|Made of|组成|without an interval|不带区间/);
});

test('the CSV carries the decision curve, the thresholds and what matters', () => {
  expect(cardTable(whole).rows).toEqual(
    expect.arrayContaining([
      ['decisionCurve', '0.02', 'overTreatAll', 0.03, expect.closeTo(0.02), expect.closeTo(0.04)],
      ['threshold', '0.1', 'flagged', 270, null, null],
      ['importance', 'priorNafld', 'share', 0.2, null, null],
      ['importance', 'priorNafld', 'permutation', null, null, null],
      ['dependence', 'ageYears', 'at 80: mean, 10th and 90th percentile', 0.08, 0.01, 0.2],
    ]),
  );
});

test('the CSV carries the parts, the levels and the guarantee', () => {
  expect(cardTable(blend).rows).toEqual(
    expect.arrayContaining([
      ['part', 'boostedTrees', 'weight', 0.5, null, null],
      ['feature', 'ward', 'share of north', 0.6, null, null],
      ['privacy', 'blend', 'epsilon', 1.26, null, null],
    ]),
  );
});
