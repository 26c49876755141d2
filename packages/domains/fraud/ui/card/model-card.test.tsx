import type { ModelCard as Card } from '@praxis/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { en } from '../../words/en.ts';
import { limitsEn } from '../../words/limits.en.ts';
import { zh } from '../../words/zh.ts';
import { ModelCard } from './model-card.tsx';

const words = { en, zh };

const estimate = (value: number) => ({ value, lower: value - 0.01, upper: value + 0.01 });
const performance: Card['performance'] = {
  auroc: estimate(0.9),
  averagePrecision: estimate(0.7),
  brier: estimate(0.02),
  logLoss: estimate(0.1),
  calibrationSlope: estimate(1),
  calibrationIntercept: estimate(0),
  ece: 0.01,
  observedToExpected: 1.02,
};
const candidate = { parameters: {}, performance, seconds: 12 };

const card: Card = {
  format: 2,
  vertical: 'fraud',
  outcome: 'fraud',
  horizonDays: null,
  createdAt: '2026-11-24T12:00:00.000Z',
  learner: 'boostedTrees',
  data: {
    sources: [{ file: 'payments', sha256: 'aa', rows: 5000, simulated: true }],
    cohortSha256: 'bb',
    rows: 2000,
    events: 20,
    excluded: [],
  },
  split: { kind: 'timeFolds', folds: 2, repeats: 1, nested: false, seed: 1 },
  features: [],
  candidates: [
    { ...candidate, learner: 'boostedTrees' },
    { ...candidate, learner: 'attentionBlend', comparedOnly: true },
  ],
  why: 'betterAveragePrecision',
  parts: [{ learner: 'boostedTrees', weight: 1 }],
  performance,
  ownFigures: [
    { figure: 'cardPrecision100', unit: 'ratio', value: 0.296, best: 0.4 },
    { figure: 'moneyCaught', unit: 'currency', value: 12_345, best: 20_000 },
    { figure: 'terminal', unit: 'share', value: 0.83, best: null },
  ],
  calibration: {
    method: 'platt',
    slope: 1,
    intercept: 0,
    bins: [
      { predicted: 0.01, observed: 0.01, lower: 0.005, upper: 0.02, rows: 1000 },
      { predicted: 0.3, observed: 0.1, lower: 0.05, upper: 0.2, rows: 1000 },
    ],
  },
  explanation: {
    rows: 1000,
    events: 20,
    features: [
      { feature: 'amount', share: 0.6, contribution: estimate(0.4), permutation: null },
      { feature: 'terminalRisk7Days', share: 0.4, contribution: estimate(0.3), permutation: null },
    ],
    dependence: [],
  },
  subgroups: [],
  interval: null,
  privacy: null,
  baselineLogOdds: -4,
  foldModels: [],
  limits: Object.keys(limitsEn),
  software: { node: '24' },
  seconds: 90,
  files: [{ name: 'model.onnx', sha256: 'cc' }],
};

/** The card as text; a word that is missing throws. */
function shown(language: keyof typeof words, of: Card): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ fraud: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      <ModelCard card={of} artifact="f00d" />
    </NextIntlClientProvider>,
  )
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('the card says that payments are simulated, what 100 reviews find beside who knows the truth, and what cannot serve', () => {
  const text = shown('en', card);
  for (const part of [
    'Simulated payments',
    'Share of the day’s 100 first cards that had a fraud 0.296 0.400',
    'Money in the frauds of found cards 12,345 20,000',
    'Found of compromised terminals 83% –',
    'agree in 1 of 2 groups',
    'trees and attention · compared only',
    'cannot serve',
    '2 features make up 100%',
    'f00d',
  ]) {
    expect(text).toContain(part);
  }
});

test('a card of real payments, without a held-out fraud, with nothing that cannot serve, says none of it', () => {
  const { ownFigures: _, ...without } = card;
  const text = shown('en', {
    ...without,
    data: { ...card.data, sources: [{ file: 'payments', sha256: 'aa', rows: 5000 }] },
    candidates: card.candidates.slice(0, 1),
  });
  expect(text).toContain('No fraud was held out');
  expect(text).not.toMatch(/Simulated payments|cannot serve/);
});

test('the card has its words in Chinese', () => {
  const text = shown('zh', card);
  expect(text).toContain('模拟支付');
  expect(text).toContain('仅作比较');
  expect(text).not.toMatch(/undefined|NaN|Invalid Date|fraud\.card/);
});
