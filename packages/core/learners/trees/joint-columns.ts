/**
 * Joins features of few bins: their combinations that occur are the bins of one joint column, so that a row adds to a
 * histogram once a column instead of once a feature.
 */
import type { FeatureBins } from './binning.ts';

export interface JointColumn {
  readonly features: readonly number[];
  /** Combinations that occur. */
  readonly size: number;
  /** Bin of each feature in each combination, shape [features, size]. */
  readonly bins: Uint8Array;
  /** Combination of each row, shape [rows]. */
  readonly codes: Uint16Array;
}

/** Most combinations of a joint column: histograms of nine such columns still lie in a core's first cache. */
const mostCombinations = 1024;

/** @param columns bin of each value, column-major [features, rows] */
export function joinColumns(
  features: readonly FeatureBins[],
  columns: Uint8Array,
  rows: number,
): readonly JointColumn[] {
  const bySize = [...features.keys()].sort((a, b) => features[a].missing - features[b].missing || a - b);
  const joined: JointColumn[] = [];
  for (const feature of bySize) {
    const column = columns.subarray(feature * rows, (feature + 1) * rows);
    const last = joined.at(-1);
    const wider = last && joinedWith(last, feature, column, features[feature].missing + 1);
    if (wider) joined[joined.length - 1] = wider;
    else joined.push(single(feature, column, features[feature].missing + 1));
  }
  return joined;
}

function single(feature: number, column: Uint8Array, size: number): JointColumn {
  return {
    features: [feature],
    size,
    bins: Uint8Array.from({ length: size }, (_, bin) => bin),
    codes: Uint16Array.from(column),
  };
}

/** null where more combinations occur than may. */
function joinedWith(
  { features, size, bins, codes }: JointColumn,
  feature: number,
  column: Uint8Array,
  featureSize: number,
): JointColumn | null {
  const codeOf = new Int16Array(size * featureSize).fill(-1);
  const combinations: number[] = [];
  const joint = new Uint16Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const combination = codes[row] * featureSize + column[row];
    let code = codeOf[combination];
    if (code < 0) {
      code = combinations.length;
      if (code === mostCombinations) return null;
      codeOf[combination] = code;
      combinations.push(combination);
    }
    joint[row] = code;
  }
  const former = features.map((_, member) =>
    combinations.map((combination) => bins[member * size + Math.floor(combination / featureSize)]),
  );
  const own = combinations.map((combination) => combination % featureSize);
  return {
    features: [...features, feature],
    size: combinations.length,
    bins: Uint8Array.from([...former, own].flat()),
    codes: joint,
  };
}
