/** Grows one tree leaf by leaf: the split that gains most is made first. */
import type { BinnedRows } from './binned-rows.ts';
import { leafValue } from './gain.ts';
import { add, clear, createHistogram, expand, type Histogram, subtract } from './histogram.ts';
import { packedGradient, packedHessian } from './packed.ts';
import type { Pass } from './passes.ts';
import type { SharedFit } from './shared-fit.ts';
import { bestSplit, type Content, leftTable, type Split, type SplitRules } from './splitting.ts';
import type { Team } from './team.ts';

/** What all trees of a fit are grown with. */
export interface Ground {
  readonly binned: BinnedRows;
  readonly fit: SharedFit;
  readonly team: Team;
  readonly store: HistogramStore;
}

export interface GrowerRules extends SplitRules {
  readonly leaves: number;
  /** Features the tree may ask. */
  readonly asked: Int32Array;
}

/** A node that asks; it goes left where `goesLeft` of the bin is 1. */
interface GrownSplit {
  readonly kind: 'split';
  readonly split: Split;
  readonly goesLeft: Uint8Array;
  readonly left: number;
  readonly right: number;
}

/** The value must stay between the bounds. */
interface GrownLeaf {
  readonly kind: 'leaf';
  readonly lower: number;
  readonly upper: number;
}

/** Node 0 is the root; a node's children come after it. */
export type GrownTree = readonly (GrownSplit | GrownLeaf)[];

interface OpenLeaf extends GrownLeaf, Content {
  readonly node: number;
  readonly histogram: Histogram;
  readonly split: Split;
}

const sides = ['left', 'right'] as const;

/** Histograms are used again from tree to tree. */
export interface HistogramStore {
  take(): Histogram;
  giveBack(histogram: Histogram): void;
}

export function createHistogramStore(bins: number): HistogramStore {
  const free: Histogram[] = [];
  return {
    take: () => free.pop() ?? createHistogram(bins),
    giveBack: (histogram) => free.push(histogram),
  };
}

/**
 * @param rows how many of the rows in the fit's order the tree is grown on
 * @param rootCounts rows in each bin, null where they are not known
 */
export function growTree(
  ground: Ground,
  rows: number,
  rules: GrowerRules,
  rootCounts: Int32Array | null,
): GrownTree {
  const { binned, fit, team, store } = ground;
  const tree: (GrownSplit | GrownLeaf)[] = [];
  const open: OpenLeaf[] = [];

  function addLeaf(child: Content, histogram: Histogram, node: number): void {
    const { lower, upper } = child;
    const split = bestSplit(histogram, binned.features, binned.starts, rules.asked, child, rules);
    tree[node] = { kind: 'leaf', lower, upper };
    if (split) open.push({ ...child, kind: 'leaf', node, histogram, split });
    else store.giveBack(histogram);
  }

  const root = summed(ground, rootCounts ? 'root' : 'countedRoot', rows);
  if (rootCounts) root.counts.set(rootCounts);
  addLeaf(
    {
      rows,
      packed: root.sums.subarray(0, binned.starts[1]).reduce((sum, bin) => sum + bin, 0),
      lower: Number.NEGATIVE_INFINITY,
      upper: Number.POSITIVE_INFINITY,
    },
    root,
    0,
  );
  for (let leaves = 2; leaves <= rules.leaves; leaves++) {
    const leaf = takeBest(open);
    if (!leaf) break;
    const { split, node } = leaf;
    const goesLeft = leftTable(split, binned.features[split.feature]);
    const nodes = { left: tree.length, right: tree.length + 1 };
    tree[node] = { kind: 'split', split, goesLeft, ...nodes };
    const children = contentOf(leaf, split, rules);
    for (const side of sides) {
      const { lower, upper } = children[side];
      tree[nodes[side]] = { kind: 'leaf', lower, upper };
    }
    const [large, small] = 2 * split.leftRows >= leaf.rows ? sides : [...sides].reverse();
    // Rows of the larger child stay in front.
    fit.stays.set(large === 'left' ? goesLeft : goesLeft.map((left) => 1 - left));
    fit.parting.set([split.feature, node, nodes[large], nodes[small]]);
    if (leaves === rules.leaves) {
      team.run('part', leaf.rows);
      store.giveBack(leaf.histogram);
      break;
    }
    // The smaller child is summed, the other one is what it leaves.
    const histogram = summed(ground, 'partAndSum', leaf.rows);
    subtract(leaf.histogram, histogram);
    addLeaf(children[small], histogram, nodes[small]);
    addLeaf(children[large], leaf.histogram, nodes[large]);
  }
  for (const { histogram } of open) store.giveBack(histogram);
  return tree;
}

/** Does a pass that sums a histogram. */
function summed({ binned, team, store }: Ground, pass: Pass, rows: number): Histogram {
  team.run(pass, rows);
  const [joint, ...others] = team.summed();
  for (const other of others) add(joint, other);
  const histogram = store.take();
  clear(histogram);
  expand(histogram, joint, binned);
  return histogram;
}

/** Takes out the leaf whose split gains most; of equal ones the oldest. */
function takeBest(open: OpenLeaf[]): OpenLeaf | undefined {
  let best = 0;
  for (let index = 1; index < open.length; index++) {
    if (open[index].split.gain > open[best].split.gain) best = index;
  }
  return open.splice(best, 1)[0];
}

/** Below a monotone split no leaf may cross the middle between the values of both sides. */
function contentOf(
  leaf: OpenLeaf,
  split: Split,
  rules: SplitRules,
): { readonly left: Content; readonly right: Content } {
  const { lower, upper } = leaf;
  const right = leaf.packed - split.left;
  const direction = rules.monotone[split.feature];
  const border = (boundedValue(split.left, leaf, rules) + boundedValue(right, leaf, rules)) / 2;
  return {
    left: {
      packed: split.left,
      rows: split.leftRows,
      lower: direction < 0 ? border : lower,
      upper: direction > 0 ? border : upper,
    },
    right: {
      packed: right,
      rows: leaf.rows - split.leftRows,
      lower: direction > 0 ? border : lower,
      upper: direction < 0 ? border : upper,
    },
  };
}

function boundedValue(packed: number, { lower, upper }: OpenLeaf, rules: SplitRules): number {
  const gradient = packedGradient(packed) * rules.gradientUnit;
  const hessian = packedHessian(packed) * rules.hessianUnit;
  return leafValue(gradient, hessian, rules.lambda, lower, upper);
}
