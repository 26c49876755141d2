import { expect, test } from 'vitest';
import { meanRanks } from './ranks.ts';
import type { ContenderLine, ResultLine } from './schema.ts';

function contender(name: string, side: ContenderLine['side'], auroc: number, brier: number): ContenderLine {
  return { name, side, auroc, auprc: auroc, brier, logLoss: 1, ece10: 0, slope: 1, intercept: 0, seconds: 1 };
}

function result(data: string, contenders: ContenderLine[]): ResultLine {
  return {
    data,
    rows: 100,
    events: 10,
    features: 3,
    folds: 5,
    repeats: 3,
    chosen: 'blend',
    why: 'betterAuroc',
    contenders,
    absent: [],
    goals: [],
  };
}

test('auto and the peers are ranked, our single candidates are not; equal figures share their places', () => {
  const ranks = meanRanks([
    result('one', [
      contender('auto', 'auto', 0.8, 0.1),
      contender('blend', 'candidate', 0.9, 0.05),
      contender('forest', 'peer', 0.7, 0.2),
      contender('boosting', 'peer', 0.8, 0.3),
    ]),
    result('two', [
      contender('auto', 'auto', 0.6, 0.2),
      contender('forest', 'peer', 0.7, 0.1),
      contender('boosting', 'peer', 0.5, 0.3),
    ]),
  ]);
  expect(ranks).toEqual([
    { name: 'auto', auroc: 1.75, auprc: 1.75, brier: 1.5, autoAhead: 0 },
    { name: 'forest', auroc: 2, auprc: 2, brier: 1.5, autoAhead: 1 },
    { name: 'boosting', auroc: 2.25, auprc: 2.25, brier: 3, autoAhead: 1 },
  ]);
});

test('a peer that is absent on a data set has no mean rank', () => {
  const auto = contender('auto', 'auto', 0.8, 0.1);
  const ranks = meanRanks([
    result('one', [auto, contender('forest', 'peer', 0.7, 0.2)]),
    result('two', [auto]),
  ]);
  expect(ranks.map(({ name }) => name)).toEqual(['auto']);
});
