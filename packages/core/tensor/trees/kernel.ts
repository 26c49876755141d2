/** The kernel for trees that TensorFlow.js lacks, for its eager backends; the traced one is in `lowerings/tree-ensemble.ts`. */
import type * as tfjs from '@tensorflow/tfjs-core';

/** Input `x` [batch, features] float32 (NaN is missing), result [batch, targets]: sums of leaf weights. */
export const treeKernel = 'TreeEnsemble';

/** How a row is compared at a node; the numbers of the ONNX operator. */
export const branchMode = { atMost: 0, member: 6 } as const;

/**
 * The attributes of ONNX' TreeEnsemble under its names (https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsemble.html):
 * inner nodes and leaves are numbered apart, and where `trueleafs` or `falseleafs` is 1 the number is that of a leaf.
 */
export interface TreeAttributes {
  readonly targets: number;
  readonly roots: number[];
  readonly features: number[];
  readonly splits: number[];
  readonly modes: number[];
  readonly missingTrue: number[];
  readonly trueNodes: number[];
  readonly trueLeafs: number[];
  readonly falseNodes: number[];
  readonly falseLeafs: number[];
  /** The sets of all membership nodes in their order, NaN after each. */
  readonly members: number[];
  readonly leafTargets: number[];
  readonly leafWeights: number[];
}

/** Reads the attributes of a kernel call, with the given ways to read a list and a number. */
export function treeAttributes(
  list: (name: keyof TreeAttributes) => readonly number[],
  number: (name: keyof TreeAttributes) => number,
): TreeAttributes {
  return {
    targets: number('targets'),
    roots: [...list('roots')],
    features: [...list('features')],
    splits: [...list('splits')],
    modes: [...list('modes')],
    missingTrue: [...list('missingTrue')],
    trueNodes: [...list('trueNodes')],
    trueLeafs: [...list('trueLeafs')],
    falseNodes: [...list('falseNodes')],
    falseLeafs: [...list('falseLeafs')],
    members: [...list('members')],
    leafTargets: [...list('leafTargets')],
    leafWeights: [...list('leafWeights')],
  };
}

/** `tf` is given so that this file comes before the door. */
export function registerTreeKernel(tf: typeof tfjs): void {
  for (const backendName of ['cpu', 'wasm', 'tensorflow']) {
    tf.registerKernel({
      kernelName: treeKernel,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const { x } = inputs;
        if (!(backend instanceof tf.KernelBackend) || !x) throw new Error(`${treeKernel} runs on no backend`);
        const trees = treeAttributes(
          (name) => [attrs?.[name]].flat().map(Number),
          (name) => Number(attrs?.[name]),
        );
        const shape = [x.shape[0] ?? 0, trees.targets];
        const rows = backend.readSync(x.dataId);
        if (!(rows instanceof Float32Array)) throw new Error(`${treeKernel} takes float32`);
        const sums = leafSums(trees, rows, x.shape);
        return { dataId: backend.write(sums, shape, 'float32'), shape, dtype: 'float32' };
      },
    });
  }
}

function leafSums(trees: TreeAttributes, x: Float32Array, [rows = 0, width = 0]: readonly number[]) {
  const sums = new Float64Array(rows * trees.targets);
  const sets = setsOf(trees);
  for (let row = 0; row < rows; row++) {
    for (const root of trees.roots) {
      const leaf = leafOf(trees, sets, root, x.subarray(row * width, (row + 1) * width));
      sums[row * trees.targets + trees.leafTargets[leaf]] += Math.fround(trees.leafWeights[leaf]);
    }
  }
  return Float32Array.from(sums);
}

/** The set of each node, empty where it asks for no category. */
function setsOf({ modes, members }: TreeAttributes): readonly ReadonlySet<number>[] {
  let next = 0;
  return modes.map((mode) => {
    if (mode !== branchMode.member) return new Set();
    const end = members.findIndex((member, at) => at >= next && Number.isNaN(member));
    const set = new Set(members.slice(next, end));
    next = end + 1;
    return set;
  });
}

function leafOf(
  trees: TreeAttributes,
  sets: readonly ReadonlySet<number>[],
  root: number,
  row: Float32Array,
): number {
  let node = root;
  for (;;) {
    const x = row[trees.features[node]];
    const known =
      trees.modes[node] === branchMode.member ? sets[node].has(x) : x <= Math.fround(trees.splits[node]);
    const holds = Number.isNaN(x) ? trees.missingTrue[node] === 1 : known;
    const next = holds ? trees.trueNodes[node] : trees.falseNodes[node];
    if ((holds ? trees.trueLeafs[node] : trees.falseLeafs[node]) === 1) return next;
    node = next;
  }
}
