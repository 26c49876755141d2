import { fraud } from '@praxis/fraud';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { OwnFigures } from './own-figures.tsx';

it('a figure stands beside what would be best, in its unit; a recall, whose best is all, stands alone', () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ ...en, fraud: fraud.words.en }}
      formats={{ number: { three: { maximumFractionDigits: 3 }, percent: { style: 'percent' } } }}
      timeZone="UTC"
    >
      <OwnFigures
        vertical="fraud"
        figures={[
          { figure: 'cardPrecision100', unit: 'ratio', value: 0.298, best: 0.4 },
          { figure: 'moneyCaught', unit: 'currency', value: 41_234.5, best: 62_000 },
          { figure: 'terminal', unit: 'share', value: 0.61, best: null },
        ]}
      />
    </NextIntlClientProvider>,
  );
  const rows = [...markup.matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text),
  );
  expect(rows.slice(1)).toEqual([
    ['Share of the day’s 100 first cards that had a fraud', '0.298', '0.4'],
    ['Money in the frauds of found cards', '41,235', '62,000'],
    ['Found of compromised terminals', '61%', ''],
  ]);
});
