/** Boosted trees as data. */

/**
 * A tree in arrays, one place a node; node 0 is the root. A row at a number split goes left where its value is at most
 * `threshold`, at a category split where its position is among `members`, and where it is missing as `missingLeft` says.
 */
export interface Tree {
  /** Index of the raw feature that is asked, -1 at a leaf; shape [nodes]. */
  readonly feature: Int32Array;
  /** Compared in float32, as the raw features are; NaN at leaves and category splits. */
  readonly threshold: Float32Array;
  /** Positions of the levels that go left, null where no category is asked. */
  readonly members: readonly (Int32Array | null)[];
  /** 1: a missing value goes left. */
  readonly missingLeft: Uint8Array;
  /** Nodes that follow; -1 at a leaf. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What a leaf adds to the log-odds; 0 at inner nodes. */
  readonly value: Float64Array;
  /** Sum of the weights of the training rows that came by (for TreeSHAP). */
  readonly cover: Float64Array;
}

/** Log-odds of a row = base + scale × the sum of the leaves it falls into. */
export interface TreeEnsemble {
  /** Width of a raw row. */
  readonly features: number;
  readonly base: number;
  /** 1, or one over the number of bagged models whose trees stand side by side. */
  readonly scale: number;
  readonly trees: readonly Tree[];
}

/** Trees of a learner, which TreeSHAP explains outside the graph; `factor` is by what their log-odds enter the learner's. */
export interface TreePart {
  readonly factor: number;
  readonly ensemble: TreeEnsemble;
}
