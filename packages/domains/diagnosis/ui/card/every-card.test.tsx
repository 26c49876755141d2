import type { ModelCard } from '@praxis/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { linearModel } from '../../testing/linear-model.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';
import { useWording } from '../wording.ts';
import { cardTable } from './card-table.ts';
import { Candidates } from './performance.tsx';
import { Inputs, Lineage, People } from './provenance.tsx';
import { Report } from './report.tsx';

const words = { en, zh };
const languages = ['en', 'zh'] as const;

function Parts({ card }: { card: ModelCard }) {
  const wording = useWording('mgDl');
  return (
    <>
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

test('the CSV carries the parts, the levels and the guarantee', () => {
  expect(cardTable(blend).rows).toEqual(
    expect.arrayContaining([
      ['part', 'boostedTrees', 'weight', 0.5, null, null],
      ['feature', 'ward', 'share of north', 0.6, null, null],
      ['privacy', 'blend', 'epsilon', 1.26, null, null],
    ]),
  );
});
