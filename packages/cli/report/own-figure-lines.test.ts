import { expect, test } from 'vitest';
import { ownFigureLines } from './own-figure-lines.ts';

test('figures of a vertical stand by their name, each beside what who knows the truth would reach', () => {
  const ownFigures = [
    { figure: 'cardPrecision100', unit: 'ratio', value: 0.2964, best: 0.4 },
    { figure: 'moneyCaught', unit: 'currency', value: 12_345.6, best: 20_000 },
    { figure: 'terminal', unit: 'share', value: 0.834, best: null },
  ] as const;
  expect(ownFigureLines({ ownFigures: [...ownFigures] }, { terminal: 'Found of terminals' })).toEqual([
    '  cardPrecision100    0.296   who knows the truth: 0.400',
    '  moneyCaught         12,346  who knows the truth: 20,000',
    '  Found of terminals  83 %',
  ]);
  expect(ownFigureLines({}, {})).toEqual([]);
});
