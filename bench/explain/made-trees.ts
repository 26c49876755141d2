/** Trees and rows of chance, for a machine that has no peer to grow trees. */
import type { Tree, TreeEnsemble } from '../../packages/core/index.ts';
import { uniformFrom } from '../engine/random.ts';
import type { Growing } from './peer.ts';

const features = 15;

/** Rows are uniform on [0, 1), so a split at the middle of what is left halves its cover. */
export function madeTrees(growing: Growing): {
  readonly ensemble: TreeEnsemble;
  readonly rows: Float32Array;
} {
  const uniform = uniformFrom(1);
  const trees = Array.from({ length: growing.trees }, () => madeTree(growing.leaves, uniform));
  const rows = Float32Array.from({ length: growing.explained * features }, uniform);
  return { ensemble: { features, base: 0, scale: 1, trees }, rows };
}

/** Splits one leaf after the other, chosen by chance. */
function madeTree(leaves: number, uniform: () => number): Tree {
  const nodes = 2 * leaves - 1;
  const tree = {
    feature: new Int32Array(nodes).fill(-1),
    threshold: new Float32Array(nodes).fill(Number.NaN),
    members: Array.from({ length: nodes }, () => null),
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes).fill(-1),
    right: new Int32Array(nodes).fill(-1),
    value: Float64Array.from({ length: nodes }, () => uniform() - 0.5),
    cover: new Float64Array(nodes).fill(1),
  };
  for (let used = 1; used < nodes; used += 2) {
    const open = Array.from({ length: used }, (_, node) => node).filter((node) => tree.feature[node] < 0);
    const node = open[Math.floor(uniform() * open.length)] ?? 0;
    tree.feature[node] = Math.floor(uniform() * features);
    tree.threshold[node] = uniform();
    tree.left[node] = used;
    tree.right[node] = used + 1;
    tree.cover[used] = tree.cover[node] * tree.threshold[node];
    tree.cover[used + 1] = tree.cover[node] - tree.cover[used];
  }
  return tree;
}
