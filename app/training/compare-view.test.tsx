import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { CompareView } from './compare-view.tsx';
import { finishedRun } from './testing/finished-run.ts';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }));

const detail = (id: string) =>
  finishedRun(id, {
    points: [1, 2].map((epoch) => ({
      learner: 'boostedTrees',
      fold: 1,
      epoch,
      trainLoss: 0.5,
      validationLoss: 0.6 / epoch,
      validationAuroc: 0.7,
    })),
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
