/** Boosted trees inside a graph. */
import { tf, treeLogOdds, treeMemberLogOdds } from '../../tensor/index.ts';
import type { TracedLearner } from '../contract.ts';
import { deviationOf } from '../deviation.ts';
import type { FittedTrees } from './boosted-trees.ts';

/** @param raw shape [batch, features] */
export function traceTrees(
  { ensemble, memberStarts, replicates }: FittedTrees,
  raw: tf.Tensor2D,
): TracedLearner {
  if (replicates < 2) {
    const logOdds = treeLogOdds(ensemble, raw);
    // One model has no spread; as many zeros as there are rows.
    return { logOdds, deviation: tf.mul<tf.Tensor2D>(logOdds, 0) };
  }
  const members = treeMemberLogOdds(ensemble, memberStarts, raw);
  return { logOdds: tf.mean<tf.Tensor2D>(members, 1, true), deviation: deviationOf(members) };
}
