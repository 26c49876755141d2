/** Which row is held out when: the same for all contenders. */
import { repeatedSeeds, stratifiedFolds } from '@praxis/core';

export const folds = 5;
export const seed = 0;

/** As the product deals them to rows without groups and times. @returns a fold from 1 for each row, for each repeat */
export function dealtFolds(labels: Uint8Array, repeats: number): readonly Int8Array[] {
  return repeatedSeeds(seed, repeats).map((dealing) => stratifiedFolds(labels, folds, dealing));
}
