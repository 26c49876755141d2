import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import type { FeatureBins } from './binning.ts';
import { createHistogram, type Histogram } from './histogram.ts';
import { hessianPlace } from './packed.ts';
import { defaultCategories } from './settings.ts';
import { bestSplit, type Content, leftTable, type Split, type SplitRules } from './splitting.ts';

const rules: SplitRules = {
  minRows: 3,
  minHessian: 20,
  lambda: 1.5,
  minGain: 0,
  categories: { ...defaultCategories, smoothing: 0, lambda: 0, minRowsPerGroup: 1 },
  monotone: Int8Array.of(0),
  gradientUnit: 1,
  hessianUnit: 1,
};

interface Bin {
  readonly gradient: number;
  readonly hessian: number;
  readonly rows: number;
}

function randomBins(seed: number, count: number): readonly Bin[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const rows = random.below(6);
    return rows === 0
      ? { gradient: 0, hessian: 0, rows }
      : { gradient: random.below(201) - 100, hessian: 1 + random.below(60), rows };
  });
}

function total(bins: readonly Bin[]): Bin {
  return bins.reduce(
    (sum, bin) => ({
      gradient: sum.gradient + bin.gradient,
      hessian: sum.hessian + bin.hessian,
      rows: sum.rows + bin.rows,
    }),
    { gradient: 0, hessian: 0, rows: 0 },
  );
}

function histogramOf(bins: readonly Bin[]): Histogram {
  const histogram = createHistogram(bins.length);
  bins.forEach(({ gradient, hessian, rows }, bin) => {
    histogram.sums[bin] = hessian * hessianPlace + gradient;
    histogram.counts[bin] = rows;
  });
  return histogram;
}

function contentOf(bins: readonly Bin[], bounds: Pick<Content, 'lower' | 'upper'> = unbounded): Content {
  const { gradient, hessian, rows } = total(bins);
  return { packed: hessian * hessianPlace + gradient, rows, ...bounds };
}

const unbounded = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

/** The last bin is that of missing values. */
function find(bins: readonly Bin[], feature: FeatureBins, given = rules): Split | null {
  return bestSplit(
    histogramOf(bins),
    [feature],
    Int32Array.of(0, bins.length),
    Int32Array.of(0),
    contentOf(bins),
    given,
  );
}

/** G²/(H+λ) of both sides less that of the whole; null where a side is too small. */
function gainOf(bins: readonly Bin[], isLeft: (bin: number) => boolean, lambda: number): number | null {
  const left = total(bins.filter((_, bin) => isLeft(bin)));
  const right = total(bins.filter((_, bin) => !isLeft(bin)));
  for (const { rows, hessian } of [left, right]) {
    if (rows < rules.minRows || hessian < rules.minHessian) return null;
  }
  const score = ({ gradient, hessian }: Bin) => gradient ** 2 / (hessian + lambda);
  return score(left) + score(right) - score(total(bins));
}

const numbers: FeatureBins = { kind: 'number', cuts: new Float32Array(7), missing: 8 };

test('the gain of the split is the best of all thresholds with missing values on either side', () => {
  let found = 0;
  for (let seed = 0; seed < 200; seed++) {
    const bins = randomBins(seed, 9);
    const gains = [0, 1, 2, 3, 4, 5, 6, 7]
      .flatMap((last) => [
        gainOf(bins, (bin) => bin <= last, rules.lambda),
        gainOf(bins, (bin) => bin <= last || bin === 8, rules.lambda),
      ])
      .filter((gain) => gain !== null);
    const best = Math.max(...gains);
    const split = find(bins, numbers);
    // Below a billionth of the leaf's own score a gain is rounding.
    if (!split) {
      expect(best).toBeLessThan(1e-6);
      continue;
    }
    found++;
    expect(split.gain).toBeCloseTo(best, 8);
    const table = leftTable(split, numbers);
    expect(gainOf(bins, (bin) => table[bin] === 1, rules.lambda)).toBeCloseTo(best, 8);
    const left = total(bins.filter((_, bin) => table[bin] === 1));
    expect([split.left, split.leftRows]).toEqual([left.hessian * hessianPlace + left.gradient, left.rows]);
  }
  expect(found).toBeGreaterThan(100);
});

test('without missing values a later one goes where most rows go', () => {
  const bins = [
    { gradient: 100, hessian: 50, rows: 10 },
    { gradient: -100, hessian: 50, rows: 30 },
    { gradient: 0, hessian: 0, rows: 0 },
  ];
  const feature: FeatureBins = { kind: 'number', cuts: Float32Array.of(0.5), missing: 2 };
  expect(find(bins, feature)).toMatchObject({ lastLeft: 0, missingLeft: false });
  expect(find([bins[1], bins[0], bins[2]], feature)).toMatchObject({ lastLeft: 0, missingLeft: true });
});

test('where only missing values differ they are parted from all others, also from higher ones than seen', () => {
  const bins = [
    { gradient: 50, hessian: 50, rows: 10 },
    { gradient: 0, hessian: 0, rows: 0 },
    { gradient: -100, hessian: 50, rows: 10 },
  ];
  const feature: FeatureBins = { kind: 'number', cuts: Float32Array.of(0.5), missing: 2 };
  expect(find(bins, feature)).toMatchObject({ lastLeft: 1, missingLeft: false });
});

test('a monotone feature is not split against its direction', () => {
  const bins = [
    { gradient: -100, hessian: 50, rows: 10 },
    { gradient: 100, hessian: 50, rows: 10 },
    { gradient: 0, hessian: 0, rows: 0 },
  ];
  const feature: FeatureBins = { kind: 'number', cuts: Float32Array.of(0.5), missing: 2 };
  // A negative gradient asks for higher log-odds, so they fall from left to right here.
  expect(find(bins, feature, { ...rules, monotone: Int8Array.of(1) })).toBeNull();
  expect(find(bins, feature, { ...rules, monotone: Int8Array.of(-1) })).not.toBeNull();
});

test('no split that gains less than asked', () => {
  const bins = randomBins(4, 9);
  const gain = find(bins, numbers)?.gain ?? Number.NaN;
  expect(find(bins, numbers, { ...rules, minGain: gain * 1.001 })).toBeNull();
  expect(find(bins, numbers, { ...rules, minGain: gain * 0.999 })).not.toBeNull();
});

test('without penalty and smoothing the best of all groups of levels is found, missing as one of them', () => {
  const free = { ...rules, lambda: 0, minHessian: 0.5, minRows: 1 };
  const feature: FeatureBins = { kind: 'category', levels: Int32Array.of(3, 0, 2, 5, 1), missing: 6 };
  for (let seed = 0; seed < 60; seed++) {
    // Bin 5 is for levels without a bin: they always go right, so here they are empty.
    const bins = randomBins(seed, 7).map((bin, index) =>
      index === 5 ? { gradient: 0, hessian: 0, rows: 0 } : bin,
    );
    let best = 0;
    for (let group = 1; group < 2 ** 7; group++) {
      const left = total(bins.filter((_, bin) => (group >> bin) & 1));
      const right = total(bins.filter((_, bin) => !((group >> bin) & 1)));
      if (left.rows === 0 || right.rows === 0) continue;
      const whole = total(bins);
      const score = ({ gradient, hessian }: Bin) => gradient ** 2 / hessian;
      best = Math.max(best, score(left) + score(right) - score(whole));
    }
    const split = find(bins, feature, free);
    if (best > 1e-6) expect(split?.gain).toBeCloseTo(best, 8);
    if (split) expect(leftTable(split, feature)[5]).toBe(0);
  }
});

test('levels of fewer rows than the smoothing are not listed, and a group grows by as many rows as asked', () => {
  const feature: FeatureBins = { kind: 'category', levels: Int32Array.of(0, 1, 2), missing: 4 };
  const bins = [
    { gradient: 90, hessian: 30, rows: 30 },
    { gradient: -90, hessian: 30, rows: 30 },
    { gradient: 50, hessian: 30, rows: 9 },
    { gradient: 0, hessian: 0, rows: 0 },
    { gradient: 0, hessian: 0, rows: 0 },
  ];
  const smoothed = { ...rules, categories: { ...defaultCategories, minRowsPerGroup: 1 } };
  expect(find(bins, feature, smoothed)?.leftBins).not.toContain(2);
  const grouped = { ...rules, categories: { ...defaultCategories, minRowsPerGroup: 31 } };
  expect(find(bins, feature, grouped)).toBeNull();
});
