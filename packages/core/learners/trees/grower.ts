/** Grows one tree leaf by leaf: the split that gains most is made first. */
import type { BinnedRows } from './binned-rows.ts';
import { leafValue } from './gain.ts';
import { addRows, clear, createHistogram, type Histogram, subtract } from './histogram.ts';
import { packedGradient, packedHessian } from './packed.ts';
import { partition } from './partition.ts';
import { bestSplit, leftTable, type Split, type SplitRules } from './splitting.ts';

/** The rows a tree is grown on; growing reorders them, so that each leaf's rows lie side by side. */
export interface Sample {
  readonly order: Int32Array;
  readonly scratch: Int32Array;
}

export interface GrowerRules extends SplitRules {
  readonly leaves: number;
  /** Features the tree may ask. */
  readonly asked: Int32Array;
}

/** A node that asks; it goes left where `goesLeft` of the bin is 1. */
export interface GrownSplit {
  readonly kind: 'split';
  readonly split: Split;
  readonly goesLeft: Uint8Array;
  readonly left: number;
  readonly right: number;
}

/** Rows `begin` to `end - 1` of the sample's order; the value must stay between the bounds. */
export interface GrownLeaf {
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
  readonly split: Split | null;
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

export function growTree(
  binned: BinnedRows,
  packed: Float64Array,
  { order, scratch }: Sample,
  rules: GrowerRules,
  store: HistogramStore,
): GrownTree {
  const { places, features, starts, columns, rows: allRows } = binned;
  const tree: (GrownSplit | GrownLeaf)[] = [];
  const open: OpenLeaf[] = [];

  function histogramOf(begin: number, end: number): Histogram {
    const histogram = store.take();
    clear(histogram);
    addRows(histogram, places, features.length, packed, order, begin, end);
    return histogram;
  }

  function addLeaf(leaf: Omit<OpenLeaf, 'split' | 'rows' | 'kind' | 'node'>, node: number): void {
    const rows = leaf.end - leaf.begin;
    const split = bestSplit(leaf.histogram, features, starts, rules.asked, { ...leaf, rows }, rules);
    if (!split) store.giveBack(leaf.histogram);
    const { begin, end, lower, upper } = leaf;
    tree[node] = { kind: 'leaf', begin, end, lower, upper };
    if (split) open.push({ ...leaf, kind: 'leaf', node, rows, split });
  }

  addLeaf(
    {
      begin: 0,
      end: order.length,
      packed: sumOf(packed, order),
      lower: Number.NEGATIVE_INFINITY,
      upper: Number.POSITIVE_INFINITY,
      histogram: histogramOf(0, order.length),
    },
    0,
  );
  for (let leaves = 1; leaves < rules.leaves; leaves++) {
    const leaf = takeBest(open);
    if (!leaf?.split) break;
    const { split, node, begin, end } = leaf;
    const goesLeft = leftTable(split, features[split.feature]);
    const column = columns.subarray(split.feature * allRows, (split.feature + 1) * allRows);
    const middle = partition(order, begin, end, column, goesLeft, scratch);
    const [left, right] = [tree.length, tree.length + 1];
    tree[node] = { kind: 'split', split, goesLeft, left, right };
    const sides = childrenOf(leaf, split, middle, rules);
    const [small, large] = split.leftRows <= end - begin - split.leftRows ? sides : sides.toReversed();
    const smallHistogram = histogramOf(small.begin, small.end);
    subtract(leaf.histogram, smallHistogram);
    const smallIsLeft = small === sides[0];
    addLeaf({ ...small, histogram: smallHistogram }, smallIsLeft ? left : right);
    addLeaf({ ...large, histogram: leaf.histogram }, smallIsLeft ? right : left);
  }
  for (const { histogram } of open) store.giveBack(histogram);
  return tree;
}

function sumOf(packed: Float64Array, order: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < order.length; index++) sum += packed[order[index]];
  return sum;
}

/** Takes out the leaf whose split gains most; of equal ones the oldest. */
function takeBest(open: OpenLeaf[]): OpenLeaf | undefined {
  let best = 0;
  for (let index = 1; index < open.length; index++) {
    if (gainOf(open[index]) > gainOf(open[best])) best = index;
  }
  return open.splice(best, 1)[0];
}

function gainOf({ split }: OpenLeaf): number {
  return split?.gain ?? Number.NEGATIVE_INFINITY;
}

interface Child {
  readonly begin: number;
  readonly end: number;
  readonly packed: number;
  readonly lower: number;
  readonly upper: number;
}

/** Left and right; below a monotone split no leaf may cross the middle between both values. */
function childrenOf(
  leaf: OpenLeaf,
  split: Split,
  middle: number,
  rules: SplitRules,
): readonly [Child, Child] {
  const { begin, end, lower, upper } = leaf;
  const right = leaf.packed - split.left;
  const direction = rules.monotone[split.feature];
  const border = (boundedValue(split.left, leaf, rules) + boundedValue(right, leaf, rules)) / 2;
  return [
    {
      begin,
      end: middle,
      packed: split.left,
      lower: direction < 0 ? border : lower,
      upper: direction > 0 ? border : upper,
    },
    {
      begin: middle,
      end,
      packed: right,
      lower: direction > 0 ? border : lower,
      upper: direction < 0 ? border : upper,
    },
  ];
}

function boundedValue(packed: number, { lower, upper }: OpenLeaf, rules: SplitRules): number {
  const gradient = packedGradient(packed) * rules.gradientUnit;
  const hessian = packedHessian(packed) * rules.hessianUnit;
  return leafValue(gradient, hessian, rules.lambda, lower, upper);
}
