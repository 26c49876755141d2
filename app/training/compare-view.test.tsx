import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { CompareView } from './compare-view.tsx';
import type { RunDetail } from './view.ts';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }));

const auroc = { value: 0.75, lower: 0.7, upper: 0.8 };
const detail = (id: string): RunDetail => ({
  run: {
    id,
    outcome: 'one',
    status: 'succeeded',
    stage: null,
    fraction: 1,
    attempt: 1,
    createdAt: '2026-11-24T12:00:00.000Z',
    startedAt: null,
    finishedAt: null,
    error: null,
    auroc,
  },
  points: [1, 2].map((epoch) => ({
    learner: 'boostedTrees',
    fold: 1,
    epoch,
    trainLoss: 0.5,
    validationLoss: 0.6 / epoch,
    validationAuroc: 0.7,
  })),
  result: {
    artifact: id,
    cohortSha256: 'rows',
    sources: [{ file: 'people.csv', sha256: 'file' }],
    folds: 5,
    seed: 1,
    seconds: 10,
    rows: 100,
    events: 10,
    why: 'onlyOne',
    candidates: [
      {
        learner: 'boostedTrees',
        chosen: true,
        auroc,
        averagePrecision: auroc,
        brier: auroc,
        calibrationSlope: auroc,
        parameters: { trees: 200 },
        seconds: 10,
      },
    ],
  },
  now: '2026-11-24T12:00:00.000Z',
});

it.each([
  ['en', en, 'Not distinguishable by what is at hand'],
  ['zh', zh, '以现有数据无法区分'],
] as const)(
  'runs stand side by side with words for all that is said of them: %s',
  (locale, messages, told) => {
    const missing: string[] = [];
    const runs = [detail('a'), detail('b')];
    const markup = renderToStaticMarkup(
      <NextIntlClientProvider
        locale={locale}
        messages={messages}
        timeZone="UTC"
        formats={{
          number: { three: { maximumFractionDigits: 3 } },
          dateTime: { moment: { hour: 'numeric' } },
        }}
        onError={({ message }) => missing.push(message)}
      >
        <CompareView
          runs={runs}
          list={{ runs: runs.map(({ run }) => run), now: runs[0]?.now ?? '' }}
          outcomeNames={{ one: 'One' }}
        />
      </NextIntlClientProvider>,
    );
    expect(missing).toEqual([]);
    expect(markup).toContain(told);
    expect(markup).toContain('trees');
    expect(markup.match(/<svg data-chart/g)).toHaveLength(1);
  },
);
