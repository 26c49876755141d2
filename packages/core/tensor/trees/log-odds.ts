/** Boosted trees as operations of a model: eager, and in what `exportGraph` writes. */
import type { TreeEnsemble } from '../../learners/trees/ensemble.ts';
import { modelPlace, TraceError } from '../errors.ts';
import { tf } from '../tf.ts';
import { attributesOf, missingPosition } from './attributes.ts';
import { treeKernel } from './kernel.ts';

/**
 * Log-odds of raw rows: base + scale × the sum of the leaves.
 *
 * @param raw [batch, features], NaN where missing, categories as positions
 * @returns [batch, 1]
 * @throws TraceError where the width differs, or inside a gradient or training step
 */
export function treeLogOdds(ensemble: TreeEnsemble, raw: tf.Tensor2D): tf.Tensor2D {
  return sums(ensemble, [0], ensemble.scale, raw);
}

/**
 * Log-odds of each bagged model by itself: base + members × scale × the sum of its leaves. Their mean is the ensemble's.
 *
 * @param memberStarts the first tree of each member, ascending from 0
 * @param raw [batch, features], NaN where missing, categories as positions
 * @returns [batch, members]
 * @throws TraceError where the width differs, or inside a gradient or training step
 */
export function treeMemberLogOdds(
  ensemble: TreeEnsemble,
  memberStarts: readonly number[],
  raw: tf.Tensor2D,
): tf.Tensor2D {
  return sums(ensemble, memberStarts, ensemble.scale * memberStarts.length, raw);
}

function sums(
  ensemble: TreeEnsemble,
  memberStarts: readonly number[],
  scale: number,
  raw: tf.Tensor2D,
): tf.Tensor2D {
  const refuse = (why: string) =>
    new TraceError('signature', why, { place: modelPlace(new Error().stack), kernel: treeKernel });
  if (tf.engine().isTapeOn()) {
    throw refuse(
      'Trees are steps: their log-odds have no gradient, so they stand in no training step and under no tf.grad. ' +
        'Score the rows with them before, and give the scores in as an input.',
    );
  }
  if (raw.shape.length !== 2 || raw.shape[1] !== ensemble.features) {
    throw refuse(`The trees ask ${ensemble.features} features, and the rows are [${raw.shape.join(', ')}].`);
  }
  return tf.tidy(() => {
    const attributes = { ...attributesOf(ensemble, memberStarts, scale) };
    const x = markMissingCategories(tf.cast(raw, 'float32'), ensemble);
    const total = tf.engine().runKernel<tf.Tensor2D>(treeKernel, { x }, attributes);
    return tf.add<tf.Tensor2D>(total, ensemble.base);
  });
}

function markMissingCategories(raw: tf.Tensor2D, { features, trees }: TreeEnsemble): tf.Tensor2D {
  const isCategory = new Uint8Array(features);
  for (const { feature, members } of trees) {
    for (const [node, set] of members.entries()) if (set) isCategory[feature[node]] = 1;
  }
  if (!isCategory.includes(1)) return raw;
  const missing = tf.logicalAnd(tf.isNaN(raw), tf.tensor1d(isCategory, 'bool'));
  return tf.reshape(tf.where(missing, missingPosition, raw), raw.shape);
}
