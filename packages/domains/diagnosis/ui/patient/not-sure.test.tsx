import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Abstention, abstentionReasons } from '../../service/abstention.ts';
import type { OutcomeRisk } from '../../service/contract.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';
import type { FeatureRanges } from '../feature-ranges.ts';
import { useWording } from '../wording.ts';
import { RiskBody } from './risk-panel.tsx';

type Scored = Extract<OutcomeRisk, { status: 'risk' }>;

const words = { en, zh };
const values = { bmi: 46, weightKg: 71, smoker: null, priorCardiacArrest: 1 };
const risk = (abstains: Abstention | null, outsideRange: readonly string[] = []): Scored => ({
  status: 'risk',
  outcome: 'diabetes',
  probability: 0.26,
  lower: 0.11,
  upper: 0.48,
  band: 'veryHigh',
  outOfFold: true,
  baselineLogOdds: -2,
  logOdds: -1,
  residual: 0,
  calibration: { slope: 1, intercept: 0 },
  contributions: Object.entries(values).map(([feature, value]) => ({
    feature,
    value,
    daysOld: null,
    logOdds: 0.1,
  })),
  outsideRange,
  abstains,
});
const number = { kind: 'number', missing: 0.1, mean: 30 } as const;
const flag = { kind: 'flag', low: 0, high: 1 } as const;
const ranges: FeatureRanges = {
  bmi: { ...number, low: 19, high: 48 },
  weightKg: { ...number, low: 48, high: 132 },
  smoker: { ...flag, mean: 0.4, missing: 0.62 },
  priorCardiacArrest: { ...flag, mean: 0.003, missing: 0 },
};

function Body({ of }: { of: Scored }) {
  return <RiskBody risk={of} ranges={ranges} wording={useWording('mgDl')} />;
}

/** As text; a word that is missing throws. */
function shown(of: Scored, language: keyof typeof words = 'en'): string {
  const page = (
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ diagnosis: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      <Body of={of} />
    </NextIntlClientProvider>
  );
  return renderToStaticMarkup(page)
    .replaceAll('&lt;', '<')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('every reason has its words, and the number steps back behind them', () => {
  for (const language of ['en', 'zh'] as const) {
    const texts = abstentionReasons.map((reason) => shown(risk({ reason, unusual: [] }), language));
    expect(new Set(texts).size).toBe(abstentionReasons.length);
    for (const text of texts) expect(text.indexOf('26%')).toBeGreaterThan(20);
  }
});

test('values that make a person unlike stand beside what is usual: a range, or how many share an answer', () => {
  const text = shown(risk({ reason: 'unlikeTraining', unusual: ['bmi', 'priorCardiacArrest', 'smoker'] }));
  expect(text).toContain('Body mass index 46.0 kg/m² (98 in 100 have 19.0 to 48.0 kg/m²)');
  expect(text).toContain('Earlier cardiac arrest: yes (as in 0.3% of them)');
  expect(text).toContain('Smoking not measured (as in 62% of them)');
  // A cardiac arrest is rare by itself.
  expect(text).not.toContain('by itself');
});

test('values that are usual one by one are said to be unusual together', () => {
  expect(shown(risk({ reason: 'unlikeTraining', unusual: ['bmi', 'weightKg'] }))).toContain(
    'Each of these is usual by itself; together they are not.',
  );
  expect(shown(risk({ reason: 'unlikeTraining', unusual: ['bmi'] }))).toContain('usual by itself');
});

test('where a risk is given, a value outside the range asks for care and no more', () => {
  const text = shown(risk(null, ['bmi']));
  expect(text).toContain('Careful: Body mass index 46.0');
  expect(text).toContain('26 of 100 people like this get it');
  expect(text).not.toContain('Not sure');
});
