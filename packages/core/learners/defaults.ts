/** Settings that hold up on tables of some hundred to some hundred thousand rows; found by cross-validation of several. */

import type { DeepSettings } from './deep-tabular.ts';
import type { LogisticSettings } from './logistic-regression.ts';
import type { ChosenTreesSettings } from './trees/choose-leaves.ts';
import { defaultTrees } from './trees/settings.ts';

export const logisticDefaults: LogisticSettings = {
  name: 'logisticRegression',
  penalty: 'crossValidated',
  replicates: 100,
};

/** Strongly held back, each member on a resample of its own; the data choose between small trees and large ones. */
export const treesDefaults: ChosenTreesSettings = {
  ...defaultTrees,
  trees: 500,
  leaves: [4, 24],
  learningRate: 0.1,
  minRows: 10,
  lambda: 5,
  featureFraction: 0.4,
  members: 12,
  patience: 15,
};

/** Many small networks with common layers; each reads the rows of a resample. Strong decay is what small tables need. */
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
