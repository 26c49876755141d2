import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { compareAuroc } from './auroc.ts';
import { comparePredictions } from './comparison.ts';

const rows = 400;
const random = createRandom(7);
const truth = Float64Array.from({ length: rows }, () => random.uniform());
const labels = Uint8Array.from(truth, (p) => (random.uniform() < p ? 1 : 0));

test('a model that knows more is better by all three, beyond doubt', () => {
  const guess = truth.map((p) => 0.5 + 0.1 * (p - 0.5) + 0.3 * (random.uniform() - 0.5));
  const { auroc, brier, logLoss } = comparePredictions(labels, truth, guess);
  expect(auroc.lower).toBeGreaterThan(0);
  for (const { upper, p } of [brier, logLoss]) {
    expect(upper).toBeLessThan(0);
    expect(p).toBeLessThan(0.05);
  }
});

test('turning the comparison round turns every sign round and leaves p', () => {
  const other = truth.map((p) => p ** 2);
  const there = comparePredictions(labels, truth, other);
  const back = comparePredictions(labels, other, truth);
  for (const key of ['brier', 'logLoss'] as const) {
    expect(back[key].difference).toBeCloseTo(-there[key].difference, 12);
    expect(back[key].lower).toBeCloseTo(-there[key].upper, 12);
    expect(back[key].p).toBeCloseTo(there[key].p, 12);
  }
  // A rising function changes no rank.
  expect(there.auroc).toEqual({ difference: 0, lower: 0, upper: 0, p: 1 });
});

test('a model is not told apart from itself', () => {
  const same = { difference: 0, lower: 0, upper: 0, p: 1 };
  expect(comparePredictions(labels, truth, truth)).toEqual({ auroc: same, brier: same, logLoss: same });
});

test('losses are compared in pairs: mean and standard error of the differences, worked out by hand', () => {
  const { brier } = comparePredictions(
    Uint8Array.of(1, 0, 1, 0),
    Float64Array.of(0.5, 0.5, 0.5, 0.5),
    Float64Array.of(0.9, 0.1, 0.6, 0.3),
  );
  // Losses 0.25 less 0.01, 0.01, 0.16 and 0.09: differences 0.24, 0.24, 0.09 and 0.16.
  expect(brier.difference).toBeCloseTo(0.1825, 12);
  const error = Math.sqrt((2 * 0.0575 ** 2 + 0.0925 ** 2 + 0.0225 ** 2) / 3 / 4);
  expect(brier.upper - brier.difference).toBeCloseTo(1.959963984540054 * error, 12);
});

test('rows that each stand twice for one group tell no more than once', () => {
  const twice = <Values extends Uint8Array | Float64Array>(values: Values, into: Values): Values => {
    values.forEach((value, row) => {
      into[2 * row] = value;
      into[2 * row + 1] = value;
    });
    return into;
  };
  const guess = truth.map((p) => 0.5 + 0.1 * (p - 0.5) + 0.3 * (random.uniform() - 0.5));
  const once = comparePredictions(labels, truth, guess);
  const both = [
    twice(labels, new Uint8Array(2 * rows)),
    twice(truth, new Float64Array(2 * rows)),
    twice(guess, new Float64Array(2 * rows)),
  ] as const;
  const grouped = comparePredictions(
    ...both,
    Int32Array.from({ length: 2 * rows }, (_, row) => row >> 1),
  );
  for (const key of ['auroc', 'brier', 'logLoss'] as const) {
    expect(grouped[key].difference).toBeCloseTo(once[key].difference, 12);
    expect(grouped[key].lower).toBeCloseTo(once[key].lower, 10);
  }
  // Taken for rows of their own they would seem to tell more.
  const alone = comparePredictions(...both);
  const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
  expect(width(alone.auroc) / width(once.auroc)).toBeCloseTo(Math.SQRT1_2, 2);
});

test('where events and others share groups, the error of the AUROC difference is that of resampled groups', () => {
  const clusters = 120;
  const size = 8;
  const own = Float64Array.from({ length: clusters }, () => random.normal());
  const group = Int32Array.from({ length: clusters * size }, (_, row) => Math.floor(row / size));
  const events = Uint8Array.from(group, (of) => (random.uniform() < 1 / (1 + Math.exp(2 - own[of])) ? 1 : 0));
  const a = Float64Array.from(group, (of, row) => own[of] + events[row] + random.normal());
  const b = Float64Array.from(group, (of, row) => 0.5 * own[of] + 0.5 * events[row] + random.normal());
  const { difference, upper } = compareAuroc(events, a, b, group);
  const draws = Array.from({ length: 600 }, () => {
    const rows = Array.from({ length: clusters }, () => random.below(clusters)).flatMap((of) =>
      Array.from({ length: size }, (_, at) => of * size + at),
    );
    const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
    const labels = Uint8Array.from(rows, (row) => events[row]);
    return compareAuroc(labels, pick(a), pick(b)).difference;
  });
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const error = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws.length - 1));
  // 600 draws know an error to about 3 %; 10 % leaves room for what the resampling itself is off by.
  expect((upper - difference) / 1.959963984540054 / error).toBeGreaterThan(0.9);
  expect((upper - difference) / 1.959963984540054 / error).toBeLessThan(1.1);
});
