/** What TreeSHAP knows of a tree before it sees a row: an edge's factors for each way in which a row can relate to it. */
import type { Tree } from '../learners/trees/ensemble.ts';
import type { CompiledTrees } from '../learners/trees/predict.ts';
import { gaussLegendre, type Quadrature } from './quadrature.ts';

/**
 * Inner nodes stand parents first; node p has the edges 2p (left) and 2p + 1 (right). Values of edges lie in slots: edge e
 * has slot e + 1, slot 0 is what is above the root.
 */
export interface TreePaths {
  /** Points of the quadrature. */
  readonly points: number;
  /** Inner nodes as the compiled trees number them. */
  readonly nodes: Int32Array;
  readonly feature: Int32Array;
  /** Slot of the edge that leads to each node. */
  readonly parent: Int32Array;
  /** The nearest edge above each node that asks the same feature, −1 where none does. */
  readonly above: Int32Array;
  /** What the leaf below an edge adds, NaN where an inner node follows. */
  readonly leaf: Float64Array;
  /**
   * At (3 edge + case) · 2 · points: by what the edge multiplies the path's product at each point, then what the sum below
   * is multiplied with for the feature's contribution. Cases: 0, the row left this feature's way before; 1, it leaves it
   * here; 2, it meets all that the path asks of the feature.
   */
  readonly factors: Float64Array;
}

interface Place {
  readonly node: number;
  readonly reference: number;
  readonly slot: number;
  /** By feature asked on the way: the last edge and the share that it leaves. */
  readonly asked: ReadonlyMap<number, { readonly edge: number; readonly share: number }>;
}

export function pathsOf(tree: Tree, compiled: CompiledTrees, root: number): TreePaths {
  const inner = tree.feature.filter((feature) => feature >= 0).length;
  const rule = gaussLegendre(Math.max(1, Math.ceil(mostFeatures(tree) / 2)));
  const points = rule.points.length;
  const paths = {
    points,
    nodes: new Int32Array(inner),
    feature: new Int32Array(inner),
    parent: new Int32Array(inner),
    above: new Int32Array(inner),
    leaf: new Float64Array(2 * inner).fill(Number.NaN),
    factors: new Float64Array(2 * inner * 3 * 2 * points),
  };
  const waiting: Place[] = [{ node: 0, reference: root, slot: 0, asked: new Map() }];
  let next = 0;
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { node, reference, slot, asked } = place;
    const feature = tree.feature[node];
    if (feature < 0) {
      if (slot > 0) paths.leaf[slot - 1] = tree.value[node];
      continue;
    }
    const before = asked.get(feature) ?? null;
    const at = next++;
    paths.nodes[at] = reference;
    paths.feature[at] = feature;
    paths.parent[at] = slot;
    paths.above[at] = before?.edge ?? -1;
    const children = [
      [tree.left[node], compiled.left[reference]],
      [tree.right[node], compiled.right[reference]],
    ];
    for (const [side, [child, childReference]] of children.entries()) {
      const edge = 2 * at + side;
      // Where no training row came by, both ways are as likely.
      const part = tree.cover[node] > 0 ? tree.cover[child] / tree.cover[node] : 1 / 2;
      const left = (before?.share ?? 1) * part;
      setFactors(paths.factors.subarray(edge * 6 * points, (edge + 1) * 6 * points), rule, {
        before: before?.share ?? null,
        now: left,
      });
      waiting.push({
        node: child,
        reference: childReference,
        slot: edge + 1,
        asked: new Map(asked).set(feature, { edge, share: left }),
      });
    }
  }
  return paths;
}

/** The most different features that one path asks. */
function mostFeatures({ feature, left, right }: Tree): number {
  const waiting: { node: number; asked: ReadonlySet<number> }[] = [{ node: 0, asked: new Set() }];
  let most = 0;
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { node, asked } = place;
    most = Math.max(most, asked.size);
    if (feature[node] < 0) continue;
    const both = new Set(asked).add(feature[node]);
    waiting.push({ node: left[node], asked: both }, { node: right[node], asked: both });
  }
  return most;
}

/** @param shares of the training rows that meet the path's questions of the feature, to the edge above and to this one */
function setFactors(
  factors: Float64Array,
  { points, weights }: Quadrature,
  shares: { readonly before: number | null; readonly now: number },
): void {
  const count = points.length;
  for (const [at, x] of points.entries()) {
    const factor = (share: number, met: number) => (1 - x) * share + x * met;
    const part = (share: number, met: number) => divided(weights[at] * (met - share), factor(share, met));
    for (const [which, [metBefore, metNow]] of [
      [0, 0],
      [1, 0],
      [1, 1],
    ].entries()) {
      const first = shares.before === null;
      const above = shares.before === null ? 1 : factor(shares.before, metBefore);
      const partAbove = shares.before === null ? 0 : part(shares.before, metBefore);
      const start = which * 2 * count + at;
      // A feature that is asked for the first time was not left before.
      if (first && which === 0) continue;
      factors[start] = divided(factor(shares.now, metNow), above);
      factors[start + count] = part(shares.now, metNow) - partAbove;
    }
  }
}

/** A factor of 0 has made the whole product 0, whatever follows. */
function divided(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}
