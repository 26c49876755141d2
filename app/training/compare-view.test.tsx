import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { compareModels } from '../models/comparison.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { CompareView } from './compare-view.tsx';
import type { ComparedRun } from './comparison.ts';
import { finishedRun } from './testing/finished-run.ts';
import type { RunView } from './view.ts';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {}, push: () => {} }) }));

const messages = { en, zh };
const curve = [1, 2].map((epoch) => ({
  learner: 'boostedTrees',
  fold: 1,
  epoch,
  trainLoss: 0.5,
  validationLoss: 0.6 / epoch,
  validationAuroc: 0.7,
}));
const detail = (id: string, difference: ComparedRun['difference'] = null): ComparedRun => ({
  ...finishedRun(id, { points: curve }),
  difference,
});

/** Two models that score 400 rows nearly alike. */
const scores = Array.from({ length: 400 }, (_, row) => 0.3 + 0.2 * Math.sin(row * 12.9898));
const alike = compareModels({
  events: scores.map((_, row) => row % 4 === 0),
  first: scores.map((score, row) => score + (row % 3 === 0 ? 1e-3 : -1e-3)),
  second: scores,
  groups: null,
});

/** The page's markup; whatever has no words fails. */
function shown(
  locale: 'en' | 'zh',
  runs: readonly ComparedRun[],
  list: readonly RunView[] = runs.map(({ run }) => run),
  now = runs[0]?.now ?? '',
): string {
  const missing: string[] = [];
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messages[locale]}
      timeZone="UTC"
      formats={{
        number: { three: { maximumFractionDigits: 3 } },
        dateTime: { moment: { hour: '2-digit', minute: '2-digit', hour12: false } },
      }}
      onError={({ message }) => missing.push(message)}
    >
      <CompareView runs={runs} list={{ runs: [...list], now }} outcomeNames={{ one: 'One' }} />
    </NextIntlClientProvider>,
  );
  expect(missing).toEqual([]);
  return markup;
}

it.each([
  [
    'en',
    'A and B are not distinguishable by AUROC',
    'on the same 400 rows, 100 with the event',
    'not distinguishable</td>',
  ],
  ['zh', '按 AUROC 无法区分 A 与 B', '在相同的 400 行（100 例事件）上', '无法区分</td>'],
] as const)(
  'a paired difference is told with its interval, its p and its rows, and stands in the table: %s',
  (locale, told, rows, cell) => {
    const markup = shown(locale, [detail('a'), detail('b', alike)]);
    for (const words of [told, rows, cell, 'trees', 'p = ']) expect(markup).toContain(words);
    expect(markup.match(/<svg data-chart/g)).toHaveLength(1);
  },
);

it('runs of other rows are said to be so, and no difference stands anywhere', () => {
  const other = detail('b');
  const result = other.result && { ...other.result, cohortSha256: 'others' };
  const markup = shown('en', [detail('a'), { ...other, result }]);
  expect(markup).toContain('A and B were not judged on the same rows');
  expect(markup).not.toContain('p = ');
  expect(markup).not.toContain('not distinguishable');
});

it.each([
  ['en', 'cancelled', 'B was cancelled at 12:00; its figures stop here.'],
  ['zh', 'cancelled', 'B 已于 12:00 取消，其指标到此为止。'],
  ['en', 'failed', 'B failed at 12:00; its figures stop here. The disk is full.'],
  ['zh', 'failed', 'B 于 12:00 失败，其指标到此为止。The disk is full.'],
  ['en', 'cancelling', 'B is being cancelled; its figures stop where it is.'],
] as const)(
  'a run that ends while it is looked at says so as soon as the list does, its curve so far beside the other: %s, %s',
  (locale, status, told) => {
    const running = detail('b');
    const before = { ...running, result: null, run: { ...running.run, status: 'running' as const } };
    const over: RunView = {
      ...before.run,
      status,
      finishedAt: status === 'cancelling' ? null : '2026-11-24T12:00:00.000Z',
      error: status === 'failed' ? 'The disk is full.' : null,
    };
    const runs = [detail('a'), before];
    expect(shown(locale, runs)).not.toContain(told);
    const markup = shown(locale, runs, [detail('a').run, over], '2026-11-24T12:00:01.000Z');
    expect(markup).toContain(told);
    expect(markup.match(/<svg data-chart/g)).toHaveLength(1);
    expect(markup).not.toContain('p = ');
  },
);

it('of three runs each is told against the first, also where one of them was cancelled', () => {
  const cancelled = detail('b');
  const run = { ...cancelled.run, status: 'cancelled' as const, finishedAt: '2026-11-24T12:00:00.000Z' };
  const markup = shown('en', [detail('a'), { ...cancelled, run, result: null }, detail('c', alike)]);
  expect(markup).toContain('B was cancelled at 12:00');
  expect(markup).toContain('A and C are not distinguishable by AUROC');
});
