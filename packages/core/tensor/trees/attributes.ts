/** From boosted trees as learners keep them to the attributes of the kernel. */
import type { Tree, TreeEnsemble } from '../../learners/trees/ensemble.ts';
import { branchMode, type TreeAttributes } from './kernel.ts';

/**
 * What stands for a missing category. Runtimes look up a set's members as whole numbers: where the processor makes 0 of NaN,
 * as WebAssembly does, a missing category would be the first level.
 */
export const missingPosition = -1;

/**
 * One target a member. Missing categories are expected as `missingPosition`.
 *
 * @param memberStarts the first tree of each member, ascending from 0
 * @param scale what leaf values are multiplied with before they are rounded to float32
 */
export function attributesOf(
  { trees }: Pick<TreeEnsemble, 'trees'>,
  memberStarts: readonly number[],
  scale: number,
): TreeAttributes {
  const made: TreeAttributes = {
    targets: memberStarts.length,
    roots: [],
    features: [],
    splits: [],
    modes: [],
    missingTrue: [],
    trueNodes: [],
    trueLeafs: [],
    falseNodes: [],
    falseLeafs: [],
    members: [],
    leafTargets: [],
    leafWeights: [],
  };
  for (const [at, tree] of trees.entries()) {
    const target = memberStarts.findLastIndex((start) => start <= at);
    if (target < 0) throw new RangeError('The first member does not start at tree 0.');
    if (tree.feature[0] < 0) appendStump(made, target, scale * tree.value[0]);
    else append(made, tree, target, scale);
  }
  // Runtimes want a tree.
  if (trees.length === 0) appendStump(made, 0, 0);
  return made;
}

function append(made: TreeAttributes, tree: Tree, target: number, scale: number): void {
  const places = numbered(tree, made.features.length, made.leafWeights.length);
  made.roots.push(places[0]);
  for (const [node, feature] of tree.feature.entries()) {
    if (feature < 0) {
      made.leafTargets.push(target);
      made.leafWeights.push(scale * tree.value[node]);
      continue;
    }
    const [left, right] = [tree.left[node], tree.right[node]];
    made.features.push(feature);
    const asked = tree.members[node];
    const set = asked && (tree.missingLeft[node] === 1 ? [missingPosition, ...asked] : asked);
    made.missingTrue.push(asked ? 0 : tree.missingLeft[node]);
    // No position is at most −∞, so an empty set never holds; runtimes want sets that have members.
    const isSet = set !== null && set.length > 0;
    made.modes.push(isSet ? branchMode.member : branchMode.atMost);
    made.splits.push(isSet ? 0 : asked ? Number.NEGATIVE_INFINITY : tree.threshold[node]);
    if (isSet) made.members.push(...set, Number.NaN);
    made.trueNodes.push(places[left]);
    made.trueLeafs.push(tree.feature[left] < 0 ? 1 : 0);
    made.falseNodes.push(places[right]);
    made.falseLeafs.push(tree.feature[right] < 0 ? 1 : 0);
  }
}

/** The number of each node among the inner nodes, or among the leaves. */
function numbered(tree: Tree, inner: number, leaves: number): readonly number[] {
  const next = { inner, leaves };
  return Array.from(tree.feature, (feature) => (feature < 0 ? next.leaves++ : next.inner++));
}

/** A tree of one leaf: the operator's trees begin with a question, so both answers lead to it. */
function appendStump(made: TreeAttributes, target: number, weight: number): void {
  made.roots.push(made.features.length);
  made.features.push(0);
  made.splits.push(0);
  made.modes.push(branchMode.atMost);
  made.missingTrue.push(0);
  for (const nodes of [made.trueNodes, made.falseNodes]) nodes.push(made.leafWeights.length);
  for (const flags of [made.trueLeafs, made.falseLeafs]) flags.push(1);
  made.leafTargets.push(target);
  made.leafWeights.push(weight);
}
