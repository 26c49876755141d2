/** Fits how raw features become the columns a learner reads. Fitted on training rows only. */
import type { FeatureDefinition, FeatureMatrix } from '../table/matrix.ts';
import { columnValues } from '../table/summary.ts';

/**
 * One prepared column = (x − centre) × scale, where x is, by its part: `value`, the feature's value (log(1 + value) for a
 * count); `level`, 1 where a category has this level and 0 elsewhere; `missing`, 1 where the value is missing and 0
 * elsewhere. A missing value, or a level that training has not seen, counts as the mean, so it becomes 0: the average
 * record is all zeros.
 */
export interface PreparedColumn {
  /** Index of the raw feature. */
  readonly feature: number;
  readonly part: 'value' | 'level' | 'missing';
  /** Position of the level, null in other parts. */
  readonly level: number | null;
  /** What the column holds; levels and indicators are flags. */
  readonly kind: 'number' | 'count' | 'flag';
  readonly centre: number;
  readonly scale: number;
}

export interface Preparation {
  readonly features: readonly FeatureDefinition[];
  readonly columns: readonly PreparedColumn[];
}

/** Levels of fewer training rows have no column of their own; together they are what no column says. */
const fewestRowsOfLevel = 5;

/**
 * Measures the training rows. Numbers and counts are brought to standard deviation 1; flags, levels and indicators of
 * missing values keep their step of 1, so that a rare one does not become a huge number. What never varies gets no
 * column.
 */
export function fitPreparation(matrix: FeatureMatrix, rows: Int32Array): Preparation {
  const columns = matrix.features.flatMap((definition, feature) => {
    const values = columnValues(matrix, feature);
    const training = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place++) training[place] = values[rows[place]];
    const present = training.filter((value) => !Number.isNaN(value));
    const missingShare = 1 - present.length / training.length;
    const fitted =
      definition.kind === 'category'
        ? levelColumns(feature, present, definition.levels.length)
        : valueColumn(feature, present, definition.kind);
    if (missingShare > 0 && missingShare < 1) fitted.push(flag(feature, 'missing', null, missingShare));
    return fitted;
  });
  return { features: matrix.features, columns };
}

function valueColumn(feature: number, present: Float64Array, kind: PreparedColumn['kind']): PreparedColumn[] {
  const { mean, deviation } = moments(present.map(kind === 'count' ? logarithm : Number));
  if (deviation === 0) return [];
  const scale = kind === 'flag' ? 1 : 1 / deviation;
  return [{ feature, part: 'value', level: null, kind, centre: mean, scale }];
}

/** One flag a level; of two levels the second alone, as the first is its opposite. */
function levelColumns(feature: number, present: Float64Array, levels: number): PreparedColumn[] {
  const counts = new Int32Array(levels);
  for (const position of present) if (position < levels) counts[position]++;
  const own = [...counts.keys()].filter(
    (level) => counts[level] >= fewestRowsOfLevel && counts[level] < present.length,
  );
  const opposites = own.length === 2 && counts[own[0]] + counts[own[1]] === present.length;
  const kept = opposites ? own.slice(1) : own;
  return kept.map((level) => flag(feature, 'level', level, counts[level] / present.length));
}

function flag(
  feature: number,
  part: PreparedColumn['part'],
  level: number | null,
  share: number,
): PreparedColumn {
  return { feature, part, level, kind: 'flag', centre: share, scale: 1 };
}

/** A count below 0 is taken as 0, here as in the graph. */
function logarithm(count: number): number {
  return Math.log1p(Math.max(0, count));
}

function moments(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
