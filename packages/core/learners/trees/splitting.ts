/** Finds the best split of a leaf from its histogram. */
import type { CategoryBins, FeatureBins, NumberBins } from './binning.ts';
import { categorySplit } from './category-splitting.ts';
import { leafScore, leafValue } from './gain.ts';
import type { Histogram } from './histogram.ts';
import { packedGradient, packedHessian } from './packed.ts';
import type { CategorySettings } from './settings.ts';

export interface Split {
  readonly feature: number;
  readonly gain: number;
  /** Last bin that goes left; of a category -1. */
  readonly lastLeft: number;
  /** Bins that go left, null where the feature is a number. */
  readonly leftBins: readonly number[] | null;
  readonly missingLeft: boolean;
  /** Packed sums and number of rows of the left side. */
  readonly left: number;
  readonly leftRows: number;
}

export interface SplitRules {
  readonly minRows: number;
  readonly minHessian: number;
  readonly lambda: number;
  readonly minGain: number;
  readonly categories: CategorySettings;
  /** 1, 0 or -1 a feature. */
  readonly monotone: Int8Array;
  /** What a unit of the packed sums is worth. */
  readonly gradientUnit: number;
  readonly hessianUnit: number;
}

/** A leaf that may be split: what it holds and between what its value must stay. */
export interface Content {
  readonly packed: number;
  readonly rows: number;
  readonly lower: number;
  readonly upper: number;
}

/** Least gain as a share of the leaf's own score: below it differences are rounding. */
const relativeGain = 1e-9;

/**
 * @param starts where each feature's bins start in the histogram
 * @param asked the features that may be asked
 */
export function bestSplit(
  histogram: Histogram,
  features: readonly FeatureBins[],
  starts: Int32Array,
  asked: Int32Array,
  leaf: Content,
  rules: SplitRules,
): Split | null {
  if (leaf.rows < 2 * rules.minRows) return null;
  const own = scoreOf(leaf, rules);
  const least = own + Math.max(rules.minGain, relativeGain * Math.abs(own));
  let best: Split | null = null;
  let bestScore = least;
  for (const feature of asked) {
    const bins = features[feature];
    const found =
      bins.kind === 'number'
        ? numberSplit(histogram, bins, starts[feature], feature, leaf, rules, bestScore)
        : categorySplit(histogram, bins, starts[feature], feature, leaf, rules, bestScore);
    if (!found) continue;
    best = { ...found, gain: found.gain - own };
    bestScore = found.gain;
  }
  return best;
}

function scoreOf({ packed, lower, upper }: Content, rules: SplitRules): number {
  const gradient = packedGradient(packed) * rules.gradientUnit;
  const hessian = packedHessian(packed) * rules.hessianUnit;
  return leafScore(gradient, hessian, rules.lambda, leafValue(gradient, hessian, rules.lambda, lower, upper));
}

/**
 * The best threshold, with missing values on either side. `gain` is the score of both sides together.
 * @param toBeat score above which a split counts
 */
function numberSplit(
  { sums, counts }: Histogram,
  { missing }: NumberBins,
  start: number,
  feature: number,
  leaf: Content,
  rules: SplitRules,
  toBeat: number,
): Split | null {
  const { minRows, minHessian, lambda, gradientUnit, hessianUnit } = rules;
  const { lower, upper } = leaf;
  const direction = rules.monotone[feature];
  const leafHessian = packedHessian(leaf.packed);
  const leafGradient = leaf.packed - leafHessian * 2 ** 27;
  const missingSum = sums[start + missing];
  const missingRows = counts[start + missing];
  const presentRows = leaf.rows - missingRows;
  let [sum, rows] = [0, 0];
  let best = toBeat;
  let [lastLeft, left, leftRows, missingLeft] = [-1, 0, 0, false];
  for (let bin = 0; bin < missing; bin++) {
    const count = counts[start + bin];
    if (count === 0) continue;
    sum += sums[start + bin];
    rows += count;
    // With all present values on the left, only the missing ones are left for the right.
    const sides = missingRows > 0 && rows < presentRows ? 2 : 1;
    for (let side = 0; side < sides; side++) {
      const candidate = side === 1 ? sum + missingSum : sum;
      const candidateRows = side === 1 ? rows + missingRows : rows;
      if (candidateRows < minRows || leaf.rows - candidateRows < Math.max(1, minRows)) continue;
      const units = packedHessian(candidate);
      const hessianLeft = units * hessianUnit;
      const hessianRight = (leafHessian - units) * hessianUnit;
      if (hessianLeft < minHessian || hessianRight < minHessian) continue;
      const gradientUnits = candidate - units * 2 ** 27;
      const gradientLeft = gradientUnits * gradientUnit;
      const gradientRight = (leafGradient - gradientUnits) * gradientUnit;
      const valueLeft = leafValue(gradientLeft, hessianLeft, lambda, lower, upper);
      const valueRight = leafValue(gradientRight, hessianRight, lambda, lower, upper);
      if (direction * (valueRight - valueLeft) < 0) continue;
      const score =
        leafScore(gradientLeft, hessianLeft, lambda, valueLeft) +
        leafScore(gradientRight, hessianRight, lambda, valueRight);
      if (score <= best) continue;
      best = score;
      lastLeft = bin;
      left = candidate;
      leftRows = candidateRows;
      missingLeft = side === 1;
    }
  }
  if (lastLeft < 0) return null;
  // Where no row is missing, a later one goes where most rows go.
  const decided = missingRows > 0 ? missingLeft : 2 * leftRows >= leaf.rows;
  // A split of present from missing values holds for higher values than training has seen, too.
  const last = leftRows === presentRows && !missingLeft && missingRows > 0 ? missing - 1 : lastLeft;
  return {
    feature,
    gain: best,
    lastLeft: last,
    leftBins: null,
    missingLeft: decided,
    left,
    leftRows,
  };
}

/** 1 for each bin that goes left; shape [256]. */
export function leftTable(split: Split, { missing }: NumberBins | CategoryBins): Uint8Array {
  const table = new Uint8Array(256);
  if (split.leftBins) for (const bin of split.leftBins) table[bin] = 1;
  else table.fill(1, 0, split.lastLeft + 1);
  table[missing] = split.missingLeft ? 1 : 0;
  return table;
}
