import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldSplits,
  groupedFolds,
  randomFolds,
  repeatedSeeds,
  stratifiedFolds,
  timeFolds,
  timeSplit,
} from './splits.ts';

const labels = Uint8Array.from({ length: 103 }, (_, row) => (row % 9 === 0 ? 1 : 0));
const fold = stratifiedFolds(labels, 5, 7);

/** Rows (and of them, events) in each fold. */
function shares(folds: Int8Array, kinds: Uint8Array, kind?: number): number[] {
  return [1, 2, 3, 4, 5].map(
    (k) => folds.filter((f, row) => f === k && (kind === undefined || kinds[row] === kind)).length,
  );
}
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

test('folds share rows and events out evenly', () => {
  expect(spread(shares(fold, labels))).toBeLessThanOrEqual(1);
  expect(spread(shares(fold, labels, 1))).toBeLessThanOrEqual(1);
  expect(spread(shares(randomFolds(103, 5, 7), labels))).toBeLessThanOrEqual(1);
});

test('a seed repeats its folds, another seed makes others', () => {
  const groups = Int32Array.from({ length: 103 }, (_, row) => row % 40);
  for (const split of [
    (seed: number) => stratifiedFolds(labels, 5, seed),
    (seed: number) => randomFolds(103, 5, seed),
    (seed: number) => groupedFolds(groups, labels, 5, seed),
  ]) {
    expect(split(7)).toEqual(split(7));
    expect(split(8)).not.toEqual(split(7));
  }
  expect(repeatedSeeds(3, 3)).toEqual([3, 4, 5]);
});

const rowsOf = fc.array(
  fc.record({
    group: fc.integer({ min: -5, max: 30 }),
    label: fc.integer({ min: 0, max: 1 }),
    time: fc.integer({ min: 0, max: 50 }),
  }),
  { minLength: 20, maxLength: 200 },
);

test('no group is in two folds, and every row is in one', () => {
  fc.assert(
    fc.property(rowsOf, fc.integer({ min: 2, max: 10 }), fc.nat(), (rows, folds, seed) => {
      const groups = Int32Array.from(rows, ({ group }) => group);
      const kinds = Uint8Array.from(rows, ({ label }) => label);
      const dealt = groupedFolds(groups, kinds, folds, seed);
      const foldOf = new Map<number, number>();
      dealt.forEach((f, row) => {
        expect(f).toBeGreaterThanOrEqual(1);
        expect(f).toBeLessThanOrEqual(folds);
        expect(foldOf.get(groups[row]) ?? f).toBe(f);
        foldOf.set(groups[row], f);
      });
    }),
  );
});

test('groups are dealt so that folds are even in rows and events, and single rows as evenly as strata', () => {
  const single = groupedFolds(Int32Array.from(labels.keys()), labels, 5, 7);
  expect(spread(shares(single, labels))).toBeLessThanOrEqual(1);
  expect(spread(shares(single, labels, 1))).toBeLessThanOrEqual(1);

  const groups = Int32Array.from({ length: 1000 }, (_, row) => Math.floor(Math.sqrt(row)));
  const kinds = Uint8Array.from(groups, (group, row) => (row % (2 + (group % 7)) === 0 ? 1 : 0));
  const dealt = groupedFolds(groups, kinds, 5, 7);
  // 200 rows and 50 events a fold, of groups of up to 63 rows: within half a large group, and a tenth of the events.
  expect(spread(shares(dealt, kinds))).toBeLessThanOrEqual(31);
  expect(spread(shares(dealt, kinds, 1))).toBeLessThanOrEqual(5);
});

test('no row is trained on whose label was not known when the held-out window began', () => {
  fc.assert(
    fc.property(
      rowsOf,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 20 }),
      (rows, folds, delay) => {
        const times = Float64Array.from(rows, ({ time }) => time);
        fc.pre(Math.max(...times) - Math.min(...times) > delay + 25);
        let tested = 0;
        for (const { train, test: held } of timeFolds(times, folds, delay)) {
          const begin = Math.min(...Array.from(held, (row) => times[row]));
          expect(train.length).toBeGreaterThan(0);
          expect(held.length).toBeGreaterThan(0);
          for (const row of train) {
            expect(times[row] + delay).toBeLessThanOrEqual(begin);
            expect(held).not.toContain(row);
          }
          tested += held.length;
        }
        // The windows do not overlap and reach to the last row.
        expect(tested).toBeLessThan(rows.length);
      },
    ),
  );
});

test('windows of time follow each other to the last row, about alike in size', () => {
  const times = Float64Array.from({ length: 120 }, (_, row) => 119 - row);
  const splits = timeFolds(times, 5, 10);
  expect(splits.map(({ test: held }) => held.length)).toEqual([18, 18, 18, 18, 19]);
  expect(splits.map(({ train }) => train.length)).toEqual([20, 38, 56, 74, 92]);
  expect(splits.flatMap(({ test: held }) => [...held]).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 91 }, (_, row) => row),
  );
});

test('a label delay longer than the data is refused, not trained on nothing', () => {
  expect(() => timeFolds(Float64Array.of(0, 1, 2, 3), 2, 10)).toThrow(/span too little/);
  expect(() => timeFolds(Float64Array.of(5, 5, 5, 5), 2, 0)).toThrow(RangeError);
});

test('a window holds its start and not its end, and rows without a time are on neither side', () => {
  const times = Float64Array.of(0, 1, 2, 3, 4, Number.NaN);
  const { train, test: held } = timeSplit(times, { start: 2, end: 4 }, 1);
  expect([[...train], [...held]]).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('each fold is held out once and trained on the others', () => {
  const splits = foldSplits(Int8Array.of(1, 2, 1, 2), 2);
  expect(splits.map(({ train, test: held }) => [[...train], [...held]])).toEqual([
    [
      [1, 3],
      [0, 2],
    ],
    [
      [0, 2],
      [1, 3],
    ],
  ]);
});
