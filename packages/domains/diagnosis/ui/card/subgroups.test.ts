import { expect, test } from 'vitest';
import { differing } from './subgroups.tsx';

const estimate = (value: number, half: number) => ({ value, lower: value - half, upper: value + half });
const group = (level: string, auroc: ReturnType<typeof estimate> | null) => ({
  group: 'sex',
  level,
  rows: 100,
  events: 20,
  auroc,
  observedToExpected: 1,
});
const performance = {
  auroc: estimate(0.78, 0.02),
  averagePrecision: estimate(0.2, 0.02),
  brier: estimate(0.06, 0.01),
  logLoss: estimate(0.2, 0.01),
  calibrationSlope: estimate(1, 0.1),
  calibrationIntercept: estimate(0, 0.1),
  ece: 0.01,
  observedToExpected: 1,
};

test('a group differs only when its whole interval lies off the AUROC of everyone', () => {
  const subgroups = [
    group('near', estimate(0.75, 0.04)),
    group('far', estimate(0.7, 0.03)),
    group('better', estimate(0.85, 0.03)),
  ];
  expect(differing({ performance, subgroups }).map(({ level }) => level)).toEqual(['far', 'better']);
});

test('a group too small to judge is not judged', () => {
  expect(differing({ performance, subgroups: [group('few', null)] })).toEqual([]);
});
