/** What can be chosen about boosted trees. */

export interface TreesSettings {
  readonly name: 'boostedTrees';
  /** Most trees of a member. */
  readonly trees: number;
  /** Most leaves of a tree. */
  readonly leaves: number;
  /** What every leaf is multiplied with. */
  readonly learningRate: number;
  /** Fewest training rows in a leaf. */
  readonly minRows: number;
  /** Smallest sum of hessians (weight × p (1 − p)) in a leaf. */
  readonly minHessian: number;
  /** L2 penalty of a leaf's value. */
  readonly lambda: number;
  /** A split must gain more than this. */
  readonly minGain: number;
  /** Most bins of a feature, 2 to 255; missing values have one of their own beside them. */
  readonly bins: number;
  /** Share of the features that a tree may ask. */
  readonly featureFraction: number;
  /** Share of the rows that a tree is grown on. */
  readonly rowFraction: number;
  /** Models whose mean predicts. More than one: each on its own bootstrap resample, judged by the rows it has not drawn. */
  readonly members: number;
  /** Share of the rows that judge when to stop where there is one member; 0: none. */
  readonly validationShare: number;
  /** Trees without a better validation loss after which the best are taken; null: all trees are grown. */
  readonly patience: number | null;
  /** By feature name: 1, the log-odds never fall where the feature rises; -1, they never rise. */
  readonly monotone: Readonly<Record<string, 1 | -1>>;
  readonly categories: CategorySettings;
}

/** How categories are parted, with LightGBM's meaning and defaults. */
export interface CategorySettings {
  /** Added to a level's hessians when levels are ranked, and the fewest rows of a level that is ranked. */
  readonly smoothing: number;
  /** Added to `lambda` at splits of more than four levels. */
  readonly lambda: number;
  /** Fewest rows by which a group of levels grows between two candidates. */
  readonly minRowsPerGroup: number;
  /** Most levels on the side that is listed. */
  readonly mostLevels: number;
}

export const defaultCategories: CategorySettings = {
  smoothing: 10,
  lambda: 10,
  minRowsPerGroup: 100,
  mostLevels: 32,
};

export const defaultTrees: TreesSettings = {
  name: 'boostedTrees',
  trees: 200,
  leaves: 15,
  learningRate: 0.1,
  minRows: 20,
  minHessian: 1e-3,
  lambda: 0,
  minGain: 0,
  bins: 255,
  featureFraction: 1,
  rowFraction: 1,
  members: 1,
  validationShare: 0,
  patience: null,
  monotone: {},
  categories: defaultCategories,
};
