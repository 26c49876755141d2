/** Scores rows with boosted trees, without a graph: all nodes of all trees in flat arrays, walked in plain loops. */
import type { Tree, TreeEnsemble } from './ensemble.ts';

/** Inner nodes and leaves are numbered apart: a reference n ≥ 0 is an inner node, n < 0 is leaf −1 − n. */
export interface CompiledTrees {
  readonly features: number;
  readonly base: number;
  readonly scale: number;
  /** Reference of each tree's root, shape [trees]. */
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  /** 0 and 1: numbers, a missing one goes right or left; 2 and 3: categories, likewise. */
  readonly kind: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Where a category split's set begins in `sets`, and for how many positions it has bits. */
  readonly setStart: Int32Array;
  readonly setLength: Int32Array;
  /** One bit a position, 32 in a word: set where the position goes left. */
  readonly sets: Uint32Array;
  /** Of leaves, in log-odds before `scale`. */
  readonly value: Float64Array;
}

/** Makes an ensemble quick to score; the arrays are copies. */
export function compileTrees({ features, base, scale, trees }: TreeEnsemble): CompiledTrees {
  const leaves = trees.reduce((sum, tree) => sum + tree.feature.reduce((n, f) => n + (f < 0 ? 1 : 0), 0), 0);
  const inner = trees.reduce((sum, tree) => sum + tree.feature.length, 0) - leaves;
  const words = trees.reduce(
    (sum, { members }) => sum + members.reduce((n, set) => n + (set ? wordsOf(set) : 0), 0),
    0,
  );
  const compiled = {
    features,
    base,
    scale,
    roots: new Int32Array(trees.length),
    feature: new Int32Array(inner),
    threshold: new Float32Array(inner),
    kind: new Uint8Array(inner),
    left: new Int32Array(inner),
    right: new Int32Array(inner),
    setStart: new Int32Array(inner),
    setLength: new Int32Array(inner),
    sets: new Uint32Array(words),
    value: new Float64Array(leaves),
  };
  const next = { inner: 0, leaf: 0, word: 0 };
  for (const [at, tree] of trees.entries()) compiled.roots[at] = append(compiled, tree, next);
  return compiled;
}

function wordsOf(set: Int32Array): number {
  return set.length === 0 ? 0 : Math.floor(Math.max(...set) / 32) + 1;
}

/** @returns the reference of the tree's root. */
function append(to: CompiledTrees, tree: Tree, next: { inner: number; leaf: number; word: number }): number {
  const references = Array.from(tree.feature, (feature) => (feature < 0 ? -1 - next.leaf++ : next.inner++));
  for (const [node, reference] of references.entries()) {
    if (reference < 0) {
      to.value[-1 - reference] = tree.value[node];
      continue;
    }
    const set = tree.members[node];
    to.feature[reference] = tree.feature[node];
    to.threshold[reference] = tree.threshold[node];
    to.kind[reference] = (set ? 2 : 0) + tree.missingLeft[node];
    to.left[reference] = references[tree.left[node]];
    to.right[reference] = references[tree.right[node]];
    if (!set) continue;
    const words = wordsOf(set);
    to.setStart[reference] = next.word;
    to.setLength[reference] = 32 * words;
    for (const position of set) to.sets[next.word + (position >>> 5)] |= 1 << (position & 31);
    next.word += words;
  }
  return references[0] ?? 0;
}

/** The leaf (from 0, over all trees) into which the row that begins at `start` falls. */
function leafOf(trees: CompiledTrees, root: number, rows: Float32Array, start: number): number {
  const { feature, left, right } = trees;
  let node = root;
  while (node >= 0) node = goesLeft(trees, node, rows[start + feature[node]]) ? left[node] : right[node];
  return -1 - node;
}

/** Whether a row whose feature at this inner node is x goes left. */
export function goesLeft(trees: CompiledTrees, node: number, x: number): boolean {
  const { kind, threshold } = trees;
  const how = kind[node];
  // A comparison with NaN is false, so each kind of number split needs only one.
  if (how === 0) return x <= threshold[node];
  if (how === 1) return !(x > threshold[node]);
  return Number.isNaN(x) ? how === 3 : isMember(trees, node, x);
}

function isMember({ setStart, setLength, sets }: CompiledTrees, node: number, x: number): boolean {
  if (!(x >= 0 && x < setLength[node]) || x !== Math.floor(x)) return false;
  return ((sets[setStart[node] + (x >>> 5)] >>> (x & 31)) & 1) === 1;
}

/**
 * Log-odds of raw rows: base + scale × the sum of the leaves.
 *
 * @param rows row-major, shape [rows, features]: NaN where missing, categories as positions
 * @returns shape [rows]
 */
export function predictLogOdds(trees: CompiledTrees, rows: Float32Array): Float64Array {
  const { features, base, scale, roots, value } = trees;
  const logOdds = new Float64Array(rowCount(trees, rows));
  for (let row = 0; row < logOdds.length; row++) {
    let sum = 0;
    for (let tree = 0; tree < roots.length; tree++) {
      sum += value[leafOf(trees, roots[tree], rows, row * features)];
    }
    logOdds[row] = base + scale * sum;
  }
  return logOdds;
}

/**
 * Log-odds of each bagged model by itself, whose trees are a range of the ensemble's: base + members × scale × the sum of
 * its leaves, so that their mean is the ensemble's log-odds.
 *
 * @param memberStarts the first tree of each member, ascending from 0
 * @returns shape [rows, members], row-major
 */
export function predictMembers(
  trees: CompiledTrees,
  memberStarts: readonly number[],
  rows: Float32Array,
): Float64Array {
  const { features, base, scale, roots, value } = trees;
  const members = memberStarts.length;
  const logOdds = new Float64Array(rowCount(trees, rows) * members);
  for (let at = 0; at < logOdds.length; at++) {
    const [row, member] = [Math.floor(at / members), at % members];
    const end = memberStarts[member + 1] ?? roots.length;
    let sum = 0;
    for (let tree = memberStarts[member] ?? 0; tree < end; tree++) {
      sum += value[leafOf(trees, roots[tree], rows, row * features)];
    }
    logOdds[at] = base + members * scale * sum;
  }
  return logOdds;
}

/** Standard deviation of a row's log-odds over its members (n − 1), shape [rows]; 0 where there is one member. */
export function deviationOverMembers(logOdds: Float64Array, members: number): Float64Array {
  return Float64Array.from({ length: logOdds.length / members }, (_, row) => {
    if (members < 2) return 0;
    const own = logOdds.subarray(row * members, (row + 1) * members);
    const mean = own.reduce((sum, one) => sum + one, 0) / members;
    return Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (members - 1));
  });
}

function rowCount({ features }: CompiledTrees, rows: Float32Array): number {
  if (rows.length % features === 0) return rows.length / features;
  throw new RangeError(`${rows.length} numbers are no whole rows of ${features} features.`);
}
