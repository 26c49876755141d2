import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { features } from '../features/definitions.ts';
import type { Reason } from '../service/reasons.ts';
import { ruleNames } from '../service/rules.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { useWording, type Wording } from './wording.ts';

const words = { en, zh };
type Language = keyof typeof words;

function Said({ say }: { say: (wording: Wording) => string }) {
  return say(useWording());
}

/** What the wording says in a language; a word or parameter that is missing throws. */
function told(language: Language, say: (wording: Wording) => string): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      timeZone="UTC"
      messages={{ fraud: words[language] }}
      onError={(error) => {
        throw error;
      }}
    >
      <Said say={say} />
    </NextIntlClientProvider>,
  );
}

const reason = (feature: string, value: number | null): Reason => ({ feature, value, logOdds: 1 });
const inEnglish = (feature: string, value: number | null, usual?: number) =>
  told('en', (wording) => wording.reason(reason(feature, value), 'EUR', usual));

test.each(['en', 'zh'] as const)('every feature has a sentence of its own in every case: %s', (language) => {
  for (const { name } of features) {
    for (const value of [0, 1, 2.7, 1234.5]) {
      const text = told(language, (wording) => wording.reason(reason(name, value), 'EUR'));
      expect(text).not.toMatch(new RegExp(`^${name}[:：]`));
      expect(text, name).not.toMatch(/[{}#]|undefined|NaN| {2}/);
    }
    const missing = told(language, (wording) => wording.reason(reason(name, null), 'EUR'));
    expect(missing, name).not.toMatch(/[{}#]|undefined|NaN| {2}/);
  }
  for (const rule of ruleNames) {
    const text = told(language, (wording) => wording.rule({ rule, asks: 'review', found: 2, from: 2 }));
    expect(text).not.toMatch(/[{}#]/);
  }
});

test('reasons speak of the customer and the terminal, not of the model', () => {
  expect(inEnglish('ratioToUsual', 3.14)).toBe('3.1 times their median amount');
  expect(inEnglish('ratioToCustomerMean30Days', 12)).toBe('12 times their mean amount within 30 days');
  expect(inEnglish('terminalKnownFrauds7Days', 4)).toBe('This terminal had 4 frauds 7 to 14 days ago');
  expect(inEnglish('terminalKnownFrauds7Days', 1)).toBe('This terminal had 1 fraud 7 to 14 days ago');
  expect(inEnglish('pairHoursSinceLast', null)).toBe(
    'First payment of this card at this terminal within 30 days',
  );
  expect(inEnglish('customerCount1Hour', 6, 1)).toBe('6 payments of this card within an hour; usual 1');
  expect(inEnglish('customerHoursSinceLast', 0.5)).toBe('30 minutes after the card’s last payment');
  expect(inEnglish('terminalRisk30Days', 0.004)).toBe(
    '&lt;1% of payments at this terminal 7 to 37 days ago were fraud',
  );
  expect(told('zh', (wording) => wording.reason(reason('customerCount1Hour', 6), 'EUR', 1))).toBe(
    '1 小时内此卡有 6 笔支付，平常为 1 笔',
  );
});

test('a reason of another release is told by its name rather than not at all', () => {
  expect(inEnglish('shoeSize', 44)).toBe('shoeSize: 44');
  expect(inEnglish('shoeSize', null)).toBe('shoeSize: no value');
});

test('no score is never a number, and a probability is never 0% or 100% unless it is', () => {
  const said = (score: number | null, failure: 'modelLate' | null = null) =>
    told('en', (wording) => wording.probability({ score, failure }));
  expect(said(null, 'modelLate')).toBe('No score: the model did not answer in time');
  expect([0.999, 0.6249, 0.001, 1, 0].map((score) => said(score))).toEqual([
    '&gt;99%',
    '62%',
    '&lt;1%',
    '100%',
    '0%',
  ]);
});
