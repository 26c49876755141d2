/** The table a learner reads: one row a record, one column a feature, NaN where a value is missing. */

/** `count` is scaled by log(1 + x), `flag` is 0 or 1, `number` is scaled as it is. */
export interface NumericFeature {
  readonly name: string;
  readonly kind: 'number' | 'count' | 'flag';
  /** UCUM-like unit, null where the feature has none. */
  readonly unit: string | null;
}

/** Holds the position of a level in `levels`; the position after the last stands for a level that training has not seen. */
interface CategoryFeature {
  readonly name: string;
  readonly kind: 'category';
  readonly unit: null;
  readonly levels: readonly string[];
}

/** What a column is. */
export type FeatureDefinition = NumericFeature | CategoryFeature;

/** `values` is row-major, shape [rows, features.length]. */
export interface FeatureMatrix {
  readonly features: readonly FeatureDefinition[];
  readonly rows: number;
  readonly values: Float32Array;
}

/** A matrix with its 0/1 labels (shape [rows]) and the record id of each row. */
export interface LabelledMatrix extends FeatureMatrix {
  readonly labels: Uint8Array;
  readonly ids: Int32Array;
}

/** One raw record by feature name, as it arrives for scoring: a category by its level; null is missing. */
export type FeatureRow = Readonly<Record<string, number | string | null>>;
