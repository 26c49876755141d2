/** Reads the trees that LightGBM dumps as JSON (`Booster.dump_model`). */
import { z } from 'zod';
import type { Tree, TreeEnsemble } from '../../packages/core/index.ts';

const leaf = z.object({ leaf_value: z.number(), leaf_count: z.number().default(1) });
const split = z.object({
  split_feature: z.number().int(),
  threshold: z.union([z.number(), z.string()]),
  decision_type: z.enum(['<=', '==']),
  default_left: z.boolean(),
  missing_type: z.enum(['None', 'NaN']),
  internal_count: z.number(),
  get left_child() {
    return node;
  },
  get right_child() {
    return node;
  },
});
const node = z.union([split, leaf]);
type Node = z.infer<typeof node>;
type Split = z.infer<typeof split>;

const model = z.object({
  max_feature_idx: z.number().int(),
  num_tree_per_iteration: z.literal(1),
  tree_info: z.array(z.object({ tree_structure: node })),
});

/**
 * The same function of float32 rows, in log-odds.
 *
 * @throws ZodError where the model has several classes, or takes zeros for missing
 */
export function readLightgbm(dump: unknown): TreeEnsemble {
  const { max_feature_idx, tree_info } = model.parse(dump);
  const trees = tree_info.map(({ tree_structure }) => treeOf(tree_structure));
  return { features: max_feature_idx + 1, base: 0, scale: 1, trees };
}

function treeOf(root: Node): Tree {
  const nodes: Node[] = [root];
  const children: (readonly [number, number] | null)[] = [];
  // Nodes are appended while the list is walked.
  for (const one of nodes) {
    children.push('leaf_value' in one ? null : [nodes.length, nodes.length + 1]);
    if (!('leaf_value' in one)) nodes.push(one.left_child, one.right_child);
  }
  const splitOf = (one: Node) => ('leaf_value' in one ? null : one);
  return {
    feature: Int32Array.from(nodes, (one) => splitOf(one)?.split_feature ?? -1),
    threshold: Float32Array.from(nodes, (one) => thresholdOf(splitOf(one))),
    members: nodes.map((one) => membersOf(splitOf(one))),
    missingLeft: Uint8Array.from(nodes, (one) => (missingGoesLeft(splitOf(one)) ? 1 : 0)),
    left: Int32Array.from(children, (pair) => pair?.[0] ?? -1),
    right: Int32Array.from(children, (pair) => pair?.[1] ?? -1),
    value: Float64Array.from(nodes, (one) => ('leaf_value' in one ? one.leaf_value : 0)),
    cover: Float64Array.from(nodes, (one) => ('leaf_value' in one ? one.leaf_count : one.internal_count)),
  };
}

/** The largest float32 that is not above LightGBM's double: the same side for every float32. */
function thresholdOf(at: Split | null): number {
  if (typeof at?.threshold !== 'number') return Number.NaN;
  const near = Math.fround(at.threshold);
  return near <= at.threshold ? near : nextBelow(near);
}

function nextBelow(number: number): number {
  const bits = new Int32Array(Float32Array.of(number).buffer);
  // Bits of floats are ordered like their sizes; below 0 comes the smallest negative number.
  bits[0] = number > 0 ? bits[0] - 1 : number < 0 ? bits[0] + 1 : -0x7fffffff;
  return new Float32Array(bits.buffer)[0];
}

function membersOf(at: Split | null): Int32Array | null {
  if (typeof at?.threshold !== 'string') return null;
  return Int32Array.from(at.threshold.split('||'), Number).filter((position) => position >= 0);
}

/** Where training saw none missing, LightGBM takes a missing number for 0, and a missing category for the first. */
function missingGoesLeft(at: Split | null): boolean {
  if (at?.missing_type !== 'None') return at?.default_left ?? false;
  return membersOf(at)?.includes(0) ?? 0 <= Number(at.threshold);
}
