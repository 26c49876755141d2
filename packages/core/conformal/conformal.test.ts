import { expect, test } from 'vitest';
import { plattScaling, probabilityOf } from '../evaluate/recalibration.ts';
import { createRandom, shuffle } from '../random.ts';
import { pima } from '../testing/pima.ts';
import { quantileMargin, residualMargin } from './intervals.ts';
import { conformalSet, conformalThresholds, crossFittedCoverage } from './sets.ts';

const women = await pima();
const column = (name: string) => {
  const at = women.features.findIndex((feature) => feature.name === name);
  return Float64Array.from(
    { length: women.rows },
    (_, row) => women.values[row * women.features.length + at],
  );
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const pick = (values: Float64Array, rows: readonly number[]) => Float64Array.from(rows, (row) => values[row]);

/** Real rows in three parts of chance: to fit, to calibrate, to judge; many times, as one split covers by luck. */
function splits(rows: readonly number[]) {
  return Array.from({ length: 40 }, (_, seed) => {
    const order = Int32Array.from(rows);
    shuffle(order, createRandom(seed));
    const third = Math.floor(order.length / 3);
    return [0, 1, 2].map((part) => [...order.slice(part * third, (part + 1) * third)]);
  });
}

test('on real rows, sets hold what happened for nine in ten of each outcome, the rare one too', () => {
  const glucose = column('glucose');
  const known = [...glucose.keys()].filter((row) => !Number.isNaN(glucose[row]));
  const labelsOf = (rows: readonly number[]) => Uint8Array.from(rows, (row) => women.labels[row]);
  const held: { label: number; covered: number }[] = [];
  for (const [fit, calibrate, judge] of splits(known)) {
    const scaled = (rows: readonly number[]) => pick(glucose, rows).map((value) => (value - 120) / 30);
    const { slope, intercept } = plattScaling(labelsOf(fit), scaled(fit));
    const probabilities = (rows: readonly number[]) =>
      scaled(rows).map((x) => probabilityOf(intercept + slope * x));
    const thresholds = conformalThresholds(labelsOf(calibrate), probabilities(calibrate), 0.9);
    probabilities(judge).forEach((probability, place) => {
      const label = women.labels[judge[place]];
      const set = conformalSet(thresholds, probability);
      held.push({
        label,
        covered: Number(set === 'undecided' || set === (label === 1 ? 'positive' : 'negative')),
      });
    });
  }
  for (const label of [0, 1]) {
    const coverage = mean(held.filter((one) => one.label === label).map(({ covered }) => covered));
    expect(coverage).toBeGreaterThan(0.885);
    expect(coverage).toBeLessThan(0.925);
  }
});

test('a class with too few rows for the level is never ruled out', () => {
  // Nine of nine rows are nine tenths of ten; of eight no row is enough.
  const few = Uint8Array.from({ length: 30 }, (_, row) => (row < 8 ? 1 : 0));
  const probabilities = Float64Array.from({ length: 30 }, (_, row) => (row + 1) / 40);
  const thresholds = conformalThresholds(few, probabilities, 0.9);
  expect(thresholds.positive).toBe(0);
  expect(thresholds.negative).toBeGreaterThan(0);
  const nine = Uint8Array.from({ length: 30 }, (_, row) => (row < 9 ? 1 : 0));
  expect(conformalThresholds(nine, probabilities, 0.9).positive).toBe(1 / 40);
});

test('sets say one outcome, both, or neither', () => {
  expect(conformalSet({ positive: 0.3, negative: 0.4 }, 0.2)).toBe('negative');
  expect(conformalSet({ positive: 0.3, negative: 0.4 }, 0.5)).toBe('undecided');
  expect(conformalSet({ positive: 0.3, negative: 0.4 }, 0.8)).toBe('positive');
  expect(conformalSet({ positive: 0.7, negative: 0.7 }, 0.5)).toBe('none');
});

test('measured coverage is of rows that did not set the thresholds, and shares add up', () => {
  const random = createRandom(1);
  const probabilities = Float64Array.from({ length: 4000 }, () => random.uniform());
  const labels = Uint8Array.from(probabilities, (p) => (random.uniform() < p ? 1 : 0));
  const { positive, negative, single, undecided, none } = crossFittedCoverage(labels, probabilities, 0.9);
  expect(single + undecided + none).toBeCloseTo(1, 12);
  for (const coverage of [positive, negative]) {
    expect(coverage).toBeGreaterThan(0.87);
    expect(coverage).toBeLessThan(0.93);
  }
});

test('on real rows, both kinds of interval hold a body mass for nine in ten women', () => {
  const [skin, mass] = [column('triceps'), column('mass')];
  const known = [...mass.keys()].filter((row) => !Number.isNaN(skin[row] + mass[row]));
  const covered: { residual: number[]; quantile: number[] } = { residual: [], quantile: [] };
  for (const [fit, calibrate, judge] of splits(known)) {
    const line = leastSquares(pick(skin, fit), pick(mass, fit));
    const predicted = (rows: readonly number[]) => pick(skin, rows).map(line);
    const margin = residualMargin(pick(mass, calibrate), predicted(calibrate), 0.9);
    // Quantiles that claim far too much: a twentieth of the prediction on either side.
    const [low, high] = [0.95, 1.05].map(
      (share) => (rows: readonly number[]) => predicted(rows).map((value) => share * value),
    );
    const added = quantileMargin(pick(mass, calibrate), low(calibrate), high(calibrate), 0.9);
    expect(added).toBeGreaterThan(0);
    judge.forEach((row, place) => {
      const own = predicted([row])[0];
      covered.residual.push(Number(Math.abs(mass[row] - own) <= margin));
      const [from, to] = [low(judge)[place] - added, high(judge)[place] + added];
      covered.quantile.push(Number(from <= mass[row] && mass[row] <= to));
    });
  }
  for (const kind of [covered.residual, covered.quantile]) {
    expect(mean(kind)).toBeGreaterThan(0.885);
    expect(mean(kind)).toBeLessThan(0.925);
  }
});

test('too few rows for the level make an interval without end, and quantiles that were too wide are narrowed', () => {
  const eight = Float64Array.from({ length: 8 }, (_, row) => row);
  expect(residualMargin(eight, new Float64Array(8), 0.9)).toBe(Number.POSITIVE_INFINITY);
  const many = Float64Array.from({ length: 99 }, (_, row) => row / 99);
  const margin = quantileMargin(many, new Float64Array(99).fill(-5), new Float64Array(99).fill(6), 0.9);
  expect(margin).toBeLessThan(-4);
});

function leastSquares(x: Float64Array, y: Float64Array): (value: number) => number {
  const [meanX, meanY] = [mean([...x]), mean([...y])];
  const slope =
    mean([...x].map((value, row) => (value - meanX) * (y[row] - meanY))) /
    mean([...x].map((value) => (value - meanX) ** 2));
  return (value) => meanY + slope * (value - meanX);
}
