/** Numbers and names as reports write them: no more digits than are known. */
import type { Estimate, LearnerName } from '@praxis/core';

export const count = (value: number): string => value.toLocaleString('en');

/** A figure with its interval. */
export const figure = ({ value, lower, upper }: Estimate, digits: number): string =>
  `${value.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;

/** For people. */
export const learnerWords: Readonly<Record<LearnerName, string>> = {
  logisticRegression: 'logistic regression',
  boostedTrees: 'boosted trees',
  deepTabular: 'deep tabular network',
  blend: 'logistic regression and trees',
  deepBlend: 'logistic regression, trees and network',
  privateLogistic: 'private logistic regression',
  distilled: 'distilled network',
  imported: 'imported model',
};

/** For machines, as `--learner` calls them. */
export const learnerKeys: Readonly<Record<LearnerName, string>> = {
  logisticRegression: 'logistic',
  boostedTrees: 'trees',
  deepTabular: 'deep',
  blend: 'blend',
  deepBlend: 'blend+deep',
  privateLogistic: 'private-logistic',
  distilled: 'distilled',
  imported: 'imported',
};
