/** Settings that hold up on tables of some hundred to some hundred thousand rows; found by cross-validation of several. */
import type { TreesSettings } from './trees/settings.ts';
import { defaultTrees } from './trees/settings.ts';
import type { LogisticSettings } from './logistic-regression.ts';

export const logisticDefaults: LogisticSettings = { name: 'logisticRegression', penalty: 1, replicates: 100 };

/** Many small steps, strongly held back, each member on a resample of its own. */
export const treesDefaults: TreesSettings = {
  ...defaultTrees,
  trees: 400,
  leaves: 6,
  learningRate: 0.05,
  minRows: 20,
  lambda: 10,
  featureFraction: 0.5,
  members: 8,
  patience: 20,
};
