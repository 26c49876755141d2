import { expect, test } from 'vitest';
import { compareModels } from './comparison.ts';

/** 400 people, a quarter with events; a good score parts them, a poor one hardly. */
const events = Array.from({ length: 400 }, (_, row) => row % 4 === 0);
const wave = (row: number) => 0.2 + 0.15 * Math.sin(row * 12.9898);
const good = events.map((event, row) => wave(row) + (event ? 0.3 : 0));
const poor = events.map((_, row) => wave(row * 7 + 3));

test('a challenger that ranks and calibrates better is better in both, and the other way round worse', () => {
  const up = compareModels({ events, first: good, second: poor, groups: null });
  expect(up).toMatchObject({
    rows: 400,
    events: 100,
    auroc: { verdict: 'better' },
    brier: { verdict: 'better' },
  });
  expect(up?.auroc.difference.lower).toBeGreaterThan(0);
  expect(up?.brier.difference.upper).toBeLessThan(0);
  const down = compareModels({ events, first: poor, second: good, groups: null });
  expect(down).toMatchObject({ auroc: { verdict: 'worse' }, brier: { verdict: 'worse' } });
});

test('a challenger with nearly the same scores is not distinguishable', () => {
  const nearly = poor.map((score, row) => score + (row % 3 === 0 ? 1e-3 : -1e-3));
  expect(compareModels({ events, first: nearly, second: poor, groups: null })).toMatchObject({
    auroc: { verdict: 'notDistinguishable' },
    brier: { verdict: 'notDistinguishable' },
  });
});

test('without people whom both held out, or with one kind of end alone, nothing is compared', () => {
  expect(compareModels({ events: [], first: [], second: [], groups: null })).toBeNull();
  const all = [true, true, true];
  expect(
    compareModels({ events: all, first: [0.1, 0.2, 0.3], second: [0.3, 0.2, 0.1], groups: null }),
  ).toBeNull();
});

test('rows of one card that say the same again do not make a difference surer', () => {
  const again = <Value>(values: readonly Value[]) => [...values, ...values];
  const paired = { events: again(events), first: again(good), second: again(poor) };
  const once = compareModels({ events, first: good, second: poor, groups: null });
  const cards = again([...events.keys()]);
  const width = (of: ReturnType<typeof compareModels>) =>
    (of?.auroc.difference.upper ?? 0) - (of?.auroc.difference.lower ?? 0);
  expect(width(compareModels({ ...paired, groups: cards }))).toBeCloseTo(width(once), 10);
  expect(width(compareModels({ ...paired, groups: null }))).toBeLessThan(0.8 * width(once));
});
