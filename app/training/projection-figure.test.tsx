import { diagnosis } from '@praxis/diagnosis';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { ProjectionFigure } from './projection-figure.tsx';
import { projection } from './testing/projection.ts';

it.each([
  [
    'en',
    { ...en, diagnosis: diagnosis.words.en },
    'Test points lie among the training points: 94%',
    'and HDL cholesterol (−)',
  ],
  ['zh', { ...zh, diagnosis: diagnosis.words.zh }, '测试点落在训练点之中', '以及：HDL 胆固醇（−）'],
] as const)(
  'points, axes and finding have words, and the picture has a mark for each point: %s',
  (locale, messages, finding, axis) => {
    const missing: string[] = [];
    const markup = renderToStaticMarkup(
      <NextIntlClientProvider
        locale={locale}
        messages={messages}
        timeZone="UTC"
        formats={{ number: { percent: { style: 'percent', maximumFractionDigits: 0 } } }}
        onError={({ message }) => missing.push(message)}
      >
        <ProjectionFigure projection={projection} vertical="diagnosis" file="points" />
      </NextIntlClientProvider>,
    );
    expect(missing).toEqual([]);
    expect(markup).toContain(finding);
    expect(markup).toContain(axis);
    // A feature that the vertical has no word for keeps its own name.
    expect(markup).toContain('unheard');
    // Every point and, of each shape, two marks in the key.
    const [circles, triangles] = ['<circle', 'h-7.8 z'].map((mark) => markup.split(mark).length - 1);
    expect(circles).toBe(projection.points.filter(({ label }) => label === 0).length + 2);
    expect(triangles).toBe(projection.points.filter(({ label }) => label === 1).length + 2);
  },
);
