/** From a grown tree, which knows bins, to the tree that is kept, which knows raw values. */
import type { FeatureBins } from './binning.ts';
import type { Tree } from './ensemble.ts';
import type { GrownTree } from './grower.ts';

/** @param values and covers of the leaves by node; at other nodes not read */
export function finishedTree(
  grown: GrownTree,
  features: readonly FeatureBins[],
  values: Float64Array,
  covers: Float64Array,
): Tree {
  const size = grown.length;
  const members: (Int32Array | null)[] = new Array(size).fill(null);
  const tree: Tree = {
    feature: new Int32Array(size).fill(-1),
    threshold: new Float32Array(size).fill(Number.NaN),
    members,
    missingLeft: new Uint8Array(size),
    left: new Int32Array(size).fill(-1),
    right: new Int32Array(size).fill(-1),
    value: new Float64Array(size),
    cover: new Float64Array(size),
  };
  // From the last node, because children come after their parent.
  for (let node = size - 1; node >= 0; node--) {
    const grownNode = grown[node];
    if (grownNode.kind === 'leaf') {
      tree.value[node] = values[node];
      tree.cover[node] = covers[node];
      continue;
    }
    const { split, left, right } = grownNode;
    const bins = features[split.feature];
    tree.feature[node] = split.feature;
    tree.left[node] = left;
    tree.right[node] = right;
    tree.missingLeft[node] = split.missingLeft ? 1 : 0;
    tree.cover[node] = tree.cover[left] + tree.cover[right];
    if (bins.kind === 'category') {
      members[node] = Int32Array.from(split.leftBins ?? [], (bin) => bins.levels[bin]).sort();
    } else {
      // Left of the last bin's end is every value that is not missing.
      tree.threshold[node] =
        split.lastLeft < bins.cuts.length ? bins.cuts[split.lastLeft] : Number.POSITIVE_INFINITY;
    }
  }
  return tree;
}
