/** Conformal sets of a yes or no: the outcomes that cannot be ruled out, right for a known share of rows of each class. */
import { foldSplits, stratifiedFolds } from '../table/splits.ts';

/** An outcome is in the set where the probability given to it is at least its threshold. */
export interface ConformalThresholds {
  readonly positive: number;
  readonly negative: number;
}

/** One outcome, both (`undecided`), or neither (`none`): then no row like it was among those that set the thresholds. */
export type ConformalSet = 'positive' | 'negative' | 'undecided' | 'none';

/**
 * Thresholds by class (Mondrian: Vovk et al. 2005, section 4.5), so that rows of a rare outcome are covered as often as others.
 * A class of too few rows for the level gets 0: it is never ruled out.
 *
 * @param labels 0 or 1, shape [rows]
 * @param probabilities of the positive outcome, by models that have not seen the rows, shape [rows]
 * @param level share of rows whose set shall hold their outcome, between 0 and 1
 */
export function conformalThresholds(
  labels: Uint8Array,
  probabilities: Float64Array,
  level: number,
): ConformalThresholds {
  const positive = probabilities.filter((_, row) => labels[row] === 1);
  const negative = probabilities.filter((_, row) => labels[row] === 0).map((p) => 1 - p);
  return { positive: threshold(positive, level), negative: threshold(negative, level) };
}

/** The largest that at least ⌈(rows + 1) × level⌉ of the rows reach. */
function threshold(own: Float64Array, level: number): number {
  // 0.9 × 20 is a little more than 18 in floating point.
  const needed = Math.ceil((own.length + 1) * level - 1e-9);
  return needed > own.length ? 0 : own.toSorted()[own.length - needed];
}

export function conformalSet({ positive, negative }: ConformalThresholds, probability: number): ConformalSet {
  const yes = probability >= positive;
  const no = 1 - probability >= negative;
  if (yes) return no ? 'undecided' : 'positive';
  return no ? 'negative' : 'none';
}

/** What the sets do to rows that did not set their thresholds. */
export interface ConformalCoverage {
  /** Share of the rows with the outcome, and of those without, whose set holds what happened. */
  readonly positive: number;
  readonly negative: number;
  /** Shares of all rows: of one outcome, of both, of neither. */
  readonly single: number;
  readonly undecided: number;
  readonly none: number;
}

const folds = 5;

/** Thresholds of four fifths of the rows, judged by the last fifth, five times. */
export function crossFittedCoverage(
  labels: Uint8Array,
  probabilities: Float64Array,
  level: number,
): ConformalCoverage {
  const counts = { positive: 0, negative: 0, undecided: 0, none: 0 };
  const covered = { positive: 0, negative: 0 };
  for (const { train, test } of foldSplits(stratifiedFolds(labels, folds, 0), folds)) {
    const thresholds = conformalThresholds(
      Uint8Array.from(train, (row) => labels[row]),
      Float64Array.from(train, (row) => probabilities[row]),
      level,
    );
    for (const row of test) {
      const set = conformalSet(thresholds, probabilities[row]);
      const truth = labels[row] === 1 ? 'positive' : 'negative';
      counts[set]++;
      if (set === truth || set === 'undecided') covered[truth]++;
    }
  }
  const rows = labels.length;
  const events = labels.reduce((sum, label) => sum + label, 0);
  return {
    positive: covered.positive / events,
    negative: covered.negative / (rows - events),
    single: (counts.positive + counts.negative) / rows,
    undecided: counts.undecided / rows,
    none: counts.none / rows,
  };
}
