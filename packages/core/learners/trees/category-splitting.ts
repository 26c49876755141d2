/**
 * Many levels against many: ranked by gradient over hessian, the best group is among the first or the last of them
 * (Fisher 1958), so that only as many candidates as levels are tried.
 */
import type { CategoryBins } from './binning.ts';
import { leafScore, leafValue } from './gain.ts';
import type { Histogram } from './histogram.ts';
import { packedGradient, packedHessian } from './packed.ts';
import type { Content, Split, SplitRules } from './splitting.ts';

/** So few levels are parted without the penalty on guessing among many. */
const fewLevels = 4;

/**
 * The best group of levels, in which missing values count as one. Levels without a bin of their own and those that
 * training has not seen go right. `gain` is the score of both sides together.
 * @param toBeat score above which a split counts
 */
export function categorySplit(
  histogram: Histogram,
  bins: CategoryBins,
  start: number,
  feature: number,
  leaf: Content,
  rules: SplitRules,
  toBeat: number,
): Split | null {
  const ranked = rankedBins(histogram, bins, start, rules);
  let best: Group | null = null;
  for (const order of [ranked, ranked.toReversed()]) {
    const group = bestGroup(histogram, order, start, leaf, rules, best ? best.score : toBeat);
    if (group) best = group;
  }
  if (!best) return null;
  return {
    feature,
    gain: best.score,
    lastLeft: -1,
    leftBins: best.bins.filter((bin) => bin !== bins.missing),
    missingLeft: best.bins.includes(bins.missing),
    left: best.packed,
    leftRows: best.rows,
  };
}

function rankedBins(
  { sums, counts }: Histogram,
  { levels, missing }: CategoryBins,
  start: number,
  { categories, gradientUnit, hessianUnit }: SplitRules,
): readonly number[] {
  const ratio = (bin: number): number => {
    const packed = sums[start + bin];
    const hessian = packedHessian(packed) * hessianUnit + categories.smoothing;
    return (packedGradient(packed) * gradientUnit) / Math.max(hessian, Number.MIN_VALUE);
  };
  return [...levels.keys(), missing]
    .filter((bin) => counts[start + bin] >= Math.max(1, categories.smoothing))
    .map((bin) => ({ bin, ratio: ratio(bin) }))
    .sort((a, b) => a.ratio - b.ratio || a.bin - b.bin)
    .map(({ bin }) => bin);
}

interface Group {
  readonly bins: readonly number[];
  readonly score: number;
  readonly packed: number;
  readonly rows: number;
}

/** The best of the groups that hold the first so many bins of the order. */
function bestGroup(
  { sums, counts }: Histogram,
  order: readonly number[],
  start: number,
  leaf: Content,
  rules: SplitRules,
  toBeat: number,
): Group | null {
  const { categories, minRows } = rules;
  const lambda = rules.lambda + (order.length > fewLevels ? categories.lambda : 0);
  let best: Group | null = null;
  let [packed, rows, grown] = [0, 0, 0];
  for (let count = 1; count <= Math.min(categories.mostLevels, order.length); count++) {
    const place = start + order[count - 1];
    packed += sums[place];
    rows += counts[place];
    grown += counts[place];
    const restRows = leaf.rows - rows;
    if (restRows < Math.max(minRows, 1, categories.minRowsPerGroup)) break;
    if (rows < minRows || grown < categories.minRowsPerGroup) continue;
    grown = 0;
    const score = scoreOfSides(packed, leaf, lambda, rules);
    if (score <= (best ? best.score : toBeat)) continue;
    best = { bins: order.slice(0, count), score, packed, rows };
  }
  return best;
}

/** -Infinity where a side has too little hessian. */
function scoreOfSides(packed: number, leaf: Content, lambda: number, rules: SplitRules): number {
  let score = 0;
  for (const side of [packed, leaf.packed - packed]) {
    const gradient = packedGradient(side) * rules.gradientUnit;
    const hessian = packedHessian(side) * rules.hessianUnit;
    if (hessian < rules.minHessian) return Number.NEGATIVE_INFINITY;
    score += leafScore(
      gradient,
      hessian,
      lambda,
      leafValue(gradient, hessian, lambda, leaf.lower, leaf.upper),
    );
  }
  return score;
}
