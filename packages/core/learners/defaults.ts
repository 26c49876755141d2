/** Settings that hold up on tables of some hundred to some hundred thousand rows; found by cross-validation of several. */

import type { DeepSettings } from './deep-tabular.ts';
import type { LogisticSettings } from './logistic-regression.ts';
import type { TreesSettings } from './trees/settings.ts';
import { defaultTrees } from './trees/settings.ts';

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

/** Many small networks with common layers; each reads the rows of a resample. */
export const deepDefaults: DeepSettings = {
  name: 'deepTabular',
  members: 32,
  hidden: [32, 16],
  bins: 5,
  learningRate: 5e-3,
  weightDecay: 1,
  batchRows: 256,
  mostEpochs: 60,
  patience: 6,
};
