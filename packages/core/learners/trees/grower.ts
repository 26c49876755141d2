/** Grows one tree leaf by leaf: the split that gains most is made first. */
import type { BinnedRows } from './binned-rows.ts';
import { leafValue } from './gain.ts';
import { clear, createHistogram, expand, type Histogram, subtract } from './histogram.ts';
import { packedGradient, packedHessian } from './packed.ts';
import { joinRanges } from './partition.ts';
import { cutRanges } from './passes.ts';
import type { SharedFit } from './shared-fit.ts';
import { bestSplit, leftTable, type Split, type SplitRules } from './splitting.ts';
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

/** Rows `begin` to `end - 1` of the sample's order; the value must stay between the bounds. */
interface GrownLeaf {
  readonly kind: 'leaf';
  readonly begin: number;
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
}

/** Node 0 is the root; a node's children come after it. */
export type GrownTree = readonly (GrownSplit | GrownLeaf)[];

interface OpenLeaf extends GrownLeaf {
  readonly node: number;
  readonly packed: number;
  readonly rows: number;
  readonly histogram: Histogram;
  readonly split: Split;
}

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
  const { binned, store } = ground;
  const tree: (GrownSplit | GrownLeaf)[] = [];
  const open: OpenLeaf[] = [];

  function addLeaf(child: Child, histogram: Histogram, node: number): void {
    const { begin, end, lower, upper } = child;
    const content = { ...child, rows: end - begin };
    const split = bestSplit(histogram, binned.features, binned.starts, rules.asked, content, rules);
    tree[node] = { kind: 'leaf', begin, end, lower, upper };
    if (split) open.push({ ...content, kind: 'leaf', node, histogram, split });
    else store.giveBack(histogram);
  }

  const root = histogramOf(ground, 0, rows, rootCounts);
  addLeaf(
    {
      begin: 0,
      end: rows,
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
    const children = part(ground, leaf, goesLeft, rules);
    const nodes = { left: tree.length, right: tree.length + 1 };
    tree[node] = { kind: 'split', split, goesLeft, ...nodes };
    for (const { side, ...child } of children) {
      const { begin, end, lower, upper } = child;
      tree[nodes[side]] = { kind: 'leaf', begin, end, lower, upper };
    }
    if (leaves === rules.leaves) {
      store.giveBack(leaf.histogram);
      break;
    }
    // The smaller child is summed, the other one is what it leaves.
    const [large, small] = children;
    const histogram = histogramOf(ground, small.begin, small.end, null);
    subtract(leaf.histogram, histogram);
    addLeaf(small, histogram, nodes[small.side]);
    addLeaf(large, leaf.histogram, nodes[large.side]);
  }
  for (const { histogram } of open) store.giveBack(histogram);
  return tree;
}

function histogramOf(
  { binned, fit, team, store }: Ground,
  begin: number,
  end: number,
  counts: Int32Array | null,
): Histogram {
  const histogram = store.take();
  clear(histogram);
  team.run(counts ? 'histogram' : 'countedHistogram', cutRanges(fit, begin, end, 0, 0));
  for (const joint of team.summed()) expand(histogram, joint, binned);
  if (counts) histogram.counts.set(counts);
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

interface Child {
  readonly begin: number;
  readonly end: number;
  readonly packed: number;
  readonly lower: number;
  readonly upper: number;
}

interface SidedChild extends Child {
  readonly side: 'left' | 'right';
}

/** Parts the leaf's rows. @returns the larger child, which keeps the front of the rows, and the smaller one */
function part(
  { fit, team }: Ground,
  leaf: OpenLeaf,
  goesLeft: Uint8Array,
  rules: SplitRules,
): readonly [SidedChild, SidedChild] {
  const { split, begin, end } = leaf;
  const leftStays = 2 * split.leftRows >= leaf.rows;
  fit.stays.set(leftStays ? goesLeft : goesLeft.map((left) => 1 - left));
  fit.asked[0] = split.feature;
  // The order is the same in any ranges; one needs no joining.
  const ranges = cutRanges(fit, begin, end, 0, 0, team.threads === 1 ? end - begin : undefined);
  team.run('part', ranges);
  const middle = joinRanges(fit.order, fit.scratch, fit.ranges, fit.sums, ranges);
  const large = { begin, end: middle };
  const small = { begin: middle, end };
  const { left, right } = contentOf(leaf, split, rules);
  return leftStays
    ? [
        { ...left, ...large },
        { ...right, ...small },
      ]
    : [
        { ...right, ...large },
        { ...left, ...small },
      ];
}

type SideContent = Omit<SidedChild, 'begin' | 'end'>;

/** Below a monotone split no leaf may cross the middle between the values of both sides. */
function contentOf(
  leaf: OpenLeaf,
  split: Split,
  rules: SplitRules,
): { readonly left: SideContent; readonly right: SideContent } {
  const { lower, upper } = leaf;
  const right = leaf.packed - split.left;
  const direction = rules.monotone[split.feature];
  const border = (boundedValue(split.left, leaf, rules) + boundedValue(right, leaf, rules)) / 2;
  return {
    left: {
      side: 'left',
      packed: split.left,
      lower: direction < 0 ? border : lower,
      upper: direction > 0 ? border : upper,
    },
    right: {
      side: 'right',
      packed: right,
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
