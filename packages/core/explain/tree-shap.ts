/**
 * Exact Shapley values of boosted trees: how much each feature adds to a row's log-odds, what is not known being averaged
 * over the training rows that went each way (path-dependent TreeSHAP; Lundberg et al. 2018 and 2020, Algorithm 2).
 *
 * A leaf of value v whose path asks d features gives feature i
 *
 *   v (oᵢ − zᵢ) ∫₀¹ Π_{j≠i} (x oⱼ + (1 − x) zⱼ) dx,
 *
 * with oⱼ = 1 where the row meets all that the path asks of feature j, else 0, and zⱼ the share of training rows that do:
 * the integral of x^|S| (1 − x)^(d−1−|S|) is a coalition's weight |S|! (d−1−|S|)! / d!. The integrand has degree d − 1, so
 * Gauss and Legendre's rule with d/2 points is exact. Products along paths and sums over subtrees are shared by all leaves
 * below an edge (as in Linear TreeSHAP; Yu et al. 2022), which leaves a few operations an edge and point.
 */
import type { TreeEnsemble } from '../learners/trees/ensemble.ts';
import { type CompiledTrees, compileTrees, goesLeft } from '../learners/trees/predict.ts';
import { pathsOf, type TreePaths } from './tree-paths.ts';

/**
 * Prepares the explanation of many rows.
 *
 * @returns a function from a raw row [features] to what each feature adds to the log-odds, [features]: together with
 *   `expectedLogOdds` they sum to the row's log-odds
 */
export function treeExplainer(ensemble: TreeEnsemble): (row: Float32Array) => Float64Array {
  const { features, scale } = ensemble;
  const trees = compileTrees(ensemble);
  const all = ensemble.trees.map((tree, at) => pathsOf(tree, trees, trees.roots[at]));
  const edges = all.reduce((most, { nodes }) => Math.max(most, 2 * nodes.length), 0);
  const points = all.reduce((most, paths) => Math.max(most, paths.points), 0);
  const row = { cases: new Uint8Array(edges), slots: new Float64Array((edges + 1) * points) };
  return (values) => {
    if (values.length !== features) {
      throw new RangeError(`The row has ${values.length} features, and the trees ask ${features}.`);
    }
    const contributions = new Float64Array(features);
    for (const paths of all) {
      descend(paths, trees, values, row);
      ascend(paths, row, contributions);
    }
    return contributions.map((contribution) => scale * contribution);
  };
}

/** Each edge's case, and the product Π (x oⱼ + (1 − x) zⱼ) at each point over the features asked down to it. */
interface RowState {
  readonly cases: Uint8Array;
  readonly slots: Float64Array;
}

function descend(
  { points, nodes, feature, parent, above, factors }: TreePaths,
  trees: CompiledTrees,
  values: Float32Array,
  { cases, slots }: RowState,
): void {
  slots.fill(1, 0, points);
  for (let at = 0; at < nodes.length; at++) {
    const left = goesLeft(trees, nodes[at], values[feature[at]]);
    const met = above[at] < 0 || cases[above[at]] === 2;
    const from = parent[at] * points;
    for (let edge = 2 * at; edge <= 2 * at + 1; edge++) {
      const which = met ? (left === (edge === 2 * at) ? 2 : 1) : 0;
      cases[edge] = which;
      const [to, factor] = [(edge + 1) * points, (3 * edge + which) * 2 * points];
      for (let point = 0; point < points; point++)
        slots[to + point] = slots[from + point] * factors[factor + point];
    }
  }
}

/** Slots become sums over the leaves below; each edge's goes to its feature. */
function ascend(
  { points, nodes, feature, parent, leaf, factors }: TreePaths,
  { cases, slots }: RowState,
  contributions: Float64Array,
): void {
  for (let at = nodes.length - 1; at >= 0; at--) {
    const to = parent[at] * points;
    let sum = 0;
    for (let edge = 2 * at; edge <= 2 * at + 1; edge++) {
      const from = (edge + 1) * points;
      const part = (3 * edge + cases[edge]) * 2 * points + points;
      const value = Number.isNaN(leaf[edge]) ? 1 : leaf[edge];
      const isLeft = edge === 2 * at;
      for (let point = 0; point < points; point++) {
        const below = value * slots[from + point];
        sum += below * factors[part + point];
        slots[to + point] = isLeft ? below : slots[to + point] + below;
      }
    }
    contributions[feature[at]] += sum;
  }
}
